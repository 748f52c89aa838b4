"""Part what the model took for one name, though it names two: the owner and what it owns, a country and a person."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.entities.gender import first_names
from transforms.lexicons.countries import country_named

if TYPE_CHECKING:
    from spacy.tokens import Span


def owner_and_owned(entity: "Span", labels: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield tokens [start, end) and label of the names that the model took for one.

    It parts a name such as `Iraq’s Foreign Ministry` when its owner is a country or named elsewhere in the article, and
    a person from the country before him; two persons are two. `labels` gives the label of each name that the model
    marked, as written.
    """
    for token in entity[1:-1]:
        owner = entity.doc[entity.start : token.i]
        label = "GPE" if country_named(owner.text) else labels.get(owner.text)
        if token.tag_ == "POS" and label:
            yield owner.start, owner.end, label
            yield token.i + 1, entity.end, entity.label_
            return
    joined = [token.i for token in entity[1:-1] if token.lower_ == "and"] if entity.label_ == "PERSON" else []
    if joined:
        yield entity.start, joined[0], "PERSON"
        yield joined[0] + 1, entity.end, "PERSON"
        return
    if (at := _person_behind(entity)) is not None:
        yield entity.start, at, "GPE"
        yield at, entity.end, "PERSON"
        return
    yield entity.start, entity.end, entity.label_


def _person_behind(entity: "Span") -> int | None:
    """Return where a person's name begins in what the model took for a body of a country: the U.S. Ana Silva."""
    at = entity.end - 2
    if at <= entity.start or entity.label_ not in {"ORG", "GPE"} or not entity.doc[at].text.istitle():
        return None
    if entity.doc[at].lower_ not in first_names():
        return None
    return at if country_named(entity.doc[entity.start : at].text.removeprefix("the ")) else None
