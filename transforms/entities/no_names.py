"""What the model marks though it names nothing: shouts, offices, addresses, adjectives, common words with a capital."""

import re
from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate
from transforms.entities.name_forms import QUOTES
from transforms.lexicons.countries import country_named, is_people

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

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


def names_nothing(span: "Span", name: NameCandidate) -> bool:
    """Tell whether what the model marked is no name: a shout, an office, an address, a word that begins a sentence."""
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
