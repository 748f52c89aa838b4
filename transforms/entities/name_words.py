"""The kind that the words of a name tell: a university at its head, an operation by its first word."""

from collections.abc import Iterable
from functools import cache

from transforms.entities.gender import first_names
from transforms.lexicons.tables import lexicon_rows

HEAD_ENDS = frozenset({"of", "for", "at"})
"""Words behind the head of a name: the `University` of Texas at Austin."""

BEGINNINGS = {
    "Operation": "event", "Hurricane": "event", "Typhoon": "event", "Cyclone": "event", "Channel": "organization",
    "Radio": "organization", "Lake": "place", "Mount": "place", "County": "place", "Co": "place", "Cape": "place",
    "Interstate": "facility",
}  # fmt: skip
"""First words that tell what the words behind them name; `Co` is a county of Ireland."""

SURE = frozenset(
    {"university", "ministry", "council", "committee", "party", "department", "agency", "association", "foundation"}
    | {"federation", "police", "commission", "school district", "airlines", "university college", "united", "rovers"}
    | {"jail", "prison", "penitentiary", "hospital", "stadium", "airport", "courthouse"}
)
"""Heads that outweigh the model's place: the West Bank is no bank, a city council or a county's jail no city."""

OF_BUILDINGS = ("the ", "Our ", "St ", "St. ", "Saint ", "All ", "Santa ", "San ", "Notre ")
"""What stands behind `Church of` where it is a building's; else it is a body's: the Church of Scientology."""


SURNAMES = frozenset(
    {"battle", "day", "bill", "code", "hall", "church", "bridge", "street", "temple", "lane", "forest", "park"}
)
"""Heads that persons are called by as well."""


FEASTS = {"Day", "Festival", "Parade", "Ceremony", "Games", "Feast"}
"""Last words of events that outweigh the head before `of`."""

OF_PERSON = 2
"""Words of a person's name that may end in Castle or Square as a building's does."""


def kind_by_words(text: str, voted: str) -> str | None:
    """Return the kind that the first word or the head of a name of several words tells; None when they tell nothing.

    The model, which `voted`, knows a place when it sees one, and a person: there only few words tell more.
    """
    words = text.split()
    if len(words) == 1:
        return None
    if words[0] in BEGINNINGS and (voted != "person" or words[0] not in {"Lake", "Mount", "Cape"}):
        return BEGINNINGS[words[0]]
    if text.startswith("Church of ") and not text.startswith(OF_BUILDINGS, len("Church of ")):
        return "organization"
    if words[-1] in FEASTS and "of" in words:
        return "event"  # Defender of the Fatherland Day
    head = _head(words)
    pair = " ".join(head[-2:])
    told = kind_words().get(pair, kind_words().get(head[-1]))
    if voted == "person":
        is_full = told != "facility" or len(words) == OF_PERSON  # the Ronald Lom Building has one word more
        is_first_name = is_full and told != "organization" and words[0].casefold() in first_names()
        is_known = head[-1] in SURNAMES or is_first_name
    else:
        is_known = voted == "place" and SURE.isdisjoint({head[-1], pair})
    return None if is_known else told


def _head(words: list[str]) -> list[str]:
    """Return the words up to the head of a name, in lower case without full stops: a law's is its last word."""
    folded = [word.rstrip(".").casefold() for word in words]
    if kind_words().get(folded[-1]) == "law":
        return folded
    end = next((at for at, word in enumerate(folded) if at and word in HEAD_ENDS), len(folded))
    return folded[:end]


@cache
def kind_words() -> dict[str, str]:
    """Return the kind that a head tells, by one word or two, in lower case without full stop."""
    rows = lexicon_rows("kind_words.tsv")
    return {word.replace("_", " "): kind for kind, words in rows for word in words.split()}


def by_first_word(names: Iterable[str]) -> dict[str, list[list[str]]]:
    """Return names as their words, by the first of these, the longest names first."""
    found: dict[str, list[list[str]]] = {}
    for words in sorted((name.split() for name in names), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return found
