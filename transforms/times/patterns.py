"""Recognize temporal expressions in English text by their form: dates, weekdays, `last month`, `two weeks ago`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.records.page import PARAGRAPH_BREAK

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_COUNT = rf"(?:\d{{1,3}}|(?i:an?|{_TEENS}|{_ONES}|(?:{_TENS})(?:-(?:{_ONES}))?))"
_UNIT = r"(?:minute|hour|day|week|month|year|decade)"
_PART_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night))?"
_BEFORE_MONTH = ("in", "since", "until", "till", "by", "during", "of", "from", "to", "late", "early", "mid", "between")
_WHICH = r"(?:[Ll]ast|[Nn]ext|[Tt]his|past|coming)"
_WHICH_DAY = rf"(?:{_WHICH}|[Tt]his\s(?:past|coming))"
_LONGER = r"(?:week|weekend|month|quarter|year|decade)"
_WHICH_YEAR = r"(?:of\s)?(?P<which>last|this|next)\syear"
_OF_YEAR = rf"(?:,?\s(?:(?P<year>{_YEAR})\b|{_WHICH_YEAR}))?"
_TO = r"(?:\s?[-–]\s?|\sto\s|\sand\s)"
_HOW_LONG = r"(?i:more\sthan|over|less\sthan|at\sleast|about|around|nearly|almost|some|roughly)"

_FORMS = (
    ("date", rf"(?P<year>{_YEAR})-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"),
    ("numbers", rf"(?P<first>\d\d?)(?P<mark>[/.])(?P<second>\d\d?)(?P=mark)(?P<year>{_YEAR})"),
    ("days", rf"(?P<day>{_DAY}){_TO}(?P<last>{_DAY})\s(?P<month>{_MONTH}){_OF_YEAR}"),
    ("days", rf"(?P<month>{_MONTH})\s(?P<day>{_DAY}){_TO}(?P<last>{_DAY})(?![\w:.]*\d|%){_OF_YEAR}"),
    (
        "date",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s(?:the\s)?)?(?P<day>{_DAY})(?:\sof)?\s(?P<month>{_MONTH}){_OF_YEAR}",
    ),
    (
        "date",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s)?(?P<month>{_MONTH})\s(?P<day>{_DAY})(?![\w:.]*\d|%){_OF_YEAR}",
    ),
    ("months", rf"(?P<month>{_MONTH})(?:\sand\s|\sto\s|\s?[-–]\s?)(?P<last>{_MONTH}),?\s(?P<year>{_YEAR})"),
    (
        "month",
        rf"(?:(?P<word>last|next|this|past)\s)?(?P<month>{_MONTH})(?:,?\s(?:(?:of\s)?(?P<year>{_YEAR})|{_WHICH_YEAR}))?",
    ),
    ("quarter", rf"(?P<number>first|second|third|fourth|Q[1-4])(?:\squarter)?(?:\sof|,)?\s(?P<year>{_YEAR})"),
    (
        "ago",
        rf"(?:(?P<bound>{_HOW_LONG})\s)?(?:(?P<vague>(?i:a\sfew|several|a\scouple\sof))|(?P<count>{_COUNT}))\s(?P<unit>{_UNIT})s?\sago",
    ),
    (
        "span",
        rf"(?:[Tt]he\s)?(?P<word>past|last|next|coming)\s(?P<count>{_COUNT})\s(?P<unit>{_UNIT})s?(?!\sof\b)",
    ),
    ("ahead", rf"(?<=\b[Ii]n\s)(?P<count>{_COUNT})\s(?P<unit>day|week|month|year)s?(?:[’']\stime)?"),
    ("day", r"(?P<word>[Tt]his\smorning|[Tt]his\safternoon|[Tt]his\sevening|[Ll]ast\snight|[Tt]onight)"),
    ("day", rf"(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow){_PART_OF_DAY}"),
    (
        "weekday",
        rf"(?:(?P<word>{_WHICH_DAY})\s)?(?P<day>{_WEEKDAY}){_PART_OF_DAY}(?:\s(?P<week>last|this|next)\sweek)?",
    ),
    ("unit", rf"(?:(?P<article>[Tt]he(?:\svery)?|[Tt]his)\s)?(?P<word>{_WHICH})\s(?P<unit>{_LONGER})(?!\sof\b)"),
    ("decade", r"(?P<year>(?:1[89]|20)\d0)s"),
    ("decade", r"(?<=\b[Tt]he\s)(?P<year>(?:1[89]|20)\d0)[’']s"),
    ("years", rf"(?P<year>{_YEAR}){_TO}(?P<last>{_YEAR})(?!-)"),
    ("years", rf"(?P<year>{_YEAR})[-–](?P<last>\d\d)(?!-)"),
    ("year", rf"(?P<year>{_YEAR})"),
    ("clock", r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.m\.|m\b)"),
    ("clock", r"(?P<hour>2[0-3]|[01]?\d):(?P<minute>[0-5]\d)(?!:?\d)"),
    ("clock", r"(?P<noon>[Nn]oon)"),
)
"""Kinds of expressions with their forms, the more specific first; the groups are what they say."""

_ALONE = r"(?<![\w$€£.,:/-])"
_ALONE_OR_MID = rf"(?:{_ALONE}|(?<=\b[Mm]id-))"
_HALVED = {"month", "decade", "year"}
"""Kinds that may have a `mid-` before them; to look for it at every character before the others doubles their cost."""

_PATTERNS = tuple(
    (kind, re.compile(rf"{_ALONE_OR_MID if kind in _HALVED else _ALONE}(?:{form})(?![\w/])")) for kind, form in _FORMS
)
_HOLIDAY = re.compile(r"\b(?:Good|Easter|Black|Cyber|Bloody|Ash|Palm|Holy|Maundy|Shrove|Super|Whit)\s$")
"""What makes a weekday one of its kind, of which week the calendar alone says: Good Friday."""

_BETWEEN = re.compile(r"\b[Bb]etween\s$")
_ON = re.compile(r"(?:\s(?:local time|GMT|UTC|ET|EST|EDT|CET|BST|IST|PT))?,?\s(?:on\s|at\s)?")
"""What stands between a time of day and its day."""


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A temporal expression: its offsets in the text, its kind, what it says, and the time of day beside it."""

    start_char: int
    end_char: int
    kind: str
    says: dict[str, str]
    clock: dict[str, str] | None = None


