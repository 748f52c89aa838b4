import pytest

from transforms.figures.units_before import find_units_before


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a magnitude 6.3 quake", [("magnitude 6.3", 6.3, "magnitude")]),
        ("a magnitude-6 quake", [("magnitude-6", 6, "magnitude")]),
        ("had a magnitude of about 5.5", [("magnitude of about 5.5", 5.5, "magnitude")]),
        ("an effect of the magnitude of 10 percent, a magnitude 7 times", []),
        ("about MSEK 1,250", [("about MSEK 1,250", 1.25e9, "SEK")]),
        ("twenty-five MUSD", [("twenty-five MUSD", 25e6, "USD")]),
        ("240 MEUR, TEUR 12.5", [("240 MEUR", 2.4e8, "EUR"), ("TEUR 12.5", 12_500, "EUR")]),
        ("MTV 5, MALL 3, EUR 5", []),
    ],
)
def test_units_before(text: str, found: list[tuple[str, float, str]]) -> None:
    phrases = sorted(find_units_before(text), key=lambda phrase: phrase.start_char)
    assert [(text[p.start_char : p.end_char], p.value, p.unit) for p in phrases] == found, text


def test_about_is_told() -> None:
    assert [phrase.approximate for phrase in find_units_before("magnitude of about 5.5, magnitude 4")] == [True, False]
