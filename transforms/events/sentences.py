"""Tell the words of a sentence: to look for one of them takes longer the longer the sentence is."""

from typing import TYPE_CHECKING

from transforms.events.trigger_lexicon import PLACE

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

WORDS = "words of sentences"
"""What is kept with a document."""


def words_of_sentence(token: "Token") -> set[str]:
    """Return the words of a word's sentence, by lemma and by form, and PLACE: what a verb takes is among them."""
    sentence = token.sent
    return token.doc.kept(WORDS, sentence.start, lambda: _words(sentence))


def _words(sentence: "Span") -> set[str]:
    part = slice(sentence.start, sentence.end)
    return {*sentence.doc.lemmas[part], *sentence.doc.lowers[part], PLACE}
