"""The places in the text that may name something: what the model marks, tidied, and the countries that it misses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from transforms.entities.joined_names import owner_and_owned
from transforms.entities.known_bodies import find_known_bodies
from transforms.entities.name_forms import QUOTES, normalise, tidy
from transforms.entities.titled_names import find_titled
from transforms.lexicons.countries import countries, country_named, is_people, peoples
from transforms.parsing.columns import columns

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

NOT_OF_NAMES = re.compile(r"\A[A-Z]{2,}s\Z|[@:]\S|\w_|/\w+/|,-")
"""Offices and things by their initials in the plural, such as MPs and NGOs, and what holds marks of addresses."""

PORTFOLIOS = {
    "Defense", "Defence", "Foreign", "Interior", "Finance", "Justice", "Health", "Education", "Transport", "Energy",
    "Trade", "Home", "Agriculture", "Environment", "Culture", "Economy", "Labor", "Labour", "Development", "Housing",
}  # fmt: skip
"""What ministers are for."""

OFFICES = {
    "Coordinator", "Director", "Minister", "Secretary", "President", "Chairman", "Commissioner", "Envoy", "Ambassador",
    "Executive", "Spokesman", "Spokeswoman", "Officer", "Prosecutor", "Manager", "Rapporteur", "Councillor",
    "Inspector",
}  # fmt: skip
"""Last words of offices, which the model takes for bodies."""

HEADS = {"Minister", "Secretary"}
"""Whose offices have a portfolio: the Defense Secretary, the Secretary of State."""

MEMBERS = {"Republican", "Democrat", "Conservative", "Socialist", "Communist", "Liberal", "Tory", "Independent"}
"""A member of a party is neither a people nor named by it."""

CALLS = 5
"""Letters of a word in capitals before a colon that calls out, as EXPLAINER does; initials are mostly shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCandidate:
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


def candidate(doc: "Doc", start: int, end: int, label: str, method: str) -> NameCandidate | None:
    """Make the candidate of the tokens [start, end); None when no more than quotation marks are in them."""
    raw = doc[start:end].text
    text = raw.strip('"“”«»„')
    offset = doc[start].idx + raw.find(text)
    key = normalise(text)
    if not key:
        return None
    return NameCandidate(
        start=start,
        end=end,
        start_char=offset,
        end_char=offset + len(text),
        text=text,
        key=key,
        label=label,
        method=method,
    )


def find_candidates(doc: "Doc") -> list[NameCandidate]:
    """Return the names of the text in reading order, none overlapping another."""
    nations = list(_nations(doc))
    # Of a nation of several words the model may know one: the Sudan of South Sudan, Mrs. Côte of Côte d'Ivoire.
    inside = {i for start, end in nations for i in range(start, end) if end - start > 1}
    marked = [name for name in _marked_names(doc) if not inside.issuperset(range(name.start, name.end))]
    taken = {i for name in marked for i in range(name.start, name.end)}
    missed = [_nation(doc, *nation) for nation in nations if taken.isdisjoint(range(*nation))]
    titled = [candidate(doc, *name, "PERSON", "lexicon") for name in find_titled(doc) if taken.isdisjoint(range(*name))]
    bodies = [candidate(doc, *name, "ORG", "lexicon") for name in find_known_bodies(doc)]
    return sorted(chain(marked, filter(None, missed + titled + bodies)), key=lambda name: name.start)


def _nation(doc: "Doc", start: int, end: int) -> NameCandidate | None:
    return candidate(doc, start, end, "GPE" if country_named(doc[start:end].text) else "NORP", "lexicon")


def _marked_names(doc: "Doc") -> Iterator[NameCandidate]:
    marked = [entity for entity in doc.ents if entity.label_ in KIND_OF_LABEL]
    labels = {entity.text: entity.label_ for entity in marked}
    for entity in marked:
        for start, end, label in owner_and_owned(entity, labels):
            bounds = tidy(doc, start, end, label)
            name = candidate(doc, *bounds, label, "spacy") if bounds else None
            if name and not _is_junk(doc[name.start : name.end], name):
                yield name


