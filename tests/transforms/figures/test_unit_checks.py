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
        ("The mine has a depth of 48m, a height of up to 2-3m and 20m visitors.", [48, 2, 20_000_000]),
        ("It fell 7p to 45p at 7p.m. in a 1080p film, 3 p down.", [7, 45]),
        ("It cost R2.5bn and N450,000 on the R2 and the N1.", [2.5e9, 450_000]),
    ],
)
def test_units_that_are_others(text: str, values: list[float]) -> None:
    assert [phrase.value for phrase in find_number_phrases(text)] == values, text
