from typing import TYPE_CHECKING

import pytest

from transforms.events.where import is_only_where, leads_to_where
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("The leaders met in Geneva.", "CONSULT", True),
        ("A man was shot in London.", "ASSAULT", True),
        ("A man was killed at Heathrow.", "ASSAULT", True),
        ("Rebels fought for Aleppo.", "ASSAULT", True),
        ("Police deported the man to Peru.", "COERCE", True),
        ("Ministers talked on Syria.", "CONSULT", True),
        ("They pledged a wall on Peru.", "AGREE", True),
        ("They pledged to lift a ban on Peru.", "AGREE", False),
        ("Jets bombed targets in Syria.", "ASSAULT", False),
        ("A man was arrested in London.", "COERCE", True),
    ],
)
def test_names_of_where(nlp: "Language", text: str, event_type: str, expected: bool) -> None:
    name = next(token for token in parse(nlp, text) if token.ent_type_)
    assert is_only_where(name, event_type) is expected, text


@pytest.mark.parametrize(("verb", "expected"), [("fired", False), ("injured", True)])
def test_at_whom_one_aims(nlp: "Language", verb: str, expected: bool) -> None:
    doc = parse(nlp, f"They {verb} them at the house.")
    house = next(token for token in doc if token.text == "house")
    assert leads_to_where(house, "ASSAULT", doc[1]) is expected
