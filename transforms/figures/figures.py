"""Numbers that count or measure something, with what they count, where and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.entities.index import EntityIndex
from transforms.entities.name_forms import QUOTES
from transforms.figures.ages import AGE, age_end
from transforms.figures.candidates import number_candidates
from transforms.figures.casualties import casualty, casualty_words, stated
from transforms.figures.counted_nouns import (
    counted_noun,
    counted_phrase,
    is_count,
    is_idiom,
    is_kind,
    is_label,
    noun_after,
    share_of,
    time_of,
    told_of,
)
from transforms.figures.fractions import FRACTION
from transforms.figures.number_phrase import NumberPhrase
from transforms.figures.number_phrases import DIFFERENCES, VAGUE
from transforms.figures.places import dateline_place, place_of
from transforms.figures.rates import rate_behind
from transforms.figures.unit_checks import LENGTHS_OF_TIME
from transforms.figures.units import currencies, unit_of_pounds, units
from transforms.parsing.tokens import covering
from transforms.records.article_records import Article, Figure, Time

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span, Token

NOT_FIGURES = {"PERSON", "ORG", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "GPE", "LOC", "NORP", "ORDINAL"}
"""Entities in which a number is part of a name: Article 5, the G7, Boeing 737."""

PLACES_AND_PEOPLE = {"FAC", "GPE", "LOC", "NORP", "PERSON"}

YEARS = range(1900, 2101)
"""Four digits without a comma that are more often a year than a count: 2005 levels."""

BESIDE = 40
"""Characters behind a number and its unit in which stands what tells a weight from money."""

ELIDED = {"conj", "nsubj", "nsubjpass", "dobj", "appos", "attr", "ROOT", "dep", "npadvmod"}
"""What a number alone is in its clause when it counts what the one before did; not so after a preposition: near 18."""

GROUPS = {"top", "bottom", "richest", "wealthiest", "poorest"}
"""Words before a share that make it the name of a group: the top 1 percent."""

EMERGENCY_LINES = {"000", "111", "112", "911", "999"}


@dataclass(frozen=True, slots=True)
class _What:
    """What a number counts or measures: where its words end, its unit and object, how it was told, and its noun."""

    end_char: int
    unit: str | None
    object: str | None
    method: str
    noun: "Token | None" = None


_Before = tuple[int, _What]
"""The sentence of the figure before, by its first token, and what that figure counted."""


def find_figures(doc: "Doc", article: Article, index: EntityIndex, times: Sequence[Time]) -> tuple[Figure, ...]:
    """Return the numbers of an article that count or measure something, in reading order.

    `value` is as the article gives it, in the unit that it gives; an age has the object `age` and the unit `year`.
    Left out are years, dates and times of day, ordinals, numbers in names, and those of which it cannot be told
    what they count; three years ago measures three years.

    Methods: `counted`, a noun stands with the number; `elided`, it counts what the number before it in
    the sentence counts; `measured`, it has a unit. Without a parse there are only numbers with a currency, a percent
    sign or a unit.
    """
    phrases = number_candidates(article, times)
    if not doc.is_parsed:
        return tuple(
            _row(article, i, phrase, _What(phrase.end_char, phrase.unit, None, "measured"), (None, None))
            for i, phrase in enumerate((phrase for phrase in phrases if phrase.unit), 1)
        )
    return tuple(
        _row(article, i, phrase, what, (_place(number, what, index, article.text), time_of(doc, number, times)))
        for i, (phrase, number, what) in enumerate(_told(doc, article.text, phrases), 1)
    )


def _place(number: "Span", what: _What, index: EntityIndex, text: str) -> str | None:
    place = place_of(number, what.noun, index)
    if place is None and what.unit in set(casualty_words().values()):
        return dateline_place(text, number.sent.end_char, index)
    return place


def _told(doc: "Doc", text: str, phrases: Sequence[NumberPhrase]) -> "Iterator[tuple[NumberPhrase, Span, _What]]":
    before: _Before | None = None
    for phrase in phrases:
        number = covering(doc, phrase.number_start, phrase.number_end)
        what = None if _is_none(phrase, number) else _what(text, phrase, number, before)
        if what is None:
            continue
        if what.object is not None and (phrase.unit is None or (what.object == AGE and phrase.unit != AGE)):
            before = number.sent.start, what
        yield phrase, number, what


def _what(text: str, phrase: NumberPhrase, number: "Span", before: _Before | None) -> _What | None:
    """Return what a number counts or measures; None when it can't be told, or it does neither."""
    if phrase.unit == AGE:
        return _What(phrase.end_char, "year", AGE, "measured")
    age = age_end(number, text, phrase.end_char) if phrase.unit in {None, "year"} else None
    if age is not None:
        return _What(age, phrase.unit or "year", AGE, "measured")
    if phrase.unit == FRACTION:
        return _What(phrase.end_char, FRACTION, noun_after(number) or share_of(number), "counted")
    if phrase.unit:
        return _measured(text, phrase, number)
    after = number.doc[number.end] if number.end < len(number.doc) else None
    if after is not None and (unit := stated(after)):
        return _What(after.end_char, unit, None, "measured")
    noun = None if _is_difference(number) else counted_noun(number)
    return _bare(phrase, number, before) if noun is None else _counted(text, phrase, number, noun)


