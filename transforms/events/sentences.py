"""Tell the sentence that a word stands in, and its words: to ask the word takes longer the longer its sentence is."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from transforms.events.trigger_lexicon import PLACE
from transforms.parsing.columns import columns, kept

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WORDS, STARTS = "words of sentences", "starts of sentences"
"""What is kept with a document."""


def sentence_of(token: "Token") -> int:
    """Return the number of a word's sentence in its document, from 1."""
    return bisect_right(_starts(token.doc), token.i)


def words_of_sentence(token: "Token") -> set[str]:
    """Return the words of a word's sentence, by lemma and by form, and PLACE: what a verb takes is among them."""
    doc, number = token.doc, sentence_of(token)
    return kept(doc, WORDS, number, lambda: _words(doc, number))


def _starts(doc: "Doc") -> list[int]:
    def make() -> list[int]:
        marks = doc.to_array(["SENT_START"]).tolist()
        return [0, *(i for i, mark in enumerate(marks) if mark == 1 and i)]

    return kept(doc, STARTS, 0, make)


def _words(doc: "Doc", number: int) -> set[str]:
    read, starts = columns(doc), _starts(doc)
    part = slice(starts[number - 1], starts[number] if number < len(starts) else len(doc))
    return {*read.lemmas[part], *read.lowers[part], PLACE}
