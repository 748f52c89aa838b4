"""What tells that a name is a place's."""

from typing import TYPE_CHECKING

import pytest

from transforms.entities.candidate import NameCandidate, candidate
from transforms.entities.told_places import (
    is_by_form,
    is_city,
    is_in_small_place,
    is_place_not_body,
    is_place_not_person,
)
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language

    from transforms.parsing.tokens import Doc, Token


def found(doc: "Doc", name: str, label: str) -> "tuple[NameCandidate, Token | None, Token | None]":
    at = doc.text.index(name)
    span = covering(doc, at, at + len(name))
    assert span is not None
    named = candidate(doc, span.start, span.end, label, "spacy")
    assert named is not None
    return named, doc[span.start - 1] if span.start else None, doc[span.end] if span.end < len(doc) else None


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        ("A home in the Zanari district opened.", "Zanari", "ORG", True),
        ("A home of the Zanari district opened.", "Zanari", "ORG", True),
        ("The ZNR district opened.", "ZNR", "ORG", False),
        ("A home in the Tyrol region opened.", "Tyrol", "ORG", True),
        ("It is in the federal state of Rhineland-Palatinate.", "Rhineland-Palatinate", "ORG", True),
        ("It sank off Zanari Point.", "Zanari Point", "ORG", True),
        ("It belongs to the Zanari Point.", "Zanari Point", "ORG", False),
        ("A home in the Zanarot region opened.", "Zanarot", "ORG", False),
        ("Homes burned in the Zanarot area on Monday.", "Zanarot", "ORG", True),
        ("He bought the Zanarot area on Monday.", "Zanarot", "ORG", False),
        ("They came by the Zanari river in May.", "Zanari", "ORG", True),
        ("A governor of Selangor State left.", "Selangor State", "ORG", True),
        ("A coach of Ohio State left.", "Ohio State", "ORG", False),
        ("One Calgary resident left.", "Calgary", "ORG", True),
        ("One Calgary striker left.", "Calgary", "ORG", False),
        ("They flew to Milton Keynes in May.", "Milton Keynes", "ORG", True),
        ("They sold it to Milton Keynes in May.", "Milton Keynes", "ORG", False),
        ("He was seen in the city of Upper Hutt.", "Upper Hutt", "FAC", True),
        ("He was seen behind Upper Hutt.", "Upper Hutt", "FAC", False),
    ],
)
def test_places_that_were_taken_for_bodies(nlp: "Language", text: str, name: str, label: str, expected: bool) -> None:
    doc = parse(nlp, text)
    assert is_place_not_body(*found(doc, name, label)) is expected, text


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Inner Sydney grew.", "Inner Sydney", True),
        ("Inner Zanari grew.", "Inner Zanari", False),
        ("They met in Sligo again.", "Sligo", True),
        ("He delights in Wigan's speech.", "Wigan", False),
        ("They believe in Wigan.", "Wigan", False),
        ("It was seen in the remote Zanari regions.", "Zanari", True),
    ],
)
def test_places_that_were_taken_for_persons(nlp: "Language", text: str, name: str, expected: bool) -> None:
    doc = parse(nlp, text)
    assert is_place_not_person(doc, *found(doc, name, "PERSON")) is expected, text


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Vaux-sur-Lom", "PERSON", True),
        ("Jean-Claude Lom", "PERSON", False),
        ("Gulf of Zanari", "LAW", True),
        ("Zanari Gulf", "LAW", False),
    ],
)
def test_forms_of_names_of_places(nlp: "Language", name: str, label: str, expected: bool) -> None:
    doc = parse(nlp, f"They saw {name}")
    named = candidate(doc, 2, len(doc), label, "spacy")
    assert named is not None
    assert is_by_form(named) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The village of Zanari", True), ("The outpost of Zanari", True), ("The works of Zanari", False)],
)
def test_villages(nlp: "Language", text: str, expected: bool) -> None:
    named, before, _ = found(parse(nlp, text), "Zanari", "PERSON")
    assert is_in_small_place(named, before) is expected


def test_cities_by_their_people() -> None:
    assert is_city("Rotterdam", 300_000)
    assert not is_city("Rotterdam", 3_000_000)
