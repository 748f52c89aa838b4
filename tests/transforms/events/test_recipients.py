from typing import TYPE_CHECKING

import pytest

from transforms.events.recipients import after, governed_by, is_empty, recipients
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "event_type", "expected"),
    [
        ("The army attacked the rebels.", "attacked", "ASSAULT", "rebels"),
        ("Police searched a house in Lima.", "searched", "COERCE", "house"),
        ("Syria offered its troops to Iraq.", "offered", "AID", "Iraq"),
        ("Peru is withdrawing them.", "withdrawing", "RETREAT", None),
        ("The mayor demanded to help the farmers.", "demanded", "REQUEST", None),
        ("The senator denied that soldiers shot Marta.", "denied", "REJECT", None),
        ("Students demonstrated against Anna's arrest.", "demonstrated", "PROTEST", None),
        ("Students demonstrated against the mayor.", "demonstrated", "PROTEST", "mayor"),
        ("The mayor denied a long extramarital affair with Marta.", "denied", "REJECT", None),
        ("The envoy refused to discuss Anna's fate.", "refused", "REJECT", None),
        ("A man was attacked while they drove to Peru.", "attacked", "ASSAULT", None),
        ("The envoy refused to admit that Peru had lost.", "refused", "REJECT", None),
        ("Peru opposed Chilean ships fishing there.", "opposed", "REJECT", "Chilean"),
        # what is used, dropped or done is not whom it is done to
        ("The army dropped tons of bombs.", "dropped", "ASSAULT", None),
        ("The army committed crimes against the rebels.", "committed", "ASSAULT", "rebels"),
        ("The army began a campaign to restore the president.", "began", "ASSAULT", None),
        ("The army fired into the air.", "fired", "ASSAULT", None),
        ("The mayor denied Peruvian involvement.", "denied", "REJECT", None),
    ],
)
def test_the_surest_recipient(nlp: "Language", text: str, verb: str, event_type: str, expected: str | None) -> None:
    token = next(token for token in parse(nlp, text) if token.text == verb)
    found = next(recipients(token, event_type), None)
    assert (found.text if found is not None else None) == expected, text


def test_what_of_governs_behind_a_name_is_a_part_of_it(nlp: "Language") -> None:
    doc = parse(nlp, "They signed the Treaty of Rome with Peru.")
    treaty = next(token for token in doc if token.text == "Treaty")
    assert "Rome" not in [token.text for token in governed_by(treaty)]
    doc = parse(nlp, "The leader of Peru spoke.")
    assert [token.text for token in after(doc[1])] == ["Peru"]


@pytest.mark.parametrize(("word", "expected"), [("that", True), ("him", False), ("Peru", False)])
def test_words_that_name_nobody(nlp: "Language", word: str, expected: bool) -> None:
    doc = parse(nlp, f"They rejected {word}.")
    assert is_empty(doc[2]) is expected


def test_what_one_is_on_board_is_no_board(nlp: "Language") -> None:
    doc = parse(nlp, "An attack on board an aircraft failed.")
    assert is_empty(doc[3])
