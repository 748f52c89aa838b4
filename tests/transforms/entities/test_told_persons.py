"""What tells that a name is a person's."""

from typing import TYPE_CHECKING

import pytest

from transforms.entities.candidate import candidate
from transforms.entities.told_persons import is_described_as_person, is_named_as_person, is_of_kin, says, speaks
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
        ("They asked police officer Zara Lom.", True),
    ],
)
def test_what_is_said_of_a_name(nlp: "Language", text: str, expected: bool) -> None:
    doc = parse(nlp, text)
    at = next(token.i for token in doc if token.text == "Zara")
    name = candidate(doc, at, at + 2, "ORG", "spacy")
    assert name is not None
    assert is_described_as_person(doc, name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rita Susan Zanari", True),
        ("Rita J. Zanari", True),
        ("Channel Zanari", False),
        ("Rita Zanari Cosmetics", False),
        ("Rita Susan Stores", False),
    ],
)
def test_names_of_three_words(nlp: "Language", name: str, expected: bool) -> None:
    doc = parse(nlp, f"They wrote to {name}")
    named = candidate(doc, 3, len(doc), "ORG", "spacy")
    assert named is not None
    assert is_named_as_person(named) is expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("They saw her and his wife Penelope there.", "Penelope", True),
        ("They saw her daughter Erbil there.", "Erbil", True),
        ("They saw the daughter of Erbil there.", "Erbil", False),
        ("He paid his wife, Penelope, for it.", "Penelope", True),
        ("He left with his wife for Penelope.", "Penelope", False),
        ("He paid his wife, Zanari, for it.", "Zanari", False),
    ],
)
def test_whose_kin_is_named(nlp: "Language", text: str, name: str, expected: bool) -> None:
    doc = parse(nlp, text)
    at = next(token.i for token in doc if token.text == name)
    named = candidate(doc, at, at + 1, "GPE", "spacy")
    assert named is not None
    assert is_of_kin(named, doc[at - 1]) is expected
