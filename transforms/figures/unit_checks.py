"""Tell the units beside a number from words and signs of the same form: 28C and a seat, 50g and 5g networks."""

import re

WEATHER = re.compile(
    r"temperature|degree|heat|cold|weather|warm|sunny|snow|rain|freez|mercury|thermometer|Celsius", re.IGNORECASE
)
"""What stands around 28C when it is no flat and no seat."""

NETWORKS = ("2g", "3g", "4g", "5g", "6g")
"""Generations of mobile networks, which are no grams."""

CLOCK_UNITS = {"hr", "hrs"}
CLOCK_BEFORE = re.compile(r"\b(?:at|by|from|until|till|beyond|before|after|to)\s$")
"""Words after which 18hrs is a time of day."""


def is_read(match: re.Match[str], first: str, unit: str | None) -> bool:
    """Whether the marks in a number leave no doubt: `3,25` is one number with a unit, two without."""
    if re.fullmatch(r"\d+,\d{1,2}", first) and unit is None:
        return False
    if _is_none(match, first):
        return False
    if match.group("after") in {"C", "F"}:
        around = match.string[max(0, match.start() - 150) : match.end() + 150]
        return bool(match.group("minus")) or bool(WEATHER.search(around))
    return not (match.group("minus") in {"-", "−"} and unit is None)


def _is_none(match: re.Match[str], first: str) -> bool:
    """Whether a number and its unit are something else: a network of mobile phones, at one point, at 18hrs."""
    unit = match.group("after")
    if unit in CLOCK_UNITS:
        return bool(CLOCK_BEFORE.search(match.string, max(0, match.start() - 8), match.start())) or len(first) > 3
    return (unit == "g" and match.group().endswith(NETWORKS)) or match.group().lower().endswith("one point")
