from typing import TYPE_CHECKING

import pytest

from transforms.events.announced import announced
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Peru will attack Rome.", "ASSAULT", "THREATEN"),
        ("Peru may attack Rome.", "ASSAULT", "THREATEN"),
        ("Peru will not attack Rome.", "ASSAULT", "ASSAULT"),
        ("Peru said it would attack Rome.", "ASSAULT", "THREATEN"),
        # without a speaker, or with how often, it is only imagined or remembered
        ("Peru would attack Rome.", "ASSAULT", "ASSAULT"),
        ("Peru said it would often attack Rome.", "ASSAULT", "ASSAULT"),
        ("Peru will attack Rome to help it.", "AID", "AGREE"),
        ("Peru will have attacked Rome.", "AID", "AID"),
    ],
)
def test_the_type_of_what_is_announced(nlp: "Language", text: str, event_type: str, expected: str) -> None:
    verb = next(token for token in parse(nlp, text) if token.lemma_ == "attack")
    assert announced(event_type, verb) == expected, text
