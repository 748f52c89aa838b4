from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.articles import make_article
from transforms.parsing.spacy_model import parse, tokenize
from transforms.records.article_records import Time
from transforms.times.times import find_times

if TYPE_CHECKING:
    from spacy.language import Language

PUBLISHED = datetime(2024, 1, 26, 9, 30, tzinfo=UTC)
"""A Friday."""

GOLDEN: list[tuple[str, list[tuple[str, str, str, str]]]] = [
    # the day of publication and those around it
    ("He left today.", [("today", "2024-01-26", "2024-01-27", "day")]),
    ("He left yesterday morning.", [("yesterday morning", "2024-01-25", "2024-01-26", "day")]),
    ("He left last night.", [("last night", "2024-01-25", "2024-01-26", "day")]),
    ("He leaves tomorrow.", [("tomorrow", "2024-01-27", "2024-01-28", "day")]),
    ("The vote is due this weekend.", [("this weekend", "2024-01-27", "2024-01-29", "day")]),
    ("The fair took place this weekend.", [("this weekend", "2024-01-20", "2024-01-22", "day")]),
    ("He left the day before yesterday.", [("the day before yesterday", "2024-01-24", "2024-01-25", "day")]),
    ("They met two days after Christmas.", [("two days after Christmas", "2023-12-27", "2023-12-28", "day")]),
    ("They met the week before last.", [("the week before last", "2024-01-08", "2024-01-15", "week")]),
    (
        "It fell on Monday. He left later in the day.",
        [
            ("Monday", "2024-01-22", "2024-01-23", "day"),
            ("later in the day", "2024-01-22", "2024-01-23", "day"),
        ],
    ),
    (
        "It began in spring nineteen ninety-four.",
        [("spring nineteen ninety-four", "1994-03-01", "1994-06-01", "season")],
    ),
    ("It ends by the year two thousand.", [("the year two thousand", "2000-01-01", "2001-01-01", "year")]),
    (
        "She left on Monday. He had left the day before.",
        [
            ("Monday", "2024-01-22", "2024-01-23", "day"),
            ("the day before", "2024-01-21", "2024-01-22", "day"),
        ],
    ),
    ("The post-1959 law fell.", [("1959", "1959-01-01", "1960-01-01", "year")]),
    ("They joined the March for Peace.", []),
    ("The city’s 2014 campaign failed.", [("2014", "2014-01-01", "2015-01-01", "year")]),
    ("He ran the 2000 meter race.", []),
    ("It fell below 2005 levels.", [("2005", "2005-01-01", "2006-01-01", "year")]),
    # weekdays: the last one, the next one when the sentence speaks of the future
    ("The bank closed on Thursday.", [("Thursday", "2024-01-25", "2024-01-26", "day")]),
    ("The bank closed on Friday.", [("Friday", "2024-01-26", "2024-01-27", "day")]),
    ("The bank will close on Monday.", [("Monday", "2024-01-29", "2024-01-30", "day")]),
    ("The bank is closing on Monday.", [("Monday", "2024-01-29", "2024-01-30", "day")]),
    ("The bank closes on Monday", [("Monday", "", "", None)]),  # a headline's past, or a timetable's future
    ("He was arrested on Good Friday.", [("Good Friday", "2023-04-07", "2023-04-08", "day")]),
    ("The talks are to resume on Wednesday.", [("Wednesday", "2024-01-31", "2024-02-01", "day")]),
    ("The bank closed last Friday.", [("last Friday", "2024-01-19", "2024-01-20", "day")]),
    ("The bank closes next Friday.", [("next Friday", "2024-02-02", "2024-02-03", "day")]),
    # dates
    ("They met on 5 January 2024.", [("5 January 2024", "2024-01-05", "2024-01-06", "day")]),
    ("They met on September 11, 2001.", [("September 11, 2001", "2001-09-11", "2001-09-12", "day")]),
    ("They met on the 3rd of March 2020.", [("3rd of March 2020", "2020-03-03", "2020-03-04", "day")]),
    ("They met on 2024-01-05.", [("2024-01-05", "2024-01-05", "2024-01-06", "day")]),
    ("They met on January 5.", [("January 5", "2024-01-05", "2024-01-06", "day")]),
    ("They met on 12 June.", [("12 June", "2023-06-12", "2023-06-13", "day")]),
    ("They will meet on Sept. 3.", [("Sept. 3", "2024-09-03", "2024-09-04", "day")]),
    ("They meet on Wednesday, 31 January.", [("Wednesday, 31 January", "2024-01-31", "2024-02-01", "day")]),
    ("A Jan. 6 attack failed.", [("Jan. 6", "2024-01-06", "2024-01-07", "day")]),
    ("The Jan. 6 attack failed.", [("Jan. 6", "", "", None)]),  # of which year it was, its name does not say
    ("The June 3 attack failed.", [("June 3", "", "", None)]),
    ("The Jan. 20 attack failed.", [("Jan. 20", "2024-01-20", "2024-01-21", "day")]),
    ("They met on 4 May 1650.", [("4 May 1650", "1650-05-04", "1650-05-05", "day")]),
    ("They last met in 1614.", [("1614", "1614-01-01", "1615-01-01", "year")]),
    ("They came by 1500 men.", []),
    ("Write to P.O. Box 1984 or call 555 1850-58.", []),
    ("They met on 25/12/2023.", [("25/12/2023", "2023-12-25", "2023-12-26", "day")]),
    ("They met on 3/4/2023.", [("3/4/2023", "", "", None)]),
    ("They met on May 3-5.", [("May 3-5", "2023-05-03", "2023-05-06", "day")]),
    ("They met on 16 June last year.", [("16 June last year", "2023-06-16", "2023-06-17", "day")]),
    ("The match starts on Feb. 3.", [("Feb. 3", "2024-02-03", "2024-02-04", "day")]),
    ("He refused to speak in July.", [("July", "2023-07-01", "2023-08-01", "month")]),
    ("The treaty expires in May.", [("May", "2024-05-01", "2024-06-01", "month")]),
    # months, quarters, years
    ("The law passed in May 2023.", [("May 2023", "2023-05-01", "2023-06-01", "month")]),
    ("The law has been in force since March.", [("March", "2023-03-01", "", "month")]),
    ("The minister may resign in May.", [("May", "2024-05-01", "2024-06-01", "month")]),
    ("The law passed last December.", [("last December", "2023-12-01", "2024-01-01", "month")]),
    ("It rained between May and July 2023.", [("May and July 2023", "2023-05-01", "2023-08-01", "month")]),
    ("Sales fell in the third quarter of 2023.", [("third quarter of 2023", "2023-07-01", "2023-10-01", "quarter")]),
    ("The club was founded in 2014.", [("2014", "2014-01-01", "2015-01-01", "year")]),
    ("He has ruled since 2014.", [("2014", "2014-01-01", "", "year")]),
    ("He ruled from 2014 to 2016.", [("2014 to 2016", "2014-01-01", "2017-01-01", "year")]),
    ("It fell between 2014 and 2016.", [("2014 and 2016", "2014-01-01", "2017-01-01", "year")]),
    (
        "It lasted from May 15 to August 3, 1988.",
        [("May 15", "1988-05-15", "1988-05-16", "day"), ("August 3, 1988", "1988-08-03", "1988-08-04", "day")],
    ),
    (
        "In 2014 he won. By the end of the year he was dead.",
        [("2014", "2014-01-01", "2015-01-01", "year"), ("the end of the year", "2014-01-01", "2015-01-01", "year")],
    ),
    ("It sold 20 boats in fiscal 2023.", [("2023", "", "", None)]),
    (
        "It ran from 28 February-2 March 2023.",
        [("28 February", "2023-02-28", "2023-03-01", "day"), ("2 March 2023", "2023-03-02", "2023-03-03", "day")],
    ),
    ("The 2024-25 budget passed.", [("2024-25", "2024-01-01", "2026-01-01", "year")]),
    ("He lost the 2014 election.", [("2014", "2014-01-01", "2015-01-01", "year")]),
    ("It was built in the 1980’s.", [("1980’s", "1980-01-01", "1990-01-01", "decade")]),
    ("He stood out as 1980’s best player.", [("1980", "1980-01-01", "1981-01-01", "year")]),
    ("It was built in the 1990s.", [("1990s", "1990-01-01", "2000-01-01", "decade")]),
    # so long before or after
    ("He resigned last week.", [("last week", "2024-01-15", "2024-01-22", "week")]),
    ("Prices rose last month.", [("last month", "2023-12-01", "2024-01-01", "month")]),
    ("Prices will rise next year.", [("next year", "2025-01-01", "2026-01-01", "year")]),
    ("He resigned two weeks ago.", [("two weeks ago", "2024-01-08", "2024-01-15", "week")]),
    ("Twenty-two years ago he resigned.", [("Twenty-two years ago", "2002-01-01", "2003-01-01", "year")]),
    ("Three years ago he resigned.", [("Three years ago", "2021-01-01", "2022-01-01", "year")]),
    ("Nearly two weeks ago he resigned.", [("Nearly two weeks ago", "2024-01-08", "2024-01-15", "week")]),
    ("He resigned more than two years ago.", [("more than two years ago", "", "", None)]),
    ("He left earlier this month.", [("this month", "2024-01-01", "2024-02-01", "month")]),
    ("He left on Tuesday last week.", [("Tuesday last week", "2024-01-16", "2024-01-17", "day")]),
    ("It has grown over the past year.", [("the past year", "2023-01-26", "2024-01-26", "year")]),
    ("He will return in three weeks.", [("three weeks", "2024-02-12", "2024-02-19", "week")]),
    ("It has grown in the past five years.", [("the past five years", "2019-01-26", "2024-01-26", "year")]),
    ("It will grow in the next two months.", [("the next two months", "2024-01-26", "2024-03-26", "month")]),
    # from another time
    (
        "It broke on 3 March 1902. Two days later he left.",
        [("3 March 1902", "1902-03-03", "1902-03-04", "day"), ("Two days later", "1902-03-05", "1902-03-06", "day")],
    ),
    (
        "In 1995 he won, and the following year he lost.",
        [("1995", "1995-01-01", "1996-01-01", "year"), ("the following year", "1996-01-01", "1997-01-01", "year")],
    ),
    (
        "In May 2003 it began. Two days later he left.",
        [("May 2003", "2003-05-01", "2003-06-01", "month"), ("Two days later", "", "", None)],
    ),
    ("Two days later he left.", [("Two days later", "", "", None)]),
    (
        "He left ten days before the fire of 2003.",
        [("ten days before", "", "", None), ("2003", "2003-01-01", "2004-01-01", "year")],
    ),
    (
        "Sales in the third quarter of 2023 were lower than a year earlier.",
        [
            ("third quarter of 2023", "2023-07-01", "2023-10-01", "quarter"),
            ("a year earlier", "2022-07-01", "2022-10-01", "quarter"),
        ],
    ),
    ("Sales rose in the third quarter.", [("third quarter", "2023-07-01", "2023-10-01", "quarter")]),
    ("He scored in the third quarter.", [("third quarter", "", "", None)]),
    # times of day
    (
        "It began at 10:30 a.m. on Tuesday.",
        [("10:30 a.m. on Tuesday", "2024-01-23 10:30", "2024-01-23 10:31", "minute")],
    ),
    ("It began on Tuesday at 7pm.", [("Tuesday at 7pm", "2024-01-23 19:00", "2024-01-23 19:01", "minute")]),
    ("It began at noon on Tuesday.", [("noon on Tuesday", "2024-01-23 12:00", "2024-01-23 12:01", "minute")]),
    # no times
    ("The Clean Water Act of 1972 stands.", []),
    ("The last week of the war was calm.", []),
    ("Theresa May resigned.", []),
    ("The Sunday Times reported it.", []),
    ("They may march again.", []),
    ("He paid 2014 dollars.", []),
    ("About 2014 people came.", []),
    ("He is 45 years old.", []),
    ("She was a second man.", []),
]


