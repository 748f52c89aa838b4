"""Countries and nationalities by the names that news gives them."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from transforms.lexicons.tables import lexicon_records, lexicon_terms


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory: ISO 3166-1 alpha-3 code (XKX for Kosovo), common English name, adjective if any."""

    code: str
    name: str
    adjective: str | None


@dataclass(frozen=True, slots=True)
class Countries:
    """All countries by name, abbreviation and official name, and by their adjectives and words for their people."""

    by_name: dict[str, Country]
    by_demonym: dict[str, Country]
    by_code: dict[str, Country]


def country_named(name: str) -> Country | None:
    """Return the country that a name without article means, such as `U.S.`; None for any other name.

    Upper and lower case count, since `US` is not `us`.
    """
    return countries().by_name.get(_plain(name))


def country_of_people(word: str) -> Country | None:
    """Return the country of a nationality adjective or noun, such as `Iraqi` or `Britons`; None for any other word."""
    return countries().by_demonym.get(_plain(word))


def is_shared(demonym: str) -> bool:
    """Tell whether a word is for the people of two countries: Congolese is of either Congo."""
    return demonym in _shared_demonyms()


def country_meant(demonym: str, named: Collection[str]) -> Country | None:
    """Return the country of a nationality word as `country_of_people`; of a word for two the one that the text names.

    `named` are the codes of the countries that the text calls by their names; None where it names neither or both.
    """
    codes = _shared_demonyms().get(demonym)
    if codes is None:
        return country_of_people(demonym)
    meant = codes.intersection(named)
    return countries().by_code[next(iter(meant))] if len(meant) == 1 else None


def is_people(word: str) -> bool:
    """Tell whether a word is for a people: the nationality of a country, or a people without a state of its name."""
    return country_of_people(word) is not None or word in peoples()


@cache
def peoples() -> frozenset[str]:
    """Return the words for peoples without a state of their name, in the plural: Tamils."""
    return frozenset(lexicon_terms("peoples.txt"))


@cache
def _shared_demonyms() -> dict[str, frozenset[str]]:
    return {row["demonym"]: frozenset(row["codes"].split(";")) for row in lexicon_records("shared_demonyms.tsv")}


@cache
def countries() -> Countries:
    """Read the lexicon, and the official names from pycountry."""
    by_name: dict[str, Country] = {}
    by_demonym: dict[str, Country] = {}
    for row in lexicon_records("countries.tsv"):
        people = [word for word in row["demonyms"].split(";") if word]
        country = Country(row["code"], row["name"], people[0] if people else None)
        names = [country.name, *row["also"].split(";"), *_in_capitals(country.name)]
        by_name |= dict.fromkeys(filter(None, names), country)
        plurals = [word + "s" for word in people]
        capitals = [capital for word in people for capital in _in_capitals(word)]
        by_demonym |= dict.fromkeys([*people, *plurals, *capitals], country)
    by_code = {country.code: country for country in by_name.values()}
    return Countries(_official_names(by_code) | by_name, by_demonym, by_code)


def _in_capitals(name: str) -> tuple[str, ...]:
    """Return the name as datelines and headlines set it."""
    return (name.upper(),) if name.isascii() else ()


def _official_names(by_code: dict[str, Country]) -> dict[str, Country]:
    import pycountry

    return {
        _plain(record.official_name).removeprefix("the "): by_code[record.alpha_3]
        for record in pycountry.countries
        if hasattr(record, "official_name")
    }


def _plain(name: str) -> str:
    return name.replace("’", "'")
