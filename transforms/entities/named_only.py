"""The things that an article names in a language that a model marks names in, and no rule here reads sentences of."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from transforms.entities.aliases import join
from transforms.entities.candidate import KIND_OF_LABEL, NameCandidate, candidate
from transforms.entities.grouping import Named, country_id, gather
from transforms.entities.kinds import find_kinds
from transforms.lexicons.countries import Country, countries

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc

LABELS = {"PER": "PERSON", "GPE_LOC": "GPE", "GPE_ORG": "GPE"}
"""Labels of models that are trained on WikiNER and NorNE, by those of OntoNotes; LOC and ORG are the same in both."""

LONGEST = 8
"""Tokens of a name; what is longer is a slip of the small models, half a sentence of capitals."""

_ARTICLE = re.compile(r"(?:l'|(?:le|la|les|el|los|las|il|lo|gli|i|der|die|das|o|a|os|as)\s)(?=\S)")
"""An article that a model takes into a name, which names of countries in CLDR do not have."""


def find_named(doc: "Doc", language: str | None) -> list[Named]:
    """Return what a text names by the marks of the model, in the order of first mention.

    Assumed is that the model is right about a name where it begins with a capital, in scripts that have any. A country
    is known by its name in the language (CLDR), and has the identifier that it has in English articles.
    """
    names = list(_marked(doc))
    kinds = find_kinds(names)
    things = gather(names, kinds, join(Counter(name.key for name in names), kinds))
    known = _countries(language) if language else {}
    return [_country(thing, known[key]) if (key := _bare(thing.name)) in known else thing for thing in things]


def _marked(doc: "Doc") -> Iterator[NameCandidate]:
    for span in doc.ents:
        label = LABELS.get(span.label_, span.label_)
        if label not in KIND_OF_LABEL or len(span) > LONGEST or "\n" in span.text:
            continue
        name = candidate(doc, span.start, span.end, label, "spacy")
        if name and not name.text[:1].islower() and any(letter.isalpha() for letter in name.text):
            yield name


def _country(thing: Named, country: Country) -> Named:
    if thing.kind == "person":
        return thing
    return replace(thing, entity_id=country_id(country), kind="country", name=country.name, country_code=country.code)


@cache
def _countries(language: str) -> dict[str, Country]:
    """Return the countries by their names in a language, in lower case."""
    import pycountry
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    found = {}
    for record in pycountry.countries:
        country = countries().by_code.get(record.alpha_3)
        if country and record.alpha_2 in territories:
            found[_bare(territories[record.alpha_2])] = country
    return found


def _bare(name: str) -> str:
    plain = name.casefold().replace("’", "'")
    article = _ARTICLE.match(plain)
    return plain[article.end() :] if article else plain
