from typing import TYPE_CHECKING

import pytest

from transforms.events.telling import find_told
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A roadside bombing killed two soldiers.", None),
        ("Russian air raids killed two soldiers.", "Russian air raids"),
        ("Rebels killed two soldiers.", "Rebels"),
    ],
)
def test_a_deed_of_nobody_is_no_actor(nlp: "Language", text: str, actor: str | None) -> None:
    (told,) = find_told(parse(nlp, text))
    phrase = told.participants.actor
    assert (phrase.text if phrase else None) == actor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a deed at a place is of nobody, one by somebody is of him
        ("The car bomb attack at the Peruvian embassy killed two guards.", None),
        ("The attack by rebels at a bank killed two guards.", "attack by rebels at a bank"),
        ("Peru's assault on the town killed two guards.", "Peru"),
        # nor is a wave of them, a car or a weapon anybody, but for whose it is
        ("A wave of bombings killed two guards.", None),
        ("A car full of explosives killed two guards.", None),
        ("A missile killed two guards.", None),
        ("Syrian rockets hit the town.", "Syrian"),
    ],
)
def test_a_deed_is_nobody_who_acts(nlp: "Language", text: str, expected: str | None) -> None:
    actor = next(find_told(parse(nlp, text))).participants.actor
    assert (actor.text if actor is not None else None) == expected, text
