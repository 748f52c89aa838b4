"""Read a date as people and machines write it, in many languages."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

import regex

from transforms.records.page import Moment
from transforms.text.month_names import fold_name, month_names, writes_day_first
from transforms.text.time_zones import ZONES, zone_of

NEAR = 40
"""How many characters before or after a date its time stands."""

MONTHS = 12

FIRST_BUDDHIST = 2400
"""Years from here on are counted in another calendar."""

_ABBREVIATIONS = "|".join(sorted((name.upper() for name in ZONES), key=len, reverse=True))
_CLOCK = (
    r"(?<![\d:.])(?:(?P<hour>\d{1,2})(?::|\.|\s?h\s?)(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?(?![\d:])"
    r"\s*(?P<half>[ap]\.?m\b\.?)?|(?P<hour>\d{1,2})\s?(?P<half>[ap]\.?m\b\.?))"
)
_NAMED_ZONE = rf"(?:UTC|GMT)\s?(?P<offset>[+-]\d{{1,2}}(?::?\d{{2}})?)(?!\d)|(?-i:(?P<name>{_ABBREVIATIONS})\b)"
# "10:00-11:30" is a span of time, no offset: without a name before it, one has no colon, or stands after seconds.
_TIME = regex.compile(
    rf"{_CLOCK}(?:\s*\(?(?:{_NAMED_ZONE}|(?P<offset>[+-]\d{{4}})(?!\d)|(?<=:\d\d:\d\d\s?)(?P<offset>[+-]\d{{2}}:\d{{2}})))?",
    regex.IGNORECASE,
)
_ISO_TIME = regex.compile(
    rf"[T ,]{{1,3}}{_CLOCK}(?:\s*\(?(?:{_NAMED_ZONE}|(?P<name>Z)\b|(?P<offset>[+-]\d{{2}}(?::?\d{{2}})?)(?!\d)))?",
    regex.IGNORECASE,
)
_CJK_TIME = regex.compile(r"(?P<hour>\d{1,2})\s*[時时시点點]\s*(?:(?P<minute>\d{1,2})\s*[分분])?")

_ISO = regex.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
_CJK = regex.compile(
    r"(?<!\d)(?:(?P<era>令和|平成|昭和)\s*)?(?P<year>\d{1,4}|元)\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일号]"
)
_YEAR_FIRST = regex.compile(r"(?<!\d)(?P<year>\d{4})([/.]) ?(?P<month>\d{1,2})\2 ?(?P<day>\d{1,2})(?!\d)")
_DAY_FIRST = regex.compile(r"(?<![\d.])(?P<first>\d{1,2})(?P<mark>[/.-]) ?(?P<second>\d{1,2})\2 ?(?P<year>\d{4})(?!\d)")
_SHORT_YEAR = regex.compile(r"(?<![\d.])(?P<day>\d{1,2})\. ?(?P<month>\d{2})\. ?(?P<year>\d{2})(?![\d.]*\d)")
_SHORT_YEAR_SLASHED = regex.compile(r"(?<![\d/])(?P<day>\d{2})/(?P<month>\d{2})/(?P<year>\d{2})(?![\d/])")
_SHORT_YEAR_LAST = regex.compile(r"(?<![\d/])(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{2})(?![\d/])")
"""The month first, as its second number can only be a day: 8/17/13."""
_MONTH_NAME = r"(?P<name>\p{L}[\p{L}\p{M}]+(?:\s\p{Arabic}+)?)"
_DAY_MONTH_YEAR = regex.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª|-an)?(?:[\s-]+|(?<=\.)|/)(?:de |of |di |d[’'])?"
    + _MONTH_NAME
    + r"[.,]?(?:[\s-]+|(?<=[.,])|/)(?:de |del |พ\.ศ\.\s*)?(?P<year>\d{4})(?!\d)",
    regex.IGNORECASE,
)
_MONTH_DAY_YEAR = regex.compile(
    r"(?<!\p{L})" + _MONTH_NAME + r"\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<year>\d{4})(?!\d)",
    regex.IGNORECASE,
)
_YEAR_MONTH_DAY = regex.compile(  # 2020. március 5., 2020. gada 5. marts, 2020 m. kovo 5 d.
    # Months have small letters in these languages, which tells them from a sentence that begins behind a year.
    r"(?<!\d)(?P<year>\d{4})(?:\.|\sm\.)\s(?:gada\s(?P<day>\d{1,2})\.\s(?-i:(?=\p{Ll}))"
    rf"{_MONTH_NAME}|(?-i:(?=\p{{Ll}})){_MONTH_NAME}\.?\s(?P<day>\d{{1,2}}))(?![\p{{L}}\d:])",
    regex.IGNORECASE,
)
_VIETNAMESE = regex.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:,?\s+năm\s+|[,/\s-]\s*)(?P<year>\d{4})(?!\d)",
    regex.IGNORECASE,
)

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""The year before the first of each Japanese era that printed dates use."""

