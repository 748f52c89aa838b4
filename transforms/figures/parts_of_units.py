"""Recognize parts of a unit of measure, and units with a part: half an hour, a quarter mile, an hour and a half."""

import re
from collections.abc import Iterator
from functools import cache

from transforms.figures.number_pattern import any_case, before_number, modified
from transforms.figures.number_phrase import NumberPhrase
from transforms.figures.number_words import number_value, number_words
from transforms.figures.units import by_lower, units
from transforms.parsing.spans import matches_near, places_of

_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3}
_TALL = re.compile(r"(?<![\w.,-])(?P<feet>[3-9])-foot-(?P<inches>1[01]|\d)(?:-inch(?:es)?)?(?![\w-])")
"""The height of a person, as in 6-foot-4."""

_LASTING = re.compile(r"\s(?:ago|before|earlier|later|old|of\s[a-z])")
"""What stands after a half-century that is one of time."""

LONGEST = 64
"""Characters to either side of a part in which such a measure stands whole: more than two square miles and a half."""

_PERIODS = {"century", "decade", "year", "month", "week"}
"""Units whose half is something else where no `a` parts the two: a half-century at cricket, the half-year results."""


def find_parts_of_units(text: str) -> Iterator[NumberPhrase]:
    """Yield what an English text measures by parts of a unit, in reading order, with its unit."""
    lower = text.lower()
    places = places_of(_PARTS, lower) if len(lower) == len(text) else range(0, len(text), LONGEST)
    for match in matches_near(_pattern(), text, places, LONGEST, (0, len(text))):
        unit = _unit(match["unit"] or match["whole"])
        value = _whole_and_part(match) if match["whole"] else _part(match)
        if unit is not None and value is not None:
            yield _phrase(match, value, unit)
    for match in matches_near(_TALL, text, places_of(["-foot-"], text), LONGEST, (0, len(text))):
        value = int(match["feet"]) + int(match["inches"]) / 12
        yield NumberPhrase(*match.span(), *match.span(), value, None, False, None, "foot")


def _part(match: re.Match[str]) -> float | None:
    """Return 0.5 for half a mile; None for a third mile, a half-century and five quarters."""
    word, is_of = match["part"].lower(), bool(match["of"])
    share = _COUNTS[(match["count"] or "one").lower()] * _PARTS[word]
    is_period = match["unit"].lower() in _PERIODS and not _LASTING.match(match.string, match.end())
    is_ordinal = not is_of and (word == "third" or is_period)
    is_rest = not is_of and match.string.endswith("and ", 0, match.start())  # two and [a half hour]
    return share if share < 1 and not is_ordinal and not is_rest else None


def _whole_and_part(match: re.Match[str]) -> float | None:
    whole = 1 if match["wholes"].lower() in {"a", "an"} else number_value(match["wholes"])
    return None if whole is None else whole + _PARTS[match["more"].lower()]


def _phrase(match: re.Match[str], value: float, unit: str) -> NumberPhrase:
    approximate, comparison = modified(match["modifier"])
    return NumberPhrase(*match.span(), *match.span("number"), value, None, approximate, comparison, unit)


def _unit(form: str) -> str | None:
    form = " ".join(form.replace("-", " ").split())
    return units().get(form) or by_lower().get(form.lower())


@cache
def _pattern() -> re.Pattern[str]:
    words = [form for form in units() if form[:1].isalpha() and len(form) > 2 and form != "times"]
    words.sort(key=len, reverse=True)
    one = any_case(_spaced(word) for word in words if not word.endswith(("s", "feet")))
    every = any_case(_spaced(word) for word in words)
    hyphen = r"(?:\s?-\s?|\s)"
    count = rf"(?:(?P<count>{any_case(_COUNTS)}){hyphen})?"
    of = r"(?P<of>\s(?i:of\s)?(?i:an?))"
    part = rf"(?P<part>{any_case(_PARTS)})(?i:s)?{of}?{hyphen}(?P<unit>{one})"
    number = rf"\d{{1,4}}|{any_case(word for word, (_, role) in number_words().items() if role != 'scale')}|[Aa](?i:n?)"
    whole = rf"(?P<wholes>{number}){hyphen}(?P<whole>{every})\sand\sa\s(?P<more>half|quarter)(?!\s?-)"
    return re.compile(
        rf"(?<![\w.,$€£/-])(?<!and\sa\s)(?:(?P<modifier>{before_number()})\s)?"
        rf"(?P<number>{count}{part}|{whole})(?![\w])"
    )


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s")
