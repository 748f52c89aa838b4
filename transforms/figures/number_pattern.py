"""The pattern of a number in a text with its modifiers, and the signs, words and units around it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from transforms.figures.digits import COMMA, POINT
from transforms.figures.number_words import number_words
from transforms.figures.units import SIGN, currency_places, other_units, units

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
ABOUT = (
    "about", "around", "nearly", "almost", "approximately", "roughly", "some", "more than", "over", "at least",
    "less than", "under",
)  # fmt: skip
"""Of them, those that stand before parts and multiples: nearly half."""

LENGTHS = "tall|high|long|wide|deep|race|sprint|final|freestyle|hurdles|away|apart|above|below|x"
"""What follows an m that is a metre: 1.8m tall; elsewhere in news it is a million."""

INCH = r"(?:(?<=ft\s\d)|(?<=ft\s\d\d))\s?(?P<inch>in)(?!\w)"
"""What follows a number of feet as inches: 6ft 2in; elsewhere it is a preposition."""

ENGLISH_ONLY = {
    "c", "cup", "deg", "f", "g", "ha", "hr", "hrs", "l", "mi", "min", "mins", "p", "pc", "point", "quart", "rad", "sec",
    "secs", "t", "yr", "yrs",
}  # fmt: skip
"""Forms of units that are words of other languages: el Mundial 2024 ha terminado."""

EVERYWHERE = {"baht", "euro", "lira", "yen", "yuan"}
LONG_WORD = 6
"""Letters from which on the word for a currency in English is no word of another language: leva, kip, tala, sek are."""

TRAILING = {r"\$": r"\$(?!\s?\d[\d.,]*(?!\s?\$|[\d.,]))", "|£": r"|£(?!\s?\d)"}
"""A sign behind a number, not before the next one: for 5 $ 30 more, 5 £10 notes; but 10 $ 30 $."""

_NO_SPACE = re.compile(r"(?<=\|)([ACSR]|[a-z]{1,3})\[ \]\?(?=\\\$)")
"""Letters with which a dollar sign is one word, where a space makes two: A $26 million deal, gave us $5."""

HYPHEN = r"[\s-](?:-\s)?"
"""What may stand between the words of a unit; wire copy that was cut into words has spaces around it."""

AND_PART = r"(?:[\s-]and[\s-]a[\s-](?:half|quarter)\b)"
"""Behind a number: two and a half, five-and-a-half, one and a quarter."""

MORE = "a further|a total of|another|an additional|an extra"
"""Words before a number that change nothing about it, and stand for the article of a dozen."""


BEGINNING = 5
"""Letters by which the words are told that a number begins with: one more, and `think` would be tried as `thirty`."""

NO_BEGINNING = "\"“”‘’'()[]—―;:,!?"
"""Marks that stand all over a text, and begin no number."""


def modified(word: str | None) -> tuple[bool, str | None]:
    """Return whether a word before a number makes it an approximate one, and which comparison it makes."""
    plain = " ".join((word or "").lower().split())
    return plain in APPROXIMATE.split("|"), COMPARISONS.get(plain)


def before_number() -> str:
    """Return a pattern of one of ABOUT."""
    return any_case(word.replace(" ", r"\s") for word in sorted(ABOUT, key=len, reverse=True))


@cache
def number_pattern(language: str, comma: bool) -> re.Pattern[str]:
    """Return the pattern of the numbers of a language; `comma` says that a comma is the decimal mark."""
    is_english = language == "en"
    scales = "|".join(sorted((w for w, (_, role) in number_words(language).items() if role == "scale"), key=len)[::-1])
    long = rf"(?![ ](?:{LENGTHS})\b|/[a-z]\b|\^)"  # 50 m/s is no 50 million, nor is 50 m^2
    dot = "" if is_english else r"\.?"  # 1,5 Mio.
    joined = rf"(?:[\s-]?(?:{scales})\b{dot}{long}){{0,2}}" if scales else ""
    if not is_english:
        joined = f"(?i:{joined})"
    halves = rf"(?:\s?[½¼¾]|[\s-][1357]\s?/\s?[248]\b|{AND_PART})?"
    number = rf"(?:{COMMA if comma else POINT}){halves}{joined}|(?:[½¼¾]|[13]/[24]){joined}"
    if is_english:
        number = rf"{number}|{spelled()}"
    vague = any_case(
        (
            r"several\s(?:dozen|hundred|thousand|million|billion)",
            r"a\sfew\s(?:dozen|hundred|thousand|million|billion)",
            r"a\scouple\s(?:of\s)?(?:dozen|hundred|thousand|million|billion)",
            r"tens\sof\s(?:thousands|millions)",
            r"hundreds\sof\s(?:thousands|millions)",
            "dozens",
            r"scores(?=\s(?:of|were|are|more|have)\b)",
            "hundreds",
            "thousands",
            "millions",
            "billions",
        )
    )
    modifiers = any_case(sorted([*COMPARISONS, *APPROXIMATE.split("|"), *MORE.split("|")], key=len, reverse=True))
    before = _alternatives(form for form, place in currency_places() if place != "after")
    before = before.replace(r"\$", r"[ ]?\$").replace(r"|[ ]?\$", r"|\$")
    before = _NO_SPACE.sub(r"\1", before)
    forms = [form for form, place in currency_places() if place != "before"]
    if not is_english:
        forms = [form for form in forms if not form.islower() or len(form) >= LONG_WORD or form in EVERYWHERE]
    measures = units() if is_english else units().keys() - ENGLISH_ONLY
    after = _alternatives([*forms, *measures, *other_units(language)])
    for sign, trailing in TRAILING.items():
        after = after.replace(sign, trailing)
    to = r"(?(between)\sand\s|(?:\s?[-–—]\s?|\sto\s|\sor\s))"
    percent = r"(?:%(?=[-–])|(?(between)(?:%|\sper\s?cent)(?=\sand\s)|(?!)))?"  # 5%-6%, between 5% and 6%
    begins = _begins() if is_english else ""
    return re.compile(
        rf"(?<![\w$€£.,:/#’'-]){begins}(?:(?P<modifier>{modifiers})\s)?(?:(?P<modifier2>{modifiers})\s)?"
        rf"(?:(?P<between>[Bb](?i:etween)\s)|(?P<from>[Ff](?i:rom)\s))?"
        rf"(?P<minus>(?<!\bor\s)[Mm](?i:inus\s)|(?<![^ (])[-−])?(?P<before>(?:{before})\s?)?"
        rf"(?:(?P<vague>{vague})\b|(?P<first>{number})(?:{percent}{to}(?:{before})?(?P<second>{number}))?)"
        rf"(?P<plus>\s?-\s?(?:plus|odd)\b|\+(?=[\s,.]))?"
        rf"(?:(?:\s-\s|[\s-]|(?P<open>\s?[\[{{]))?(?P<after>{after})(?!\w)(?(open)[\]}}])"
        rf"|\s?(?P<meter>m)(?=[ ](?:{LENGTHS})\b)|{INCH})?"
        rf"(?P<below>\sbelow\s(?:zero|freezing))?"
        rf"(?P<ormore>\sor\s(?:more|less|fewer))?(?!\w|[.,:/]\d|[-–]\d)"
    )


def _begins() -> str:
    """Return a pattern of how a number in English begins, with what stands before it: most words begin otherwise."""
    words = {word for word in number_words() if len(word) > 2}
    words |= {*COMPARISONS, *APPROXIMATE.split("|"), *MORE.split("|")}
    words |= {"half", "quarter", "between", "from", "minus", "several", "tens", "dozens", "scores", "hundreds"}
    signs = {form for form, place in currency_places() if place != "after" and form[0].isalpha()}
    words |= {form.lower() for form in signs if len(form) > 1}
    alone = [rf"{form}\d" for form in sorted(signs) if len(form) == 1]
    scales = "|".join(word for word, (_, role) in number_words().items() if role == "scale" and len(word) > 2)
    beginnings = sorted({re.escape(word[:BEGINNING]) for word in words})
    letters = any_case([*beginnings, rf"an?\s(?:few|couple|quarter|{scales})", *alone])
    return rf"(?={letters}|[^\sA-Za-z{re.escape(NO_BEGINNING)}])"


@cache
def spelled() -> str:
    """Return a pattern of a number in English words."""
    scales = "|".join(word for word, (_, role) in number_words().items() if role == "scale" and len(word) > 2)
    words = sorted((word for word in number_words() if len(word) > 2), key=len, reverse=True)
    word = any_case(words)
    joint = rf"(?:\s?-\s?|\s|(?:(?<=hundred)|(?<=thousand)|(?<=million))\sand\s|{AND_PART}[\s-])"
    scaled = rf"(?=(?:{scales})\b)"  # a three-foot trip has no number `a three`
    quarters = rf"[\s-]quarters?\s(?:of\san?\s)?{scaled}"
    article = any_case(
        (
            r"half[\s-](?:a\s)?",
            rf"quarter[\s-]{scaled}",
            f"an?{quarters}",
            f"one{quarters}",
            f"three{quarters}",
            rf"an?\s{scaled}",
        )
    )
    return rf"(?:{article})?{word}(?i:(?:{joint}{word})*(?:{AND_PART})?\b)"


def any_case(forms: Iterable[str]) -> str:
    """Return a pattern of one of the forms, each of which begins with a letter, in capitals or small letters.

    The forms of each letter are behind that letter, which is seen at once not to be there: to try all forms at each
    word took four times as long.
    """
    by_letter: dict[str, list[str]] = {}
    for form in forms:
        by_letter.setdefault(form[0], []).append(form[1:])
    letters = (f"[{letter.upper()}{letter}](?i:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return f"(?:{'|'.join(letters)})"


def _alternatives(forms: Iterator[str] | list[str]) -> str:
    """Return a pattern of one of the forms, of words in any case: all of them in one group are quick to compile."""
    ordered = sorted(forms, key=len, reverse=True)
    words = [_escaped(form) for form in ordered if _is_word(form)]
    return "|".join([f"(?i:{'|'.join(words)})", *(_sign(form) for form in ordered if not _is_word(form))])


def _is_word(form: str) -> bool:
    return len(form) > SIGN and form[-1].isalpha()


def _escaped(form: str) -> str:
    return re.escape(form).replace(r"\.", r"\s?\.\s?").replace(r"\ ", HYPHEN)


def _sign(form: str) -> str:
    is_short = len(form) <= SIGN and form in units()
    return rf"{_escaped(form)}(?!/[A-Za-z])" if is_short else _escaped(form)  # 30 t/h
