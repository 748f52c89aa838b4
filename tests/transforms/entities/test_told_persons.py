"""What tells that a name is a person's."""

from typing import TYPE_CHECKING

import pytest

from transforms.entities.candidate import candidate
from transforms.entities.told_persons import is_city, is_described_as_person, says, speaks
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"), [("Boldt says so.", True), ("Boldt won it.", False), ("The Boldt says so.", False)]
)
def test_who_speaks(nlp: "Language", text: str, expected: bool) -> None:
    doc = parse(nlp, text)
    boldt = next(token for token in doc if token.text == "Boldt")
    assert speaks(boldt) is expected
    assert says(boldt) is ("says" in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They asked Zara Lom, a professor of law.", True),
        ("They asked correspondent Zara Lom.", True),
        ("They asked Zara Lom, a firm of lawyers.", False),
    ],
)
def test_what_is_said_of_a_name(nlp: "Language", text: str, expected: bool) -> None:
    doc = parse(nlp, text)
    at = next(token.i for token in doc if token.text == "Zara")
    name = candidate(doc, at, at + 2, "ORG", "spacy")
    assert name is not None
    assert is_described_as_person(doc, name) is expected


def test_cities_by_their_people() -> None:
    assert is_city("Rotterdam", 300_000)
    assert not is_city("Rotterdam", 3_000_000)
