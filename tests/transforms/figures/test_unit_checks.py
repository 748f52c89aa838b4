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
        ("She won the 100m hurdles; plastic lay on one 90m-stretch of the beach.", [100, 1, 90]),
        ("It fell 7p to 45p at 7p.m. in a 1080p film, 3 p down.", [7, 45]),
        ("It cost R2.5bn and N450,000 on the R2 and the N1.", [2.5e9, 450_000]),
    ],
)
def test_units_that_are_others(text: str, values: list[float]) -> None:
    assert [phrase.value for phrase in find_number_phrases(text)] == values, text


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("They saved 3,315 people in 25 operations over 24 hours.", None),
        ("It took over 24 hours.", "more than"),
        ("Over 24 hours later it rained.", "more than"),
        ("They waited for over two weeks.", "more than"),
        ("There were over 24 boats.", "more than"),
    ],
)
def test_over_a_length_of_time_bounds_it_only_where_it_is_measured(text: str, comparison: str | None) -> None:
    assert [phrase.comparison for phrase in find_number_phrases(text)][-1] == comparison, text
