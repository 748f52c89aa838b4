from typing import TYPE_CHECKING

import pytest

from transforms.figures.ages import age_end
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("A 40-year-old man left.", "40-year-old"),
        ("He is 40 years old.", "40 years old"),
        ("He is aged 40 or so.", "40"),
        ("Jane Hall, 40, left.", "40"),
        ("The death of Scott, 40, a farmer, was sudden.", "40"),
        ("She is 40.", "40"),
        ("Most respondents over 40 left.", "40"),
        ("Most prices over 40 fell.", None),
        ("They saw 40 men.", None),
        ("It is 40.", None),
        ("They came to Paris, 40, 50 or more.", None),
    ],
)
def test_ages(nlp: "Language", text: str, age: str | None) -> None:
    at = text.index("40")
    end = age_end(covering(parse(nlp, text), at, at + 2), text, at + 2)
    assert (text[at:end] if end is not None else None) == age, text
