from typing import TYPE_CHECKING

import pytest

from transforms.casualties import casualty
from transforms.nlp import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "counted", "unit"),
    [
        ("The army killed 12 men.", "men", "killed"),
        ("12 men were wounded by the army.", "men", "wounded"),
        ("12 men drowned.", "men", "killed"),
        ("The flood left 12 men homeless.", "men", "displaced"),
        ("12 men were kidnapped.", "men", "abducted"),
        ("12 men killed the king.", "men", None),
        ("12 men came home.", "men", None),
        ("The toll stands at 12.", "12", "killed"),
    ],
)
def test_casualty(nlp: "Language", text: str, counted: str, unit: str | None) -> None:
    assert casualty(next(token for token in parse(nlp, text) if token.text == counted)) == unit, text
