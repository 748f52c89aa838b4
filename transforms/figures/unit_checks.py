"""Tell the units beside a number from words and signs of the same form: 28C and a seat, 50g and 5g networks."""

import re

WEATHER = re.compile(
    r"temperature|degree|heat|cold|weather|warm|sunny|snow|rain|freez|mercury|thermometer|Celsius", re.IGNORECASE
)
"""What stands around 28C when it is no flat and no seat."""

NETWORKS = ("2g", "3g", "4g", "5g", "6g")
"""Generations of mobile networks, which are no grams."""

_DIMENSION = re.compile(
    r"\b(?:altitude|depth|diameter|distance|elevation|height|length|outreach|radius|width)s?"
    r"(?:\s(?:about|above|around|at|is|nearly|of|over|reached|reaching|some|than|to|up|was|were)){1,3}\s$"
)
"""What stands before an m that is a metre and no million: a depth of 48m."""

LETTERS = {"N", "R"}
"""Signs of naira and rand, which are money before sums in thousands or with a scale: R2.5bn, N450,000; not in R2."""

_SUM = re.compile(r"\d\s?[a-z]|,\d{3}")

PENNIES, LINES = "p", {"144", "240", "360", "480", "720", "1080", "1440", "2160", "4320"}
"""The p of British prices stands at its number; that of films stands behind their lines, and not in 7p.m."""

ORDINAL = re.compile(r"-(?!long\b|old\b|delay)[a-z]")
"""Behind a second that is no unit: 30 second-hand cars, 12 second-year students; not so a 30 second-long film."""

CLOCK_UNITS = {"hr", "hrs"}
CLOCK_BEFORE = re.compile(r"\b(?:at|by|from|until|till|beyond|before|after|to)\s$")
"""Words after which 18hrs is a time of day."""


def is_read(match: re.Match[str], first: str, unit: str | None) -> bool:
    """Whether the marks in a number leave no doubt: `3,25` is one number with a unit, two without."""
    if re.fullmatch(r"\d+,\d{1,2}", first) and unit is None:
        return False
    if _is_none(match, first):
        return False
    if match.group("after") in {"C", "F", "c", "f"}:
        around = match.string[max(0, match.start() - 150) : match.end() + 150]
        return bool(match.group("minus")) or bool(WEATHER.search(around))
    return not (match.group("minus") in {"-", "−"} and unit is None)


def is_in_metres(match: re.Match[str]) -> bool:
    """Whether the m behind a number is a metre, by what is told before it."""
    number = match.group("second") or match.group("first") or ""
    is_m = number.endswith("m") and number[-2:-1].isdigit()
    return is_m and bool(_DIMENSION.search(match.string, max(0, match.start() - 40), match.start()))


def _is_none(match: re.Match[str], first: str) -> bool:
    """Whether a number and its unit are something else: a network of mobile phones, at one point, at 18hrs."""
    unit, sign = match.group("after"), match.group("before")
    if sign and sign.strip() in LETTERS:
        return sign not in LETTERS or not _SUM.search(first)
    if unit == PENNIES:
        is_beside = match.string[match.start("after") - 1].isdigit()
        return not is_beside or first in LINES or match.string.startswith(".m", match.end("after"))
    if (
        unit == "second"
        and match.string[match.start("after") - 1].isspace()
        and ORDINAL.match(match.string, match.end())
    ):
        return True
    if unit in CLOCK_UNITS:
        return bool(CLOCK_BEFORE.search(match.string, max(0, match.start() - 8), match.start())) or len(first) > 3
    return (unit == "g" and match.group().endswith(NETWORKS)) or match.group().lower().endswith("one point")
