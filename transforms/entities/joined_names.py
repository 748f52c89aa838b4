"""Part what the model took for one name, though it names two: the owner and what it owns, a country and a person."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.entities.gender import first_names
from transforms.entities.name_forms import is_title
from transforms.entities.name_words import kind_by_words, kind_words
from transforms.entities.titled_names import ONLY_BEFORE_NAMES
from transforms.lexicons.countries import country_named

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

BODIES = {"ORG", "FAC", "NORP"}

BEFORE = {"ORG": "ORG", "FAC": "ORG", "PERSON": "ORG", "NORP": "NORP"}
"""Label of what stands before a person's title, by that of both."""

PERSONAL = ONLY_BEFORE_NAMES | {
    "baroness", "lord", "lady", "sir", "dame", "senator", "congressman", "congresswoman", "councillor", "mp", "msp",
    "mep", "ambassador", "ayatollah", "sheikh", "archbishop",
}  # fmt: skip
"""Titles that stand within no other name than after the body that a person belongs to: Labour MP Ana Silva."""


def owner_and_owned(entity: "Span", labels: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield tokens [start, end) and label of the names that the model took for one.

    It parts a name such as `Iraq’s Foreign Ministry` when its owner is a country or named elsewhere in the article, a
    person from the country or party before, and a museum from its university; two persons are two. `labels` gives the
    label of each name that the model marked, as written.
    """
    for token in entity[1:-1]:
        owner = entity.doc[entity.start : token.i]
        label = "GPE" if country_named(owner.text) else labels.get(owner.text)
        if token.tag_ == "POS" and label:
            yield owner.start, owner.end, label
            yield token.i + 1, entity.end, entity.label_
            return
    for at, behind, label in _parting(entity):
        yield entity.start, at, label
        yield behind, entity.end, entity.label_ if entity.doc[at].text == "at" else "PERSON"
        return
    yield entity.start, entity.end, entity.label_


def _parting(entity: "Span") -> Iterator[tuple[int, int, str]]:
    """Yield where the first name ends and the second begins, with the label of the first; nothing for one name."""
    if entity.label_ == "PERSON":
        yield from ((token.i, token.i + 1, "PERSON") for token in entity[1:-1] if token.lower_ == "and")
    elif entity.label_ in BODIES:
        yield from ((token.i, token.i + 1, entity.label_) for token in entity[2:-2] if _is_at_body(token, entity))
    if (at := _person_behind(entity)) is not None:
        yield at, at, "GPE"
    is_one = entity[-1].lower_ in kind_words() or is_title(entity[0].text)
    if entity.label_ in BODIES | {"PERSON"} and not is_one:
        yield from ((token.i, token.i + 1, BEFORE[entity.label_]) for token in entity[1:-1] if _titles(token))


def _titles(token: "Token") -> bool:
    """Tell whether a word within a name is the title of the person whose name follows."""
    if not token.text[0].isupper():
        return False
    return token.lower_.rstrip(".") in PERSONAL or (is_title(token.text) and token.nbor().lower_ in first_names())


def _is_at_body(token: "Token", entity: "Span") -> bool:
    """Tell whether a name of two has a body on either side: the Lom Museum of Art at Zanari University."""
    if token.text != "at":
        return False
    before = kind_by_words(entity.doc[entity.start : token.i].text, entity.label_)
    return bool(before) and entity[-1].lower_ in kind_words()


def _person_behind(entity: "Span") -> int | None:
    """Return where a person's name begins in what the model took for a body of a country: the U.S. Ana Silva."""
    at = entity.end - 2
    if at <= entity.start or entity.label_ not in {"ORG", "GPE"} or not entity.doc[at].text.istitle():
        return None
    if entity.doc[at].lower_ not in first_names():
        return None
    return at if country_named(entity.doc[entity.start : at].text.removeprefix("the ")) else None
