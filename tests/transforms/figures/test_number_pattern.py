import time

import pytest

from transforms.figures.number_pattern import number_pattern


@pytest.mark.parametrize(
    ("text", "first", "unit"),
    [
        ("It holds 80 , 000 seats.", "80 , 000", None),
        ("It rose 4 . 8 % in May.", "4 . 8", "%"),
        ("They shot 5 . 8 fled.", "5", None),
        ("They agreed on a three - year contract.", "three", "year"),
        ("He waited a quarter of an hour.", None, None),
    ],
)
def test_number_pattern(text: str, first: str | None, unit: str | None) -> None:
    match = number_pattern("en", comma=False).search(text)
    assert (match and match["first"], match and match["after"]) == (first, unit), text


@pytest.mark.parametrize(("language", "text"), [("es", "el Mundial 2024 ha terminado"), ("de", "nach 5 sek war er da")])
def test_units_that_are_words_of_other_languages(language: str, text: str) -> None:
    match = number_pattern(language, comma=True).search(text)
    assert match is not None
    assert match["after"] is None


def test_long_runs_take_no_longer_than_their_length() -> None:
    text = "80 , 000" + " , 000" * 20_000 + " , 12"
    start = time.process_time()
    list(number_pattern("en", comma=False).finditer(text))
    assert time.process_time() - start < 5
