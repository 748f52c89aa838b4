"""Which class of place the words beside a name tell."""

from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.places.told_classes import with_class
from transforms.places.toponym_candidates import Toponym, bearing

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "told", "codes"),
    [
        ("He left the city of Lebanon.", "Lebanon", "town", {"PPL"}),
        ("He left Lebanon.", "Lebanon", None, None),
        ("The city of Turkey waits.", "Turkey", "town", set()),
        ("Rain fell in Washington state.", "Washington", "division", {"ADM1"}),
        ("Rain fell in Kano State.", "Kano", "division", {"ADM1"}),
        ("She studies at Washington State University.", "Washington", None, None),
        ("Washington accused Tehran.", "Washington", "capital", {"PPLC"}),
        ("Washington burned.", "Washington", None, None),
        ("Georgia accused Russia.", "Georgia", None, None),
    ],
)
def test_class(nlp: "Language", text: str, name: str, told: str | None, codes: set[str] | None) -> None:
    doc = parse(nlp, text)
    at = next(token.i for token in doc if token.text == name)
    toponym = with_class(doc, Toponym(at, at + 1, bearing(name), "name", "model"))
    assert toponym.told == told
    assert told is None or {candidate.feature_code for candidate in toponym.candidates} == codes
