"""Do what spaCy's attribute ruler does by a table: parts of speech and features from tag, word and dependency."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeGuard, cast

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Span, Token

OF_A_TOKEN = frozenset(("ORTH", "TEXT", "LOWER", "TAG", "DEP", "POS", "LEMMA", "IS_SPACE"))
"""What a pattern may ask of a token, and nothing else, for the table to do what the ruler does."""

OF_WORDS = ("ORTH", "TEXT", "LOWER", "LEMMA")
"""Those that are told by words, of which patterns name few: to them all other words are alike."""

MAX_ENTRIES = 200_000
"""Words, or kinds of token, before they are forgotten, some 30 MB: those of the news come and go."""

Kind = tuple[int, ...]
"""What patterns ask of a token, where those of other words are 0."""

Rules = tuple[int, ...]
"""The numbers of patterns that match a token; later ones have the last word."""


class AttributeTable:
    """A component that sets what an attribute ruler sets, token for token.

    Nearly all patterns look at one token, and tokens that are alike in what patterns ask get the same attributes: to
    match all patterns on every token took a fifth of the pipeline's time. Here the ruler is asked once about each
    kind of token; a few patterns look at two tokens, and are matched once on each two kinds of them.
    """

    def __init__(self, ruler: "AttributeRuler") -> None:
        from spacy.matcher import Matcher

        self.ruler = ruler
        self.over_two = Matcher(ruler.vocab)
        for number, pattern in enumerate(ruler.patterns):
            if two := [tokens for tokens in cast("list[Any]", pattern["patterns"]) if len(tokens) == 2]:
                self.over_two.add(str(number), two)
        # What words tell comes first in a kind of token.
        self.asked: list[int | str] = [*sorted(asked_of_tokens(ruler), key=lambda name: (name not in OF_WORDS, name))]
        self.of_words = sum(name in OF_WORDS for name in self.asked)
        self.named = re.compile("|".join(words_asked(ruler)) or "(?!)")
        self.words: dict[int, int] = {}
        self.rules: dict[Kind, Rules] = {}
        self.pairs: dict[tuple[Kind, Kind], tuple[tuple[int, int], ...]] = {}
        self.attributes: dict[Rules, dict[int, Any]] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the attributes of a document's tokens; returns the document."""
        # What the ruler itself sets by; importing it is the price of not making a Span for each token and pattern.
        from spacy.tokens._retokenize import set_token_attrs

        if len(self.rules) + len(self.words) + len(self.pairs) > MAX_ENTRIES:
            self.rules.clear()
            self.words.clear()
            self.pairs.clear()
        columns = doc.to_array(self.asked).T.tolist()
        words = [map(self._word, column) for column in columns[: self.of_words]]
        kinds = [*zip(*words, *columns[self.of_words :], strict=True)]
        several = self._of_two(doc, kinds)
        for token, kind in zip(doc, kinds, strict=True):
            if (rules := self.rules.get(kind)) is None:
                rules = self.rules[kind] = self._alone(token)
            if token.i in several:
                rules = tuple(sorted({*rules, *several[token.i]}))
            if rules:
                set_token_attrs(token, self._attributes(rules))
        return doc

    def _word(self, key: int) -> int:
        """Return a word's key where a pattern names it, else 0."""
        if (named := self.words.get(key)) is None:
            named = self.words[key] = key if self.named.search(self.ruler.vocab.strings[key]) else 0
        return named

    def _alone(self, token: "Token") -> Rules:
        found = self.ruler.matcher(token.doc[token.i : token.i + 1], allow_missing=True, as_spans=False)
        return tuple(sorted({int(self.ruler.vocab.strings[number]) for number, _, _ in found}))

    def _of_two(self, doc: "Doc", kinds: "Sequence[Kind]") -> dict[int, set[int]]:
        """Return by token the patterns that match it together with its neighbour."""
        rules: dict[int, set[int]] = defaultdict(set)
        for at, pair in enumerate(pairwise(kinds)):
            if (found := self.pairs.get(pair)) is None:
                found = self.pairs[pair] = tuple(self._matched(doc[at : at + 2]))
            for offset, number in found:
                rules[at + offset].add(number)
        return rules

    def _matched(self, two: "Span") -> Iterator[tuple[int, int]]:
        """Yield for each pattern that matches two tokens which of them it is for, and its number."""
        for name, start, end in self.over_two(two, allow_missing=True, as_spans=False):
            number = int(self.ruler.vocab.strings[name])
            yield range(start, end)[self.ruler.indices[number]], number

    def _attributes(self, rules: Rules) -> dict[int, Any]:
        if rules not in self.attributes:
            self.attributes[rules] = {name: value for rule in rules for name, value in self.ruler.attrs[rule].items()}
        return self.attributes[rules]


def words_asked(ruler: "AttributeRuler") -> Iterator[str]:
    """Yield the expressions for the words that a ruler's patterns name; an empty one where that cannot be told."""
    for name, wanted in _conditions(ruler):
        if name not in OF_WORDS:
            continue
        for how, words in wanted.items() if isinstance(wanted, dict) else [("IN", [wanted])]:
            match how:
                case "IN" | "NOT_IN":
                    yield from (rf"\A{re.escape(word)}\Z" for word in words)
                case "REGEX":
                    yield f"(?:{words})"
                case _:
                    yield ""


def asked_of_tokens(ruler: "AttributeRuler") -> set[str]:
    """Return the names of what a ruler's patterns ask of tokens."""
    return {name for name, _ in _conditions(ruler)}


def _conditions(ruler: "AttributeRuler") -> Iterator[tuple[str, Any]]:
    for one in ruler.patterns:
        for tokens in cast("list[list[dict[str, Any]]]", one["patterns"]):
            yield from ((name.upper(), wanted) for token in tokens for name, wanted in token.items())


def fits_a_table(ruler: object) -> TypeGuard["AttributeRuler"]:
    """Tell whether a component is a ruler that asks only what one or two tokens tell: no operators, no extensions."""
    from spacy.pipeline import AttributeRuler

    if not isinstance(ruler, AttributeRuler) or not asked_of_tokens(ruler) <= OF_A_TOKEN:
        return False
    return all(len(tokens) <= 2 for one in ruler.patterns for tokens in cast("list[Any]", one["patterns"]))
