"""Read the lexicon of words that tell events, by PLOVER's types, with what they must take and who must be there."""

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.tables import lexicon_rows

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

PLACE = "@place"
"""Stands among what a word takes for any name of a place."""

Taken = Mapping[str, "Token"]
"""What a word takes, by lemma and by form; its subject with `<` before it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the lexicon: `takes` holds the alternatives, each the sets of words of which one must be there.

    `unmarked` holds the same without the marks of subjects.
    """

    event_type: str
    takes: tuple[tuple[frozenset[str], ...], ...]
    frame: str
    unmarked: tuple[tuple[frozenset[str], ...], ...]

    @property
    def is_deed(self) -> bool:
        """Whether only people do it, on purpose, so that it is told where nobody is named too."""
        return self.frame == "deed"

    @property
    def is_done_to_people(self) -> bool:
        """Whether it is an event only when it is done to somebody who can act."""
        return self.frame == "people"

    @property
    def is_done_to_powers(self) -> bool:
        """Whether it is an event only when its object is a state, an organization or a force."""
        return self.frame == "power"

    def may_match(self, words: Set[str]) -> bool:
        """Whether a sentence of these words, PLACE among them, can hold what makes the entry fit: soon told."""
        for pair in self.unmarked:
            for wanted in pair:
                if words.isdisjoint(wanted):
                    break
            else:
                return True
        return not self.unmarked

    def match(self, taken: "Taken") -> "list[Token] | None":
        """Return the words taken that make the entry fit, none when it wants none; None when it does not fit."""
        if not self.takes:
            return []
        for wanted in self.takes:
            found = [[taken[word] for word in words & taken.keys()] for words in wanted]
            if all(found):
                return [max(tokens, key=lambda token: token.i) for tokens in found]
        return None


@cache
def triggers() -> dict[tuple[str, str], tuple[Entry, ...]]:
    """Return the entries of the lexicon by kind of word (verb or noun) and lemma, those that take something first."""
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for event_type, kind, words, takes, frame in lexicon_rows("event_triggers.tsv"):
        for word in words.split("|") if kind != "class" else ():
            wanted = _alternatives(takes)
            found[kind, word].append(Entry(event_type, wanted, frame, _unmarked(wanted)))
    return {key: tuple(sorted(entries, key=lambda entry: not entry.takes)) for key, entries in found.items()}


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of a class of the lexicon, such as `weapon`; raises KeyError when there is none."""
    classes = {word: takes for _, kind, word, takes, _ in lexicon_rows("event_triggers.tsv") if kind == "class"}
    return frozenset(classes[name].split("|"))


def _alternatives(takes: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """Read `a|b+c|@class`: words that do alone are one alternative, and so is each pair."""
    parts = takes.split("|") if takes else []
    alone = frozenset(word for part in parts if "+" not in part for word in _words(part))
    pairs = tuple(tuple(frozenset(_words(word)) for word in part.split("+")) for part in parts if "+" in part)
    return ((alone,), *pairs) if alone else pairs


def _unmarked(takes: tuple[tuple[frozenset[str], ...], ...]) -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(tuple(frozenset(word.removeprefix("<") for word in words) for words in pair) for pair in takes)


def _words(part: str) -> set[str]:
    mark = "<" if part.startswith("<") else ""
    word = part.removeprefix("<")
    if not word.startswith("@"):
        return {part}
    return {mark + each for each in word_class(word[1:])} | ({PLACE} if word == PLACE else set())
