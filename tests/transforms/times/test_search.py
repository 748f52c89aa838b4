"""A form is found near its words as by looking everywhere."""

from pathlib import Path

from transforms.times.forms import WORDS
from transforms.times.search import forms, matches, paragraphs

SAMPLES = Path(__file__).parents[3] / "data" / "samples"

SAID = (
    "the first quarter of 2014, Q3 2015, the second half of last year, Spring 2015, this summer, the 19th century",
    "the nineteenth-century law, three days ago, years ago, the following week, that evening, earlier that month",
    "from 3 to 5 May, the past ten years, in recent weeks, in two months' time, this morning, tomorrow night, noon",
    "every other Monday, on Tuesdays, once a month, per year, daily, Wednesday last week, last decade, the weekend",
    "the 1990s, the 1980’s, 2010-12, 2014, Nineteen eighty-four, 5:30 p.m., 17:45, over two centuries, day-long, now",
    "Sept. 3, 2014, 3 Oct, Jan. to Feb. 2011, March 2010, May of that year, 2014-05-03, 03.05.2014, the week of May 3",
    "two seconds, a few minutes, several hours, a decade, nights, quarters, Easter Monday, New Year's Eve, the future",
    "the year two thousand, the week before last, later in the day, 0800 GMT, half an hour, the day before.",
    "H1 2025, the end of the month, the year's end, the '90s, 28 February-2 March, every second year, Friday nights.",
)

FILLER = "He was there and told 12 of them so. " * 5


def test_what_is_found_near_the_words_is_all_there_is() -> None:
    samples = [path.read_text("utf-8") for path in SAMPLES.glob("*.txt")]
    found = set()
    for text in (*samples, *SAID, *(f"{FILLER}{said}, {FILLER}{said}." for said in SAID)):
        parts = list(paragraphs(text))
        for form in forms():
            every = [m.span() for part in parts for m in form.pattern.finditer(text, part.start_char, part.end_char)]
            assert [match.span() for match in matches(form, text, parts)] == every, (form.name, text)
            found |= {form.name} if every else set()
    assert {*WORDS} <= found


def test_a_letter_that_becomes_two_in_lower_case_moves_nothing() -> None:
    text = "İ" * 100 + " on May 3"
    month = next(form for form in forms() if form.name == "date" and form.pattern.search("May 3"))
    assert [match.group() for match in matches(month, text, list(paragraphs(text)))] == ["May 3"]
