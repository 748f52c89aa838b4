import pytest

from transforms.figures.fractions import find_fractions, find_scores


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two-thirds of voters", [("two-thirds", 2 / 3)]),
        ("half of them", [("half", 0.5)]),
        ("about a quarter of the boats", [("about a quarter", 0.25)]),
        ("three out of four people", [("three out of four", 0.75)]),
        ("one in 1000 births", [("one in 1000", 0.001)]),
        ("a quarter of a million men", []),
        ("About half were ill", [("About half", 0.5)]),
        ("a one - third of them", [("one - third", 1 / 3)]),
        ("nearly one-third above the price", [("nearly one-third", 1 / 3)]),
        ("0.4 of the sum", [("0.4", 0.4)]),
        ("1/3 of the seats, on 1/3 of May", [("1/3", 1 / 3)]),
        ("a one-in-five chance, a one-in-100-year flood", [("one-in-five", 0.2)]),
        ("fell to less than a third.", [("less than a third", 1 / 3)]),
        ("at about a quarter after nine", []),
        ("half the price, half its size", [("half", 0.5), ("half", 0.5)]),
        ("0.5 of another cake", [("0.5", 0.5)]),
        ("the second half of the match", []),
        ("fell by a third in May, by nearly half", [("a third", 1 / 3), ("nearly half", 0.5)]),
        ("followed by a third man, about half past six", []),
        ("half a million men", []),
        ("a third man", []),
        ("two in 10 days", []),
        ("three in 47 raids", []),
    ],
)
def test_fractions(text: str, found: list[tuple[str, float]]) -> None:
    assert [(text[f.start_char : f.end_char], f.value) for f in find_fractions(text)] == found, text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Rovers won 2-1 at home.", [2, 1]),
        ("They lost 2-5.", [2, 5]),
        ("a 16-10 deficit", [16, 10]),
        ("The vote was 52-48.", [52, 48]),
        ("The motion passed 312-98.", [312, 98]),
        ("It was a 5-to-4 ruling.", [5, 4]),
        ("The assembly voted 151 to 16 to pass the law.", [151, 16]),
        ("They voted by a margin of 9 to 3.", [9, 3]),
        ("He lost 20 to 30 pounds.", []),
        ("pages 20-12", []),
        ("20-30 houses fell", []),
        ("on 10-9-2014", []),
    ],
)
def test_scores(text: str, values: list[float]) -> None:
    assert [score.value for score in find_scores(text)] == values, text
