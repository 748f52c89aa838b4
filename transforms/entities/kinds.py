"""Which kind of thing a name names, by the evidence of the whole article."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from transforms.entities.candidate import KIND_OF_LABEL, NameCandidate
from transforms.entities.containing_country import is_known_place
from transforms.lexicons.countries import country_named, is_people
from transforms.lexicons.tables import lexicon_rows

PREFERRED = ("person", "organization", "place", "nationality", "facility", "law", "event", "work", "product")
"""Between kinds that the model gave equally often, the commoner in news is the likelier."""


NOTHING_TOLD: Mapping[str, str] = MappingProxyType({})

PARTIES = {
    "Democrats", "Republicans", "Conservatives", "Tories", "Liberals", "Socialists", "Communists", "Greens",
    "Nationalists", "Labourites",
}  # fmt: skip
"""Members of a party, who are named as the party is and are no people of a country."""


def find_kinds(candidates: Sequence[NameCandidate], told: Mapping[str, str] = NOTHING_TOLD) -> dict[str, str]:
    """Return the kind of each name, by its key: one kind for all mentions of a name in the article.

    `told` is what the words beside a name tell of its kind, by its key.
    """
    votes: dict[str, Counter[str]] = {}
    texts: dict[str, str] = {}
    for name in candidates:
        votes.setdefault(name.key, Counter())[KIND_OF_LABEL[name.label]] += 1
        texts.setdefault(name.key, name.text)
    kinds = {key: _kind(texts[key], count, told.get(key)) for key, count in votes.items()}
    kinds = {key: "person" if _ends_in_person(key, kind, kinds) else kind for key, kind in kinds.items()}
    surnames, others = _words_of_persons(kinds)
    return {key: _by_person(key, kind, votes[key], surnames, others) for key, kind in kinds.items()}


def _kind(text: str, votes: Counter[str], told_beside: str | None) -> str:
    if country_named(text):
        return "country"
    if is_people(text):
        return "nationality"
    if told_beside:
        return told_beside
    voted = max(PREFERRED, key=lambda kind: votes[kind])
    if voted == "nationality" and (text.isupper() or text.rsplit(maxsplit=1)[-1] in PARTIES):
        return "organization"  # a people is not abbreviated
    told = kind_words().get(text.rsplit(maxsplit=1)[-1].rstrip(".").casefold()) if " " in text else None
    # The model knows a place when it sees one: the West Bank is no bank.
    return told if told and voted != "place" else voted


def _ends_in_person(key: str, kind: str, kinds: dict[str, str]) -> bool:
    """Tell whether a name is that of a person whom the article also calls by the surname, such as Peña Nieto.

    Persons are shortened to the ends of their names, organizations to the beginnings.
    """
    words = key.split()
    ends = (" ".join(words[at:]) for at in range(1, len(words)))
    return kind in {"organization", "work", "product"} and any(kinds.get(end) == "person" for end in ends)


def _words_of_persons(kinds: dict[str, str]) -> tuple[set[str], set[str]]:
    """Return what may be surnames, the ends of persons' full names, and the other words of these."""
    names = [key.split() for key, kind in kinds.items() if kind == "person" and " " in key]
    surnames = {" ".join(words[at:]) for words in names for at in range(1, len(words))}
    return surnames, {word for words in names for word in words[:-1]}


def _by_person(key: str, kind: str, votes: Counter[str], surnames: set[str], others: set[str]) -> str:
    """Turn a name into a person when it is part of a person's full name in the article.

    The model often takes a bare surname for an organization or place. A country, or a place that may have given a first
    name, is a person only when the model mostly says so.
    """
    if key in surnames and kind not in {"country", "nationality"} and not is_known_place(key):
        return "person"
    if key not in surnames | others:
        return kind
    if kind in {"country", "nationality", "place"}:
        return "person" if votes["person"] * 2 > votes.total() else kind
    return "person"


@cache
def kind_words() -> dict[str, str]:
    """Return the kind that the last word of a name tells, by that word in lower case without full stop."""
    return {word: kind for kind, words in lexicon_rows("kind_words.tsv") for word in words.split()}
