from typing import TYPE_CHECKING

import pytest

from transforms.events.sentences import sentence_of, words_of_sentence
from transforms.events.trigger_lexicon import PLACE
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "They signed treaties. They left.\n\nRome waited for them."


@pytest.mark.parametrize(("word", "number"), [("signed", 1), ("left", 2), ("Rome", 3), ("them", 3)])
def test_sentences_are_numbered(nlp: "Language", word: str, number: int) -> None:
    doc = parse(nlp, TEXT)
    token = next(token for token in doc if token.text == word)
    assert sentence_of(token) == number
    assert next(i for i, sentence in enumerate(doc.sents, start=1) if token in sentence) == number


def test_words_are_those_of_the_sentence(nlp: "Language") -> None:
    doc = parse(nlp, TEXT)
    assert {"sign", "signed", "treaty", "treaties", PLACE} <= words_of_sentence(doc[0])
    assert "left" not in words_of_sentence(doc[0])
    assert "wait" in words_of_sentence(doc[-1])
