"""Names of months, and the order of a date's parts."""

from transforms.text.month_names import fold_name, month_names, writes_day_first


def test_a_name_of_two_months_is_left_out() -> None:
    assert "listopad" not in month_names()  # November in Polish, October in Croatian
    assert month_names()["april"] == 4


def test_countries_have_names_of_their_own() -> None:
    assert month_names()["jänner"] == 1
    assert month_names()[fold_name("آب")] == 8
    assert month_names()["sept"] == 9


def test_english_has_no_order_and_spanish_has() -> None:
    assert writes_day_first("es")
    assert writes_day_first("de")
    assert not writes_day_first("en")
    assert not writes_day_first("hu")
    assert not writes_day_first(None)
    assert not writes_day_first("xx")


def test_a_region_tells_the_order_of_english() -> None:
    assert writes_day_first("en-GB")
    assert not writes_day_first("en-US")
    assert writes_day_first("de-XX")
