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

_RUN = re.compile(
    r"(?:\s|-)(?:backstroke|beach|breaststroke|butterfly|dash|deep|drop|freestyle|heats?|high|hurdles|long|medley|"
    r"race|relay|runway|sprint|stretch|swim|tall|wide)\b"
)
"""What stands behind it: the 100m hurdles, a 30m drop."""

_BOUNDED = re.compile(
    r"(?:^|[.!?,;:(\n–—-]|\b(?:a|after|and|are|at|be|been|being|by|for|from|had|has|have|her|his|in|is|its|just|"
    r"last(?:s|ed|ing)?|liv(?:e|ed|ing)|need(?:s|ed)?|of|or|serv(?:e|ed|ing)|spen(?:d|ds|t|ding)|tak(?:e|es|en|ing)|"
    r"than|the|their|to|took|wait(?:s|ed|ing)?|was|well|were|with|within|work(?:s|ed|ing)?))\s?$",
    re.IGNORECASE,
)
"""What stands before a length of time that over bounds: it took over 24 hours."""

LENGTHS_OF_TIME = {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}
"""Units whose number is measured even where it helps to say when: in the past 15 years, three hours later."""

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
    """Whether the m behind a number is a metre, by what is told before or behind it."""
    number = match.group("second") or match.group("first") or ""
    is_m = number.endswith("m") and number[-2:-1].isdigit()
    return is_m and bool(
        _DIMENSION.search(match.string, max(0, match.start() - 40), match.start())
        or _RUN.match(match.string, match.end())
    )


def is_during(match: re.Match[str], unit: str | None) -> bool:
    """Whether over tells the time in which something happens: 25 operations over 24 hours. Then it bounds nothing."""
    if (match.group("modifier") or "").lower() != "over" or unit not in LENGTHS_OF_TIME:
        return False
    return not _BOUNDED.search(match.string, max(0, match.start() - 20), match.start())


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
