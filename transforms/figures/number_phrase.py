"""A number in a text with what modifies it, and one made of a unit and its parts: two hours and 20 minutes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

TEN_CENTS = 10
"""From here on a number after dollars is one of cents: 15 dollars and 50; not so two or three."""

PARTS_OF: dict[tuple[str | None, str | None], int] = {
    ("USD", "cent"): 100, ("EUR", "cent"): 100, ("CAD", "cent"): 100, ("AUD", "cent"): 100,
    ("foot", "inch"): 12, ("pound", "ounce"): 16,
}  # fmt: skip
"""How many of the second unit make one of the first."""

WHOLE_PARTS: dict[tuple[str | None, str | None], int] = {("hour", "minute"): 60, ("minute", "second"): 60}
"""The same of units whose parts seldom make a short decimal: two hours and 20 minutes are 140 minutes."""

LONGEST = 20
"""Characters in which the words of an hour stand."""

_AN_HOUR = re.compile(r"\b[Aa]n\shour\sand\s$")

_CLAUSE_ENDS = re.compile(r"\s?(?:[.;!?]|$)")


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number in a text: offsets with its modifiers and unit, those of the number alone, and what it says."""

    start_char: int
    end_char: int
    number_start: int
    number_end: int
    value: float
    value_max: float | None
    approximate: bool
    comparison: str | None
    unit: str | None


def joined(text: str, phrases: Sequence[NumberPhrase]) -> list[NumberPhrase]:
    """Make one number of what is told in a unit and its parts: 3 dollars 50 cents, an hour and 20 minutes."""
    whole: list[NumberPhrase] = []
    for phrase in (_with_hour(text, phrase) for phrase in phrases):
        last = whole[-1] if whole else None
        value = _with_parts(text, last, phrase) if last else None
        if last and value is not None:
            unit = phrase.unit if (last.unit, phrase.unit) in WHOLE_PARTS else last.unit
            whole[-1] = replace(last, end_char=phrase.end_char, value=value, unit=unit)
        else:
            whole.append(phrase)
    return whole


def _with_parts(text: str, last: NumberPhrase, phrase: NumberPhrase) -> float | None:
    """Return what two numbers are together, the second of parts of the first's unit; None for two apart, and ranges."""
    units = last.unit, phrase.unit or _understood(text, last, phrase)
    between = text[last.end_char : phrase.start_char]
    parts = PARTS_OF.get(units) or WHOLE_PARTS.get(units)
    if parts is None or phrase.value >= parts or last.value_max is not None or phrase.value_max is not None:
        return None
    if units in WHOLE_PARTS:
        return last.value * parts + phrase.value if between in {" ", " and ", ", "} else None
    return float(Decimal(str(last.value)) + Decimal(str(phrase.value)) / parts) if between in {" ", " and "} else None


def _with_hour(text: str, phrase: NumberPhrase) -> NumberPhrase:
    """Return minutes with the hour before them, which is no number: an hour and fifteen minutes."""
    hour = _AN_HOUR.search(text, max(0, phrase.start_char - LONGEST), phrase.start_char)
    if phrase.unit != "minute" or phrase.value_max is not None or not hour:
        return phrase
    return replace(phrase, start_char=hour.start(), value=phrase.value + 60)


def _understood(text: str, money: NumberPhrase, rest: NumberPhrase) -> str | None:
    """Return the unit that goes without saying at the end of a clause: 15 dollars and 50; None elsewhere."""
    is_told = text[money.start_char : money.end_char].endswith(("dollar", "dollars", "euro", "euros"))
    is_between = text.startswith(("between", "Between"), money.start_char)
    ends = _CLAUSE_ENDS.match(text, rest.end_char) and rest.start_char == rest.number_start
    return "cent" if is_told and ends and not is_between and rest.value >= TEN_CENTS else None
