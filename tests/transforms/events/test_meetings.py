from typing import TYPE_CHECKING

import pytest

from transforms.events.meetings import is_before_press, welcomes_in_words
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "is_press", "is_thing"),
    [
        ("The mayor held a news conference.", "held", True, False),
        ("The mayor held a conference.", "held", False, False),
        ("The mayor welcomed the envoy.", "welcomed", False, False),
        ("The mayor welcomed President Lee's decision.", "welcomed", False, True),
        ("The decision was welcomed by the mayor.", "welcomed", False, True),
    ],
)
def test_what_meets_nobody(nlp: "Language", text: str, verb: str, is_press: bool, is_thing: bool) -> None:
    token = next(token for token in parse(nlp, text) if token.text == verb)
    assert (is_before_press(token), welcomes_in_words(token)) == (is_press, is_thing)