def times(nlp: "Language", text: str, published: datetime | None = PUBLISHED) -> tuple[Time, ...]:
    article = make_article(text, published_at=published)
    return find_times(parse(nlp, text), article)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("He served for three years.", "duration", "three years"),
        ("It was the third attack in three weeks.", "duration", "three weeks"),
        ("A two-day visit ended.", "duration", "two-day"),
        ("They waited for years.", "duration", "years"),
        ("It took 2 1/2 hours.", "duration", "2 1/2 hours"),
        ("Within a year he was gone.", "duration", "a year"),
        ("They meet every Monday.", "set", "every Monday"),
        ("They meet on Mondays.", "set", "Mondays"),
        ("They met on Monday mornings.", "set", "Monday mornings"),
        ("They meet twice a week.", "set", "twice a week"),
        ("They gave ten interviews a day.", "set", "a day"),
        ("The rallies are held daily.", "set", "daily"),
        ("They are now at war.", "reference", "now"),
        ("They left in 2014.", "interval", "2014"),
    ],
)
def test_kinds(nlp: "Language", text: str, kind: str, expected: str) -> None:
    (time,) = times(nlp, text)
    assert (time.kind, time.text) == (kind, expected), text
    assert kind == "interval" or time.starts_at is time.ends_at is time.granularity is None