def _measured(text: str, phrase: NumberPhrase, number: "Span") -> _What | None:
    if _is_title(text, phrase):
        return None
    if phrase.unit == "pound":
        measure, after = text[phrase.start_char : phrase.end_char], text[phrase.end_char : phrase.end_char + BESIDE]
        unit = unit_of_pounds(number, measure, after, phrase.value)
        return _What(phrase.end_char, unit, None if unit else "pounds", "measured" if unit else "counted")
    if phrase.unit != "percent":
        return _What(phrase.end_char, phrase.unit, None, "measured")
    if number.start and number.doc[number.start - 1].lower_ in GROUPS:
        return None
    return _What(phrase.end_char, phrase.unit, share_of(number), "measured")


def _is_title(text: str, phrase: NumberPhrase) -> bool:
    """Whether a number and its unit are the name of something: “60 Minutes”."""
    around = text[phrase.start_char - 1 : phrase.start_char], text[phrase.end_char : phrase.end_char + 1]
    unit = text[phrase.number_end : phrase.end_char].strip(" -")
    return all(mark in QUOTES for mark in around) and unit.istitle() and phrase.unit in LENGTHS_OF_TIME


def _counted(text: str, phrase: NumberPhrase, number: "Span", noun: "Token") -> _What | None:
    if not is_count(number, noun, phrase.value):
        return None
    if noun.lower_ in units() and not (noun.lemma_ == "point" and is_kind(noun, number)):
        old = age_end(number, text, noun.end_char)  # 27 and 29 years old
        return _What(phrase.end_char, units()[noun.lower_], AGE if old else None, "measured")
    counted = counted_phrase(number, noun)
    end = counted.end_char if counted.start - number.end <= 1 else phrase.end_char
    if counted.text.lower() in currencies():
        return _What(end, currencies()[counted.text.lower()], None, "measured", noun)  # millions of dollars
    unit = casualty(noun) or (casualty(number.root) if noun != number.root else None)
    if not unit and number.text.lower() == "one" and (number.root.dep_ != "nummod" or told_of(number.root) != noun):
        return None  # one is a pronoun more often than a count
    if rate := rate_behind(text, end):
        return _What(end, None, f"{counted.text} {rate}", "counted", noun)  # 16 deaths per 100,000 people
    object_ = None if unit and noun.pos_ == "ADJ" else counted.text  # five dead: the unit says it
    return _What(end, unit, object_, "counted", noun)


def _bare(phrase: NumberPhrase, number: "Span", before: _Before | None) -> _What | None:
    """Return what a number without a noun of its own counts: what the one before does, or what befell the people."""
    if number.text.lower() == "one":
        return None
    unit = casualty(number.root)
    if before and before[0] == number.sent.start and _stands_alone(phrase, number):
        is_age = before[1].object == AGE
        return _What(phrase.end_char, before[1].unit if is_age else unit, before[1].object, "elided")
    if unit:
        return _What(phrase.end_char, unit, None, "measured")
    return _What(phrase.end_char, None, None, "bare") if _is_quantity(phrase, number) else None


