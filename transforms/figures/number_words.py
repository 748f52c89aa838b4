"""Read numbers as articles write them: `2,500`, `1.2 million`, `twenty-one`, `2½ million`, `3 lakh crore`."""

import re
from decimal import Decimal
from functools import cache, lru_cache

from transforms.figures.digits import COMMA, POINT, digits_value
from transforms.lexicons.tables import lexicon_rows

HALF = Decimal("0.5")
_SPLIT = re.compile(
    r"\A(?P<whole>[^½¼¾/]+?)(?:\s?(?P<sign>[½¼¾])|[\s-](?P<slash>[1357]/[248])|[\s-]and[\s-]a[\s-](?P<word>half|quarter))"
    r"(?P<rest>(?:[\s-].+)?)",
    re.IGNORECASE | re.DOTALL,
)
_PARTS = {f"{count}/{whole}": Decimal(count) / whole for whole in (2, 4, 8) for count in range(1, whole, 2)} | {
    "½": HALF,
    "half": HALF,
    "¼": Decimal("0.25"),
    "quarter": Decimal("0.25"),
    "¾": Decimal("0.75"),
}
_QUARTERS = re.compile(r"(?:(?P<count>an?|one|three)[\s-])?quarters?\s(?:of\san?\s)?(?P<scale>\w+)")


@lru_cache(maxsize=4096)
def number_value(text: str, comma: bool = False, language: str = "en") -> float | None:
    """Return the value of a number in digits, words or both, exact as it is written; None for what is no number.

    A scale needs a number, `a` or `half a` before it: `a hundred` is 100, `half a million` 500,000, `a dozen` 12.
    `comma` says that a comma is the decimal mark.
    """
    value = _value(text, comma, language)
    return None if value is None else float(value)


def _value(text: str, comma: bool, language: str) -> Decimal | None:
    lower = re.sub(r"\s?/\s?", "/", text.lower())
    quarters = _QUARTERS.fullmatch(lower)
    if quarters:  # three quarters of a million
        scale = _plain(f"1 {quarters['scale']}", comma, language)
        return None if scale is None else _PARTS["3/4" if quarters["count"] == "three" else "1/4"] * scale
    split = _SPLIT.fullmatch(lower)
    if split:
        whole = _plain(split["whole"], comma, language)
        scale = _plain(f"1{split['rest']}", comma, language)
        part = _PARTS[split["sign"] or split["slash"] or split["word"]]
        if split["word"]:  # two million and a half
            part *= scale_of(split["whole"]) or 1
        return None if whole is None or scale is None else (whole + part) * scale
    first = next((name for name in _PARTS if lower.startswith(name) and not name.isalpha()), None)
    if first:
        scale = _plain(f"1{lower.removeprefix(first)}", comma, language)
        return None if scale is None else _PARTS[first] * scale
    return _plain(lower, comma, language)


def _plain(lower: str, comma: bool, language: str) -> Decimal | None:
    pattern = _parts(comma)
    parts = [part for part in pattern.finditer(lower) if part.group() not in {"and", "of"}]
    if not parts or pattern.sub("", lower).strip(" -.\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}‑–"):
        return None
    total = Decimal(0)
    current: Decimal | None = None  # what a scale that follows multiplies
    for part in parts:
        value, role = _read(part, comma, language)
        if role == "scale" and current is None and total:
            total *= value  # 3 lakh crore
        elif role == "scale" and current is not None:
            current *= value
            if value >= 1000:  # hundreds and dozens go on: two hundred thousand
                total, current = total + current, None
        elif role in {"unit", "ten"} and _adds(current, value):
            current = (current or Decimal(0)) + value
        elif role in {"digits", "article"} and (current is None or current == HALF):
            current = current or value
        else:
            return None
    return None if _read(parts[-1], comma, language)[1] == "article" else total + (current or Decimal(0))


def scale_of(text: str | None, language: str = "en") -> Decimal | None:
    """Return the factor that the last word of a number multiplies with; None when it ends without one."""
    last = re.search(r"[^\W\d_]+$", (text or "").lower())
    value, role = number_words(language).get(last.group(), (Decimal(0), "")) if last else (Decimal(0), "")
    return value if role == "scale" else None


def _adds(current: Decimal | None, value: Decimal) -> bool:
    """Whether a word of `value` goes on with a number: twenty [one], a hundred [twelve]; not two [three]."""
    return current is None or (current >= 20 and current % (10 if value < 10 else 100) == 0)


def _read(part: re.Match[str], comma: bool, language: str) -> tuple[Decimal, str]:
    """Return the value of one word or run of digits, and its role."""
    if part.group("digits"):
        return digits_value(part.group(), comma), "digits"
    articles = {"a": Decimal(1), "an": Decimal(1), "half": HALF}
    if language == "en" and part.group() in articles:
        return articles[part.group()], "article"
    return number_words(language).get(part.group(), (Decimal(0), ""))


@cache
def _parts(comma: bool) -> re.Pattern[str]:
    return re.compile(rf"(?P<digits>{COMMA if comma else POINT})|(?P<word>[^\W\d_]+)", re.IGNORECASE)


@cache
def number_words(language: str = "en") -> dict[str, tuple[Decimal, str]]:
    """Return value and role of each word for a number; of other languages than English those that multiply."""
    if language == "en":
        return {word: (Decimal(value), role) for word, value, role in lexicon_rows("number_words.tsv")}
    rows = lexicon_rows("scale_words.tsv")
    return {word.lower(): (Decimal(value), "scale") for word, value, of in rows if language in of.split()}
