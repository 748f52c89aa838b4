from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering
from transforms.times.tense import direction

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("The bank closed on Monday.", "past"),
        ("The bank has closed on Monday.", "past"),
        ("The bank was closing on Monday.", "past"),
        ("The minister refused to speak on Monday.", "past"),
        ("The driver may have died on Monday.", "past"),
        ("He said on Monday he would resign.", "past"),
        ("The law passed on Monday was weak.", "past"),
        ("The bank will close on Monday.", "future"),
        ("The bank is closing on Monday.", "future"),
        ("The talks are to resume on Monday.", "future"),
        ("The ministers agreed to meet on Monday.", "future"),
        ("The vote is scheduled for Monday.", "future"),
        ("The vote is due on Monday.", "future"),
        ("They will debate the bill and vote on it on Monday.", "future"),
        ("The loss was less than forecast on Monday.", "past"),
        ("The bank is expected to close on Monday.", "future"),
        ("Crews were called to the fire on Monday.", "past"),
        ("The bank closes on Monday", "present"),
        ("The bank closes on Monday.", "future"),
        ("The report says it closed on Monday.", "past"),
        ("The talks were postponed until Monday.", "future"),
        ("The vote was moved to Monday.", "future"),
        ("Workers have until Monday.", "future"),
        ("The deadline is Monday.", "future"),
        ("The vote was planned for Monday.", "future"),
        ("He ran until Monday.", "past"),
        ("The mayor could not be reached on Monday.", "past"),
        ("Neither of the sisters could be found on Monday.", "past"),
        ("Smoke could be seen on Monday from the port.", "past"),
        ("The vote could come on Monday.", "future"),
        ("The bill could not pass before Monday.", "future"),
        ("The party will appeal Monday’s ruling.", "past"),
        ("The party will attend Monday’s session.", "future"),
        ("He was to have been freed on Monday.", "past"),
        ("She became the first woman to win the race on Monday.", "past"),
        ("Among the first three countries to join on Monday were Peru and Chile.", "past"),
        ("They have been waiting since Monday.", "past"),
        ("They were the last to arrive on Monday.", "past"),
        ("He will be the first president to visit the island on Monday.", "future"),
        ("The party plans a second rally to mourn the dead on Monday.", "future"),
        ("It was the last chance to vote on Monday.", "future"),
        ("Monday.", "open"),
        ("Schools to remain open until Monday", "future"),
        ("To remain open on Monday", "future"),
        ("How to stay warm on Monday", "future"),
    ],
)
def test_direction(nlp: "Language", text: str, points: str) -> None:
    at = text.index("Monday")
    assert direction(covering(parse(nlp, text), at, at + len("Monday"))) == points, text


def test_the_month_of_may_is_no_helping_verb(nlp: "Language") -> None:
    text = "In mid-May he left."
    assert direction(covering(parse(nlp, text), 7, 10)) == "past"
