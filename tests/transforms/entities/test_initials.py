from typing import TYPE_CHECKING

import pytest

from transforms.entities.candidate import candidate
from transforms.entities.told_kinds import told_kinds
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        ("They cite the Zanari Care Act (ZCA) there.", "ZCA", "ORG", "law"),
        ("They cite the Zanari Care Board (ZCB) there.", "ZCB", "ORG", None),
        ("Then the ZN's spokeswoman left.", "ZN", "PERSON", "organization"),
        ("Then my friend AJ left.", "AJ", "PERSON", None),
    ],
)
def test_what_initials_stand_for(nlp: "Language", text: str, name: str, label: str, expected: str | None) -> None:
    doc = parse(nlp, text)
    at = next(token.i for token in doc if token.text == name)
    named = candidate(doc, at, at + 1, label, "spacy")
    assert named is not None
    assert told_kinds(doc, [named]).get(named.key) == expected
