import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.figures.number_words import number_value, number_words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,500", 2500),
        ("1,234.5", 1234.5),
        ("5,00,000", 500_000),
        ("1.2 million", 1_200_000),
        ("10m", 10_000_000),
        ("three", 3),
        ("twenty-one", 21),
        ("two dozen", 24),
        ("a dozen", 12),
        ("a hundred", 100),
        ("half a million", 500_000),
        ("one hundred and five", 105),
        ("two hundred thousand", 200_000),
        ("six million two hundred thousand", 6_200_000),
        ("3 lakh", 300_000),
        ("a million and a half", 1_500_000),
        ("two and a half million", 2_500_000),
        ("three and a quarter", 3.25),
        ("a", None),
        ("and", None),
        ("tens", None),
        ("", None),
        ("the two", None),
        ("two and three", None),
        ("two thousand and five hundred", 2500),
    ],
)
def test_value(text: str, value: float | None) -> None:
    assert number_value(text) == value, text


@given(st.integers(0, 10**12))
def test_digits_with_commas_and_without(number: int) -> None:
    assert number_value(f"{number:,}") == number_value(str(number)) == number


def test_the_lexicon_is_in_lower_case() -> None:
    assert all(word == word.lower() for word in number_words())
