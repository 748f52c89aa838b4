from typing import TYPE_CHECKING

import pytest

from transforms.events.deeds import is_deed, is_struck, leads_nowhere, sufferer_of, whom_of
from transforms.events.triggers import find_triggers
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(("noun", "known"), [("attack", True), ("campaign", True), ("village", False)])
def test_which_words_are_deeds(nlp: "Language", noun: str, known: bool) -> None:
    assert is_deed(parse(nlp, f"It was the {noun}.")[3]) is known


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Rebels took control of two towns.", "control", "towns"),
        ("Police broke up a rally staged by students.", "rally", "students"),
        ("Soldiers opened fire.", "fire", None),
        ("Police arrested the mayor.", "mayor", "mayor"),
        ("Peru declared a state of emergency.", "state", None),
    ],
)
def test_whom_a_deed_is_done_to(nlp: "Language", text: str, noun: str, expected: str | None) -> None:
    doc = parse(nlp, text)
    whom = whom_of(next(token for token in doc if token.text == noun), next(find_triggers(doc)))
    assert (whom.text if whom is not None else None) == expected, text


def test_the_one_attacked_is_not_accused(nlp: "Language") -> None:
    attack = parse(nlp, "Norway condemned the attack on Lima.")[3]
    assert "on" in leads_nowhere(attack, "ACCUSE")
    assert "on" not in leads_nowhere(attack, "ASSAULT")
    arrest = parse(nlp, "Norway condemned the arrest of Anna.")[3]
    assert {"of", "'s"} <= leads_nowhere(arrest, "ACCUSE")


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The mayor's abduction shook Lima.", "abduction", "mayor"),
        ("There is a warrant for her arrest.", "arrest", "her"),
        ("His killing of a guard shook Lima.", "killing", None),
        ("The mayor's plan shook Lima.", "plan", None),
    ],
)
def test_whom_a_deed_belongs_to(nlp: "Language", text: str, noun: str, expected: str | None) -> None:
    found = sufferer_of(next(token for token in parse(nlp, text) if token.text == noun))
    assert (found.text if found is not None else None) == expected, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They mourned after attacks targeting shrines that killed forty people.", True),
        ("They mourned after the bombing of shrines that killed forty people.", True),
        ("They found soldiers guarding shrines that killed forty people.", False),
    ],
)
def test_what_is_struck_does_not_kill(nlp: "Language", text: str, expected: bool) -> None:
    doc = parse(nlp, text)
    verb = next(token for token in doc if token.text == "killed")
    assert is_struck(verb.head, verb) is expected, text
