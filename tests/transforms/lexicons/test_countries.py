import pycountry
import pytest

from transforms.lexicons.countries import (
    countries,
    country_meant,
    country_named,
    country_of_people,
    is_shared,
    peoples,
)
from transforms.lexicons.tables import lexicon_records


def test_every_country_and_territory_is_in_the_lexicon() -> None:
    assert set(countries().by_code) == {country.alpha_3 for country in pycountry.countries} | {"XKX"}


def test_no_name_means_two_countries() -> None:
    rows = lexicon_records("countries.tsv")
    names = [name for row in rows for name in (row["name"], *row["also"].split(";")) if name]
    people = [name for row in rows for name in row["demonyms"].split(";") if name]
    assert len(names) == len(set(names))
    assert len(people) == len(set(people))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US", "USA"),
        ("U.S.", "USA"),
        ("United States", "USA"),
        ("UNITED STATES", "USA"),
        ("Britain", "GBR"),
        ("UAE", "ARE"),
        ("Islamic Republic of Iran", "IRN"),
        ("People’s Republic of China", "CHN"),
        ("Republic of China", "TWN"),
        ("Côte d’Ivoire", "CIV"),
        ("Kosovo", "XKX"),
        ("DR Congo", "COD"),
        ("Turkey", "TUR"),
        ("us", None),
        ("turkey", None),
        ("Islamic", None),
        ("London", None),
        ("Korea", None),
        ("Saudi", None),
    ],
)
def test_names(name: str, code: str | None) -> None:
    country = country_named(name)
    assert (country.code if country else None) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Iraqi", "IRQ"),
        ("Iraqis", "IRQ"),
        ("IRAQI", "IRQ"),
        ("Britons", "GBR"),
        ("Dutch", "NLD"),
        ("South Koreans", "KOR"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("polish", None),
        ("European", None),
    ],
)
def test_peoples(word: str, code: str | None) -> None:
    country = country_of_people(word)
    assert (country.code if country else None) == code


@pytest.mark.parametrize(
    ("word", "named", "code"),
    [
        ("Congolese", set(), None),
        ("Congolese", {"COD", "FRA"}, "COD"),
        ("Congolese", {"COG"}, "COG"),
        ("Congolese", {"COD", "COG"}, None),
        ("Korean", {"PRK"}, "PRK"),
        ("Iraqi", set(), "IRQ"),
    ],
)
def test_a_word_for_two_peoples_means_the_one_whose_country_is_named(
    word: str, named: set[str], code: str | None
) -> None:
    country = country_meant(word, named)
    assert (country.code if country else None) == code
    assert is_shared(word) is (word != "Iraqi")


def test_no_people_without_a_state_is_that_of_a_country() -> None:
    assert not any(country_of_people(people) or country_named(people) for people in peoples())
