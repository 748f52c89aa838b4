"""Part what the model took for one name, though it names two: the owner and what it owns, a country and a person."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.entities.gender import first_names
from transforms.entities.name_forms import is_title
from transforms.entities.name_words import kind_by_words, kind_words
from transforms.entities.titled_names import PERSONAL
from transforms.lexicons.countries import country_named
from transforms.parsing.columns import columns

if TYPE_CHECKING:
    from spacy.tokens import Span

ENDINGS = {"'s", "’s", "'", "’"}

BODIES = {"ORG", "FAC", "NORP"}

BEFORE = {"ORG": "ORG", "FAC": "ORG", "PERSON": "ORG", "NORP": "NORP"}
"""Label of what stands before a person's title, by that of both."""


def owner_and_owned(entity: "Span", labels: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield tokens [start, end) and label of the names that the model took for one.

    It parts a name such as `Iraq’s Foreign Ministry` when its owner is a country or named elsewhere in the article, a
    person from the country or party before, and a museum from its university; two persons are two. `labels` gives the
    label of each name that the model marked, as written.
    """
    texts = columns(entity.doc).texts
    inner = range(entity.start + 1, entity.end - 1)
    for at in (i for i in inner if texts[i] in ENDINGS):
        owner = entity.doc[entity.start : at]
        label = "GPE" if country_named(owner.text) else labels.get(owner.text)
        if entity.doc[at].tag_ == "POS" and label:
            yield entity.start, at, label
            yield at + 1, entity.end, entity.label_
            return
    for at, behind, label in _parting(entity, texts) if inner else ():
        yield entity.start, at, label
        yield behind, entity.end, entity.label_ if texts[at] == "at" else "PERSON"
        return
    yield entity.start, entity.end, entity.label_


def _parting(entity: "Span", texts: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where the first name ends and the second begins, with the label of the first; nothing for one name."""
    inner = range(entity.start + 1, entity.end - 1)
    if entity.label_ == "PERSON":
        yield from ((i, i + 1, "PERSON") for i in inner if texts[i].lower() == "and")
    elif entity.label_ in BODIES:
        yield from ((i, i + 1, entity.label_) for i in inner[1:-1] if texts[i] == "at" and _is_of_two(i, entity))
    if (at := _person_behind(entity)) is not None:
        yield at, at, "GPE"
    is_one = texts[entity.end - 1].lower() in kind_words() or is_title(texts[entity.start])
    if entity.label_ in BEFORE and not is_one:
        yield from ((i, i + 1, BEFORE[entity.label_]) for i in inner if _titles(texts[i], texts[i + 1]))


def _titles(word: str, after: str) -> bool:
    """Tell whether a word within a name is the title of the person whose name follows."""
    if not word[0].isupper():
        return False
    return word.lower().rstrip(".") in PERSONAL or (is_title(word) and after.lower() in first_names())


def _is_of_two(at: int, entity: "Span") -> bool:
    """Tell whether a name of two has a body on either side of `at`: the Lom Museum of Art at Zanari University."""
    before = kind_by_words(entity.doc[entity.start : at].text, entity.label_)
    return bool(before) and entity[-1].lower_ in kind_words()


def _person_behind(entity: "Span") -> int | None:
    """Return where a person's name begins in what the model took for a body of a country: the U.S. Ana Silva."""
    at = entity.end - 2
    if at <= entity.start or entity.label_ not in {"ORG", "GPE"} or not entity.doc[at].text.istitle():
        return None
    if entity.doc[at].lower_ not in first_names():
        return None
    return at if country_named(entity.doc[entity.start : at].text.removeprefix("the ")) else None
