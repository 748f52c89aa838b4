"""Evidence around a name that places bear."""

from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.places.toponym_evidence import follows_locative, is_capital

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He lives in Salem.", True),
        ("They met near the northern city of Salem.", True),
        ("According to Salem, nothing happened.", False),
        ("Police questioned Salem.", False),
        ("Salem was quiet.", False),
    ],
)
def test_preposition_of_place(nlp: "Language", sentence: str, expected: bool) -> None:
    doc = parse(nlp, sentence)
    (start,) = (token.i for token in doc if token.text == "Salem")
    assert follows_locative(doc, start) == expected, sentence


def test_capitals(nlp: "Language") -> None:
    doc = parse(nlp, "A man in Oslo ate 3 iPads")
    assert [token.text for token in doc if is_capital(token)] == ["Oslo"]
