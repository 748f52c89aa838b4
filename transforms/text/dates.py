"""Read a date as people and machines write it, in many languages."""

import functools
import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo

import regex
from babel import Locale

from transforms.records.page import Moment

_LOCALES_WORDS = (
    "en de fr es pt it nl da nb sv fi is pl cs sk sl hr sr ro hu el ru uk bg mk lt lv et tr az ar fa he "
    "hi bn ur ta te id ms vi sw zu af ca gl eu cy ga sq ka hy mt"
)
LOCALES = tuple(_LOCALES_WORDS.split())
"""Languages whose month names are known, by CLDR as Babel brings it; Chinese, Japanese and Korean write numbers."""

ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2,
    "sast": 2, "cat": 2, "eest": 3, "msk": 3, "eat": 3, "trt": 3, "pkt": 5, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
    "nzst": 12, "nzdt": 13, "est": -5, "edt": -4, "et": -5, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7,
}  # fmt: skip
"""Hours from UTC of abbreviations that datelines use; IST is left out: Indian, Irish and Israeli time share it."""

_ISO = regex.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:[T ,]{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?"
    r"\s*([Zz]\b|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?"
)
_CJK = regex.compile(r"(?<!\d)(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_YEAR_FIRST = regex.compile(r"(?<!\d)(\d{4})([/.]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d)")
_DAY_FIRST = regex.compile(r"(?<!\d)(\d{1,2})([/.-]) ?(\d{1,2})\2 ?(\d{4})(?!\d)")
_DAY_MONTH_YEAR = regex.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª|-an)?[\s-]+(?:de |of |di |d[’'])?(\p{L}[\p{L}\p{M}]+)[.,]?"
    r"[\s-]+(?:de |del )?(\d{4})(?!\d)",
    regex.IGNORECASE,
)
_MONTH_DAY_YEAR = regex.compile(
    r"(?<!\p{L})(\p{L}[\p{L}\p{M}]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)", regex.IGNORECASE
)
_TIME = regex.compile(
    r"(?<![\d:])(\d{1,2})(?::|\.|\s?h\s?)(\d{2})(?::(\d{2}))?(?![\d:])\s*([ap]\.?m\b\.?)?\s*"
    r"(?:\(?(?:UTC|GMT)?([+-]\d{1,2}(?::?\d{2})?)\b|\(?(\p{Lu}{1,4}T|UTC|MEZ|MESZ|MSK)\b)?|(\d{1,2})\s?([ap]\.?m\b)",
    regex.IGNORECASE,
)
_CJK_TIME = regex.compile(r"(\d{1,2})\s*[時时시]\s*(?:(\d{1,2})\s*[分분])?")

LATEST_SECONDS = 1e11
"""A greater number of seconds is one of milliseconds: it would lie after the year 5000."""

MAX_DATE_CHARS = 200
"""A dateline is shorter; in longer text a date is one of the story's."""


def parse_date(text: str) -> Moment | None:
    """Read the first full date in a dateline or metadata value, with its time and zone where given.

    A time without zone is taken as UTC. None when there is no date with day, month and year, or when it has two
    readings: 03/04/2024 is left alone. Relative dates ("yesterday") are None as well.
    """
    text = text[:MAX_DATE_CHARS]
    return _iso(text) or _cjk(text) or _numeric(text) or _with_month_name(text)


def from_epoch(value: float) -> Moment | None:
    """Return the moment of a UNIX time in seconds or milliseconds; None when it is beyond the calendar."""
    seconds = value / 1000 if abs(value) > LATEST_SECONDS else value
    try:
        return Moment(datetime.fromtimestamp(seconds, UTC), "second")
    except (ValueError, OverflowError, OSError):
        return None


def _iso(text: str) -> Moment | None:
    match = _ISO.search(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    clock = (int(hour), int(minute), int(second or 0)) if hour else None
    precision = ("second" if second else "minute") if hour else "day"
    return _moment((int(year), int(month), int(day)), clock, precision, _zone(zone))


def _cjk(text: str) -> Moment | None:
    match = _CJK.search(text)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    rest = text[match.end() :]
    if clock := _CJK_TIME.search(rest):
        return _moment((year, month, day), (int(clock[1]), int(clock[2] or 0), 0), "minute", None)
    return _with_time((year, month, day), text, match.end())


def _numeric(text: str) -> Moment | None:
    if match := _YEAR_FIRST.search(text):
        return _with_time((int(match[1]), int(match[3]), int(match[4])), text, match.end())
    if match := _DAY_FIRST.search(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] == "." or first > 12 or first == second:  # dots: the day comes first wherever they are used
            return _with_time((year, second, first), text, match.end())
        if second > 12:
            return _with_time((year, first, second), text, match.end())
    return None


def _with_month_name(text: str) -> Moment | None:
    for pattern, day_at, month_at in ((_DAY_MONTH_YEAR, 1, 2), (_MONTH_DAY_YEAR, 2, 1)):
        for match in pattern.finditer(text):
            month = month_names().get(fold_name(match[month_at]))
            if month:
                return _with_time((int(match[3]), month, int(match[day_at])), text, match.end())
    return None


@functools.cache
def month_names() -> dict[str, int]:
    """Return the number of each month by its name or abbreviation in LOCALES; names of two months are left out."""
    months: dict[str, set[int]] = {}
    for locale in map(Locale.parse, LOCALES):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    months.setdefault(fold_name(name), set()).add(number)
    return {name: numbers.pop() for name, numbers in months.items() if len(numbers) == 1 and len(name) > 2}


def fold_name(name: str) -> str:
    """Fold the case and the closing dot of a month's name."""
    return unicodedata.normalize("NFC", name).casefold().strip(".")


def _with_time(date: tuple[int, int, int], text: str, end: int) -> Moment | None:
    match = _TIME.search(text[end : end + 40]) or _TIME.search(text[: max(end - 12, 0)])
    if match is None:
        return _moment(date, None, "day", None)
    hour, minute, second = int(match[1] or match[7]), int(match[2] or 0), match[3]
    half = (match[4] or match[8] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    zone = _zone(match[5]) or _zone(match[6])
    return _moment(date, (hour, minute, int(second or 0)), "second" if second else "minute", zone)


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text.lower() in ZONES:
        return timezone(timedelta(hours=ZONES[text.lower()]))
    if text[0] in "+-":
        digits = text[1:].replace(":", "").ljust(3, "0")
        hours, minutes = int(digits[:-2] if len(digits) > 2 else digits), int(digits[-2:])
        return timezone((1 if text[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes)) if hours < 15 else None
    return None


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
