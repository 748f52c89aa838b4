"""Find nouns that take up an entity named before: `the group`, `the ministry`, `the president`."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from transforms.lexicons.tables import lexicon_rows

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Token


class Antecedent(NamedTuple):
    """What a head noun may take up: an entity, its kind, the words of its names and role, and its first mention.

    `words` are in lower case; `first_char` is the offset of the first mention.
    """

    entity_id: str
    kind: str
    words: frozenset[str]
    first_char: int


def find_head_nouns(
    doc: "Doc", antecedents: Sequence[Antecedent], taken: set[int]
) -> Iterator[tuple[int, int, Antecedent]]:
    """Yield tokens [start, end) of an article and noun outside `taken`, with the one entity that they can mean.

    Where several entities fit, or none, nothing is yielded: who is meant is then for the reader to say.
    """
    nouns = head_nouns()
    for i in [i for i, word in enumerate(doc.lowers) if word in nouns]:
        if i not in taken and _stands_alone(token := doc[i]):
            meant = _only(antecedents, token, *nouns[token.lower_])
            if meant:
                yield token.i - 1, token.i + 1, meant


def _stands_alone(noun: "Token") -> bool:
    """Tell whether a noun has no more than its article: `the group`, not `the group of seven`."""
    if noun.i == 0 or noun.nbor(-1).lower_ != "the" or noun.dep_ in {"compound", "nmod", "amod"}:
        return False
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    return following is None or not (following.lower_ in {"of", "that", "which", "who", "-"} or following.tag_ == "NNP")


def _only(antecedents: Sequence[Antecedent], noun: "Token", kind: str, fits: str) -> Antecedent | None:
    before = [one for one in antecedents if one.kind == kind and one.first_char < noun.idx]
    named = [one for one in before if noun.lower_ in one.words]
    fitting = named or (before if fits == "any" else [])
    return fitting[0] if len(fitting) == 1 else None


@cache
def head_nouns() -> dict[str, tuple[str, str]]:
    """Return kind and fit by noun, from the lexicon."""
    return {noun: (kind, fits) for noun, kind, fits in lexicon_rows("head_nouns.tsv")}
