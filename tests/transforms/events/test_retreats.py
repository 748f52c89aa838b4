from typing import TYPE_CHECKING

import pytest

from transforms.events.retreats import is_no_retreat
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru withdrew its troops.", False),
        ("Peru withdrew the offer.", True),
        ("Peru withdrew from the lawsuit.", True),
        ("The widow withdrew $900 from her bank.", True),
        ("Peru pulled back its troops.", False),
        ("They pulled him out.", True),
        ("Foreign troops were drawn back into the war.", True),
        ("Peru turned the water into a weapon.", True),
        ("Rebels turned over their weapons.", False),
    ],
)
def test_what_is_left_without_a_retreat(nlp: "Language", text: str, expected: bool) -> None:
    verb = next(token for token in parse(nlp, text) if token.dep_ == "ROOT")
    assert is_no_retreat(verb) is expected, text
