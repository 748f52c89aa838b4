"""Recognize numbers in a text with what modifies them: approximations, bounds, ranges, currencies, units of measure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from transforms.figures.number_pattern import APPROXIMATE, COMPARISONS, MORE, number_pattern
from transforms.figures.number_phrase import NumberPhrase, joined
from transforms.figures.number_words import number_value, scale_of
from transforms.figures.unit_checks import is_during, is_in_metres, is_read
from transforms.figures.units import by_lower, currencies, other_units, units

LAST_OF_LIST = {" and ", ", and ", " or "}
VAGUE = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1e6, "billions": 1e9}
"""Plurals that give no more than a lower bound."""

SEVERAL = {"couple": 2, "tens": 10, "hundreds": 100}
"""How many of the last word those before it give at least: tens of thousands."""

_APART = re.compile(r"\s(?=\.)|(?<=\b\w\.)\s(?=\w\s?\.)")
"""Spaces around the points of abbreviations, as wire copy that was cut into words has them: u . s . dollars."""

_HYPHEN = re.compile(r"\s?-\s?[a-z]")

DIFFERENCES = {"more than", "less than", "fewer than"}
DENYING = re.compile(r"(?:n[’']t|\bnever)\s$")
DENIED = {"more than": "at most", "less than": "at least"}
"""What a comparison says where it is denied: there weren't more than 200; `not more than` is one of COMPARISONS."""

MOVED = re.compile(
    r"\b(?:climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|mov(?:es?|ed|ing)|go(?:es|ne|ing)?|r[iou]se|rises|rising|went)\s$"
)
LONGEST_WORD = 20
"""Characters in which the number or the verb before a comparison stands."""

RATIO, CLAUSE = re.compile(r"\bratio\b[^.;]*$"), 80
SPLIT = re.compile(r"\b(?:split|outnumber\w*|odds|margin)\b[^.;]*$")
"""What stands before two numbers that are no range, in so many characters: a ratio of 5 to 3."""

MILLION = 1_000_000
SMALL = 1000
"""From here on a number has no scale left out: 2 to 3 million, but from $370,000 to $1.95 million."""


def find_number_phrases(text: str, language: str = "en", comma: bool = False) -> list[NumberPhrase]:
    """Return the numbers of a text, in reading order, none overlapping another.

    Those before `52, 54 and 61 percent` have its unit. Other languages than English have digits, with the words that
    multiply them and the units of measure; `comma` says that a comma is the decimal mark.
    """
    found: list[NumberPhrase] = []
    for match in number_pattern(language, comma).finditer(text):
        found.extend(_phrases(match, language, comma))
    return _with_shared_units(text, joined(text, found))


def _with_shared_units(text: str, phrases: Sequence[NumberPhrase]) -> list[NumberPhrase]:
    """Give the numbers of an enumeration the unit at its end; commas alone make none."""
    shared = list(phrases)
    unit: str | None = None
    for i in range(len(shared) - 2, -1, -1):
        between = text[shared[i].end_char : shared[i + 1].start_char]
        if between in LAST_OF_LIST:
            unit = shared[i + 1].unit
        elif between != ", ":
            unit = None
        if unit and shared[i].unit is None and between in {*LAST_OF_LIST, ", "}:
            shared[i] = replace(shared[i], unit=unit)
    return shared


def _phrases(match: re.Match[str], language: str, comma: bool) -> list[NumberPhrase]:
    """Return what a match says: a number, a range, two numbers of a fall (from 300 to 200 men), or none."""
    phrase = _phrase(match, language, comma)
    if phrase is None:
        return _two(match)
    if phrase.unit is None and is_in_metres(match):
        highest = None if phrase.value_max is None else phrase.value_max / MILLION
        phrase = replace(phrase, value=phrase.value / MILLION, value_max=highest, unit="meter")
    if phrase.value_max is None:
        return [phrase]
    if sign := _sign_of_second(match):
        second = match.span("second")
        return [
            replace(
                phrase, start_char=second[0], number_start=second[0], value=phrase.value_max, value_max=None, unit=sign
            )
        ]
    is_change = " to " in match.group() and match.string.endswith("by ", 0, match.start())  # by 700,000 to 65 million
    is_ratio = RATIO.search(match.string, max(0, match.start() - CLAUSE), match.start())
    is_choice = " or " in match.group() and phrase.unit is not None  # $12 million or $6 million
    is_pair = match.group("from") or SPLIT.search(match.string, max(0, match.start() - CLAUSE), match.start())
    is_fall = is_ratio or (is_pair and " to " in match.group()) or match.group("between")
    if phrase.value_max > phrase.value and not is_ratio and not (is_change and phrase.value >= SMALL):
        return [phrase]
    if not (is_fall or is_change or is_choice):
        return []  # a score, a span of pages, a telephone number
    first, second = match.span("first"), match.span("second")
    begins = _start(match) if match.group("before") else first[0]
    until = replace(phrase, start_char=second[0], number_start=second[0], value=phrase.value_max, value_max=None)
    return [replace(phrase, start_char=begins, end_char=first[1], number_end=first[1], value_max=None), until]


