import pint
import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.figures.number_phrases import find_number_phrases
from transforms.figures.units import currencies, units


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("about 20 to 25 men", [("about 20 to 25", 20, 25, None)]),
        ("from 5 to 7 percent", [("from 5 to 7 percent", 5, 7, "percent")]),
        ("5.25%-5.5%", [("5.25%-5.5%", 5.25, 5.5, "percent")]),
        ("between 5% and 6%", [("between 5% and 6%", 5, 6, "percent")]),
        ("between 45% and 38%", [("45", 45, None, "percent"), ("38%", 38, None, "percent")]),
        ("plus or minus 3 points, minus 3", [("3 points", 3, None, "point"), ("minus 3", -3, None, None)]),
        ("40,000 b/d", [("40,000 b/d", 40_000, None, "oil_barrel / day")]),
        ("5 sq. miles", [("5 sq. miles", 5, None, "mile ** 2")]),
        ("SDR 2 billion", [("SDR 2 billion", 2e9, None, "XDR")]),
        ("from 62 people", [("62", 62, None, None)]),
        ("US$10-12 million", [("US$10-12 million", 1e7, 1.2e7, "USD")]),
        ("from $370,000 to $1.95 million", [("from $370,000 to $1.95 million", 370_000, 1.95e6, "USD")]),
        ("by 700,000 to 65.26 million", [("700,000", 700_000, None, None), ("65.26 million", 65_260_000, None, None)]),
        ("winds of 50 m/s", [("50 m/s", 50, None, "meter / second")]),
        ("for 3 million/year", [("3 million", 3_000_000, None, None)]),
        ("120 μg and 4.5 TWh", [("120 μg", 120, None, "microgram"), ("4.5 TWh", 4.5, None, "terawatt_hour")]),
        ("a three-foot trip", [("three-foot", 3, None, "foot")]),
        ("a one - day strike", [("one - day", 1, None, "day")]),
        ("three quarters of a million euros", [("three quarters of a million euros", 750_000, None, "EUR")]),
        ("a 1 1/8-mile race", [("1 1/8-mile", 1.125, None, "mile")]),
        ("quarter million dollars", [("quarter million dollars", 250_000, None, "USD")]),
        ("five-and-a-half years", [("five-and-a-half years", 5.5, None, "year")]),
        ("2-1/2 hours", [("2-1/2 hours", 2.5, None, "hour")]),
        ("six six-foot walls", [("six", 6, None, None), ("six-foot", 6, None, "foot")]),
        ("5 sq . miles, 20 {km}", [("5 sq . miles", 5, None, "mile ** 2"), ("20 {km}", 20, None, "kilometer")]),
        ("30 m^2 and us$ 5", [("30 m^2", 30, None, "meter ** 2"), ("us$ 5", 5, None, "USD")]),
        ("gave us $5", [("$5", 5, None, "USD")]),
        ("5 u . s . dollars", [("5 u . s . dollars", 5, None, "USD")]),
        ("7 £ and 8 £10 notes", [("7 £", 7, None, "GBP"), ("8", 8, None, None), ("£10", 10, None, "GBP")]),
        ("a heat of 35 °c", [("35 °c", 35, None, "degree_Celsius")]),
        ("page 35 c", []),
        ("three yrs", [("three yrs", 3, None, "year")]),
        ("moved up to 25", [("25", 25, None, None)]),
        ("up to 25", [("up to 25", 25, None, None)]),
        ("30 second-hand cars", []),
        ("a 30 second-long film", [("30 second", 30, None, "second")]),
        ("a ratio of 5 to 3", [("5", 5, None, None), ("3", 3, None, None)]),
        ("6ft 2in tall", [("6ft 2in", 6 + 2 / 12, None, "foot")]),
        ("15 dollars and 50.", [("15 dollars and 50", 15.5, None, "USD")]),
        ("15 dollars and 50 men", [("15 dollars", 15, None, "USD"), ("50", 50, None, None)]),
        ("30 t of steam, 30 t/h", [("30 t", 30, None, "metric_ton"), ("30", 30, None, None)]),
        ("RM5, 40 Saudi riyals", [("RM5", 5, None, "MYR"), ("40 Saudi riyals", 40, None, "SAR")]),
        ("80-plus ships, 90-plus minutes", [("80-plus", 80, None, None), ("90-plus minutes", 90, None, "minute")]),
        ("They split 4 to 1.", [("4", 4, None, None), ("1", 1, None, None)]),
        ("€2 in 2023 to €3", [("€2", 2, None, "EUR"), ("3", 3, None, "EUR")]),
        ("$12 million or $6 million", [("$12 million", 1.2e7, None, "USD"), ("6 million", 6e6, None, "USD")]),
        ("a couple of hundred", [("a couple of hundred", 200, None, None)]),
        ("“It took 20 [minutes].”", [("20 [minutes]", 20, None, "minute")]),
        ("7.8 euro cents", [("7.8 euro cents", 7.8, None, "cent")]),
        ("3 dollars 50 cents", [("3 dollars 50 cents", 3.5, None, "USD")]),
        ("6 feet and 3 inches tall", [("6 feet and 3 inches", 6.25, None, "foot")]),
        ("10$ a day", [("10$", 10, None, "USD")]),
        ("10 $ 30 $", [("10 $", 10, None, "USD"), ("30 $", 30, None, "USD")]),
        ("for 5 $ 30 more", [("5", 5, None, None), ("$ 30", 30, None, "USD")]),
        ("2 and 3 men", [("2", 2, None, None), ("3", 3, None, None)]),
        ("2-1, 12/5, 10:30, F-16, #4", []),
        ("1,000 square kilometers", [("1,000 square kilometers", 1000, None, "kilometer ** 2")]),
    ],
)
def test_phrases(text: str, phrases: list[tuple[str, float, float | None, str | None]]) -> None:
    found = [(text[p.start_char : p.end_char], p.value, p.value_max, p.unit) for p in find_number_phrases(text)]
    assert found == phrases, text


@given(st.integers(1, 10**9), st.sampled_from(["kilometers", "percent", "euros", "tonnes"]))
def test_any_number_with_a_unit(number: int, unit: str) -> None:
    (phrase,) = find_number_phrases(f"It was {number:,} {unit}.")
    assert phrase.value == number
    assert phrase.unit == {**currencies(), **units()}[unit]


def test_units_are_known_to_pint() -> None:
    registry = pint.UnitRegistry()
    shares = {"percent", "percentage_point", "basis_point", "cent", "penny", "times", "magnitude", "TEU"}
    assert [unit for unit in units().values() if unit not in shares and registry.parse_units(unit) is None] == []


def test_currencies_are_iso_codes() -> None:
    historic = {"DEM", "FRF", "ITL", "FIM", "ZWG", "IEP", "EEK", "ESP", "PTE", "NLG", "ATS", "BEF", "GRD", "HRK", "BGN"}
    assert [
        code
        for code in currencies().values()
        if code not in historic and pycountry.currencies.get(alpha_3=code) is None
    ] == []
