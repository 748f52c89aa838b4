"""The names that the model marks, put together where it parted one, and with another label where a title tells it."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from transforms.entities.gender import first_names
from transforms.entities.headed_names import behind_of
from transforms.entities.name_forms import is_title
from transforms.entities.name_words import OF_PERSON, kind_words
from transforms.entities.no_names import MEMBERS
from transforms.entities.titled_names import PERSONAL
from transforms.lexicons.countries import country_named, is_people
from transforms.lexicons.gazetteer import look_up
from transforms.parsing.tokens import Span

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc

TOWNS = {"GPE", "LOC"}

BODIES = {"ORG", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "NORP", "GPE"}

HEADED = {"organization", "facility", "event"}
"""Kinds of names of which a last word is taken in; that of a law has a number behind it."""

PARTICLES = {
    "Le", "La", "De", "Van", "Von", "Der", "Den", "Al", "El", "Bin", "Ben", "Di", "Da", "Du", "Del", "Della", "Dos",
    "Ibn",
}  # fmt: skip
"""Words that no person's name of several ends in: Marine Le [Pen]."""

HOUSES = {"airport", "hospital", "university", "stadium", "museum", "library"}
OF_SCHOOLS = {"high", "secondary", "primary", "elementary", "middle", "grammar"}

SAINTS = {"St", "St.", "Saint", "San", "Santa", "Sankt"}

OF_TOWNS = {
    "Beach", "Creek", "Falls", "Grove", "Heath", "Heights", "Hill", "Hills", "Island", "Islands", "Point", "Springs",
    "Valley",
}  # fmt: skip
"""Last words of towns and parts of them, beside their first ones."""

PARTS_OF_WORLD = {"North", "South", "East", "West", "Central", "Latin"}

WITH_PERSON = 4
"""Words of a body's name of two or more with a person's behind it."""

SURNAME = 3
"""Letters that a surname has, which an initial has not."""


def whole_names(doc: "Doc", labels: frozenset[str]) -> "Iterator[Span]":
    """Yield the names of these labels in reading order.

    A town right before the name of a body belongs to it, Liverpool John Moores University; what begins with `Mr`
    is a person, and so is a people of no known name behind a first name: Mo Hongxian.
    """
    marked = [entity for entity in doc.ents if entity.label_ in labels]
    start, end = None, 0
    for entity, after in zip_longest(marked, marked[1:]):
        if entity.start < end:
            continue  # it turned out to be a part of the one before
        if after is not None and _is_town_of(entity, after):
            start = entity.start
        else:
            name = _labelled(doc, entity.start if start is None else start, entity)
            yield from _parted(doc, name)
            start, end = None, name.end


def _parted(doc: "Doc", name: "Span") -> "Iterator[Span]":
    """Yield a body's name, and apart from it who stands behind its last word: the Interior Ministry | Ana Silva."""
    body = name[-3].lower_ if len(name) >= WITH_PERSON else ""
    is_person = bool(body) and name[-2].text.casefold() in first_names() and not look_up(name[-2:].text)
    if name.label_ != "ORG" or kind_words().get(body) != "organization" or not is_person:
        yield name
    elif name[-1].lower_ in kind_words() or name[-1].tag_ != "NNP" or name[-2].text in PARTS_OF_WORLD:
        yield name  # the University Lincoln Library, the Action Network North America
    else:
        yield Span(doc, name.start, name.end - 2, "ORG")
        yield Span(doc, name.end - 2, name.end, "PERSON")


def _is_town_of(town: "Span", body: "Span") -> bool:
    """Tell whether a town, no country, stands right before the name of a body, which ends in a word such as College."""
    if town.end != body.start or town.label_ not in TOWNS or body.label_ not in {"ORG", "PERSON"} or len(body) < 2:
        return False
    is_body = kind_words().get(body[-1].lower_) == "organization" and body[-1].text.istitle()
    return is_body and body[0].text[0].isupper() and not country_named(town.text)


def _labelled(doc: "Doc", start: int, entity: "Span") -> "Span":
    label, end = entity.label_, entity.end
    is_titled = (label in BODIES and len(entity) > 1 and _is_titled(entity)) or _has_particle(entity)
    if start < entity.start:
        label = "ORG"
    elif (behind := _behind_particle(doc, entity)) > end:
        end = behind
    elif is_titled or (label == "NORP" and len(entity) == 1 and _is_family_name_before(doc, entity)):
        label = "PERSON"
    elif label in {"PERSON", "GPE"} and _is_first_name_of(doc, entity):
        label, end = "PERSON", end + 1
    elif label == "PERSON" and (length := _house(doc, entity)):
        label, end = "ORG", end + length
    elif label in {"ORG", "FAC"} and entity[-1].lower_ in kind_words():
        end = behind_of(doc, end)
    elif label == "ORG" and _lacks_half(doc, entity):
        end += 2
    elif (label in {"ORG", "FAC", "EVENT"} and _lacks_head(doc, entity)) or (
        label in TOWNS and _is_part_of_town(doc, entity)
    ):
        end += 1
    start -= label == "PERSON" and len(entity) > 1 and _lacks_first_name(doc, entity)
    if (start, end, label) == (entity.start, entity.end, entity.label_):
        return entity
    return Span(doc, start, end, label)


def _is_titled(entity: "Span") -> bool:
    """Tell whether a title begins a name that is none of a house called after somebody."""
    title = entity[0].lower_.rstrip(".")
    is_of_person = title in PERSONAL or (title in {"prince", "princess"} and entity[1].lower_ in first_names())
    return is_of_person and entity[-1].lower_ not in kind_words()


