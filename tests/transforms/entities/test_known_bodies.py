from typing import TYPE_CHECKING

import pytest

from tests.transforms.names import mark
from transforms.entities.known_bodies import find_known_bodies
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She wrote it on Facebook.", ["Facebook"]),
        ("Share this: Facebook Twitter Google+", []),
        ("The Facebook-owned firm grew.", []),
        ("She wrote it on paper.", []),
        ("The owner of Italy's la Repubblica left.", ["la Repubblica"]),
        ("Officials of State and Homeland Security met.", ["Homeland Security"]),
        ("They talked of homeland security.", []),
        ("It was on BBC Radio 5 live again.", ["BBC Radio 5 live"]),
        ("They read the Boeing Airbus files.", ["Boeing", "Airbus"]),
    ],
)
def test_names_that_the_model_left_out(nlp: "Language", text: str, found: list[str]) -> None:
    doc = parse(nlp, text)
    mark(doc, [])
    assert [doc[start:end].text for start, end in find_known_bodies(doc)] == found


def test_names_of_several_words_are_known_better(nlp: "Language") -> None:
    doc = parse(nlp, "She asked Transport for London.")
    mark(doc, [("Transport", "GPE"), ("London", "GPE")])
    assert [doc[start:end].text for start, end in find_known_bodies(doc)] == ["Transport for London"]


def test_names_that_it_marked_are_not_found_again(nlp: "Language") -> None:
    doc = parse(nlp, "She wrote it on Facebook.")
    mark(doc, [("Facebook", "ORG")])
    assert list(find_known_bodies(doc)) == []
