"""Part what the model took for one name, though it names two: the owner and what it owns, a country and a person."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.entities.gender import first_names
from transforms.entities.name_forms import is_title
from transforms.entities.name_words import OF_PERSON, kind_by_words, kind_words
from transforms.entities.titled_names import PERSONAL
from transforms.entities.told_places import SMALL
from transforms.lexicons.countries import country_named

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

ENDINGS = {"'s", "’s", "'", "’"}

FORMS = {"Co", "Corp", "Inc", "Ltd", "LLC", "plc", "PLC"}
"""Legal forms with which a company's name ends."""

OF = {"of", "for"}

LEAST = 2
"""Tokens behind `and` that are no name of two words: one, and the `and`."""

BODIES = {"ORG", "FAC", "NORP"}

BEFORE = {"ORG": "ORG", "FAC": "ORG", "PERSON": "ORG", "NORP": "NORP"}
"""Label of what stands before a person's title, by that of both."""


def owner_and_owned(entity: "Span", labels: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield tokens [start, end) and label of the names that the model took for one.

    It parts a name such as `Iraq’s Foreign Ministry` when its owner is a country or named elsewhere in the article, or
    somebody with a first name is its owner's, a
    person from the country or party before, and a museum from its university; two persons are two. `labels` gives the
    label of each name that the model marked, as written.
    """
    texts = entity.doc.texts
    inner = range(entity.start + 1, entity.end - 1)
    for at in (i for i in inner if texts[i] in ENDINGS):
        owner = entity.doc[entity.start : at]
        label = "GPE" if country_named(owner.text) else labels.get(owner.text)
        of_person = entity.label_ == "ORG" and _is_full_name(texts[at + 1 : entity.end])
        if entity.doc[at].tag_ == "POS" and (label or of_person):
            yield entity.start, at, label or "ORG"
            yield at + 1, entity.end, "PERSON" if of_person else entity.label_
            return
    for at, behind, first, second in _parting(entity, texts) if inner else ():
        yield entity.start, at, first
        yield behind, entity.end, second
        return
    yield entity.start, entity.end, entity.label_


def _parting(entity: "Span", texts: list[str]) -> Iterator[tuple[int, int, str, str]]:
    """Yield where the first name ends and the second begins, with the labels of both; nothing for one name."""
    inner, label = range(entity.start + 1, entity.end - 1), entity.label_
    if label == "PERSON":
        yield from ((i, i + 1, label, label) for i in inner if texts[i].lower() == "and" or _is_deed(entity.doc[i]))
    elif label in BODIES:
        yield from ((i, i + 1, label, label) for i in inner[1:-1] if texts[i] == "at" and _is_of_two(i, entity))
        yield from ((i, i + 1, label, label) for i in inner[1:-1] if texts[i] == "and" and _are_two(i, entity, texts))
        yield from (
            (i, i + 1, "GPE", "GPE")
            for i in inner
            if texts[i] == "and" and texts[entity.start - 1] == "of" and _are_towns(entity)
        )
        # Where a company has something is no part of its name.
        yield from ((i, i + 1, label, "GPE") for i in inner if texts[i] == "in" and texts[i - 1].rstrip(".") in FORMS)
    elif label == "GPE":
        commas = [i for i in inner if texts[i] == "," and country_named(entity.doc[i + 1 : entity.end].text)]
        yield from ((i, i + 1, label, label) for i in commas)
    if (at := _person_behind(entity)) is not None:
        yield at, at, "GPE", "PERSON"
    is_one = texts[entity.end - 1].lower() in kind_words() or is_title(texts[entity.start])
    if label in BEFORE and not is_one:
        yield from ((i, i + 1, BEFORE[label], "PERSON") for i in inner if _titles(texts[i], texts[i + 1]))


def _is_deed(token: "Token") -> bool:
    """Tell whether a word within persons' names is the verb between two of them: Lom beat Ana Silva."""
    return token.text.islower() and token.tag_ in {"VBD", "VBZ", "VBP"}


def _titles(word: str, after: str) -> bool:
    """Tell whether a word within a name is the title of the person whose name follows."""
    if not word[0].isupper():
        return False
    return word.lower().rstrip(".") in PERSONAL or (is_title(word) and after.lower() in first_names())


def _is_of_two(at: int, entity: "Span") -> bool:
    """Tell whether a name of two has a body on either side of `at`: the Lom Museum of Art at Zanari University."""
    before = kind_by_words(entity.doc[entity.start : at].text, entity.label_)
    return bool(before) and entity[-1].lower_ in kind_words()


def _are_towns(entity: "Span") -> bool:
    """Tell whether a name stands behind the towns of, or the villages of: the towns of Lom and Zanari."""
    before = entity.doc[max(0, entity.start - 2)]
    return before.tag_ == "NNS" and before.lemma_ in SMALL | {"city"}


def _is_full_name(words: list[str]) -> bool:
    """Tell whether these are a first name that is known and a surname."""
    if len(words) != OF_PERSON or words[0].casefold() not in first_names() or words[1].lower() in kind_words():
        return False
    return all(word.istitle() and word.isalpha() for word in words)


def _are_two(at: int, entity: "Span", texts: list[str]) -> bool:
    """Tell whether a name of two has a body's last word on either side of `and`: Zanari Airways and Lom Airways.

    What a ministry is of or for may be two things, and one word before `and` is half of a name.
    """
    ends = (texts[at - 1].lower(), texts[entity.end - 1].lower())
    is_long = at - entity.start > 1 and entity.end - at > LEAST
    return (
        is_long
        and all(kind_words().get(end) == "organization" for end in ends)
        and not OF & set(texts[entity.start : at])
    )


def _person_behind(entity: "Span") -> int | None:
    """Return where a person's name begins in what the model took for a body of a country: the U.S. Ana Silva."""
    at = entity.end - 2
    if at <= entity.start or entity.label_ not in {"ORG", "GPE"} or not entity.doc[at].text.istitle():
        return None
    if entity.doc[at].lower_ not in first_names():
        return None
    return at if country_named(entity.doc[entity.start : at].text.removeprefix("the ")) else None
