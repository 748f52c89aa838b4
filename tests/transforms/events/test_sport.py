from typing import TYPE_CHECKING

import pytest

from transforms.events.sport import has_result, is_sport
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The goalkeeper saved a penalty before the midfielder scored in the semifinal.", True),
        ("The quarterback threw a touchdown in the playoff.", True),
        ("Troops took over the stadium and held detainees there for a week.", False),
        ("Norwick beat Ashby 3-1 after the striker fired a shot past the keeper.", True),
        ("The council beat back the motion 5-2 after a long debate.", False),
        ("", False),
    ],
)
def test_is_sport(nlp: "Language", text: str, expected: bool) -> None:
    assert is_sport(parse(nlp, text)) is expected


def test_a_paragraph_on_the_team_does_not_make_a_report_on_a_city_one_on_sports(nlp: "Language") -> None:
    team = "The goalkeeper saved a penalty before the midfielder scored in the semifinal. "
    council = "The council agreed on Tuesday to repair the old bridge over the river before the winter comes. "
    assert not is_sport(parse(nlp, team + council * 40))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwick beat Ashby 3-1 on Saturday.", True),
        ("Police beat 3 men on Saturday.", False),
        ("Guards beat prisoners in 2014-2015-era cells.", False),
    ],
)
def test_a_result_follows_a_verb_of_winning(nlp: "Language", text: str, expected: bool) -> None:
    assert any(has_result(token) for token in parse(nlp, text)) is expected
