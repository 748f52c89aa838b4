"""Read digits with their thousands and decimal marks, as the language of the article writes them."""

import re
from decimal import Decimal

_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]"
_MARKS = rf"(?:{_SPACE}|[’'])"
_BY_SPACE = rf"[1-9]\d{{0,2}}(?:{_MARKS}\d{{3}})+(?!\d)"

_MEASURED = r"(?=\s?(?:%|percent|per\scent|million|billion|trillion)|$)"
_APART = rf"[1-9]\d{{0,2}}(?:\s,\s\d{{3}})*\s,\s000(?!\d)|\d{{1,3}}\s\.\s\d{{1,4}}{_MEASURED}"
"""Marks between spaces, as wire copy that was cut into words has them: 80 , 000 seats, 4 . 8 %. Elsewhere they end
sentences and part lists."""

POINT = (
    rf"{_APART}|"
    rf"(?:[1-9]\d{{0,2}}(?:,\d{{3}})+(?!\d)|[1-9]\d?(?:,\d{{2}})+,\d{{3}}(?!\d)|{_BY_SPACE})(?:\.\d+)?"
    r"|\d+,\d{1,2}(?![\d,])|\d+(?:\.\d+)?|(?<!\d)\.\d+"
)
"""Digits where a point is the decimal mark; commas also between the Indian groups of two, spaces and apostrophes as SI
and the Swiss write. A comma before one or two digits is a decimal mark in any language: 3,25 %."""

COMMA = rf"(?:[1-9]\d{{0,2}}(?:\.\d{{3}})+(?!\d)|{_BY_SPACE})(?:,\d+)?|\d+\.\d{{1,2}}(?![\d.])|\d+(?:,\d+)?"
"""Digits where a comma is the decimal mark; a point before one or two digits is one all the same, as in Switzerland."""

COMMA_LANGUAGES = {
    "bg", "ca", "cs", "da", "de", "el", "es", "fi", "fr", "hr", "hu", "id", "is", "it", "nb", "nl", "nn", "no", "pl",
    "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk",
}  # fmt: skip
"""Languages that write a decimal comma, by the Unicode CLDR."""

POINT_COUNTRIES = {"mx", "us", "gt", "hn", "ni", "sv", "pa", "do", "pr", "pe"}
"""Ends of addresses in Spanish-speaking countries that write a decimal point, by the same."""


def has_comma(language: str | None, country: str) -> bool:
    """Whether an article of a language, on a site of a country, writes decimal commas."""
    return language in COMMA_LANGUAGES and not (language == "es" and country in POINT_COUNTRIES)


def digits_value(text: str, comma: bool) -> Decimal:
    """Return the value of a run of digits that POINT or COMMA matched, exactly."""
    plain = re.sub(rf"{_MARKS}", "", text)
    decimal = re.fullmatch(r"(\d+)[.,](\d{1,2})", plain)
    if decimal:
        return Decimal(f"{decimal[1]}.{decimal[2]}")
    return Decimal(plain.replace(".", "").replace(",", ".") if comma else plain.replace(",", ""))
