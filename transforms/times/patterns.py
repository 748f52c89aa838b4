"""Recognize temporal expressions in English text by their form: dates, weekdays, `last month`, `two weeks ago`."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from transforms.figures.number_words import number_value
from transforms.records.page import PARAGRAPH_BREAK
from transforms.times.forms import CALENDAR, MONTH, WORDS, YEAR_LIKE
from transforms.times.holidays import holidays

_ALONE = r"(?<![\w$€£.,:/-])"
_AFTER_HYPHEN = r"(?<![\w$€£.,:/])"
_HALVED = {"month", "decade", "year"}
"""Kinds that may have a hyphen before them, as in mid-2014; which words may stand before it, only a match looks up."""

_HALVING = re.compile(
    r"(?:\b(?:[Mm]id|[Ll]ate|[Ee]arly|[Pp]ost|[Pp]re)-|[a-z]\s-\s?|[a-z]\s(?:1\d|20)\d\d[-–])$"
)  # May 1979-June 1980

_HOLIDAY = re.compile(r"\b(?:Good|Easter|Black|Cyber|Bloody|Ash|Palm|Holy|Maundy|Shrove|Super|Whit)\s$")
"""What makes a weekday one of its kind, of which week the calendar alone says: Good Friday."""

_BETWEEN = re.compile(r"\b[Bb]etween\s$")
_ON = re.compile(r"(?:\s(?:local time|[A-Z][a-z]+ time|GMT|UTC|ET|EST|EDT|CET|BST|IST|PT))?,?\s(?:on\s|at\s)?")
"""What stands between a time of day and its day."""

_LEAD = re.compile(
    r"(?:\b[Tt]he\s)?\b(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Nn]ight|[Mm]orning|[Aa]fternoon|[Ee]vening|[Ee]ve)\sof\s"
    r"(?:the\s)?$|\b(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-](?:\s?-\s)?$"
)
"""What says which part of a time is meant, and belongs to its words; the interval remains the whole."""

ANCHORS = {"later", "earlier", "before", "previously", "afterward", "afterwards"}
"""Words after `two days` that count from another time."""

_WORD = re.compile(r"[a-z]+|\d")
_YEAR_LIKE = re.compile(r"\d{4}")

_LEAD_LENGTH = 22
_LED = {"date", "month", "year", "decade", "quarter", "season", "century", "days"}

_ENUMERATED = re.compile(
    r"(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s)?(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?(?:,\s|,?\sand\s)$"
)
_ENUMERATED_AFTER = re.compile(
    r"(?:,\s(?:[12]\d|3[01]|[1-9]))*,?\sand\s(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?(?=[.,;)]\s|\s(?:in|at|for|by|with)\b|[.]?$)"
)
_BY_DAY_FIRST = re.compile(rf"(?:\w{{3,6}}day\s)?\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}")


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A temporal expression: its offsets in the text, its kind, what it says, the time of day beside it, and its base.

    The base is the day that it is told by: the day before [Christmas].
    """

    start_char: int
    end_char: int
    kind: str
    says: dict[str, str]
    clock: dict[str, str] | None = None
    base: "TimePhrase | None" = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text by its offsets, and the words and digits in it, in lower case."""

    start_char: int
    end_char: int
    words: Set[str]


@cache
def _words_of_holidays() -> frozenset[str]:
    """Return the longest word of each name, without which it is not there."""
    return frozenset(max(_WORD.findall(name.lower()), key=len) for name in holidays())


class Form(NamedTuple):
    """A form of a kind of expression: its name in WORDS, its pattern, and sets of words: of each it has one."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    words: tuple[Set[str], ...]


@cache
def _forms() -> tuple[Form, ...]:
    names = "|".join(re.escape(name) for name in sorted(holidays(), key=len, reverse=True))
    year = r"(?:(?:,|\sof)?\s(?P<year>(?:1\d|20)\d\d)\b)?"
    holiday = rf"(?:(?P<word>[Ll]ast|[Nn]ext|[Tt]his)\s)?(?P<name>{names})(?:(?P<week>\s[Ww]eek(?:end)?)\b)?{year}"
    week = rf"[Tt]he\sweek\sof\s(?P<month>{MONTH})\s(?P<day>[12]\d|3[01]|[1-9])(?:,\s(?P<year>(?:1\d|20)\d\d)\b)?"
    forms = (("holiday", holiday), ("week", week), *CALENDAR)
    needed = {**WORDS, "holiday": (_words_of_holidays(),)}
    return tuple(_form(name, form, needed[name]) for name, form in forms)


def _form(name: str, form: str, words: tuple[Set[str], ...]) -> Form:
    kind = name.partition("/")[0]
    return Form(name, kind, re.compile(rf"{_AFTER_HYPHEN if kind in _HALVED else _ALONE}(?:{form})(?![\w/])"), words)