BUDDHIST_YEARS = 543
"""How far the years of Thai dates are ahead."""

OLDEST_YEAR = 1605
"""The first printed newspaper; a number below is no year of an article, or one of another calendar."""

PIVOT = 69
"""Years of two digits up to this one are of this century, as POSIX reads them."""

LATEST_SECONDS = 1e11
"""A greater number of seconds is one of milliseconds: it would lie after the year 5000."""

MAX_DATE_CHARS = 200
"""A dateline is shorter; in longer text a date is one of the story's."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text, with its time where one stands beside it: offsets of the date's own characters."""

    moment: Moment
    start: int
    end: int


def parse_date(text: str, language: str | None = None) -> Moment | None:
    """Read the first full date in a dateline or metadata value, with its time and zone where given.

    A time without zone is taken as UTC. None when there is no date with day, month and year, or when it has two
    readings: 03/04/2024 is left alone unless `language` writes its numbers in one order everywhere; English does not.
    Relative dates ("yesterday") are None as well.
    """
    return next((found.moment for found in dates_in(text, language)), None)


def dates_in(text: str, language: str | None = None) -> list[WrittenDate]:
    """Return the full dates in a short text, in order; in one longer than MAX_DATE_CHARS those of its beginning."""
    text = text[:MAX_DATE_CHARS]
    spans: list[tuple[int, int, tuple[int, int, int], bool]] = []
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(text):
            date = read(match, language)
            if date and not any(match.start() < end and start < match.end() for start, end, *_ in spans):
                spans.append((match.start(), match.end(), date, pattern is _ISO))
    spans.sort()
    starts = [start for start, *_ in spans[1:]] + [len(text)]
    found = (
        # A time that stands before a date is the first one's; between two dates it belongs to the one before it.
        (_with_time(date, is_iso, text[end:after], text[:start] if start == spans[0][0] else ""), start, end)
        for (start, end, date, is_iso), after in zip(spans, starts, strict=False)
    )
    return [WrittenDate(moment, start, end) for moment, start, end in found if moment]


def from_epoch(value: float) -> Moment | None:
    """Return the moment of a UNIX time in seconds or milliseconds; None when it is beyond the calendar."""
    seconds = value / 1000 if abs(value) > LATEST_SECONDS else value
    try:
        return Moment(datetime.fromtimestamp(seconds, UTC), "second")
    except (ValueError, OverflowError, OSError):
        return None


def is_same_minute(one: Moment, other: Moment) -> bool:
    """Tell whether two moments with a time are the same minute, be it only by the clock where a zone is left out."""
    if "day" in (one.precision, other.precision):
        return False
    clocks = [moment.at.replace(second=0, microsecond=0) for moment in (one, other)]
    return clocks[0] == clocks[1] or clocks[0].replace(tzinfo=None) == clocks[1].replace(tzinfo=None)


