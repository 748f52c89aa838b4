"""Join the names that one thing goes by in an article: aliases in brackets, acronyms, surnames and short forms."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate, candidate
from transforms.entities.name_forms import QUOTES
from transforms.entities.name_words import by_first_word, kind_words
from transforms.entities.no_names import is_shouted_word
from transforms.lexicons.countries import country_named, country_of_people

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc

ABBREVIATED = {"organization", "law", "event", "facility", "product"}
"""Kinds that articles introduce with their abbreviation in brackets."""

BRACKET_LENGTH = 6  # tokens: `(also known as “IS”)` with its quotation marks
BRACKET_WORDS = {"the", "or", "also", "known", "as", "formerly", "called", "aka", ","}

HALVES = {"north", "south"}
"""What countries parted in two are called by alone."""

PREPOSITIONS = {"in", "of", "for", "on", "at", "to", "against"}

PARTS_OF_STATE = frozenset(
    {"ministry", "department", "agency", "council", "committee", "commission", "court", "office", "bureau", "board"}
)
"""Bodies that are a part of what they are called after, not the same: the Senate and the Senate committee."""

CALLED_BY_HEAD = {
    "council", "committee", "commission", "board", "club", "league", "association", "federation", "foundation",
    "institute", "university", "college", "academy", "society", "trust", "fund", "bank", "authority", "times", "post",
    "party", "herald", "tribune", "journal", "observer", "gazette", "star", "telegraph", "guardian",
}  # fmt: skip
"""Last words by which alone bodies and papers go on to be called: the Zanari Star, the Star."""

DOMINANT = 3
"""How many times as often as namesakes a person must be named in full for the bare surname to be theirs: of a couple
who are named once or twice each, it is nobody's."""

NOBODY = ""
"""What a name stands for that several persons of the article bear, none of them named much more often."""


def find_bracketed(
    doc: "Doc", names: Sequence[NameCandidate], kinds: Mapping[str, str]
) -> Iterator[tuple[NameCandidate, str]]:
    """Yield abbreviations given in brackets after a name, `African Union (AU)`, each with the key of that name."""
    for name in names:
        if kinds[name.key] not in ABBREVIATED:
            continue
        at = name.end
        while at < len(doc) and doc[at].text in QUOTES:
            at += 1
        alias = _in_bracket(doc, at)
        if alias and not _stands_for_more(alias, name.key):
            yield alias, name.key


def find_capital(names: Sequence[NameCandidate]) -> dict[str, str]:
    """Return what D.C. stands for where the model parted it from the city that it follows: Washington, D.C."""
    beside = ((one.key, two.key) for one, two in pairwise(names) if two.start - one.end <= 1)
    is_capital = ("washington", "dc") in beside
    return {"dc": "washington"} if is_capital else {}


def find_halves(names: Sequence[NameCandidate], kinds: Mapping[str, str]) -> dict[str, str]:
    """Return the country that `the North` or `the South` stands for in an article that names it: North Korea."""
    found = {}
    for half in HALVES & kinds.keys():
        wholes = {name.key for name in names if name.key.startswith(f"{half} ") and kinds[name.key] == "country"}
        if len(wholes) == 1:
            found[half] = wholes.pop()
    return found


def _in_bracket(doc: "Doc", at: int) -> NameCandidate | None:
    if at >= len(doc) or doc[at].text != "(":
        return None
    inside = doc[at + 1 : at + 1 + BRACKET_LENGTH]
    closing = next((token.i for token in inside if token.text == ")"), None)
    words = [t for t in doc[at + 1 : closing or at] if t.text not in QUOTES and t.lower_ not in BRACKET_WORDS]
    if len(words) != 1 or not words[0].is_upper or len(words[0].text) < 2:
        return None
    return candidate(doc, words[0].i, words[0].i + 1, "ORG", "bracket")


def _stands_for_more(alias: NameCandidate, full: str) -> bool:
    """Tell whether a bracket tells where a thing is, `Tesco (UK)`, rather than what it is called."""
    return country_named(alias.text) is not None and alias.key != _initials(full)


def _initials(key: str) -> str:
    return "".join(word[0] for word in key.split() if word not in PREPOSITIONS | {"and", "the"})