def _is_quantity(phrase: NumberPhrase, number: "Span") -> bool:
    """Whether a number that tells neither noun nor unit is one all the same: closed at 10,663.69; down from 4,223.

    Not so after a noun, whose number it then is (page 12), before one that nobody counts, and alone in brackets.
    """
    if _is_difference(number) or number[-1].lower_ in VAGUE:
        return True
    before = number.doc[number.start - 1] if number.start else None
    first = number[-1] if number[0].i < number.root.i else number.root
    is_before_noun = any(at.dep_ == "nummod" and at.head.i >= number.end for at in (number.root, first))
    if is_before_noun or not (number.root.pos_ == "NUM" or number.text[-1].isdigit()):
        return False
    if before is None:
        return number.text[0].isdigit() and number.root.dep_ == "nsubj"
    after = number.doc[number.end].text if number.end < len(number.doc) else ""
    if number.text.isdigit() and (before.text in {"(", "#", "/"} or after in {":", "/"}):
        return False
    if before.lower_ == "and" and before.i > 1 and before.nbor(-1).is_digit:
        before = before.nbor(-2)  # posts 542 and 543
    return not (number.text.isdigit() and before.pos_ in {"NOUN", "PROPN"} and phrase.start_char == phrase.number_start)


def _is_difference(number: "Span") -> bool:
    """Whether a number tells by how much another one is exceeded: [sixty] more than nine."""
    return number.doc[number.end : number.end + 2].text.lower() in DIFFERENCES


def _stands_alone(phrase: NumberPhrase, number: "Span") -> bool:
    """Whether a number has a place of its own in its clause; the parse takes the `around` of `around 900` for one."""
    root = number.root
    return root.dep_ in ELIDED or (root.dep_ == "pobj" and root.head.idx >= phrase.start_char)


def _is_none(phrase: NumberPhrase, number: "Span") -> bool:
    """Whether a number is a name, a label, a year, or denied: not one soldier."""
    is_decimal = re.fullmatch(r"[\d,]+\.\d+", number.text) is not None  # versions have points, places have none
    names = NOT_FIGURES - PLACES_AND_PEOPLE if is_decimal else NOT_FIGURES
    if phrase.unit is None and (any(token.ent_type_ in names for token in number) or is_label(number)):
        return True
    shares = (phrase.start_char, phrase.end_char) == (phrase.number_start, phrase.number_end)
    if phrase.unit is not None and shares and number.text.isdigit() and is_label(number):
        return True  # Mach 5 and 15 km
    is_denied = phrase.comparison is None and number.start > 0 and number.doc[number.start - 1].lower_ in {"not", "nor"}
    return is_denied or _is_year(phrase, number) or _is_called(number) or is_idiom(number)


def _is_called(number: "Span") -> bool:
    """Whether a number is that of an emergency line: dialled 999; not so: called 112 witnesses."""
    is_number = number.text in EMERGENCY_LINES and number.root.dep_ != "nummod"
    return is_number and number.start > 0 and number.doc[number.start - 1].lemma_ in {"call", "dial", "phone", "ring"}


def _is_year(phrase: NumberPhrase, number: "Span") -> bool:
    return phrase.unit is None and phrase.value in YEARS and number.text.isdigit()


def _row(
    article: Article, number: int, phrase: NumberPhrase, what: _What, where_when: tuple[str | None, int | None]
) -> Figure:
    return Figure(
        article_id=article.article_id,
        figure_id=number,
        start_char=phrase.start_char,
        end_char=what.end_char,
        text=article.text[phrase.start_char : what.end_char],
        value=phrase.value,
        value_max=phrase.value_max,
        approximate=phrase.approximate,
        comparison=phrase.comparison,
        unit=what.unit,
        object=what.object,
        place_entity_id=where_when[0],
        time_id=where_when[1],
        method=what.method,
    )
