"""Read numbers as English writes them: `2,500`, `1.2 million`, `twenty-one`, `two dozen`, `half a million`."""

import re
from functools import cache

from transforms.lexicons.tables import lexicon_rows

HALF = 0.5

DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""Digits, with commas between groups (also the Indian ones, of two) and a decimal point."""

_PART = re.compile(rf"(?P<digits>{DIGITS})|(?P<word>[a-z]+)", re.IGNORECASE)


def number_value(text: str) -> float | None:
    """Return the value of a number in digits, words or both; None for what is no number.

    A scale needs a number, `a` or `half a` before it: `a hundred` is 100, `half a million` 500,000, `a dozen` 12.
    """
    lower = text.lower()
    parts = [part for part in _PART.finditer(lower) if part.group() not in {"and", "of"}]
    if not parts or _PART.sub("", lower).strip(" -\N{NO-BREAK SPACE}‑–"):
        return None
    total = 0.0
    current: float | None = None  # what a scale that follows multiplies
    for part in parts:
        value, role = _read(part)
        if role == "scale" and (current is not None or total):
            current = (1.0 if current is None else current) * value
            if value >= 1000:  # hundreds and dozens go on: two hundred thousand
                total, current = total + current, None
        elif role in {"unit", "ten"} and _adds(current, value):
            current = (current or 0.0) + value
        elif role in {"digits", "article"} and (current is None or current == HALF):
            current = current or value
        else:
            return None
    return None if _read(parts[-1])[1] == "article" else total + (current or 0.0)


def _adds(current: float | None, value: float) -> bool:
    """Whether a word of `value` goes on with a number: twenty [one], a hundred [twelve]; not two [three]."""
    return current is None or (current >= 20 and current % (10 if value < 10 else 100) == 0)


def _read(part: re.Match[str]) -> tuple[float, str]:
    """Return the value of one word or run of digits, and its role."""
    if part.group("digits"):
        return float(part.group().replace(",", "")), "digits"
    articles = {"a": 1.0, "an": 1.0, "half": HALF}
    if part.group() in articles:
        return articles[part.group()], "article"
    return number_words().get(part.group(), (0.0, ""))


@cache
def number_words() -> dict[str, tuple[float, str]]:
    """Return value and role of each word for a number."""
    return {word: (float(value), role) for word, value, role in lexicon_rows("number_words.tsv")}
