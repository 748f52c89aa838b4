from typing import TYPE_CHECKING

import pytest

from transforms.events.participants import find_participants
from transforms.events.triggers import find_triggers
from transforms.events.violence import in_words, is_violence
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels killed two soldiers.", True),
        ("Two soldiers were killed by the rebels.", True),
        ("The bombing killed two soldiers.", True),
        ("Two soldiers were killed in a rocket attack.", True),
        ("The landslide killed nine villagers.", False),
        ("Nine villagers were killed when a bus overturned.", False),
        ("The former guard killed himself.", False),
        ("Gunmen kidnapped the mayor.", True),
    ],
)
def test_violence_is_done_by_someone_to_another(nlp: "Language", text: str, expected: bool) -> None:
    trigger = next(found for found in find_triggers(parse(nlp, text)) if found.event_type == "ASSAULT")
    assert is_violence(trigger, find_participants(trigger)) is expected, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("His comments attacked the prosecutor.", "ACCUSE"),
        ("Angela Merkel attacked the prosecutor.", "ACCUSE"),
        ("He attacked the senator.", "ACCUSE"),
        ("The spokeswoman attacked the Liberals.", "ACCUSE"),
        ("She was attacked by media organizations.", "ACCUSE"),
        ("He attacked the patrol.", "ASSAULT"),
        ("The party launched verbal and personal attacks on the senator.", "ACCUSE"),
        ("Rebels launched attacks on the senator.", "ASSAULT"),
        ("Rebels attacked the soldiers.", "ASSAULT"),
        ("Saddam Hussein attacked Kuwait.", "ASSAULT"),
        ("Police killed a demonstrator.", "ASSAULT"),
        ("Angela Merkel attacked the loopholes.", "ACCUSE"),
        ("The businessman attacked the senator.", "ACCUSE"),
    ],
)
def test_an_attack_in_words_is_an_accusation(nlp: "Language", text: str, expected: str) -> None:
    trigger = next(find_triggers(parse(nlp, text)))
    assert in_words(trigger, find_participants(trigger)).event_type == expected, text
