"""Read numbers as English writes them: `2,500`, `1.2 million`, `twenty-one`, `two dozen`, `half a million`."""

import re
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "data" / "reference" / "number_words.tsv"

DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""Digits, with commas between groups (also the Indian ones, of two) and a decimal point."""

_DIGITS = re.compile(DIGITS)
_PART = re.compile(rf"(?P<digits>{DIGITS})|(?P<word>[a-z]+)", re.IGNORECASE)


def number_value(text: str) -> float | None:
    """Return the value of a number in digits, words or both; None for what is no number.

    `a`, `an` and `half a` stand before a scale only: `a hundred` is 100, `half a million` 500,000, `a dozen` 12.
    """
    parts = [part for part in _PART.finditer(text.lower()) if part.group() not in {"and", "of"}]
    if not parts or _PART.sub("", text.lower()).strip(" -\N{NO-BREAK SPACE}‑–"):
        return None
    total, current, known = 0.0, None, False
    words = number_words()
    for part in parts:
        if part.group("digits"):
            if current is not None:
                return None
            current, known = float(part.group().replace(",", "")), True
            continue
        value, role = words.get(part.group(), (None, None))
        if part.group() in {"a", "an"}:
            current = 1.0 if current is None else current
        elif part.group() == "half":
            current = 0.5
        elif value is None:
            return None
        elif role == "scale":
            current = (1.0 if current is None else current) * value
            if value >= 1000:  # hundreds and dozens go on: two hundred thousand
                total, current = total + current, None
            known = True
        else:
            current, known = (current or 0.0) + value, True
    return total + (current or 0.0) if known else None


@cache
def number_words() -> dict[str, tuple[float, str]]:
    """Return value and role of each word for a number."""
    lines = [line for line in LEXICON.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {word: (float(value), role) for word, value, role in (line.split("\t") for line in lines[1:])}
