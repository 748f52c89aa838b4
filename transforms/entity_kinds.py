"""Which kind of thing a name names, by the evidence of the whole article."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from transforms.candidates import KIND_OF_LABEL, Candidate
from transforms.countries import country_named, country_of_people

KIND_WORDS = Path(__file__).parent.parent / "data" / "reference" / "kind_words.tsv"

PREFERRED = ("person", "organization", "place", "nationality", "facility", "law", "event", "work", "product")
"""Between kinds that the model gave equally often, the commoner in news is the likelier."""


def find_kinds(candidates: Sequence[Candidate]) -> dict[str, str]:
    """Return the kind of each name, by its key: one kind for all mentions of a name in the article."""
    votes: dict[str, Counter[str]] = {}
    texts: dict[str, str] = {}
    for name in candidates:
        votes.setdefault(name.key, Counter())[KIND_OF_LABEL[name.label]] += 1
        texts.setdefault(name.key, name.text)
    kinds = {key: _kind(texts[key], count) for key, count in votes.items()}
    words = _words_of_persons(kinds)
    return {key: _by_person(key, kind, votes[key], words) for key, kind in kinds.items()}


def _kind(text: str, votes: Counter[str]) -> str:
    if country_named(text):
        return "country"
    if country_of_people(text):
        return "nationality"
    voted = max(PREFERRED, key=lambda kind: votes[kind])
    told = kind_words().get(text.rsplit(maxsplit=1)[-1].rstrip(".").casefold()) if " " in text else None
    # The model knows a place when it sees one: the West Bank is no bank.
    return told if told and voted != "place" else voted


def _words_of_persons(kinds: dict[str, str]) -> set[str]:
    return {word for key, kind in kinds.items() if kind == "person" and " " in key for word in key.split()}


def _by_person(key: str, kind: str, votes: Counter[str], words: set[str]) -> str:
    """Turn a single word into a person when it is part of a person's full name in the article.

    The model often takes a bare surname for an organization; a country's or place's name it takes for a person only
    when it is one.
    """
    if key not in words or kind == "person":
        return kind
    if kind in {"country", "nationality", "place"}:
        return "person" if votes["person"] * 2 > votes.total() else kind
    return "person"


@cache
def kind_words() -> dict[str, str]:
    """Return the kind that the last word of a name tells, by that word in lower case without full stop."""
    lines = KIND_WORDS.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {word: kind for kind, words in rows[1:] for word in words.split()}
