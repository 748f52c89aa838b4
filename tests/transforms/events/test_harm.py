from typing import TYPE_CHECKING

import pytest

from transforms.events.harm import is_no_violence
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("They fought against apartheid.", "fought", True),
        ("They fought against rebels.", "fought", False),
        ("The two men clashed over a treaty.", "clashed", True),
        ("The two armies clashed near the town.", "clashed", False),
        ("The singer shot to fame.", "shot", True),
        ("The soldier shot the guard.", "shot", False),
        ("The pilots beat the record.", "beat", True),
        ("Norwick beat Ashby 3-1.", "beat", True),
        ("Wilders was beaten into second place.", "beaten", True),
        ("Police beat the man.", "beat", False),
        ("The men beat him with a bat.", "beat", False),
        ("The clerk destroyed the documents.", "destroyed", True),
        ("The army destroyed the bridge.", "destroyed", False),
    ],
)
def test_what_hurts_nobody(nlp: "Language", text: str, verb: str, expected: bool) -> None:
    token = next(token for token in parse(nlp, text) if token.text == verb)
    assert is_no_violence(token, {child.dep_ for child in token.rights}) is expected, text
