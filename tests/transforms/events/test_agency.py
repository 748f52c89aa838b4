from typing import TYPE_CHECKING

import pytest

from transforms.events.agency import can_act, is_power
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("the army", True),
        ("Iraq", True),
        ("thousands of protesters", True),
        ("thousands", True),
        ("Iran’s navy", True),
        ("armed groups aligned with Iran", True),
        ("the table", False),
        ("they", False),
        ("a row of tables", False),
    ],
)
def test_who_can_act(nlp: "Language", text: str, known: bool) -> None:
    assert can_act(parse(nlp, text)[:]) is known


@pytest.mark.parametrize(
    ("text", "power"), [("Oslo warned Iran.", True), ("Oslo warned the rebels.", True), ("Oslo warned drivers.", False)]
)
def test_a_power_is_the_object_of_its_verb(nlp: "Language", text: str, power: bool) -> None:
    doc = parse(nlp, text)
    phrase = doc[-2:-1]
    assert is_power(phrase, doc[1]) is power
    assert not is_power(phrase, doc[0])
