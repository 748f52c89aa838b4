"""Which kind of thing a name names, by the evidence of the whole article."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from transforms.entities.candidate import KIND_OF_LABEL, NameCandidate
from transforms.entities.containing_country import is_known_place
from transforms.entities.name_words import kind_by_words
from transforms.entities.told_places import LARGE, is_city
from transforms.lexicons.countries import country_named, is_people
from transforms.lexicons.gazetteer import look_up

PREFERRED = ("person", "organization", "place", "nationality", "facility", "law", "event", "work", "product")
"""Between kinds that the model gave equally often, the commoner in news is the likelier."""


CALL_SIGN = range(3, 5)
"""Letters of a broadcaster's or body's name in capitals that the model may take for a person: WJLA."""

ABBREVIATED = 3
"""Letters of an abbreviation that a syllable of a name may read like: the UN and Kim Jong-un."""

NOTHING_TOLD: Mapping[str, str] = MappingProxyType({})

PARTIES = {
    "Democrats", "Republicans", "Conservatives", "Tories", "Liberals", "Socialists", "Communists", "Greens",
    "Nationalists", "Labourites", "Nazis", "Marines",
}  # fmt: skip
"""Members of a party or force, who are named as it is and are no people of a country."""


def find_kinds(candidates: Sequence[NameCandidate], told: Mapping[str, str] = NOTHING_TOLD) -> dict[str, str]:
    """Return the kind of each name, by its key: one kind for all mentions of a name in the article.

    `told` is what the words beside a name tell of its kind, by its key.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    texts: dict[str, str] = {}
    for name in candidates:
        votes[name.key][KIND_OF_LABEL[name.label]] += 1
        if name.key not in texts or texts[name.key].isupper():
            texts[name.key] = name.text  # a headline has in capitals what is none of an abbreviation
    kinds = {key: _kind(texts[key], count, told.get(key)) for key, count in votes.items()}
    kinds = {key: "person" if _ends_in_person(key, kind, kinds) else kind for key, kind in kinds.items()}
    of_persons = _words_of_persons(kinds)
    kinds |= dict.fromkeys(_short_forms(kinds, votes), "organization")
    return {key: _by_person(texts[key], key, kind, votes[key], of_persons) for key, kind in kinds.items()}


def _kind(text: str, votes: Counter[str], told_beside: str | None) -> str:
    if country_named(text):
        return "country"
    if is_people(text) or (not text.endswith("s") and is_people(f"{text}s")):
        return "nationality"  # a Kashmiri group
    if told_beside:
        return told_beside
    voted = _voted(text, votes)
    if voted == "nationality" and (text.isupper() or text.rsplit(maxsplit=1)[-1] in PARTIES):
        return "organization"  # a people is not abbreviated
    if voted == "person" and text.isupper() and text.isalpha() and len(text) in CALL_SIGN:
        return "organization"
    return kind_by_words(text, voted) or voted


def _voted(text: str, votes: Counter[str]) -> str:
    """Return the kind that the model gave most often; between a body and a large city, the city."""
    if len(votes) == 1:
        return next(iter(votes))
    most = max(PREFERRED, key=lambda kind: votes[kind])
    is_tied = most == "organization" and votes["place"] == votes[most]
    return "place" if is_tied and is_city(text, LARGE) else most


def _ends_in_person(key: str, kind: str, kinds: dict[str, str]) -> bool:
    """Tell whether a name is that of a person whom the article also calls by the surname, such as Peña Nieto.

    Persons are shortened to the ends of their names, organizations to the beginnings.
    """
    if kind not in {"organization", "work", "product"}:
        return False
    words = key.split()
    return any(kinds.get(" ".join(words[at:])) == "person" for at in range(1, len(words)))


def _short_forms(kinds: Mapping[str, str], votes: Mapping[str, Counter[str]]) -> list[str]:
    """Return the names that begin a body's: where the model took it for a person, so it did its short name.

    A person's full name in the article makes a person of the surname again; a place lends its name to bodies.
    """
    mistaken = [key for key, kind in kinds.items() if kind == "organization" and votes[key]["person"] and " " in key]
    shorter = {key.rpartition(" ")[0] for key in mistaken}
    return [key for key in shorter if kinds.get(key) == "person" and not look_up(key)]


def _words_of_persons(kinds: dict[str, str]) -> tuple[set[str], set[str]]:
    """Return what may be surnames, the ends of persons' full names, and the other words of these."""
    names = [key.split() for key, kind in kinds.items() if kind == "person" and " " in key]
    surnames = {" ".join(words[at:]) for words in names for at in range(1, len(words))}
    return surnames, {word for words in names for word in words[:-1]}


def _by_person(text: str, key: str, kind: str, votes: Counter[str], of_persons: tuple[set[str], set[str]]) -> str:
    """Turn a name into a person when it is part of a person's full name in the article.

    The model often takes a bare surname for an organization, place or people. A country, a known people, a place that
    may have given a first name, or a short abbreviation is a person only when the model mostly says so.
    """
    surnames, others = of_persons
    if key not in surnames and key not in others:
        return kind
    mostly_person = votes["person"] * 2 > votes.total()
    if text.isupper() and len(text) <= ABBREVIATED and not mostly_person:
        return kind
    is_known = kind == "country" or is_people(text)
    if key in surnames and not is_known and not is_known_place(key):
        return "person"
    if is_known or kind in {"nationality", "place"}:
        return "person" if mostly_person else kind
    return "person"
