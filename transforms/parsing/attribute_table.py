"""Do what spaCy's attribute ruler does by a table: parts of speech and features from tag, word and dependency."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeGuard, cast

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Token

OF_A_TOKEN = frozenset(("ORTH", "TEXT", "LOWER", "TAG", "DEP", "POS", "LEMMA", "IS_SPACE"))
"""What a pattern may ask of a token, and nothing else, for the table to do what the ruler does."""

MAX_ENTRIES = 200_000
"""Words with their tag and dependency before the table begins anew, some 50 MB: those of the news come and go."""

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
        self.asked: list[int | str] = [*sorted(asked_of_tokens(ruler))]
        self.rules: dict[tuple[int, ...], Rules] = {}
        self.attributes: dict[Rules, dict[int, Any]] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the attributes of a document's tokens; returns the document."""
        # What the ruler itself sets by; importing it is the price of not making a Span for each token and pattern.
        from spacy.tokens._retokenize import set_token_attrs

        if len(self.rules) > MAX_ENTRIES:
            self.rules.clear()
        several = self._several(doc)
        for token, kind in zip(doc, map(tuple, doc.to_array(self.asked).tolist()), strict=True):
            if (rules := self.rules.get(kind)) is None:
                rules = self.rules[kind] = self._alone(token)
            if token.i in several:
                rules = tuple(sorted({*rules, *several[token.i]}))
            if rules:
                set_token_attrs(token, self._attributes(rules))
        return doc

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


def asked_of_tokens(ruler: "AttributeRuler") -> set[str]:
    """Return the names of what a ruler's patterns ask of tokens."""
    patterns: list[list[dict[str, Any]]] = [
        tokens for one in ruler.patterns for tokens in cast("list[Any]", one["patterns"])
    ]
    return {name.upper() for tokens in patterns for token in tokens for name in token}


def fits_a_table(ruler: object) -> TypeGuard["AttributeRuler"]:
    """Tell whether a component is a ruler that asks only what each token tells: no operators, no extensions."""
    from spacy.pipeline import AttributeRuler

    return isinstance(ruler, AttributeRuler) and asked_of_tokens(ruler) <= OF_A_TOKEN
