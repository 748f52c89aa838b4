from typing import TYPE_CHECKING

import pytest

from transforms.events.taken import taken_by, taken_by_word
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "taken", "not_taken"),
    [
        ("Oslo cut the trade deficit.", "cut", {"deficit", "<oslo"}, {"trade"}),
        ("Oslo cut trade with Lima.", "cut", {"trade", "with", "@place"}, {"<trade"}),
        ("The guests were greeted by the leaders.", "greeted", {"guest"}, {"leader"}),
        ("They cut the costs for trade.", "cut", {"cost"}, {"trade"}),
        ("They broke up ISIL-linked cells.", "broke", {"cell"}, {"link"}),
        ("The fire was started in protest.", "started", {"in"}, {"protest"}),
        ("Peru announced it after a siege.", "announced", {"it"}, {"siege"}),
    ],
)
def test_what_a_verb_takes(nlp: "Language", text: str, verb: str, taken: set[str], not_taken: set[str]) -> None:
    token = next(token for token in parse(nlp, text) if token.text == verb)
    words = taken_by_word(token).keys()
    assert taken <= words, text
    assert not not_taken & words, text


def test_when_it_happens_is_not_taken(nlp: "Language") -> None:
    doc = parse(nlp, "They called on Friday.")
    assert "on" not in {token.lower_ for token in taken_by(doc[1])}
