from typing import TYPE_CHECKING

import pytest

from transforms.entities.joined_names import owner_and_owned
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import Span

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iraq's Foreign Ministry", [("Iraq", "GPE"), ("Foreign Ministry", "ORG")]),
        ("the U.S. Sergey Orlov", [("the U.S.", "GPE"), ("Sergey Orlov", "PERSON")]),
        ("U.S. Sugar Corporation", [("U.S. Sugar Corporation", "ORG")]),
        ("Liberal Democrats Baroness Lom", [("Liberal Democrats", "ORG"), ("Lom", "PERSON")]),
        ("Manitoba Premier Brian Lom", [("Manitoba", "ORG"), ("Brian Lom", "PERSON")]),
        ("League of Ireland Premier Division", [("League of Ireland Premier Division", "ORG")]),
        ("Ms Justice Ana Lom", [("Ms Justice Ana Lom", "ORG")]),
        ("Royal Prince Alfred Hospital", [("Royal Prince Alfred Hospital", "ORG")]),
        (
            "Lom Museum of Art at Zanari University",
            [("Lom Museum of Art", "ORG"), ("Zanari University", "ORG")],
        ),
        ("University of Texas at Arlington", [("University of Texas at Arlington", "ORG")]),
        ("McDonald's", [("McDonald's", "ORG")]),
        ("Zanari Network's Rita Lom", [("Zanari Network", "ORG"), ("Rita Lom", "PERSON")]),
        ("People's Artist of Lom", [("People's Artist of Lom", "ORG")]),
        ("Zanari Airways and Lom Airways", [("Zanari Airways", "ORG"), ("Lom Airways", "ORG")]),
        ("Royal Navy and Air Force", [("Royal Navy", "ORG"), ("Air Force", "ORG")]),
        ("Department of Health and Human Services", [("Department of Health and Human Services", "ORG")]),
        ("Police and Fire Service", [("Police and Fire Service", "ORG")]),
        ("Lom Gas Co in Utrecht", [("Lom Gas Co", "ORG"), ("Utrecht", "GPE")]),
        ("Islamic Resistance in Iraq", [("Islamic Resistance in Iraq", "ORG")]),
    ],
)
def test_two_names_in_one(nlp: "Language", text: str, found: list[tuple[str, str]]) -> None:
    doc = parse(nlp, text)
    parts = owner_and_owned(Span(doc, 0, len(doc), "ORG"), {})
    assert [(doc[start:end].text, label) for start, end, label in parts] == found


@pytest.mark.parametrize(
    ("text", "found"), [("Accra, Ghana", ["Accra", "Ghana"]), ("Washington, DC", ["Washington, DC"])]
)
def test_a_town_and_its_country_are_two(nlp: "Language", text: str, found: list[str]) -> None:
    doc = parse(nlp, text)
    parts = owner_and_owned(Span(doc, 0, len(doc), "GPE"), {})
    assert [doc[start:end].text for start, end, _ in parts] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They fled the towns of Lom and Zanari.", ["Lom", "Zanari"]),
        ("They fled the town of Lom and Zanari.", ["Lom and Zanari"]),
    ],
)
def test_two_towns_are_two(nlp: "Language", text: str, found: list[str]) -> None:
    doc = parse(nlp, text)
    parts = owner_and_owned(Span(doc, 5, 8, "ORG"), {})
    assert [doc[start:end].text for start, end, _ in parts] == found


def test_two_persons_are_two(nlp: "Language") -> None:
    doc = parse(nlp, "Tina Fey and Alec Baldwin")
    parts = owner_and_owned(Span(doc, 0, len(doc), "PERSON"), {})
    assert [doc[start:end].text for start, end, _ in parts] == ["Tina Fey", "Alec Baldwin"]


def test_who_beats_whom_are_two(nlp: "Language") -> None:
    doc = parse(nlp, "On Sunday Silva defeated Ana Lom in Rome.")
    parts = owner_and_owned(Span(doc, 2, 6, "PERSON"), {})
    assert [doc[start:end].text for start, end, _ in parts] == ["Silva", "Ana Lom"]