def find_time_phrases(text: str) -> list[TimePhrase]:
    """Return the temporal expressions of an English text, in reading order, none overlapping another."""
    taken = [False] * len(text)
    found = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]) or not _stands(kind, match, text):
                continue
            taken[match.start() : match.end()] = [True] * len(match.group())
            found.append(TimePhrase(match.start(), match.end(), kind, _says(match)))
    return list(_joined(sorted(found, key=lambda phrase: phrase.start_char), text))


def _says(match: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in match.groupdict().items() if value is not None}


def _stands(kind: str, match: re.Match[str], text: str) -> bool:
    """Whether the words around a match leave it a time: `May` and `March` are more than months."""
    if PARAGRAPH_BREAK in match.group():
        return False
    says = match.groupdict()
    if kind == "years":
        is_pair = " and " in match.group() and not _BETWEEN.search(text, max(0, match.start() - 9), match.start())
        return not is_pair and says["year"] < says["year"][: -len(says["last"])] + says["last"]
    if kind == "weekday" and _HOLIDAY.search(text, max(0, match.start() - 9), match.start()):
        return False
    if kind == "month" and not (says["year"] or says["word"] or says["which"]):
        before = text[max(0, match.start() - 10) : match.start()].replace("-", " ").split()
        return bool(before) and before[-1].lower() in _BEFORE_MONTH
    return True


def _joined(phrases: list[TimePhrase], text: str) -> Iterator[TimePhrase]:
    """Yield the phrases, times of day together with the day that stands beside them."""
    waiting: TimePhrase | None = None
    for phrase in phrases:
        if waiting and _ON.fullmatch(text, waiting.end_char, phrase.start_char) and _clock(waiting, phrase):
            clock, day = (waiting, phrase) if waiting.kind == "clock" else (phrase, waiting)
            yield TimePhrase(waiting.start_char, phrase.end_char, day.kind, day.says, clock.says)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = phrase
    if waiting:
        yield waiting


def _clock(first: TimePhrase, second: TimePhrase) -> bool:
    """Whether one of two phrases is a time of day, and the other a day."""
    kinds = {first.kind, second.kind}
    return "clock" in kinds and bool(kinds & {"date", "day", "weekday"})