def _is_first_name_of(doc: "Doc", entity: "Span") -> bool:
    """Tell whether the model left out a surname: Feng [Yaoxiang], and Theresa [May], which it takes for the month."""
    after = doc[entity.end] if entity.end < len(doc) else None
    if after is None or after.tag_ != "NNP" or not after.text.istitle() or len(after.text) < SURNAME:
        return False
    is_name = not (after.ent_type_ or after.lower_ in kind_words() or is_title(after.text))
    if len(entity) > 1:
        is_last = entity.root.dep_ == "compound" and entity.root.head == after  # Ana Maria [Silva]
        return entity.label_ == "PERSON" and is_name and (entity[-1].text in PARTICLES or is_last)
    if after.text == "May":
        return entity.text.casefold() in first_names() and after.dep_ != "npadvmod"
    return entity.label_ == "PERSON" and is_name and entity[0].head == after and entity[0].dep_ == "compound"


def _behind_particle(doc: "Doc", entity: "Span") -> int:
    """Return where a person's name ends whose rest the model took for another: Ursula von der [Leyen].

    It assumes that no name of several words ends in a particle, and that the word in capitals right behind goes on.
    """
    ends_in_particle = len(entity) > 1 and entity[-1].text.capitalize() in PARTICLES
    if entity.label_ != "PERSON" or not ends_in_particle or entity.end >= len(doc):
        return entity.end
    end = entity.end + doc[entity.end].text.istitle()
    while entity.end < end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].text.istitle():
        end += 1
    return end


def _has_particle(entity: "Span") -> bool:
    """Tell whether a body is a person by a first name and a particle within: Luiz Inacio Lula da Silva."""
    texts = [token.text for token in entity]
    is_full = len(texts) > OF_PERSON and texts[0].casefold() in first_names() and texts[-1].lower() not in kind_words()
    is_name = all(text.istitle() or text.capitalize() in PARTICLES for text in texts)
    return entity.label_ == "ORG" and is_full and is_name and any(text.islower() for text in texts)


def _house(doc: "Doc", entity: "Span") -> int:
    """Return how many words make of a person's full name that of a school or building: Ana Silva high school; or 0."""
    after = [token.text for token in doc[entity.end : entity.end + 2]]
    if len(entity) == 1 or not after or doc[entity.start - 1].lower_ in {"a", "an"}:
        return 0
    length = 1 if after[0] in HOUSES else 2 * (after[1:] == ["school"] and after[0] in OF_SCHOOLS)
    return length if length and entity.root.head.i == entity.end + length - 1 else 0


def _lacks_half(doc: "Doc", entity: "Span") -> bool:
    """Tell whether a board is of two things, and the model left one out: the Board of Medicine [and Surgery].

    What it is of is no place, and the other thing is one word in capitals and no body.
    """
    if entity.end + 1 >= len(doc) or doc[entity.end].text != "and" or entity[-1].dep_ != "pobj":
        return False
    other, last = doc[entity.end + 1], entity[-1]
    behind = doc[entity.end + 2 : entity.end + 3].text
    is_word = not other.ent_type_ or other.lower_ in doc.texts  # which the model may take for a surname
    is_half = other.head == last and other.tag_ in {"NNP", "NNPS"} and is_word and not behind.istitle()
    is_of = last.head.text in {"of", "for"} and kind_words().get(last.head.head.lower_) == "organization"
    return is_half and is_of and other.lower_ not in kind_words() and not look_up(last.text)


def _lacks_head(doc: "Doc", entity: "Span") -> bool:
    """Tell whether the model left out the last word of a name, which says what is named: Zanari Design [Week]."""
    after = doc[entity.end] if entity.end < len(doc) else None
    if after is None or after.tag_ != "NNP" or not after.text.istitle():
        return False
    # The model may take it for a part of the date that follows: Zanari Design Week 2018.
    is_week = after.text == "Week" and after.ent_type_ in {"", "DATE"}
    is_head = is_week or (not after.ent_type_ and kind_words().get(after.lower_) in HEADED)
    return is_head and entity.root.dep_ == "compound" and entity.root.head == after


def _is_part_of_town(doc: "Doc", entity: "Span") -> bool:
    """Tell whether the model left out the last word of a town's name: Stamford [Hill], St. [Petersburg]."""
    after = doc[entity.end] if entity.end < len(doc) else None
    if after is None or after.tag_ != "NNP" or after.ent_type_ or not after.text.istitle():
        return False
    return entity.text in SAINTS or (after.text in OF_TOWNS and entity.root.dep_ == "compound")


def _lacks_first_name(doc: "Doc", entity: "Span") -> bool:
    """Tell whether the model left out the first of a person's names: Ana [Maria Silva]."""
    before = doc[entity.start - 1] if entity.start else None
    if before is None or before.ent_type_ or before.tag_ != "NNP" or is_title(before.text):
        return False
    if before.i and before.nbor(-1).tag_ == "NNP":
        return False  # the end of another name, as Holy See
    return before.head == entity.root and before.text.istitle() and before.text.casefold() in first_names()


def _is_family_name_before(doc: "Doc", entity: "Span") -> bool:
    """Tell whether a people that no list has stands behind another word of a person's name."""
    before = doc[entity.start - 1] if entity.start else None
    if before is None or is_people(entity.text) or country_named(entity.text) or entity[0].tag_ != "NNP":
        return False
    if entity.text in MEMBERS:
        return False
    return before.tag_ == "NNP" and not before.ent_type_ and before.head.i == entity.start and before.text.istitle()
