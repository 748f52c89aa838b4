from typing import TYPE_CHECKING

import pytest

from transforms.figures.counted_nouns import counted_noun, counted_phrase, is_count, is_idiom, is_label
from transforms.figures.number_words import number_value
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "number", "phrase"),
    [
        ("They saw 12 young men.", "12", "young men"),
        ("They saw dozens of the men.", "dozens", "men"),
        ("They saw 12 of the 300 men.", "12", "men"),
        ("They tax 8 million low- and middle-income families.", "8 million", "low- and middle-income families"),
        ("They dropped five 2,000-pound bombs.", "five", "2,000-pound bombs"),
        ("They saw one of the men.", "one", None),
        ("They saw two things.", "two", None),
        ("It has two access points.", "two", "access points"),
        ("They sold 12 of 30 boats.", "12", "boats"),
        ("They sold 12 out of 30 boats.", "12", "boats"),
        ("They sold 12 F-16 jets.", "12", "F-16 jets"),
        ("They saw 12.", "12", None),
    ],
)
def test_what_is_counted(nlp: "Language", text: str, number: str, phrase: str | None) -> None:
    doc = parse(nlp, text)
    span = covering(doc, text.index(number), text.index(number) + len(number))
    noun = counted_noun(span)
    assert (counted_phrase(span, noun).text if noun is not None else None) == phrase, text


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [
        ("He was number 1.", "1", True),
        ("He has 3 cats.", "3", False),
        ("The Note 7 phones broke.", "7", True),
        ("3 came.", "3", False),
        ("Type 1 diabetes is rare.", "1", True),
        ("DAY 2 Dumplings are served.", "2", True),
        ("It stayed a category three storm.", "three", True),
    ],
)
def test_labels(nlp: "Language", text: str, number: str, label: bool) -> None:
    doc = parse(nlp, text)
    assert is_label(covering(doc, text.index(number), text.index(number) + 1)) is label


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They saw zero growth.", True),
        ("They have zero tolerance.", False),
        ("They set net zero targets.", False),
    ],
)
def test_zero(nlp: "Language", text: str, count: bool) -> None:
    doc = parse(nlp, text)
    span = covering(doc, text.index("zero"), text.index("zero") + len("zero"))
    noun = counted_noun(span)
    assert noun is not None, text
    assert is_count(span, noun, 0.0) is count, text


@pytest.mark.parametrize(
    ("text", "number", "count"),
    [
        ("They want one united France.", "one", False),
        ("On one hand it is good.", "one", False),
        ("He lost one hand.", "one", True),
        ("They saw 12 men.", "12", True),
        ("They lost 6 crew.", "6", True),
        ("The 20-member council met.", "20", True),
        ("A 911 caller phoned.", "911", False),
        ("It is the 2 bank.", "2", False),
    ],
)
def test_nouns_in_the_singular(nlp: "Language", text: str, number: str, count: bool) -> None:
    doc = parse(nlp, text)
    span = covering(doc, text.index(number), text.index(number) + len(number))
    noun = counted_noun(span)
    assert noun is not None, text
    assert is_count(span, noun, number_value(number) or 0.0) is count, text


@pytest.mark.parametrize(
    ("text", "idiom"),
    [
        ("The judge struck down one motion after another.", True),
        ("They hope to live there one day.", True),
        ("They stayed for one day.", False),
        ("They left one day later.", False),
        ("They struck down one motion.", False),
    ],
)
def test_one_that_counts_nothing(nlp: "Language", text: str, idiom: bool) -> None:
    at = text.index("one")
    assert is_idiom(covering(parse(nlp, text), at, at + 3)) is idiom
