"""Numbers that count or measure something, with what they count, where and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.casualties import casualty
from transforms.counted import counted_noun, counted_phrase, is_age, is_label, place_of, time_of
from transforms.entity_index import EntityIndex
from transforms.nlp import covering
from transforms.number_phrases import NumberPhrase, currencies, find_number_phrases
from transforms.reading import SEPARATOR
from transforms.records import Article, Figure, Time

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

NOT_FIGURES = {"PERSON", "ORG", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "GPE", "LOC", "NORP", "ORDINAL"}
"""Entities in which a number is part of a name: Article 5, the G7, Boeing 737."""

YEARS = range(1900, 2101)
"""Four digits without a comma that are more often a year than a count: 2005 levels."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article tells of a number, beyond the number itself."""

    end_char: int
    unit: str | None
    object: str | None
    place_entity_id: str | None
    time_id: int | None
    method: str


def find_figures(doc: "Doc", article: Article, index: EntityIndex, times: Sequence[Time]) -> tuple[Figure, ...]:
    """Return the numbers of an article that count or measure something, in reading order.

    `value` is as the article gives it, in the unit that it gives. Left out are years, dates and times of day, ordinals,
    numbers in names, and those of which it cannot be told what they count. Methods: `counted`, a noun stands with the
    number; `elided`, it counts what the number before it in the sentence counts; `measured`, it has a unit. Without a
    parse there are only numbers with a currency, a percent sign or a unit.
    """
    taken = {i for time in times for i in range(time.start_char, time.end_char)}
    phrases = [
        phrase
        for phrase in find_number_phrases(article.text)
        if phrase.number_start not in taken and not _is_list_number(article.text, phrase)
    ]
    if doc.has_annotation("DEP"):
        told = _parsed(doc, article, index, times, phrases)
    else:
        told = ((phrase, _measured(phrase)) for phrase in phrases if phrase.unit)
    return tuple(_row(article, number, phrase, what) for number, (phrase, what) in enumerate(told, 1))


def _measured(phrase: NumberPhrase) -> _Told:
    return _Told(phrase.end_char, phrase.unit, None, None, None, "measured")


def _parsed(
    doc: "Doc", article: Article, index: EntityIndex, times: Sequence[Time], phrases: Sequence[NumberPhrase]
) -> Iterator[tuple[NumberPhrase, _Told]]:
    before: tuple[int, str] | None = None  # the sentence of the figure before, by its first token, and what it counted
    for phrase in phrases:
        number = covering(doc, phrase.number_start, phrase.number_end)
        if any(token.ent_type_ in NOT_FIGURES for token in number) or is_label(number) or _is_year(phrase, number):
            continue
        noun = counted_noun(number) if phrase.unit is None else None
        counted = counted_phrase(number, noun) if noun is not None else None
        object_, method = (counted.text, "counted") if counted is not None else _other_object(phrase, number, before)
        unit = phrase.unit or casualty(noun if noun is not None else number.root)
        if unit and noun is not None and noun.pos_ == "ADJ":
            object_ = None  # five dead: the unit says it
        if unit is None and noun is not None and noun.lower_ in currencies():
            unit, object_, method = currencies()[noun.lower_], None, "measured"  # millions of dollars
        if is_age(number, article.text[phrase.end_char : phrase.end_char + 5]):
            unit, object_, method = phrase.unit or "year", "age", "measured"
        if (object_ is None and unit is None) or (number.text.lower() == "one" and not (counted and unit)):
            continue  # one is a pronoun more often than a count
        if phrase.unit is None and object_ is not None:
            before = number.sent.start, object_
        adjacent = counted is not None and counted.start - number.end <= 1
        yield (
            phrase,
            _Told(
                end_char=counted.end_char if counted is not None and adjacent else phrase.end_char,
                unit=unit,
                object=object_,
                place_entity_id=place_of(number, noun, index),
                time_id=time_of(doc, number, times),
                method=method,
            ),
        )


def _is_year(phrase: NumberPhrase, number: "Span") -> bool:
    return phrase.unit is None and phrase.value in YEARS and number.text.isdigit()


def _other_object(phrase: NumberPhrase, number: "Span", before: tuple[int, str] | None) -> tuple[str | None, str]:
    """Return what a number without a noun of its own counts: what a share is of, or what the number before counts."""
    if phrase.unit:
        return _share_of(phrase, number), "measured"
    if before and before[0] == number.sent.start and number.root.dep_ != "nummod":
        return before[1], "elided"
    return None, "measured"


def _share_of(phrase: NumberPhrase, number: "Span") -> str | None:
    """Return what a share is of: 30 percent of [voters]."""
    if phrase.unit != "percent":
        return None
    behind = [token for token in number.doc[number.end : number.end + 3] if token.lower_ == "of"]
    whole = next((child for of in behind for child in of.children if child.dep_ == "pobj"), None)
    return whole.doc[whole.left_edge.i : whole.i + 1].text if whole is not None else None


def _is_list_number(text: str, phrase: NumberPhrase) -> bool:
    """Whether a number opens a paragraph and a point or bracket follows: `3. Mix well`."""
    opens = phrase.number_start == 0 or text[: phrase.number_start].endswith(SEPARATOR)
    return opens and text[phrase.number_end : phrase.number_end + 1] in {".", ")", ":"}


def _row(article: Article, number: int, phrase: NumberPhrase, told: _Told) -> Figure:
    return Figure(
        article_id=article.article_id,
        figure_id=number,
        start_char=phrase.start_char,
        end_char=told.end_char,
        text=article.text[phrase.start_char : told.end_char],
        value=phrase.value,
        value_max=phrase.value_max,
        approximate=phrase.approximate,
        comparison=phrase.comparison,
        unit=told.unit,
        object=told.object,
        place_entity_id=told.place_entity_id,
        time_id=told.time_id,
        method=told.method,
    )
