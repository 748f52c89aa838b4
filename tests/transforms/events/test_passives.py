from typing import TYPE_CHECKING

import pytest

from transforms.events.passives import said_of, sides_of_participle
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The mayor had him killed.", "killed", (None, "him")),
        ("Girls were beaten and women raped.", "raped", (None, "women")),
        # a participle beside another is of whom that is said, where he can act
        ("Lima is under curfew and patrolled by soldiers.", "patrolled", ("soldiers", "Lima")),
        ("The square is under curfew and patrolled by soldiers.", "patrolled", ("soldiers", None)),
    ],
)
def test_participles_without_a_subject(
    nlp: "Language", text: str, verb: str, expected: tuple[str | None, str | None]
) -> None:
    sides = sides_of_participle(next(token for token in parse(nlp, text) if token.text == verb))
    assert sides is not None
    assert tuple(side.text if side is not None else None for side in sides) == expected, text


@pytest.mark.parametrize("text", ["The soldiers beat and raped the women.", "The mayor left.", "They jailed him."])
def test_other_verbs(nlp: "Language", text: str) -> None:
    assert all(sides_of_participle(token) is None for token in parse(nlp, text) if token.pos_ == "VERB"), text


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("A reporter was arrested.", "arrested", "reporter"),
        ("A reporter killed by rebels came from Lima.", "killed", "reporter"),
        ("The reporter who was killed came from Lima.", "killed", "reporter"),
        ("Rebels killed a reporter.", "killed", None),
    ],
)
def test_whom_a_passive_is_said_of(nlp: "Language", text: str, verb: str, expected: str | None) -> None:
    found = said_of(next(token for token in parse(nlp, text) if token.text == verb))
    assert (found.text if found is not None else None) == expected, text
