import pytest

from transforms.times.composed import BESIDE, composed
from transforms.times.patterns import find_time_phrases


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the day before yesterday", [(BESIDE, "the day before yesterday")]),
        ("The day after the May 5 vote", [(BESIDE, "The day after the May 5")]),
        ("two days before Christmas", [(BESIDE, "two days before Christmas")]),
        ("Friday, a day after Easter", [("weekday", "Friday"), (BESIDE, "a day after Easter")]),
        ("two days before the vote", [("anchored", "two days before")]),
        ("a week after Friday", [("duration", "a week"), ("weekday", "Friday")]),
    ],
)
def test_days_before_and_after_others(text: str, found: list[tuple[str, str]]) -> None:
    phrases = composed(find_time_phrases(text), text)
    assert [(phrase.kind, text[phrase.start_char : phrase.end_char]) for phrase in phrases] == found, text
