from typing import TYPE_CHECKING

import pytest

from transforms.entities.candidate import candidate
from transforms.entities.no_names import names_nothing
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        ("He won the Zanari Science Award in May.", "Zanari Science Award", "ORG", True),
        ("He won the Zanari Prize in May.", "Zanari Prize", "WORK_OF_ART", True),
        ("He met Ana Prize in May.", "Ana Prize", "PERSON", False),
        ("He joined the Zanari Science Board in May.", "Zanari Science Board", "ORG", False),
        ("It grows in Rowan forests there.", "Rowan", "ORG", True),
        ("It grows in Rowan shops there.", "Rowan", "ORG", False),
        ("It angered the Labor secretary.", "Labor", "ORG", True),
        ("It angered the Labour party.", "Labour", "ORG", False),
        ("They passed the Zanari (Fees) Bill in May.", "Bill", "PERSON", True),
        ("They met Bill in May.", "Bill", "PERSON", False),
        ("He won it for “Starfall.” Others won none.", "Starfall", "PERSON", True),
        ("He won it, said “Starfall” then.", "Starfall", "PERSON", False),
    ],
)
def test_prizes_woods_and_titles(nlp: "Language", text: str, name: str, label: str, expected: bool) -> None:
    doc = parse(nlp, text)
    span = covering(doc, text.index(name), text.index(name) + len(name))
    assert span is not None
    named = candidate(doc, span.start, span.end, label, "spacy")
    assert named is not None
    assert names_nothing(span, named) is expected
