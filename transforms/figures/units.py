"""The units of measure and money by the forms they are written in, and pounds of money told from those of weight."""

import re
from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.tables import lexicon_rows

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span

SIGN = 3  # characters of the longest sign or abbreviation, whose case matters: MW and mW, oz and Oz
MONEY, WEIGHT = "GBP", "pound"
PAYING = {
    "award", "bet", "borrow", "charge", "claim", "cost", "donate", "earn", "fine", "fetch", "get", "give", "invest",
    "lend", "make", "offer", "owe", "pay", "raise", "receive", "save", "sell", "send", "spend", "steal", "win",
}  # fmt: skip
WEIGHING = {"weigh", "shed", "gain", "lift"}
_WEIGHT = r"(?:kilograms?|kilos?|kg|tons?|tonnes?|grams?|metric\stons?)"
WEIGHTS = re.compile(rf"[\s(,]{{1,2}}(?:or\s|about\s){{0,2}}\d[\d.,]{{0,8}}[\s-]{_WEIGHT}\b")
"""What stands behind pounds that are told once more: 200 pounds (91 kilograms)."""

EQUAL = re.compile(
    rf"\b{_WEIGHT}\s(?:equals?|(?:is|are)\s(?:equal\sto|the\ssame\sas))\s(?:about\s|around\s|roughly\s)?$"
)
"""What stands before pounds that another weight is told in: a ton is equal to 2,000 pounds; `is` tells prices too."""

NEAR = 6
"""Tokens before a number among which EQUAL stands whole."""

BIGGEST_WEIGHT = 1_000_000  # news gives what is heavier in tons


def unit_of_pounds(number: "Span", measure: str, after: str, value: float) -> str | None:
    """Return the unit of a number of pounds: `GBP`, `pound` of weight, or None where it can't be told.

    `measure` is the number with its unit as written, `after` the text that follows it.
    """
    if "-" in measure or not measure.lower().endswith(("pound", "pounds")) or after.startswith((" of ", " heav")):
        return WEIGHT
    before = number.doc.text[number.doc[max(0, number.start - NEAR)].idx : number.start_char]
    if WEIGHTS.match(after) or EQUAL.search(before):
        return WEIGHT
    verb = next((above for above in number.root.ancestors if above.pos_ == "VERB"), None)
    if value >= BIGGEST_WEIGHT or (verb is not None and verb.lemma_ in PAYING):
        return MONEY
    return WEIGHT if verb is not None and verb.lemma_ in WEIGHING else None


@cache
def by_lower() -> dict[str, str]:
    """Return units and currencies by their words in lower case: 40 celsius, 10 turkish lira."""
    return {form.lower(): unit for form, unit in [*units().items(), *currencies().items()] if len(form) > SIGN}


@cache
def currencies() -> dict[str, str]:
    """Return the ISO 4217 code of each sign and word for money."""
    return {form: currency for form, currency, _ in lexicon_rows("currencies.tsv")}


def currency_places() -> list[tuple[str, str]]:
    """Return the forms of money, and whether they stand before or after the number, or both."""
    return [(form, place) for form, _, place in lexicon_rows("currencies.tsv")]


@cache
def units() -> dict[str, str]:
    """Return the name of each unit of measure by the forms it is written in."""
    return {row[0]: row[1] for row in lexicon_rows("units.tsv")}


@cache
def other_units(language: str) -> dict[str, str]:
    """Return the name of each unit and currency by the forms that another language writes."""
    return {form: unit for form, unit, languages in lexicon_rows("units_other.tsv") if language in languages.split()}
