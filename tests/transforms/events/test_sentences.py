from typing import TYPE_CHECKING

from transforms.events.sentences import words_of_sentence
from transforms.events.trigger_lexicon import PLACE
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "They signed treaties. They left.\n\nRome waited for them."


def test_words_are_those_of_the_sentence(nlp: "Language") -> None:
    doc = parse(nlp, TEXT)
    assert {"sign", "signed", "treaty", "treaties", PLACE} <= words_of_sentence(doc[0])
    assert "left" not in words_of_sentence(doc[0])
    assert "wait" in words_of_sentence(doc[-1])