def test_a_tale_has_a_time_of_its_own(nlp: "Language") -> None:
    text = (
        "The war began on 9 May 1914. On 7 August the army crossed the river. It took the town on 3 October 1914, and "
        "the port in January 1915. In April the siege ended. The king died in 1916. On 5 March his son was crowned."
    )
    found = [shown(time.starts_at) for time in times(nlp, text)]
    assert found == ["1914-05-09", "1914-08-07", "1914-10-03", "1915-01-01", "1915-04-01", "1916-01-01", "1916-03-05"]


def test_a_tale_goes_on_after_a_look_back(nlp: "Language") -> None:
    text = (
        "The war began on 9 May 1914. On 3 October 1914 the town fell. It took the port in January 1915. On 4 June the "
        "bishop, who had held the place since he came to it in 1897, left. On 5 August his church burned."
    )
    found = [shown(time.starts_at) for time in times(nlp, text)]
    assert found == ["1914-05-09", "1914-10-03", "1915-01-01", "1915-06-04", "1897-01-01", "1915-08-05"]


def test_a_report_with_a_year_in_it_is_no_tale(nlp: "Language") -> None:
    text = "The firm, founded on 9 May 1914, closed on 7 January."
    assert [shown(time.starts_at) for time in times(nlp, text)] == ["1914-05-09", "2024-01-07"]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("The bridge fell last March.", "2023-03-01"),  # this year's is last month
        ("The bridge fell last February.", "2024-02-01"),
        ("The bridge fell last April.", "2023-04-01"),
        ("The bridge fell this past March.", "2024-03-01"),
    ],
)
def test_last_with_the_month_just_gone_is_the_year_befores(nlp: "Language", text: str, starts: str) -> None:
    (time,) = times(nlp, text, datetime(2024, 4, 10, 12, tzinfo=UTC))
    assert shown(time.starts_at) == starts, text


