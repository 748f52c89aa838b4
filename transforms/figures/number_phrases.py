"""Recognize numbers in a text with what modifies them: approximations, bounds, ranges, currencies, units of measure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transforms.figures.number_words import DIGITS, number_value, number_words
from transforms.lexicons.tables import lexicon_rows

APPROXIMATE = (
    "approximately|about|around|roughly|nearly|almost|some|an estimated|estimated|close to|circa|just over|just under"
)
COMPARISONS = {
    "at least": "at least",
    "no fewer than": "at least",
    "no less than": "at least",
    "not less than": "at least",
    "a minimum of": "at least",
    "at most": "at most",
    "no more than": "at most",
    "not more than": "at most",
    "a maximum of": "at most",
    "more than": "more than",
    "over": "more than",
    "above": "more than",
    "upwards of": "more than",
    "in excess of": "more than",
    "well over": "more than",
    "fewer than": "less than",
    "less than": "less than",
    "under": "less than",
    "below": "less than",
    "up to": "up to",
    "as many as": "up to",
    "as much as": "up to",
}
VAGUE = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1e6, "billions": 1e9}
"""Plurals that give no more than a lower bound."""

TENS_OF, HUNDREDS_OF = 10, 100


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


def find_number_phrases(text: str) -> Iterator[NumberPhrase]:
    """Yield the numbers of a text, in reading order, none overlapping another."""
    for match in _pattern().finditer(text):
        phrase = _phrase(match)
        if phrase:
            yield phrase


def _phrase(match: re.Match[str]) -> NumberPhrase | None:
    vague = match.group("vague")
    value = _vague_value(vague) if vague else number_value(match.group("first"))
    highest = number_value(match.group("second")) if match.group("second") else None
    if value is None or (match.group("second") and highest is None):
        return None
    first_scale = _scale_of(match.group("second")) if highest is not None else None
    if highest is not None and first_scale and not _scale_of(match.group("first")):
        value *= first_scale  # 2 to 3 million
    if highest is not None and highest <= value:
        return None  # a score, a span of pages, a telephone number
    currency = match.group("before")
    unit = currencies()[currency.strip()] if currency else _unit(match.group("after"))
    modifier = (match.group("modifier") or "").lower()
    modifiers = [word for word in (modifier, (match.group("modifier2") or "").lower()) if word]
    comparison = next((COMPARISONS[word] for word in modifiers if word in COMPARISONS), "at least" if vague else None)
    number = (
        match.span("vague") if vague else (match.start("first"), match.end("second") if highest else match.end("first"))
    )
    start = match.start("first") if match.group("from") and highest is None else match.start()
    return NumberPhrase(
        start_char=start,
        end_char=match.end(),
        number_start=number[0],
        number_end=number[1],
        value=value,
        value_max=highest,
        approximate=bool(vague) or any(word not in COMPARISONS for word in modifiers),
        comparison=comparison,
        unit=unit,
    )


def _vague_value(text: str) -> float:
    words = text.lower().split()
    times = {"tens": TENS_OF, "hundreds": HUNDREDS_OF}.get(words[0], 1) if len(words) > 1 else 1
    return times * VAGUE[words[-1]]


def _scale_of(text: str | None) -> float | None:
    """Return the factor that the last word of a number multiplies with; None when it ends without one."""
    last = re.search(r"[a-z]+$", (text or "").lower())
    value, role = number_words().get(last.group(), (0.0, "")) if last else (0.0, "")
    return value if role == "scale" else None


def _unit(text: str | None) -> str | None:
    if text is None:
        return None
    form = " ".join(text.replace("-", " ").split())
    return currencies().get(form) or units().get(form)


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted((word for word in number_words() if len(word) > 2), key=len, reverse=True)
    scales = sorted((word for word, (_, role) in number_words().items() if role == "scale"), key=len, reverse=True)
    word = rf"(?:{'|'.join(words)})"
    digits = rf"(?:{DIGITS})(?:[\s-]?(?:{'|'.join(scales)})\b){{0,2}}"
    joint = r"(?:[\s-]|(?:(?<=hundred)|(?<=thousand)|(?<=million))\sand\s)"
    spelled = rf"(?i:(?:half\sa\s|an?\s)?{word}(?:{joint}{word})*\b)"
    number = rf"(?:{digits}|{spelled})"
    vague = r"(?i:(?:tens|hundreds)\sof\s(?:thousands|millions)|dozens|scores|hundreds|thousands|millions|billions)"
    modifiers = "|".join(sorted([*COMPARISONS, *APPROXIMATE.split("|")], key=len, reverse=True))
    before = _alternatives(form for form, place in _currency_places() if place != "after")
    after = _alternatives([*(form for form, place in _currency_places() if place != "before"), *units()])
    to = r"(?(between)\sand\s|(?:\s?[-–—]\s?|\sto\s|\sor\s))"
    return re.compile(
        rf"(?<![\w$€£.,:/#’'-])(?:(?P<modifier>(?i:{modifiers}))\s)?(?:(?P<modifier2>(?i:{modifiers}))\s)?"
        rf"(?:(?P<between>(?i:between)\s)|(?P<from>(?i:from)\s))?(?P<before>(?:{before})\s?)?"
        rf"(?:(?P<vague>{vague})\b|(?P<first>{number})(?:{to}(?:{before})?(?P<second>{number}))?)"
        rf"(?:[\s-]?(?P<after>{after})(?![\w]))?(?!\w|[.,:/]\d|[-–]\d)"
    )


def _alternatives(forms: "Iterator[str] | list[str]") -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"[\s-]") for form in sorted(forms, key=len, reverse=True))


@cache
def currencies() -> dict[str, str]:
    """Return the ISO 4217 code of each sign and word for money."""
    return {form: currency for form, currency, _ in lexicon_rows("currencies.tsv")}


def _currency_places() -> list[tuple[str, str]]:
    return [(form, place) for form, _, place in lexicon_rows("currencies.tsv")]


@cache
def units() -> dict[str, str]:
    """Return the name of each unit of measure by the forms it is written in."""
    return {row[0]: row[1] for row in lexicon_rows("units.tsv")}