def join(keys: Counter[str], kinds: Mapping[str, str]) -> dict[str, str]:
    """Return, by the key of a short name, the key of the full name that it stands for.

    `keys` counts the mentions of each name; full names are never themselves keys of the result. A part of the names of
    two persons that is as likely either's stands for NOBODY.
    """
    joined: dict[str, str] = {}
    sharing: dict[str, set[str]] = {}  # by a word, or the initials that may stand for the name
    for name in keys:
        for word in {*name.split(), _initials(name)}:
            sharing.setdefault(word, set()).add(name)
    # Longest first: a name is joined before those that are part of it.
    for key in sorted(keys, key=lambda key: (-len(key.split()), -len(key), key)):
        near = sharing[key.split()[0]] if key.strip() else keys
        fuller = {full for full in near if _stands_for(key, full, kinds)}
        if not fuller:
            continue
        fuller = {joined.get(full, full) for full in _surnamed(key, fuller)} - {key, NOBODY}
        counts = {full: sum(keys[k] for k in keys if joined.get(k, k) == full) for full in fuller}
        full = _dominant(counts)
        if full:
            joined[key] = full
        elif len(counts) > 1 and kinds[key] == "person":
            joined[key] = NOBODY
    return joined


def _surnamed(short: str, fuller: set[str]) -> set[str]:
    """Leave only the names that end in a short one, if any do: the name of a thing may begin with its maker's."""
    return {full for full in fuller if full.split()[-len(short.split()) :] == short.split()} or fuller


def _dominant(counts: Mapping[str, int]) -> str | None:
    """Return the only name, or the one that far outnumbers the others; None when several are as likely."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    others = [full for full, _ in ranked[1:] if not _is_misspelling(full, ranked[0][0])]
    if not ranked or (others and ranked[0][1] < DOMINANT * counts[others[0]]):
        return None
    return ranked[0][0]


def _is_misspelling(name: str, other: str) -> bool:
    """Tell whether two names differ in one letter within a word: Kristen and Kristin of one surname are one."""
    pairs = [(one, two) for one, two in zip(name, other, strict=False) if one != two]
    return len(name) == len(other) and len(pairs) == 1 and " " not in pairs[0] and name[0] == other[0]


def _stands_for(short: str, full: str, kinds: Mapping[str, str]) -> bool:
    kind, of_kind = kinds[short], kinds[full]
    if len(full) <= len(short):
        return False
    if kind == of_kind == "person":
        return _is_part_of_person(short.split(), full.split())
    # A short form in quotation marks or out of context is often marked as a work or product.
    return of_kind == "organization" and kind in {of_kind, "work", "product"} and _is_short_organization(short, full)


def _is_part_of_person(short: list[str], full: list[str]) -> bool:
    """Tell whether words of a full name follow each other in the short one, or only middle names are left out."""
    size = len(short)
    if size < len(full) and any(full[at : at + size] == short for at in range(len(full) - size + 1)):
        return True
    return size == 2 < len(full) and (full[0], full[-1]) == (short[0], short[-1])


def _is_short_organization(short: str, full: str) -> bool:
    words, all_words = short.split(), full.split()
    if len(words) == 1 and len(all_words) > 1 and short == _initials(full):
        return True
    rest = len(all_words) - len(words)
    if rest < 1:
        return False
    if len(words) == 1 and all_words[-1] == short and short in CALLED_BY_HEAD:
        return True
    if all_words[:-rest] == words:
        return _may_be_left_out(all_words[-rest:], words)
    # The Russian Foreign Ministry is the Foreign Ministry from then on.
    return len(words) > 1 and all_words[rest:] == words and all(_is_nation(word) for word in all_words[:rest])


def _may_be_left_out(rest: list[str], words: list[str]) -> bool:
    """Tell whether a name is the same without its end: `Harvard` University, the `Islamic Resistance` in Iraq."""
    if len(rest) == 1:
        return kind_words().get(rest[0]) == "organization" and rest[0] not in PARTS_OF_STATE
    return rest[0] in PREPOSITIONS and len(words) > 1


def _is_nation(word: str) -> bool:
    known = (word.title(), word.upper())
    return any(country_named(form) or country_of_people(form) for form in known)


def find_repeated(doc: "Doc", names: Mapping[str, str], taken: set[int]) -> Iterator[NameCandidate]:
    """Yield further mentions of names that the model missed, outside the tokens `taken`.

    `names` gives the label by the name's words as the article writes them, joined by single spaces.
    """
    by_first, last = by_first_word(names), 0
    for at in [i for i, word in enumerate(doc.texts) if word in by_first]:
        options = by_first[doc.texts[at]] if at >= last and at not in taken else []
        length = next((len(words) for words in options if _repeats(doc, at, words, taken)), 0)
        if length:
            last = at + length
            name = " ".join(token.text for token in doc[at : at + length])
            found = candidate(doc, at, at + length, names[name], "repeated")
            if found:
                yield found


def _repeats(doc: "Doc", at: int, words: list[str], taken: set[int]) -> bool:
    span = doc[at : at + len(words)]
    if [token.text for token in span] != words or any(token.i in taken for token in span):
        return False
    if len(words) > 1:
        return True
    return (span[0].pos_ == "PROPN" or span[0].is_upper) and not is_shouted_word(span[0])
