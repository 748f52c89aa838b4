import pytest

from transforms.figures.tens import find_tens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a man in his 40s", [("40s", 40, 49, "age")]),
        ("a woman in her late thirties", [("late thirties", 30, 39, "age")]),
        ("two in their mid- to late 50s", [("mid- to late 50s", 50, 59, "age")]),
        ("Highs will be in the upper 80s.", [("upper 80s", 80, 89, "degree")]),
        ("Highs were found. In the 80s it was so.", []),
        ("in the 80s, in the 1980s, in their 401s", []),
    ],
)
def test_tens(text: str, found: list[tuple[str, float, float, str]]) -> None:
    assert [(text[p.start_char : p.end_char], p.value, p.value_max, p.unit) for p in find_tens(text)] == found, text
