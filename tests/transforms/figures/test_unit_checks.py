import pytest

from transforms.figures.number_phrases import find_number_phrases


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3,25 % and 3,25", [3.25]),
        ("It was 28C and sunny.", [28]),
        ("She sat in 28C.", []),
        ("50g of salt on a 5g network", [50]),
        ("At one point, with a one-point lead", [1]),
        ("They open at 16hrs for 12 hrs.", [12]),
        ("It was seen at 1430hrs.", []),
    ],
)
def test_units_that_are_others(text: str, values: list[float]) -> None:
    assert [phrase.value for phrase in find_number_phrases(text)] == values, text
