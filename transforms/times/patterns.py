"""Recognize temporal expressions in English text by their form: dates, weekdays, `last month`, `two weeks ago`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from transforms.figures.number_words import number_value
from transforms.records.page import PARAGRAPH_BREAK
from transforms.times.forms import MONTH
from transforms.times.search import HALVED, forms, matches, paragraphs

_HALVING = re.compile(
    r"(?:\b(?:[Mm]id|[Ll]ate|[Ee]arly|[Pp]ost|[Pp]re)-|[a-z]\s-\s?|[a-z]\s(?:1\d|20)\d\d[-–])$"
)  # May 1979-June 1980

_DATE_BEFORE = re.compile(rf"(?:{MONTH}|[a-z.]\s\d{{1,2}})\s?-$")
"""What stands before the second date of a range with a hyphen: 28 February-2 March, May 15-June 3."""

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


def find_time_phrases(text: str) -> list[TimePhrase]:
    """Return the temporal expressions of an English text, in reading order, none overlapping another."""
    taken = [False] * len(text)
    found: list[TimePhrase] = []
    parts = list(paragraphs(text))
    held = reduce(or_, (part.sets for part in parts), 0)
    for form in (form for form in forms() if held & form.sets == form.sets):
        kind = form.kind
        for match in matches(form, text, parts):
            if any(taken[match.start() : match.end()]) or not _stands(kind, match, text):
                continue
            says = _says(match)
            told = "anchored" if says.get("word") in ANCHORS else kind
            for phrase in _enumerated(TimePhrase(_led(kind, match, text), match.end(), told, says), match, text):
                taken[phrase.start_char : phrase.end_char] = [True] * (phrase.end_char - phrase.start_char)
                found.append(phrase)
    return list(_joined(sorted(found, key=lambda phrase: phrase.start_char), text))


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
    if kind in HALVED and text.endswith("-", 0, match.start()):
        halving, length = (_DATE_BEFORE, 12) if kind == "date" else (_HALVING, 7)
        if not halving.search(text, max(0, match.start() - length), match.start()):
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