def find_time_phrases(text: str) -> list[TimePhrase]:
    """Return the temporal expressions of an English text, in reading order, none overlapping another."""
    taken = [False] * len(text)
    found: list[TimePhrase] = []
    paragraphs = list(_paragraphs(text))
    for form in _forms():
        kind = form.kind
        for match in _matches(form, text, paragraphs):
            if any(taken[match.start() : match.end()]) or not _stands(kind, match, text):
                continue
            says = _says(match)
            told = "anchored" if says.get("word") in ANCHORS else kind
            for phrase in _enumerated(TimePhrase(_led(kind, match, text), match.end(), told, says), match, text):
                taken[phrase.start_char : phrase.end_char] = [True] * (phrase.end_char - phrase.start_char)
                found.append(phrase)
    return list(_joined(sorted(found, key=lambda phrase: phrase.start_char), text))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    start = 0
    for paragraph in text.split(PARAGRAPH_BREAK):
        words = set(_WORD.findall(paragraph.lower()))
        if _YEAR_LIKE.search(paragraph):
            words.add(YEAR_LIKE)
        yield Paragraph(start, start + len(paragraph), words)
        start += len(paragraph) + len(PARAGRAPH_BREAK)


def _matches(form: Form, text: str, paragraphs: Sequence[Paragraph]) -> Iterator[re.Match[str]]:
    """Yield the matches of a form, looking only where the words are that it needs."""
    for paragraph in paragraphs:
        if not any(map(paragraph.words.isdisjoint, form.words)):
            yield from form.pattern.finditer(text, paragraph.start_char, paragraph.end_char)


def _led(kind: str, match: re.Match[str], text: str) -> int:
    """Return where the words of a time begin, with those that name a part of it: [the end of] 2003."""
    if kind not in _LED:
        return match.start()
    lead = _LEAD.search(text, max(0, match.start() - _LEAD_LENGTH), match.start())
    return lead.start() if lead else match.start()


def _enumerated(phrase: TimePhrase, match: re.Match[str], text: str) -> list[TimePhrase]:
    """Return a date with the days listed before or after it, which share its month: [Friday 17] and Saturday 18 May."""
    phrases = [phrase]
    if phrase.kind != "date" or "month" not in phrase.says:
        return phrases
    rest = {name: value for name, value in phrase.says.items() if name in {"month", "year", "which"}}
    if _BY_DAY_FIRST.match(text, match.start()):
        start = match.start()
        while before := _ENUMERATED.search(text, max(0, start - 20), start):
            if len(phrases) == 1 and not before["weekday"] and "and" not in before.group():
                break  # on 3, 22 May began
            says = {**rest, **_says(before)}
            start = before.start("weekday") if before["weekday"] else before.start("day")
            phrases.insert(0, TimePhrase(start, before.start("day") + len(before["day"]), "date", says))
        return phrases
    after = _ENUMERATED_AFTER.match(text, phrase.end_char)
    for day in re.finditer(r"\d+(?:st|nd|rd|th)?", after.group()) if after else ():
        start = phrase.end_char + day.start()
        phrases.append(TimePhrase(start, start + len(day.group()), "date", {**rest, "day": day.group()}))
    return phrases


def _says(match: re.Match[str]) -> dict[str, str]:
    says = {name: value for name, value in match.groupdict().items() if value is not None}
    year = year_in_words(says["spelled"]) if "spelled" in says else None
    return {**says, "year": str(year)} if year else says


def _stands(kind: str, match: re.Match[str], text: str) -> bool:
    """Whether the words around a match leave it a time."""
    if PARAGRAPH_BREAK in match.group():
        return False
    if (
        kind in _HALVED
        and text.endswith("-", 0, match.start())
        and not _HALVING.search(text, max(0, match.start() - 7), match.start())
    ):
        return False
    says = match.groupdict()
    if kind == "years":
        is_pair = " and " in match.group() and not _BETWEEN.search(text, max(0, match.start() - 9), match.start())
        return not is_pair and says["year"] < says["year"][: -len(says["last"])] + says["last"]
    return not (kind == "weekday" and _HOLIDAY.search(text, max(0, match.start() - 9), match.start()))


def _joined(phrases: list[TimePhrase], text: str) -> Iterator[TimePhrase]:
    """Yield the phrases, times of day together with the day that stands beside them."""
    waiting: TimePhrase | None = None
    for phrase in phrases:
        if waiting and _ON.fullmatch(text, waiting.end_char, phrase.start_char) and _clock(waiting, phrase):
            clock, day = (waiting, phrase) if waiting.kind == "clock" else (phrase, waiting)
            yield replace(day, start_char=waiting.start_char, end_char=phrase.end_char, clock=clock.says)
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


def year_in_words(text: str) -> int | None:
    """Return the year that words say: nineteen ninety-six, twenty twelve, two thousand and three; None for no year."""
    words = text.lower().replace("-", " ")
    century, _, rest = words.partition(" ")
    if rest.startswith("thousand"):
        count = number_value(words)
        return int(count) if count else None
    hundreds, ones = number_value(century), number_value(rest.replace(" ", "-"))
    return int(hundreds * 100 + ones) if hundreds and ones else None
