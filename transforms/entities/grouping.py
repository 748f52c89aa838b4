"""Gather the names of an article into the things that they name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from transforms.entities.aliases import NOBODY, find_bracketed, find_capital, find_halves, find_repeated, join
from transforms.entities.candidate import NameCandidate
from transforms.entities.containing_country import home_country, is_us_state
from transforms.entities.kinds import find_kinds
from transforms.entities.lone_names import told_alone
from transforms.entities.name_candidates import find_candidates
from transforms.entities.name_forms import canonical
from transforms.entities.told_kinds import told_kinds
from transforms.lexicons.countries import Country, countries, country_meant, country_named

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc

NAMESPACE = UUID("5a1f7c0e-6f2b-4d53-9a86-3b2d1c9e7f40")
"""Root of entity ids; it never changes, or the same person would get another id."""

REPEATED = {"person", "organization", "place", "facility", "product"}
"""Kinds whose single words are looked for where the model missed them."""

KEPT_APART = {"person", "country", "nationality"}
"""Kinds of which another thing may bear the same name; between the others the model wavers from article to article."""

ONE_OFF = 5
"""A longer form is a slip of the model when a shorter one of several words stands this many times as often."""


IDS = 10_000
"""Ids that are kept, some MB: the news name the same again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One thing with all its names in the text, in reading order; the other fields as in `entities`."""

    entity_id: str
    kind: str
    name: str
    country_code: str | None
    names: tuple[NameCandidate, ...]


def find_things(doc: "Doc") -> list[Named]:
    """Return what the text names, in the order of first mention."""
    names = find_candidates(doc)
    kinds = find_kinds(names)
    bracketed = [(alias, full) for alias, full in find_bracketed(doc, names, kinds) if alias.key != full]
    kinds |= {alias.key: kinds[full] for alias, full in bracketed}
    labels = _to_repeat(doc, names, kinds) | {alias.text: "ORG" for alias, _ in bracketed}
    taken = {i for name in names for i in range(name.start, name.end)}
    marked = names
    names = sorted(chain(names, find_repeated(doc, labels, taken)), key=lambda name: name.start)
    if told := told_kinds(doc, names):
        kinds |= find_kinds(marked, told)
        kinds |= {alias.key: kinds[full] for alias, full in bracketed}
    for name in names:
        kinds.setdefault(name.key, "person")  # a surname that stands alone only where the model missed it
    full_names = join(Counter(name.key for name in names), kinds)
    for key, told_to_be in told_alone(doc, names, kinds, full_names).items():
        if told_to_be == NOBODY:
            full_names[key] = NOBODY
        else:
            kinds[key] = told_to_be
    full_names |= {short: full for short, full in find_capital(names).items() if kinds[short] == kinds[full]}
    full_names |= {alias.key: full_names.get(full, full) for alias, full in bracketed}
    if halves := find_halves(names, kinds):
        full_names |= halves
        kinds |= dict.fromkeys(halves, "country")
    return gather(names, kinds, full_names)


def _to_repeat(doc: "Doc", names: Sequence[NameCandidate], kinds: Mapping[str, str]) -> dict[str, str]:
    """Return the names to look for elsewhere, as the article spells them, and surnames, with their labels."""
    labels: dict[str, str] = {}
    for name in names:
        words = [token.text for token in doc[name.start : name.end]]
        kind = kinds[name.key]
        if len(words) > 1 and kind == "person":
            labels.setdefault(words[-1], "PERSON")
        if len(words) > 1 or kind in REPEATED:
            labels.setdefault(" ".join(words), name.label)
    return labels


def gather(names: Sequence[NameCandidate], kinds: Mapping[str, str], full_names: Mapping[str, str]) -> list[Named]:
    """Return the things of an article, in the order of first mention.

    `kinds` gives the kind of each name by its key, `full_names` the key of the full name that it stands for.
    """
    groups: dict[tuple[str, str], list[NameCandidate]] = {}
    nations = {nation.code for name in names if (nation := country_named(name.text))}
    texts = {name.key: name.text for name in names}
    for name in names:
        key = full_names.get(name.key, name.key)
        if key == NOBODY:
            continue
        kind = "place" if kinds[key] == "country" and is_us_state(key, kinds) else kinds[key]
        groups.setdefault((kind, _shared(kind, key, texts.get(key, name.text), nations)), []).append(name)
    mentioned = {shared for kind, shared in groups if kind in {"country", "nationality"}}
    return _each_once(_named(kind, shared, tuple(group), mentioned) for (kind, shared), group in groups.items())


def _each_once(things: Iterable[Named]) -> list[Named]:
    """Join what turns out to be one thing by its id: the first kind and name stand."""
    found: dict[str, Named] = {}
    for thing in things:
        first = found.setdefault(thing.entity_id, thing)
        if first is not thing:
            names = tuple(sorted((*first.names, *thing.names), key=lambda name: name.start))
            found[thing.entity_id] = replace(first, names=names)
    return list(found.values())


def _shared(kind: str, key: str, text: str, nations: set[str]) -> str:
    """Return what all names of one thing share: a country's code, for its people too, else the full name's key.

    `nations` are the codes of the countries named, one of which a word for the people of two countries means.
    """
    nation = None
    if kind in {"country", "nationality"}:
        nation = country_named(text) if kind == "country" else country_meant(text, nations)
    if nation:
        return nation.code
    return key.removesuffix("s") if kind == "nationality" else key


def _named(kind: str, shared: str, names: tuple[NameCandidate, ...], mentioned: set[str]) -> Named:
    nation = countries().by_code.get(shared)
    name, code = _fullest(names), None
    identity = shared if kind in {"country", "nationality"} else canonical(name)
    if nation:
        name = nation.adjective or nation.name if kind == "nationality" else nation.name
        code = nation.code
    elif kind == "place":
        code = home_country(shared, mentioned)
    return Named(entity_id=_id(kind, identity), kind=kind, name=name, country_code=code, names=names)


def country_id(country: Country) -> str:
    """Return the identifier of a country, which it has in articles of any language."""
    return _id("country", country.code)


@lru_cache(IDS)
def _id(kind: str, identity: str) -> str:
    return str(uuid5(NAMESPACE, f"{_kept_apart(kind)}:{identity}"))


def _kept_apart(kind: str) -> str:
    """Return what of a kind tells two things of one name apart: Jordan the man and the country, but not more.

    Whether the Kremlin is an organization or a facility is a matter of the article, and no other Kremlin.
    """
    return kind if kind in KEPT_APART else "thing"


def _fullest(names: Sequence[NameCandidate]) -> str:
    """Return the longest form of a name, in mixed case before capitals; slips of the model aside."""
    if len(names) == 1:
        return names[0].text
    counts = Counter(name.text for name in names)
    often = max((count for text, count in counts.items() if " " in text), default=0)
    forms = [text for text, count in counts.items() if count * ONE_OFF > often]
    return max(forms, key=lambda text: (not text.isupper(), len(text.split()), len(text)))
