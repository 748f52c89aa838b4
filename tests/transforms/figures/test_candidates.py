import pytest

from tests.transforms.articles import make_article
from transforms.figures.candidates import number_candidates
from transforms.records.article_records import Time


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Call 0800 123 456 or 212-621-7983.", []),
        ("3. Mix well.", []),
        ("They saw 3 men.", [3]),
        ("One in five left.", [0.2]),
        ("A quarter of a million men left.", [250_000]),
        ("Half of a million men left.", []),
        ("It was a one-in-100-year flood, a 20-to-1 shot.", []),
        ("Send a text. SMS/MMS: 61124 or WhatsApp: +44 (0)7525 900971", []),
        ("He wrote one-liners and one-offs for one paper.", [1]),
        ("The five-percenters favour two-way trade and a two-sided deal.", []),
        ("A one-eyed man had a three-legged dog and read of AD 618.", []),
        ("They met for the 2+2 talks with 3 aides.", [3]),
        ("It took a quarter of an hour, half the time.", [0.25, 0.5]),
        ("It holds 80 , 000 and rose 4 . 8 % , up 0 . 95 .", [80_000, 4.8]),
    ],
)
def test_candidates(text: str, values: list[float]) -> None:
    assert [phrase.value for phrase in number_candidates(make_article(text, language="en"), ())] == values, text


@pytest.mark.parametrize(("kind", "values"), [("interval", [3]), ("set", [3]), ("duration", [3])])
def test_numbers_in_times_that_measure(kind: str, values: list[float]) -> None:
    time = Time(article_id="a", time_id=1, start_char=0, end_char=11, text="three weeks", method="pattern", kind=kind)
    found = number_candidates(make_article("three weeks", language="en"), [time])
    assert [phrase.value for phrase in found] == values


@pytest.mark.parametrize("text", ["May 3", "2011 year", "9 a.m."])
def test_dates_measure_nothing(text: str) -> None:
    time = Time(
        article_id="a", time_id=1, start_char=0, end_char=len(text), text=text, method="pattern", kind="interval"
    )
    assert number_candidates(make_article(text, language="en"), [time]) == []
