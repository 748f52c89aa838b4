"""What the model takes for a people and is none."""

from typing import TYPE_CHECKING

import pytest

from transforms.entities.candidate import candidate
from transforms.entities.no_peoples import names_no_people
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Then Hindus and others came.", "Hindus", True),
        ("Then Sunni Muslims and others came.", "Sunni Muslims", True),
        ("Then Rohingya Muslims and others came.", "Rohingya Muslims", False),
        ("They called it Zeitgeist in Rome.", "Zeitgeist", True),
        ("Many Albertans and others came.", "Albertans", False),
        ("Many Hutu came to Rome.", "Hutu", False),
        ("It was a Latin-born player.", "Latin", True),
        ("Then Zanarit said so.", "Zanarit", False),
        ("They protested in Punjab in May.", "Punjab", False),
    ],
)
def test_names_no_people(nlp: "Language", text: str, name: str, expected: bool) -> None:
    doc = parse(nlp, text)
    span = covering(doc, text.index(name), text.index(name) + len(name))
    named = candidate(doc, span.start, span.end, "NORP", "spacy") if span else None
    assert span is not None
    assert named is not None
    assert names_no_people(span, named) is expected
