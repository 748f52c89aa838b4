"""When a place stands for its government."""

from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.places.government import acts

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Paris accused Berlin.", True), ("Paris resumed talks.", True), ("Paris burned.", False)],
)
def test_acts(nlp: "Language", text: str, expected: bool) -> None:
    assert acts(parse(nlp, text)[0]) is expected
