import pytest

from transforms.entities.containing_country import home_country, is_known_place, is_us_state


@pytest.mark.parametrize(
    ("place", "mentioned", "code"),
    [
        ("baghdad", {"IRQ", "USA"}, "IRQ"),
        ("baghdad", set(), None),
        ("paris", {"USA"}, None),
        ("washington", {"USA"}, "USA"),
        ("ohio", set(), "USA"),
        ("springfield", {"USA"}, None),
    ],
)
def test_home_country(place: str, mentioned: set[str], code: str | None) -> None:
    assert home_country(place, mentioned) == code


def test_georgia_among_states_is_a_state() -> None:
    assert is_us_state("georgia", {"georgia", "ohio"})
    assert not is_us_state("georgia", {"georgia", "tbilisi"})
    assert not is_us_state("jordan", {"jordan", "ohio"})


def test_known_places() -> None:
    assert is_known_place("vienna")
    assert is_known_place("texas")
    assert not is_known_place("machado")
