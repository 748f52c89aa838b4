from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.times.patterns import find_time_phrases
from transforms.times.phrase_checks import is_time, kind_of

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They waited for two weeks.", ["two weeks"]),
        ("He is aged 8 to 10 years.", []),
        ("One day he will return.", []),
        ("He came in the October rain.", ["October"]),
        ("See Section 2010-12.", []),
        ("The fate of the country and the future of the king are open.", []),
        ("It is a thing of the future.", ["the future"]),
    ],
)
def test_what_is_a_time(nlp: "Language", text: str, found: list[str]) -> None:
    doc = parse(nlp, text)
    times = [phrase for phrase in find_time_phrases(text) if is_time(doc, phrase)]
    assert [text[time.start_char : time.end_char] for time in times] == found, text


def test_a_rate_is_a_set(nlp: "Language") -> None:
    text = "They paid $1 billion a year."
    (phrase,) = find_time_phrases(text)
    assert kind_of(parse(nlp, text), phrase) == "set"
