from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering
from transforms.times.patterns import find_time_phrases
from transforms.times.phrase_checks import is_time
from transforms.times.senses import is_habit

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The liberal daily Postimees said so.", []),
        ("She edits a weekly in Rome.", []),
        ("The weekly “Ogonyok” wrote about it.", []),
        ("It is a daily newspaper.", ["daily"]),
        ("The boats go daily to Capri.", ["daily"]),
        ("The prices of fruit change weekly.", ["weekly"]),
        ("Weekly Jobless Claims fell.", ["Weekly"]),
        ("Thousands of women joined the March.", []),
        ("The firm’s March results were good.", ["March"]),
        ("They talked of a second offer.", []),
        ("He slept for a second.", ["a second"]),
        ("She was asked about her future.", []),
        ("We face a future of heat.", []),
        ("It lives from its future sales.", ["future"]),
        ("Nobody knows the future.", ["the future"]),
    ],
)
def test_words_of_time_and_others(nlp: "Language", text: str, found: list[str]) -> None:
    doc = parse(nlp, text)
    times = [phrase for phrase in find_time_phrases(text) if is_time(doc, phrase)]
    assert [text[time.start_char : time.end_char] for time in times] == found, text


@pytest.mark.parametrize(
    ("text", "month", "is_one"),
    [
        ("Floods often come in February.", "February", True),
        ("It usually snows in January.", "January", True),
        ("Floods came in February.", "February", False),
    ],
)
def test_what_often_happens(nlp: "Language", text: str, month: str, is_one: bool) -> None:
    doc = parse(nlp, text)
    span = covering(doc, text.index(month), text.index(month) + len(month))
    assert span is not None
    assert is_habit(span) == is_one, text
