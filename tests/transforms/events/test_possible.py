from typing import TYPE_CHECKING

import pytest

from transforms.events.possible import is_alleged, is_over_possible, is_wished
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The army wants to attack Rome.", "attack", True),
        ("The law allows the army to attack Rome.", "attack", True),
        ("A missile could help the army to attack Rome.", "attack", True),
        ("He is suspected of attacking Rome.", "attacking", True),
        ("There is a chance of the army attacking Rome.", "attacking", True),
        ("The king vowed to respect the courts and improve ties with Rome.", "improve", True),
        ("She spoke of peace were they to attack Rome.", "attack", True),
        ("Anna needs to act like a first minister, provide some certainty for Rome, and rule it out.", "rule", True),
        ("The army began to attack Rome.", "attack", False),
    ],
)
def test_what_hangs_on_a_wish(nlp: "Language", text: str, verb: str, expected: bool) -> None:
    assert is_wished(next(token for token in parse(nlp, text) if token.text == verb)) is expected, text


@pytest.mark.parametrize(("word", "expected"), [("allegedly", True), ("brutally", False)])
def test_what_nobody_vouches_for(nlp: "Language", word: str, expected: bool) -> None:
    assert is_alleged(parse(nlp, f"He {word} attacked the guard.")[2]) is expected


def test_what_stands_in_a_clause_that_is_alleged(nlp: "Language") -> None:
    doc = parse(nlp, "Allegations that soldiers were behind attacks on Rome were denied.")
    assert is_alleged(next(token for token in doc if token.text == "attacks"))


@pytest.mark.parametrize(("word", "expected"), [("allegedly ", True), ("", False)])
def test_who_is_only_alleged_to_have_done_it(nlp: "Language", word: str, expected: bool) -> None:
    assert is_alleged(parse(nlp, f"He was killed in May {word}by two men.")[2]) is expected


@pytest.mark.parametrize(("text", "word"), [("The risk of war rose.", "risk"), ("He is able to go.", "able")])
def test_nouns_and_adjectives_over_what_is_possible(nlp: "Language", text: str, word: str) -> None:
    assert is_over_possible(next(token for token in parse(nlp, text) if token.text == word)), text
