"""Do what spaCy's attribute ruler does by a table: parts of speech and features from tag, word and dependency."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeGuard, cast

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Token

OF_A_TOKEN = frozenset(("ORTH", "TEXT", "LOWER", "TAG", "DEP", "POS", "LEMMA", "IS_SPACE"))
"""What a pattern may ask of a token, and nothing else, for the table to do what the ruler does."""

OF_WORDS = ("ORTH", "TEXT", "LOWER", "LEMMA")
"""Those that are told by words, of which patterns name few: to them all other words are alike."""

MAX_ENTRIES = 200_000
"""Words, or kinds of token, before they are forgotten, some 30 MB: those of the news come and go."""

Rules = tuple[int, ...]
"""The numbers of patterns that match a token; later ones have the last word."""


class AttributeTable:
    """A component that sets what an attribute ruler sets, token for token.

    Nearly all patterns look at one token, and tokens that are alike in what patterns ask get the same attributes: to
    match all patterns on every token took a fifth of the pipeline's time. Here the ruler is asked once about each
    kind of token; patterns over several tokens are matched on each text, as the ruler does.
    """

    def __init__(self, ruler: "AttributeRuler") -> None:
        from spacy.matcher import Matcher

        self.ruler = ruler
        self.over_several = Matcher(ruler.vocab)
        for number, pattern in enumerate(ruler.patterns):
            if several := [tokens for tokens in cast("list[Any]", pattern["patterns"]) if len(tokens) > 1]:
                self.over_several.add(str(number), several)
        # What words tell comes first in a kind of token.
        self.asked: list[int | str] = [*sorted(asked_of_tokens(ruler), key=lambda name: (name not in OF_WORDS, name))]
        self.of_words = sum(name in OF_WORDS for name in self.asked)
        self.named = re.compile("|".join(words_asked(ruler)) or "(?!)")
        self.words: dict[int, int] = {}
        self.rules: dict[tuple[int, ...], Rules] = {}
        self.attributes: dict[Rules, dict[int, Any]] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the attributes of a document's tokens; returns the document."""
        # What the ruler itself sets by; importing it is the price of not making a Span for each token and pattern.
        from spacy.tokens._retokenize import set_token_attrs

        if len(self.rules) + len(self.words) > MAX_ENTRIES:
            self.rules.clear()
            self.words.clear()
        several = self._several(doc)
        columns = doc.to_array(self.asked).T.tolist()
        words = [map(self._word, column) for column in columns[: self.of_words]]
        for token, kind in zip(doc, zip(*words, *columns[self.of_words :], strict=True), strict=True):
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

    def _several(self, doc: "Doc") -> dict[int, set[int]]:
        """Return by token the patterns that match it together with its neighbours."""
        rules: dict[int, set[int]] = defaultdict(set)
        for name, start, end in self.over_several(doc, allow_missing=True, as_spans=False):
            number = int(self.ruler.vocab.strings[name])
            rules[range(start, end)[self.ruler.indices[number]]].add(number)
        return rules

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
    """Tell whether a component is a ruler that asks only what each token tells: no operators, no extensions."""
    from spacy.pipeline import AttributeRuler

    return isinstance(ruler, AttributeRuler) and asked_of_tokens(ruler) <= OF_A_TOKEN
