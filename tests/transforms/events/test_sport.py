from typing import TYPE_CHECKING

import pytest

from transforms.events.sport import is_sport
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The goalkeeper saved a penalty before the midfielder scored in the semifinal.", True),
        ("The quarterback threw a touchdown in the playoff.", True),
        ("Troops took over the stadium and held detainees there for a week.", False),
        ("", False),
    ],
)
def test_is_sport(nlp: "Language", text: str, expected: bool) -> None:
    assert is_sport(parse(nlp, text)) is expected


def test_a_paragraph_on_the_team_does_not_make_a_report_on_a_city_one_on_sports(nlp: "Language") -> None:
    team = "The goalkeeper saved a penalty before the midfielder scored in the semifinal. "
    council = "The council agreed on Tuesday to repair the old bridge over the river before the winter comes. "
    assert not is_sport(parse(nlp, team + council * 40))