def _is_junk(span: "Span", name: NameCandidate) -> bool:
    if is_shouted_word(span[0]) if len(span) == 1 else _is_shouted(span):
        return True
    if country_named(name.text) or is_people(name.text):
        return False
    if name.key in CALENDAR or len(name.key) == 1 or not any(letter.isupper() for letter in name.text):
        return True
    if NOT_OF_NAMES.search(name.text) or _calls_out(span, name.label) or _is_post(span, name):
        return True
    if name.label == "WORK_OF_ART":
        return not _is_title_of_work(span)
    # An adjective such as `Islamic` or `Democratic` names nobody, and a modifier is named by what it modifies.
    adjective = all(token.tag_ in {"JJ", "JJR", "JJS"} for token in span)
    return adjective or (name.label == "NORP" and span.root.dep_ in {"amod", "compound", "nmod"})


def _is_post(span: "Span", name: NameCandidate) -> bool:
    """Tell whether words name an office, a part of one, or a member of a party, and nobody who holds it."""
    if name.label == "PERSON":
        return len(span) == 1 and name.key.endswith("ism")  # McCarthyism
    if name.label == "ORG":
        return span[-1].text in OFFICES or _is_of_office(span)
    return name.label == "NORP" and name.text in MEMBERS


def _is_of_office(span: "Span") -> bool:
    """Tell whether a word is part of an office's name and names nobody: `Defense` Minister, `Coroner`."""
    after = [token.text for token in span.doc[span.end : span.end + 2]]
    office = after[1:] if after[:1] == ["Deputy"] else after[:1]
    before = [token.text for token in span.doc[max(0, span.start - 2) : span.start]]
    if before[1:] == ["of"] and before[0] in HEADS:
        return not span.text.isupper()  # Secretary of [Homeland Security]
    if len(span) > 1:
        return False
    return (bool(HEADS.intersection(office)) and span.text in PORTFOLIOS) or span.text == "Coroner"


def _calls_out(span: "Span", label: str) -> bool:
    """Tell whether a word in capitals calls out what follows, or tags it: `EXPLAINER:`, `#ICYMI`."""
    if label != "PERSON" or len(span) != 1 or not span[0].is_upper:
        return False
    is_tag = span.start > 0 and span.doc[span.start - 1].text == "#"
    is_before_colon = span.end < len(span.doc) and span.doc[span.end].text == ":"
    return is_tag or (is_before_colon and len(span.text) >= CALLS)


def _is_title_of_work(span: "Span") -> bool:
    """Tell whether the words are set as those of a title are: in capitals, the last one too."""
    words = [token.text for token in span if token.is_alpha]
    capitals = sum(word[0].isupper() for word in words)
    if any(token.text in QUOTES for token in span[1:-1]):
        return False
    return bool(words) and capitals * 2 > len(words) and words[-1][0].isupper()


def _nations(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Yield tokens [start, end) of countries and nationalities by the lexicon, the longest where several begin."""
    first_words, texts = _first_words(), columns(doc).texts
    at = 0
    while at < len(texts):
        lengths = first_words.get(texts[at])
        end = next((at + length for length in lengths if _is_nation(doc, at, at + length)), None) if lengths else None
        if end:
            yield at, end
        at = end or at + 1


@cache
def _first_words() -> dict[str, tuple[int, ...]]:
    """Return, by first token of a country's or people's name, how many tokens such names have, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in (*countries().by_name, *countries().by_demonym, *peoples()):
        words = name.replace("-", " - ").split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(numbers, reverse=True)) for word, numbers in lengths.items()}


def _is_nation(doc: "Doc", start: int, end: int) -> bool:
    text = doc[start:end].text  # not a slice of doc.text, which spaCy puts together anew each time
    if end > len(doc) or not (country_named(text) or is_people(text)):
        return False
    return end - start > 1 or _names_alone(doc[start])


def _names_alone(token: "Token") -> bool:
    """Tell whether a single word is a nation's name here: not a verb, a language, or shouted (`TELL US NOW`)."""
    return token.ent_type_ not in NOT_NATIONS and token.pos_ in {"PROPN", "ADJ", "NOUN"} and not is_shouted_word(token)


def _is_shouted(span: "Span") -> bool:
    """Tell whether words stand in a line of capitals, where the model sees names everywhere: `UKRAINE HITS DEPOT`."""
    around = span.doc[max(0, span.start - 3) : span.end + 3]
    words = [token for token in around if token.is_alpha and len(token) > 1]
    return len(words) > len(span) and all(word.is_upper for word in words)


def is_shouted_word(token: "Token") -> bool:
    """Tell whether `US`, `IS`, `WHO` is the common word in capitals, as its neighbours are, and no abbreviation."""
    if not (token.is_upper and token.is_stop):
        return False
    neighbours = token.doc[max(0, token.i - 2) : token.i + 3]
    return sum(near.is_upper for near in neighbours) > 2
