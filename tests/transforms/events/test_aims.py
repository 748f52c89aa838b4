from typing import TYPE_CHECKING

import pytest

from transforms.events.aims import is_aim_of, is_only_aim
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The plan to attack Rome failed.", "attack", True),
        ("The army to attack Rome left.", "attack", False),
        ("They attack Rome.", "attack", False),
    ],
)
def test_what_a_plan_is_for(nlp: "Language", text: str, verb: str, expected: bool) -> None:
    token = next(token for token in parse(nlp, text) if token.text == verb)
    assert is_only_aim(token) == expected, text


def test_a_plan_does_not_act(nlp: "Language") -> None:
    doc = parse(nlp, "The plan to attack Rome failed.")
    assert is_aim_of(doc[1], doc[3])
