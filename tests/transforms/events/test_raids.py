from typing import TYPE_CHECKING

import pytest

from transforms.events.telling import find_told
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Residents said the raid took place in the morning.", ["ASSAULT"]),
        ("Troops began a raid against the rebels.", ["ASSAULT"]),
        ("The police raid on the newspaper took place in the morning.", ["COERCE"]),
        ("Tax authorities raided the headquarters of the ministry.", ["COERCE"]),
        ("Rebels raided the headquarters of the ministry.", ["ASSAULT"]),
    ],
)
def test_raids_of_soldiers_and_of_police(nlp: "Language", text: str, expected: list[str]) -> None:
    assert [told.trigger.event_type for told in find_told(parse(nlp, text))] == expected
