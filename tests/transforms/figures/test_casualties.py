from typing import TYPE_CHECKING

import pytest

from transforms.figures.casualties import casualty, stated
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "counted", "unit"),
    [
        ("The army killed 12 men.", "men", "killed"),
        ("12 men were wounded by the army.", "men", "wounded"),
        ("12 men drowned.", "men", "killed"),
        ("Another 12 were missing.", "12", "missing"),
        ("The flood left 12 men homeless.", "men", "displaced"),
        ("12 men were kidnapped.", "men", "abducted"),
        ("12 men killed the king.", "men", None),
        ("12 men came home.", "men", None),
        ("The toll stands at 12.", "12", "killed"),
        ("Officials put the death toll at 12.", "12", "killed"),
        ("The raid did not kill the men.", "men", None),
        ("The killing of 12 men shocked the town.", "men", "killed"),
        ("The arrest of 12 men shocked the town.", "men", "detained"),
        ("It killed 20 people, including 12 men.", "men", "killed"),
        ("Seven were killed and 12 others injured.", "others", "wounded"),
    ],
)
def test_casualty(nlp: "Language", text: str, counted: str, unit: str | None) -> None:
    assert casualty(next(token for token in parse(nlp, text) if token.text == counted)) == unit, text


@pytest.mark.parametrize(
    ("text", "after", "unit"),
    [
        ("12 killed in blast", "killed", "killed"),
        ("A fire left two dead.", "dead", "killed"),
        ("12 wounded soldiers came home.", "wounded", None),
        ("12 wounded the king.", "wounded", None),
    ],
)
def test_stated(nlp: "Language", text: str, after: str, unit: str | None) -> None:
    assert stated(next(token for token in parse(nlp, text) if token.text == after)) == unit, text
