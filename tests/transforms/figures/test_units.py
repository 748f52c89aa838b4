from typing import TYPE_CHECKING

import pytest

from transforms.figures.units import unit_of_pounds
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("She paid 500 pounds.", "GBP"),
        ("The house is worth 2000000 pounds.", "GBP"),
        ("The box weighs 500 pounds.", "pound"),
        ("They seized 500 pounds of rice.", "pound"),
        ("A 500-pound bomb fell.", "pound"),
        ("She paid for 500 lbs.", "pound"),
        ("They found 500 pounds.", None),
        ("They found 500 pounds (227 kilograms).", "pound"),
        ("It costs 500 pounds a ton.", "GBP"),
        ("A tonne is equal to 2204 pounds.", "pound"),
        ("The price of a kilo is 2 pounds.", None),
    ],
)
def test_unit_of_pounds(nlp: "Language", text: str, unit: str | None) -> None:
    number = next(token for token in parse(nlp, text) if token.text.isdigit())
    end = min(
        i for i in range(number.idx, len(text)) if text[i] in ". " and not text[i + 1 :].startswith(("pound", "lb"))
    )
    end = text.index("-pound") + len("-pound") if "-" in text else end
    span = number.doc[number.i : number.i + 1]
    assert unit_of_pounds(span, text[number.idx : end], text[end : end + 40], float(number.text)) == unit, text
