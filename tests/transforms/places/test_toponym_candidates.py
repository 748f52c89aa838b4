"""What a name can mean as it is written."""

import pytest

from transforms.places.toponym_candidates import bearing, contains, is_abbreviation, is_strong


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("US", "USA"),
        ("U.S.", "USA"),
        ("UAE", "ARE"),
        ("Calif.", "USA"),
        ("N.J.", "USA"),
        ("OHIO", "USA"),
        ("OSLO", "NOR"),
    ],
)
def test_capitals_and_full_stops_mean_abbreviations(text: str, country: str) -> None:
    assert country in {candidate.country_code for candidate in bearing(text)}


@pytest.mark.parametrize(("text", "code"), [("Us", "PCLI"), ("Mass", "ADM1"), ("P.A.", "ADM1"), ("Allemagne", "PCLI")])
def test_other_writing_does_not(text: str, code: str) -> None:
    assert code not in {candidate.feature_code for candidate in bearing(text)}


@pytest.mark.parametrize(
    ("name", "strong"), [("France", True), ("Nairobi", True), ("Red Sea", True), ("Texas", True), ("Oxford", False)]
)
def test_places_known_to_everyone(name: str, strong: bool) -> None:
    assert is_strong(bearing(name)) == strong


@pytest.mark.parametrize(("text", "expected"), [("TX", True), ("Calif.", True), ("Texas", False), ("N.J.", False)])
def test_abbreviations_that_need_a_town(text: str, expected: bool) -> None:
    assert is_abbreviation(text, bearing(text)) == expected


def test_division_contains_its_town_and_not_another() -> None:
    texas = next(c for c in bearing("Texas") if c.feature_code == "ADM1")
    assert [c.admin1 for c in bearing("Paris") if contains(texas, c)] == ["Texas"]