def test_seasons_south_of_the_tropics_stay_open(nlp: "Language") -> None:
    text = "In the spring of 2015 he won."
    article = make_article(text, url="https://news.example.au/1", published_at=PUBLISHED)
    (time,) = find_times(parse(nlp, article.text), article)
    assert (time.text, time.starts_at) == ("spring of 2015", None)


def shown(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}".removesuffix(" 00:00") if moment else ""


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_times(nlp: "Language", text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = [(time.text, shown(time.starts_at), shown(time.ends_at), time.granularity) for time in times(nlp, text)]
    assert found == expected, text


@pytest.mark.parametrize(
    "text", ["He left on Thursday.", "He left two weeks ago.", "He left in May.", "He left last week."]
)
def test_without_a_date_of_publication_the_relative_stays_unresolved(nlp: "Language", text: str) -> None:
    (time,) = times(nlp, text, None)
    assert (time.starts_at, time.ends_at, time.granularity) == (None, None, None), text


def test_without_a_date_of_publication_the_absolute_is_resolved(nlp: "Language") -> None:
    (time,) = times(nlp, "He left on 5 January 2024.", None)
    assert shown(time.starts_at) == "2024-01-05"


@pytest.mark.parametrize("text", ["He left on 31 February 2023.", "He left at 10:30.", "He left an hour ago."])
def test_what_cannot_be_known_stays_unresolved(nlp: "Language", text: str) -> None:
    (time,) = times(nlp, text)
    assert time.starts_at is None, text


def test_other_languages_have_none() -> None:
    text = "Im May 2023 in Wien."
    article = make_article(text, language="de")
    assert find_times(tokenize(text), article) == ()


def test_without_a_parse_there_are_none() -> None:
    article = make_article("In May 2023")
    assert find_times(tokenize(article.text), article) == ()


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["May", "3", "2024", "on", "Tuesday", "at", "10:30", "pm", ",", "-", "last", "ago", "two", "weeks"]
        )
    )
)
def test_spans_are_the_text(nlp: "Language", words: list[str]) -> None:
    text = " ".join(words) or "."
    for time in times(nlp, text):
        assert text[time.start_char : time.end_char] == time.text
        assert time.starts_at is None or time.ends_at is None or time.starts_at < time.ends_at
