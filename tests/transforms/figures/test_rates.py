"""A rate is told from a count by what stands behind it."""

import pytest

from transforms.figures.rates import rate_behind


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("16 deaths per 100,000 people", "per 100,000"),
        ("16 deaths reported per 100,000", "per 100,000"),
        ("16 deaths per\ncapita", "per capita"),
        ("16 deaths per year", None),
        ("16 deaths in Dover", None),
    ],
)
def test_of_how_many_a_number_is_told(text: str, rate: str | None) -> None:
    assert rate_behind(text, len("16 deaths")) == rate
