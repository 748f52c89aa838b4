from typing import TYPE_CHECKING

import pytest

from transforms.events.reporters import is_kept_from_reporters
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The minister declined to comment on it.", "declined", True),
        ("A clerk asked not to be named.", "asked", True),
        ("The minister declined to sign the treaty.", "declined", False),
        ("A clerk asked to name the winner.", "asked", False),
        ("The police declined to say who was killed.", "declined", True),
        ("The police refused to give details.", "refused", True),
        ("The driver refused to identify himself.", "refused", True),
        ("A clerk requested anonymity.", "requested", True),
        ("Radio Lima asked the mayor for comment.", "asked", True),
        ("The mayor refused to discuss the plan.", "refused", False),
        ("The mayor asked the council for money.", "asked", False),
    ],
)
def test_what_is_kept_from_reporters(nlp: "Language", text: str, verb: str, expected: bool) -> None:
    token = next(token for token in parse(nlp, text) if token.text == verb)
    assert is_kept_from_reporters(token) is expected, text
