"""The names that the model marks, put together where it parted one, and with another label where a title tells it."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from transforms.entities.gender import first_names
from transforms.entities.headed_names import behind_of
from transforms.entities.name_forms import is_title
from transforms.entities.name_words import kind_words
from transforms.entities.no_names import MEMBERS
from transforms.entities.titled_names import PERSONAL
from transforms.lexicons.countries import country_named, is_people

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

TOWNS = {"GPE", "LOC"}

BODIES = {"ORG", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "NORP", "GPE"}

SURNAME = 3
"""Letters that a surname has, which an initial has not."""


def whole_names(doc: "Doc", labels: frozenset[str]) -> "Iterator[Span]":
    """Yield the names of these labels in reading order.

    A town right before the name of a body belongs to it, Liverpool John Moores University; what begins with `Mr`
    is a person, and so is a people of no known name behind a first name: Mo Hongxian.
    """
    marked = [entity for entity in doc.ents if entity.label_ in labels]
    start = None
    for entity, after in zip_longest(marked, marked[1:]):
        if after is not None and _is_town_of(entity, after):
            start = entity.start
        else:
            yield _labelled(doc, entity.start if start is None else start, entity)
            start = None


def _is_town_of(town: "Span", body: "Span") -> bool:
    """Tell whether a town, no country, stands right before the name of a body, which ends in a word such as College."""
    if town.end != body.start or town.label_ not in TOWNS or body.label_ not in {"ORG", "PERSON"} or len(body) < 2:
        return False
    is_body = kind_words().get(body[-1].lower_) == "organization" and body[-1].text.istitle()
    return is_body and body[0].text[0].isupper() and not country_named(town.text)


def _labelled(doc: "Doc", start: int, entity: "Span") -> "Span":
    label, end = entity.label_, entity.end
    is_titled = label in BODIES and len(entity) > 1 and _is_titled(entity)
    if start < entity.start:
        label = "ORG"
    elif is_titled or (label == "NORP" and len(entity) == 1 and _is_family_name_before(doc, entity)):
        label = "PERSON"
    elif label in {"PERSON", "GPE"} and len(entity) == 1 and _is_first_name_of(doc, entity):
        label, end = "PERSON", end + 1
    elif label in {"ORG", "FAC"} and entity[-1].lower_ in kind_words():
        end = behind_of(doc, end)
    if (start, end, label) == (entity.start, entity.end, entity.label_):
        return entity
    from spacy.tokens import Span

    return Span(doc, start, end, label)


def _is_titled(entity: "Span") -> bool:
    """Tell whether a title begins a name that is none of a house called after somebody."""
    title = entity[0].lower_.rstrip(".")
    is_of_person = title in PERSONAL or (title in {"prince", "princess"} and entity[1].lower_ in first_names())
    return is_of_person and entity[-1].lower_ not in kind_words()


def _is_first_name_of(doc: "Doc", entity: "Span") -> bool:
    """Tell whether the model left out a surname: Feng [Yaoxiang], and Theresa [May], which it takes for the month."""
    after = doc[entity.end] if entity.end < len(doc) else None
    if after is None or after.tag_ != "NNP" or not after.text.istitle() or len(after) < SURNAME:
        return False
    if after.text == "May":
        return entity.text.casefold() in first_names() and after.dep_ != "npadvmod"
    is_of_it = entity.label_ == "PERSON" and not after.ent_type_ and entity[0].head.i == entity.end
    return is_of_it and entity[0].dep_ == "compound" and not (after.lower_ in kind_words() or is_title(after.text))


def _is_family_name_before(doc: "Doc", entity: "Span") -> bool:
    """Tell whether a people that no list has stands behind another word of a person's name."""
    before = doc[entity.start - 1] if entity.start else None
    if before is None or is_people(entity.text) or country_named(entity.text) or entity[0].tag_ != "NNP":
        return False
    if entity.text in MEMBERS:
        return False
    return before.tag_ == "NNP" and not before.ent_type_ and before.head.i == entity.start and before.text.istitle()
