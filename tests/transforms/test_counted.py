from typing import TYPE_CHECKING

import pytest

from transforms.counted import counted_noun, counted_phrase, is_age, is_label
from transforms.nlp import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "number", "phrase"),
    [
        ("They saw 12 young men.", "12", "young men"),
        ("They saw dozens of the men.", "dozens", "men"),
        ("They saw one of the men.", "one", None),
        ("They saw two things.", "two", None),
        ("They saw 12.", "12", None),
    ],
)
def test_what_is_counted(nlp: "Language", text: str, number: str, phrase: str | None) -> None:
    doc = parse(nlp, text)
    span = doc.char_span(text.index(number), text.index(number) + len(number))
    noun = counted_noun(span)
    assert (counted_phrase(span, noun).text if noun is not None else None) == phrase, text


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [("He was number 1.", "1", True), ("He has 3 cats.", "3", False), ("3 came.", "3", False)],
)
def test_labels(nlp: "Language", text: str, number: str, label: bool) -> None:
    doc = parse(nlp, text)
    assert is_label(doc.char_span(text.index(number), text.index(number) + 1)) is label


@pytest.mark.parametrize(
    ("text", "age"),
    [("a 40-year-old man", False), ("aged 40 or so", True), ("Jane Hall, 40, left.", True), ("40 men", False)],
)
def test_ages(nlp: "Language", text: str, age: bool) -> None:
    doc = parse(nlp, text)
    at = text.index("40")
    assert is_age(doc.char_span(at, at + 2, alignment_mode="expand"), text[at + 2 : at + 7]) is age