def _sign_of_second(match: re.Match[str]) -> str | None:
    """Return the currency of an amount that a year stands before, which begins no range: in 2023 to €4 million."""
    first = match.group("first")
    if match.group("before") or len(first) != len("2023") or not first.isdigit():
        return None
    between = match.string[match.end("first") : match.start("second")]
    return currencies().get(between.rsplit(" ", 1)[-1])


def _two(match: re.Match[str]) -> list[NumberPhrase]:
    """Return what words that make no number together count and measure: [six] [six-foot] walls; else none."""
    words = (match.group("first") or "").split()
    if len(words) != 2 or match.group("second") or match.group("before"):
        return []
    count, value = map(number_value, words)
    if count is None or value is None or not _HYPHEN.match(match.string, match.end("first")):
        return []
    start, end = match.span("first")
    middle = end - len(words[1])
    return [
        NumberPhrase(start, start + len(words[0]), start, start + len(words[0]), count, None, False, None, None),
        NumberPhrase(middle, match.end(), middle, end, value, None, False, None, _unit(match, "en")),
    ]


def _phrase(match: re.Match[str], language: str, comma: bool) -> NumberPhrase | None:
    vague, first, second = match.group("vague"), match.group("first"), match.group("second")
    unit = _unit(match, language)
    is_apart = _is_apart(match) or is_during(match, unit)
    is_apart |= (match.group("modifier") or "").lower() == "estimated" and unit == "times"  # they estimated it
    modifiers = [word.lower() for word in (match.group("modifier"), match.group("modifier2")) if word]
    modifiers = [] if is_apart else modifiers
    value = _vague_value(vague) if vague else _number(first, modifiers, language, comma)
    highest = number_value(second, comma, language) if second else None
    if value is None or (second and highest is None) or not is_read(match, first or "", unit):
        return None
    first_scale = scale_of(second, language) if highest is not None else None
    if highest is not None and first_scale and value < SMALL and not scale_of(first, language):
        value = float(Decimal(str(value)) * first_scale)  # 2 to 3 million
    if match.group("minus") or match.group("below"):
        value = -value
    if match.group("below") and highest is not None:
        value, highest = -highest, value  # 15-20 degrees below freezing
    number = match.span("vague") if vague else (match.start("first"), match.end("second" if second else "first"))
    if match.group("plus"):
        number = number[0], match.end("plus")  # 80-plus countries
    return NumberPhrase(
        start_char=_start(match) if is_apart or (match.group("from") and highest is None) else match.start(),
        end_char=match.end(),
        number_start=number[0],
        number_end=number[1],
        value=value,
        value_max=highest,
        approximate=bool(vague)
        or (match.group("plus") or "").endswith("odd")
        or any(word in APPROXIMATE.split("|") for word in modifiers),
        comparison=_comparison(match, modifiers),
        unit=unit,
    )


def _is_apart(match: re.Match[str]) -> bool:
    """Whether a comparison bounds nothing, as after a number or a move: sixty more than nine, moved up to 25."""
    if match.group("modifier") == "up to":
        return bool(MOVED.search(match.string, max(0, match.start() - LONGEST_WORD), match.start()))
    if (match.group("modifier") or "").lower() not in DIFFERENCES:
        return False
    before = match.string[max(0, match.start() - LONGEST_WORD) : match.start()]
    words = before.split()
    is_beside = before[-1:].isspace() and bool(words) and words[-1].isalpha()
    return is_beside and number_value(words[-1].lower()) is not None


def _start(match: re.Match[str]) -> int:
    """Return where a number without the `from` before it begins: from [$349]."""
    return next(match.start(part) for part in ("minus", "before", "vague", "first") if match.group(part))


def _number(first: str, modifiers: list[str], language: str, comma: bool) -> float | None:
    value = number_value(first, comma, language)
    if value is None and set(modifiers) & set(MORE.split("|")):
        return number_value(f"a {first}", comma, language)  # a further dozen
    return value


def _comparison(match: re.Match[str], modifiers: list[str]) -> str | None:
    told = next((COMPARISONS[word] for word in modifiers if word in COMPARISONS), None)
    if told in DENIED and DENYING.search(match.string, max(0, match.start() - LONGEST_WORD), match.start()):
        return DENIED[told]
    more = match.group("ormore") or match.group("plus")
    if told is None and more and not more.endswith("odd"):
        return "at least" if more.endswith(("more", "plus", "+")) else "at most"
    return told or ("at least" if match.group("vague") else None)


def _vague_value(text: str) -> float:
    words = text.lower().split()
    times = next((times for word, times in SEVERAL.items() if word in words[:-1]), 1)
    return times * VAGUE[words[-1].removesuffix("s") + "s"]


def _unit(match: re.Match[str], language: str) -> str | None:
    before, after = match.group("before"), match.group("after")
    if before:
        form = before.strip()
        return currencies().get(form) or currencies()[form.replace(" ", "")]  # NZ $26
    if after is None:
        return "meter" if match.group("meter") else "inch" if match.group("inch") else None
    form = _APART.sub("", " ".join(after.replace("-", " ").split()))
    known = other_units(language).get(form) or currencies().get(form) or units().get(form) or units().get(after)
    return known or by_lower().get(form.lower())
