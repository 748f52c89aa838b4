from typing import TYPE_CHECKING

import pytest

from transforms.events.modality import Happening, happening
from transforms.events.triggers import find_triggers
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army attacked Rome.", Happening("past", False, False)),
        ("The army never attacked Rome.", Happening("past", True, False)),
        ("The army is attacking Rome.", Happening("present", False, False)),
        ("The army would attack Rome.", Happening("present", False, True)),
        ("They await talks between Iraq and Iran.", Happening("future", False, False)),
        ("No attack on Rome was seen.", Happening("past", True, False)),
    ],
)
def test_happening(nlp: "Language", text: str, expected: Happening) -> None:
    assert happening(next(find_triggers(parse(nlp, text)))) == expected, text
