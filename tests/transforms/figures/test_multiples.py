import pytest

from transforms.figures.multiples import find_multiples


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twice as many came.", [("Twice", 2, None)]),
        ("more than double the average price", [("more than double", 2, "more than")]),
        ("to triple the size of the fleet", [("triple", 3, None)]),
        ("twice what it was", [("twice", 2, None)]),
        ("Sales rose nearly tenfold.", [("nearly tenfold", 10, None)]),
        ("a three-fold, a 2.5-fold rise", [("three-fold", 3, None), ("2.5-fold", 2.5, None)]),
        ("The reasons are twofold, and manifold.", []),
        ("He won twice the year before, twice as captain.", []),
        ("a double-edged sword, a double room", []),
    ],
)
def test_multiples(text: str, found: list[tuple[str, float, str | None]]) -> None:
    assert [(text[p.start_char : p.end_char], p.value, p.comparison) for p in find_multiples(text)] == found, text
