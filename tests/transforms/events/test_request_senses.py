from typing import TYPE_CHECKING

import pytest

from transforms.events.request_senses import is_no_request
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("He asked how long it would take.", "asked", True),
        ("He asked Oslo for help.", "asked", False),
        ("She was asked, “Do you believe that he is behind it?”", "asked", True),
        ("They insisted on staying.", "insisted", True),
        ("They insisted on a vote.", "insisted", False),
        ("They appealed against the ruling.", "appealed", True),
        ("They appealed for calm.", "appealed", False),
        ("He pleaded guilty.", "pleaded", True),
        ("The firm advised that sales had fallen.", "advised", True),
        ("The officers advised him about the raid.", "advised", True),
        ("The officers advised him to leave.", "advised", False),
        ("They insisted that Parliament would decide.", "insisted", True),
    ],
)
def test_what_requests_nothing(nlp: "Language", text: str, verb: str, expected: bool) -> None:
    token = next(token for token in parse(nlp, text) if token.text == verb)
    assert is_no_request(token, {child.dep_ for child in token.rights}) is expected, text
