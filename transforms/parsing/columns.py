"""Read once what many rules ask of every token: to ask each token each time took a tenth of what follows the parse."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc

COLUMNS = "columns"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the tokens of a document are, in their order: words as written and in lower case, lemmas in lower case.

    `starts` are the offsets of the words in `text`, the text of the document.
    """

    text: str
    starts: list[int]
    texts: list[str]
    lowers: list[str]
    lemmas: list[str]

    def phrase(self, start: int, end: int) -> str:
        """Return the text of the tokens [start, end), one at least; there are none behind the last."""
        last = min(end, len(self.texts)) - 1
        return self.text[self.starts[start] : self.starts[last] + len(self.texts[last])]


def columns(doc: "Doc") -> Columns:
    """Return the columns of a document that is parsed, made at the first call and kept with it."""
    found: Columns | None = doc.user_data.get(COLUMNS)
    if found is None:
        texts, lowers, lemmas = (_column(doc, name) for name in ("ORTH", "LOWER", "LEMMA"))
        starts, spaces = (doc.to_array([name]).tolist() for name in ("IDX", "SPACY"))
        # As doc.text, which asks each token.
        text = "".join([f"{word} " if space else word for word, space in zip(texts, spaces, strict=True)])
        found = doc.user_data[COLUMNS] = Columns(text, starts, texts, lowers, [lemma.lower() for lemma in lemmas])
    return found


def _column(doc: "Doc", name: str) -> list[str]:
    keys = doc.to_array([name]).tolist()
    words = {key: doc.vocab.strings[key] for key in set(keys)}
    return [words[key] for key in keys]


def kept(doc: "Doc", what: str, at: int, make: Callable[[], T]) -> T:
    """Return what is told of the place `at` of a document, made at the first call and kept with it."""
    told: dict[int, T] = doc.user_data.setdefault(what, {})
    if at not in told:
        told[at] = make()
    return told[at]
