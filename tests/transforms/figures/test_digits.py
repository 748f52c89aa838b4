from decimal import Decimal

import pytest

from transforms.figures.digits import digits_value, has_comma


@pytest.mark.parametrize(
    ("text", "comma", "value"),
    [
        ("12,500", False, "12500"),
        ("5,00,000", False, "500000"),
        ("1 250 000", False, "1250000"),
        ("12’500.5", False, "12500.5"),
        ("1.095", False, "1.095"),
        ("3,25", False, "3.25"),
        ("3,25", True, "3.25"),
        ("1.250", True, "1250"),
        ("1.250.000,5", True, "1250000.5"),
        ("1.50", True, "1.50"),
    ],
)
def test_digits(text: str, comma: bool, value: str) -> None:
    assert digits_value(text, comma) == Decimal(value)


@pytest.mark.parametrize(
    ("language", "country", "comma"),
    [("de", "de", True), ("es", "es", True), ("es", "mx", False), ("en", "za", False), (None, "", False)],
)
def test_marks_by_language(language: str | None, country: str, comma: bool) -> None:
    assert has_comma(language, country) is comma
