"""The places in the text that may name something: what the model marks, tidied, and the countries that it misses."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from transforms.countries import countries, country_named, country_of_people
from transforms.names import normalise, tidy

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

KIND_OF_LABEL = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "NORP": "nationality",
    "FAC": "facility",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "law",
    "PRODUCT": "product",
}
"""Kind of entity by the label that the model, trained on OntoNotes 5, gives a name."""

NOT_NATIONS = {"LANGUAGE", "MONEY"}
"""Labels of `Spanish` in `speaks Spanish` and `US` in `US$ 5`."""

CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"january", "february", "march", "april", "july", "august", "september", "october", "november", "december"}
)
"""Days and months, which the model now and then takes for persons; people are called May and June, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name in the text: tokens [start, end), characters [start_char, end_char), and how it was found.

    `key` is the name as names are compared.
    """

    start: int
    end: int
    start_char: int
    end_char: int
    text: str
    key: str
    label: str
    method: str


def candidate(doc: "Doc", start: int, end: int, label: str, method: str) -> Candidate | None:
    """Make the candidate of the tokens [start, end); None when no more than quotation marks are in them."""
    first, last = doc[start], doc[end - 1]
    raw = doc.text[first.idx : last.idx + len(last)]
    text = raw.strip('"“”«»„')
    offset = first.idx + raw.find(text)
    key = normalise(text)
    if not key:
        return None
    return Candidate(
        start=start,
        end=end,
        start_char=offset,
        end_char=offset + len(text),
        text=text,
        key=key,
        label=label,
        method=method,
    )


def find_candidates(doc: "Doc") -> list[Candidate]:
    """Return the names of the text in reading order, none overlapping another."""
    found = list(_marked_names(doc))
    return sorted(found + list(_missed_nations(doc, found)), key=lambda name: name.start)


def _marked_names(doc: "Doc") -> Iterator[Candidate]:
    for entity in doc.ents:
        label = entity.label_
        bounds = tidy(doc, entity.start, entity.end, label) if label in KIND_OF_LABEL else None
        name = candidate(doc, *bounds, label, "spacy") if bounds else None
        if name and not _is_junk(doc[name.start : name.end], name):
            yield name


def _is_junk(span: "Span", name: Candidate) -> bool:
    if country_named(name.text) or country_of_people(name.text):
        return False
    if name.key in CALENDAR or len(name.key) == 1 or not any(letter.isupper() for letter in name.text):
        return True
    if name.label == "WORK_OF_ART":
        return not _is_title_of_work(span)
    # An adjective such as `Islamic` or `Democratic` names nobody, and a modifier is named by what it modifies.
    adjective = all(token.tag_ in {"JJ", "JJR", "JJS"} for token in span)
    return adjective or (name.label == "NORP" and span.root.dep_ in {"amod", "compound", "nmod"})


def _is_title_of_work(span: "Span") -> bool:
    """Tell whether the words are set as those of a title are: in capitals, the last one too."""
    words = [token.text for token in span if token.is_alpha]
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and capitals * 2 > len(words) and words[-1][0].isupper()


def _missed_nations(doc: "Doc", found: list[Candidate]) -> Iterator[Candidate]:
    """Yield countries and nationalities outside the names found."""
    taken = {i for name in found for i in range(name.start, name.end)}
    first_words = _first_words()
    at = 0
    while at < len(doc):
        lengths = first_words.get(doc[at].text, ()) if at not in taken else ()
        end = next((at + n for n in lengths if _is_nation(doc, at, at + n, taken)), None)
        name = candidate(doc, at, end, "GPE", "lexicon") if end else None
        if name:
            yield name
        at = end or at + 1


@cache
def _first_words() -> dict[str, tuple[int, ...]]:
    """Return, by first token of a country's or people's name, how many tokens such names have, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in (*countries().by_name, *countries().by_demonym):
        words = name.replace("-", " - ").split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(numbers, reverse=True)) for word, numbers in lengths.items()}


def _is_nation(doc: "Doc", start: int, end: int, taken: set[int]) -> bool:
    if end > len(doc) or any(i in taken for i in range(start, end)):
        return False
    text = doc.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]
    if not (country_named(text) or country_of_people(text)):
        return False
    return end - start > 1 or _names_alone(doc[start])


def _names_alone(token: "Token") -> bool:
    """Tell whether a single word is a nation's name here: not a verb, a language, or shouted (`TELL US NOW`)."""
    if token.ent_type_ in NOT_NATIONS or token.pos_ not in {"PROPN", "ADJ", "NOUN"}:
        return False
    neighbours = token.doc[max(0, token.i - 2) : token.i + 3]
    return not (token.text == "US" and sum(near.is_upper for near in neighbours) > 2)
