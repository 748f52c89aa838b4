import pytest

from transforms.times.patterns import find_time_phrases, year_in_words


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("on Tuesday, 3 May 2024 at noon", [("date", "Tuesday, 3 May 2024 at noon")]),
        ("at 10:30 a.m. on Tuesday", [("weekday", "10:30 a.m. on Tuesday")]),
        ("on May 3, at 7pm GMT", [("date", "May 3, at 7pm")]),
        ("early in June and in late July", [("month", "June"), ("month", "late July")]),
        ("She may go.", []),
        ("the end of 2003, early 2004", [("year", "the end of 2003"), ("year", "early 2004")]),
        ("Friday 17 and Saturday 18 May", [("date", "Friday 17"), ("date", "Saturday 18 May")]),
        ("on 21, 22 and 23 May", [("date", "21"), ("date", "22"), ("date", "23 May")]),
        ("on June 3 and 4.", [("date", "June 3"), ("date", "4")]),
        ("On June 3, 15 people left.", [("date", "June 3")]),
        ("two days later and three days ago", [("anchored", "two days later"), ("ago", "three days ago")]),
        ("at 5 p.m. Paris time on May 3", [("date", "5 p.m. Paris time on May 3")]),
        ("In 1999-2001 and $2014", [("years", "1999-2001")]),
        ("in 2024-25 and from 2010 to 2012", [("years", "2024-25"), ("years", "2010 to 2012")]),
        ("between 2010 and 2012", [("years", "2010 and 2012")]),
        ("in 2010 and 2012", [("year", "2010"), ("year", "2012")]),
        ("May 2010-June 2012", [("month", "May 2010"), ("month", "June 2012")]),
        ("in mid-May and the mid-1990s", [("month", "mid-May"), ("decade", "mid-1990s")]),
        ("May 3-5 and 7 to 9 June", [("days", "May 3-5"), ("days", "7 to 9 June")]),
        ("28 February-2 March", [("date", "28 February"), ("date", "2 March")]),
        ("May 15-June 3", [("date", "May 15"), ("date", "June 3")]),
        ("every second year, every second", [("set", "every second year"), ("set", "every second")]),
        ("Tuesday last week", [("weekday", "Tuesday last week")]),
        ("the last week of the war", []),
        ("on Good Friday and Bloody Sunday", [("holiday", "Good Friday")]),
        ("at noon on Tuesday", [("weekday", "noon on Tuesday")]),
        ("at 0800 GMT Monday", [("weekday", "0800 GMT Monday")]),
        ("In May nineteen ninety-seven", [("month", "May nineteen ninety-seven")]),
        ("In June, twenty ten-year-olds", [("month", "June"), ("duration", "ten-year")]),
        ("half an hour, a year and a half", [("duration", "half an hour"), ("duration", "a year and a half")]),
        ("these days, at that time", [("reference", "these days"), ("reference", "at that time")]),
        ("at the time of the vote", []),
        ("flight 2014/5", []),
        ("last\n\nweek", []),
    ],
)
def test_phrases(text: str, phrases: list[tuple[str, str]]) -> None:
    found = [(phrase.kind, text[phrase.start_char : phrase.end_char]) for phrase in find_time_phrases(text)]
    assert found == phrases, text


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety-six", 1996),
        ("Nineteen ninety six", 1996),
        ("twenty twelve", 2012),
        ("two thousand and three", 2003),
        ("two thousand", 2000),
        ("eighteen sixty", 1860),
    ],
)
def test_years_in_words(words: str, year: int) -> None:
    assert year_in_words(words) == year
