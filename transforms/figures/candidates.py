"""Find the numbers of an article that may be figures: in no time, no list, and no telephone number."""

import re
from collections.abc import Sequence

from transforms.figures.digits import has_comma
from transforms.figures.fractions import find_fractions, find_scores
from transforms.figures.multiples import find_multiples
from transforms.figures.number_phrase import NumberPhrase
from transforms.figures.number_phrases import find_number_phrases
from transforms.figures.parts_of_units import find_parts_of_units
from transforms.figures.tens import find_tens
from transforms.figures.unit_checks import LENGTHS_OF_TIME
from transforms.figures.units_before import find_units_before
from transforms.parsing.spacy_model import PARSED_LANGUAGE
from transforms.records.article_records import Article, Time
from transforms.records.page import PARAGRAPH_BREAK

LONGEST = 1000
"""From here on a number with a unit of time is a year more often than a length."""

RATIOS = {" in ", " in every ", " of every "}
APART_BEFORE, APART_AFTER = re.compile(r"\d \. $"), re.compile(r" \. \d")
COMPOUNDS = (
    "-in-", "-to-", "-liner", "-off", "-upmanship", "-way ", "-sided", "-percenter", "-over ", "-under ", "-eyed",
    "-legged",
)  # fmt: skip
"""Behind a number that is the first of a word: a one-in-100-year flood, a 20-to-1 shot, one-liners, two-way trade."""

ONE_OR_ANOTHER = re.compile(r"one\s\w+\sor\s(?:an|the\s)other\b", re.IGNORECASE)
"""What counts nothing: in one shape or another."""

DIALLED_BEFORE = re.compile(r"(?:\+|\+\d{1,3}\s?\(|\b(?:SMS|MMS|[Tt]ext|[Ff]ax|WhatsApp)(?:/\w+)?:\s?)$")
DIALLED_AFTER = re.compile(r"\s?\(0\)")
"""Around the number of a telephone: +[44] (0)7525, SMS: [61124]."""

FRACTIONS = re.compile(r"\b(?:half|third|quarter|fifth|tenth)s? of $", re.IGNORECASE)
"""Before `a million` a fraction takes the number apart: a quarter of a million."""


def number_candidates(article: Article, times: Sequence[Time]) -> list[NumberPhrase]:
    """Return the numbers that are no date, list or telephone number, fractions and scores among them.

    Of the numbers in times there are those that measure one: for three weeks, three weeks ago, every three weeks.
    """
    text, language = article.text, article.language or PARSED_LANGUAGE
    taken = {i for time in times if time.kind != "duration" for i in range(time.start_char, time.end_char)}
    special = [phrase for phrase in _special(text, language) if phrase.number_start not in taken]
    found = find_number_phrases(text, language, has_comma(language, _site_country(article)))
    others = {i for phrase in special for i in range(phrase.start_char, phrase.end_char)}
    every = others | taken
    phrases = [phrase for phrase in found if not _is_in(phrase, others if _is_length(phrase) else every)]
    ratios = {i for i in range(len(phrases) - 1) if _is_ratio(text, phrases[i], phrases[i + 1])}
    plain = [
        phrase
        for i, phrase in enumerate(phrases)
        if not {i, i - 1} & ratios and not _is_list_number(text, phrase) and not _is_part(text, phrase)
    ]
    return sorted([*plain, *special], key=lambda phrase: phrase.start_char)


def _special(text: str, language: str) -> list[NumberPhrase]:
    """Return the numbers of other forms in an English text; a quarter of an hour is no fraction."""
    if language != PARSED_LANGUAGE:
        return []
    parts = list(find_parts_of_units(text))
    measured = {i for part in parts for i in range(part.start_char, part.end_char)}
    shares = [share for share in find_fractions(text) if share.number_end - 1 not in measured]
    return [*parts, *shares, *find_multiples(text), *find_scores(text), *find_units_before(text), *find_tens(text)]


def _is_length(phrase: NumberPhrase) -> bool:
    """Whether a number is a length of time; 2011 year and 1999 years are dates."""
    return phrase.unit in LENGTHS_OF_TIME and abs(phrase.value) < LONGEST


def _is_in(phrase: NumberPhrase, taken: set[int]) -> bool:
    return phrase.number_start in taken or phrase.number_end - 1 in taken


def _site_country(article: Article) -> str:
    """Return the country in the article's address, as in `.mx`; empty for none."""
    host = re.match(r"https?://([^/:]+)", article.canonical_url or article.url)
    return host.group(1).rsplit(".", 1)[-1].lower() if host else ""


def _is_ratio(text: str, first: NumberPhrase, second: NumberPhrase) -> bool:
    """Whether two numbers are a ratio, or groups of digits as of a telephone number."""
    between = text[first.end_char : second.start_char]
    is_dialled = (
        between in {" ", "-", "–", " - "} and text[first.end_char - 1].isdigit() and text[second.start_char].isdigit()
    )
    return (between in RATIOS or is_dialled) and first.unit is None and second.unit is None


def _is_part(text: str, phrase: NumberPhrase) -> bool:
    """Whether a number is a piece of one: a quarter of [a million]; 1 . [95], where wire copy was cut into words.

    Or of a word, or of a number that is called.
    """
    if text.startswith(COMPOUNDS, phrase.number_end) or ONE_OR_ANOTHER.match(text, phrase.number_start):
        return True
    before = text[max(0, phrase.number_start - 3) : phrase.number_start]
    if _is_called_by(before, text[phrase.number_end : phrase.number_end + 2]):
        return True
    is_code = bool(DIALLED_AFTER.match(text, phrase.end_char)) and text[phrase.end_char - 1].isdigit()
    if phrase.unit is None and (
        is_code or DIALLED_BEFORE.search(text, max(0, phrase.start_char - 14), phrase.start_char)
    ):
        return True
    if phrase.unit is None and (
        (APART_BEFORE.search(text, max(0, phrase.start_char - 7), phrase.start_char))
        or (text[phrase.end_char - 1].isdigit() and APART_AFTER.match(text, phrase.end_char))
    ):
        return True
    return bool(FRACTIONS.search(text, max(0, phrase.start_char - 12), phrase.start_char)) and (
        text[phrase.start_char : phrase.start_char + 2].lower() == "a "
    )


def _is_called_by(before: str, after: str) -> bool:
    """Whether the letters around a number make a year or the name of a format of it: AD 618, 2+2 talks."""
    is_sum = re.fullmatch(r"\+\d", after) or re.search(r"\d\+$", before)
    return before == "AD " or bool(is_sum)


def _is_list_number(text: str, phrase: NumberPhrase) -> bool:
    """Whether a number opens a paragraph and a point or bracket follows: `3. Mix well`."""
    opens = phrase.number_start == 0 or text.endswith(PARAGRAPH_BREAK, 0, phrase.number_start)
    return opens and text[phrase.number_end : phrase.number_end + 1] in {".", ")", ":"}