def _year_month_day(match: "regex.Match[str]", _: str | None) -> tuple[int, int, int] | None:
    year = int(match["year"])
    return (year, int(match["month"]), int(match["day"])) if OLDEST_YEAR <= year < FIRST_BUDDHIST else None


def _east_asian(match: "regex.Match[str]", _: str | None) -> tuple[int, int, int] | None:
    year = 1 if match["year"] == "元" else int(match["year"])
    year += _ERAS[match["era"]] if match["era"] else 0
    return (year, int(match["month"]), int(match["day"])) if OLDEST_YEAR <= year < FIRST_BUDDHIST else None


def _day_first(match: "regex.Match[str]", language: str | None) -> tuple[int, int, int] | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if not OLDEST_YEAR <= year < FIRST_BUDDHIST:
        return None
    # Dots: the day comes first wherever they are used.
    if match["mark"] == "." or first > MONTHS or first == second or writes_day_first(language):
        return year, second, first
    return (year, first, second) if second > MONTHS else None


def _short_year(match: "regex.Match[str]", _: str | None) -> tuple[int, int, int]:
    year = int(match["year"])
    return year + (2000 if year <= PIVOT else 1900), int(match["month"]), int(match["day"])


def _short_year_of_language(match: "regex.Match[str]", language: str | None) -> tuple[int, int, int] | None:
    return _short_year(match, language) if writes_day_first(language) else None


def _with_month_name(match: "regex.Match[str]", _: str | None) -> tuple[int, int, int] | None:
    name, year = fold_name(match["name"]), int(match["year"])
    month = month_names().get(name) or month_names().get(name.split()[0])
    if year >= FIRST_BUDDHIST and regex.search(r"\p{Thai}", name):
        year -= BUDDHIST_YEARS
    return (year, month, int(match["day"])) if month and OLDEST_YEAR <= year < FIRST_BUDDHIST else None


_PATTERNS = (
    (_ISO, _year_month_day),
    (_CJK, _east_asian),
    (_YEAR_FIRST, _year_month_day),
    (_DAY_FIRST, _day_first),
    (_DAY_MONTH_YEAR, _with_month_name),
    (_MONTH_DAY_YEAR, _with_month_name),
    (_YEAR_MONTH_DAY, _with_month_name),
    (_VIETNAMESE, _year_month_day),
    (_SHORT_YEAR, _short_year),
    (_SHORT_YEAR_SLASHED, _short_year_of_language),
    (_SHORT_YEAR_LAST, _short_year),
)
"""What a date looks like, the surest first, and how each is read."""


def _with_time(date: tuple[int, int, int], is_iso: bool, after: str, before: str) -> Moment | None:
    match = (_ISO_TIME.match(after) if is_iso else None) or _CJK_TIME.search(after[:NEAR]) or _TIME.search(after[:NEAR])
    match = match or next(_TIME.finditer(before[-NEAR:]), None)
    if match is None:
        return _moment(date, None, "day", None)
    parts = match.groupdict()
    hour, minute, second = int(parts["hour"]), int(parts["minute"] or 0), parts.get("second")
    if half := (parts.get("half") or "").lower():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    zone = zone_of(parts.get("offset") or parts.get("name"))
    return _moment(date, (hour, minute, int(second or 0)), "second" if second else "minute", zone)


def _moment(
    date: tuple[int, int, int], clock: tuple[int, int, int] | None, precision: str, zone: tzinfo | None
) -> Moment | None:
    try:
        at = datetime(*date, *(clock or (0, 0, 0)), tzinfo=zone or UTC)
    except ValueError:  # 31 February, 25 o'clock
        return None if clock is None else _moment(date, None, "day", None)
    match precision:
        case "second":
            return Moment(at, "second")
        case "minute":
            return Moment(at, "minute")
        case _:
            return Moment(at, "day")
