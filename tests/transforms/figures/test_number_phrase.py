import pytest

from transforms.figures.number_phrases import find_number_phrases


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two hours and 20 minutes", [("two hours and 20 minutes", 140, "minute")]),
        ("2 hours, 15 minutes and 3 seconds", [("2 hours, 15 minutes and 3 seconds", 8103, "second")]),
        ("an hour and fifteen minutes", [("an hour and fifteen minutes", 75, "minute")]),
        ("an hour and 15 people", [("15", 15, None)]),
        ("two to three hours and 20 minutes", [("two to three hours", 2, "hour"), ("20 minutes", 20, "minute")]),
        ("an hour and 10 to 20 minutes", [("10 to 20 minutes", 10, "minute")]),
        ("two hours, 90 minutes", [("two hours", 2, "hour"), ("90 minutes", 90, "minute")]),
        ("two hours or 20 minutes", [("two hours", 2, "hour"), ("20 minutes", 20, "minute")]),
        ("15 dollars and 50.", [("15 dollars and 50", 15.5, "USD")]),
        ("15 dollars and 2.", [("15 dollars", 15, "USD"), ("2", 2, None)]),
    ],
)
def test_a_unit_and_its_parts(text: str, found: list[tuple[str, float, str | None]]) -> None:
    phrases = find_number_phrases(text)
    assert [(text[one.start_char : one.end_char], one.value, one.unit) for one in phrases] == found
