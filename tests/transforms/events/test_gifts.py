from typing import TYPE_CHECKING

import pytest

from transforms.events.gifts import is_other_gift, is_price
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "gift", "expected"),
    [
        ("She gave a defense of the credits.", "credits", True),
        ("They approved the deployment of the missiles.", "missiles", True),
        ("They sent 50 tons of food.", "food", False),
        ("They sent a shipment of arms.", "arms", False),
        ("They sent food.", "food", False),
    ],
)
def test_what_is_only_spoken_of(nlp: "Language", text: str, gift: str, expected: bool) -> None:
    token = next(token for token in parse(nlp, text) if token.text == gift)
    assert is_other_gift("AID", [token]) is expected, text
    assert not is_other_gift("AGREE", [token])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The firm offered 60 dollars for each share.", True), ("The state offered 60 dollars for food.", False)],
)
def test_what_is_paid_for(nlp: "Language", text: str, expected: bool) -> None:
    assert is_price(next(token for token in parse(nlp, text) if token.text == "offered")) is expected, text
