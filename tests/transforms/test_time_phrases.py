import pytest

from transforms.time_phrases import find_time_phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("on Tuesday, 3 May 2024 at noon", [("date", "Tuesday, 3 May 2024")]),
        ("at 10:30 a.m. on Tuesday", [("weekday", "10:30 a.m. on Tuesday")]),
        ("on May 3, at 7pm GMT", [("date", "May 3, at 7pm")]),
        ("early in June and in late July", [("month", "June"), ("month", "July")]),
        ("She may go.", []),
        ("In 1999-2001 and $2014", [("year", "1999")]),
        ("flight 2014/5", []),
        ("last\n\nweek", []),
    ],
)
def test_phrases(text: str, phrases: list[tuple[str, str]]) -> None:
    found = [(phrase.kind, text[phrase.start_char : phrase.end_char]) for phrase in find_time_phrases(text)]
    assert found == phrases, text
