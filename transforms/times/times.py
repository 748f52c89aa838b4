"""Temporal expressions, resolved to intervals against the day of publication where they are relative."""

import re
from datetime import date
from typing import TYPE_CHECKING

from transforms.parsing.spacy_model import covering
from transforms.records.article_records import Article, Time
from transforms.times.intervals import Interval
from transforms.times.patterns import TimePhrase, find_time_phrases
from transforms.times.resolution import resolve
from transforms.times.tense import direction

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LANGUAGE = "en"
_SINCE = re.compile(r"\b[Ss]ince\s(?:the\s)?(?:mid-)?$")
DEFINITE = {"the", "’s", "'s", "its", "his", "her", "their"}
NOT_TIMES = {"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "LAW", "MONEY", "QUANTITY", "PERCENT"}
"""Entities in which a month, a weekday or a year is part of a name or a number: Theresa May, the Sunday Times."""

YEAR_WORDS = {"in", "since", "by", "until", "till", "from", "to", "of", "during", "before", "after", "through"} | {
    "between",
    "early",
    "late",
    "mid",
}
"""Words after which four digits are a year."""


def find_times(doc: "Doc", article: Article) -> tuple[Time, ...]:
    """Return the temporal expressions of an English article, in reading order; none where there is no parse.

    Relative ones are resolved against `published_at`, in its local time: weekdays and dates without a year backwards
    unless the clause speaks of the future; without it they stay unresolved, as do those that depend on another time, a
    day that the calendar does not have, and dates that name what happened on them (the Jan. 6 attack). What begins
    `since` a time has no `ends_at`: the article does not give one. `last year` is the calendar's, `the past year` the
    twelve months up to publication.
    """
    if article.language not in {None, LANGUAGE} or not doc.has_annotation("DEP"):
        return ()
    published = article.published_at.date() if article.published_at else None
    phrases = [phrase for phrase in find_time_phrases(article.text) if _is_time(doc, phrase)]
    return tuple(
        _row(article, number, phrase, _resolved(doc, phrase, published)) for number, phrase in enumerate(phrases, 1)
    )


def _row(article: Article, number: int, phrase: TimePhrase, resolved: Interval | None) -> Time:
    is_open = _SINCE.search(article.text, max(0, phrase.start_char - 11), phrase.start_char)
    return Time(
        article_id=article.article_id,
        time_id=number,
        start_char=phrase.start_char,
        end_char=phrase.end_char,
        text=article.text[phrase.start_char : phrase.end_char],
        starts_at=resolved.starts_at if resolved else None,
        ends_at=resolved.ends_at if resolved and not is_open else None,
        granularity=resolved.granularity if resolved else None,
        method="pattern",
    )


def _is_time(doc: "Doc", phrase: TimePhrase) -> bool:
    span = covering(doc, phrase.start_char, phrase.end_char)
    if any(token.ent_type_ in NOT_TIMES for token in span):
        return False
    if phrase.kind == "ahead":
        return direction(span) == "future"  # else a duration: the third attack in three weeks
    return phrase.kind not in {"year", "years"} or _is_year(span[0], span[-1])


def _is_year(first: "Token", last: "Token") -> bool:
    """Whether four digits are a year: after `in` or the like and before no plural, or as the model says."""
    doc = first.doc
    before = doc[first.i - 1] if first.i else None
    if before is not None and before.lower_ == "of" and before.i and before.nbor(-1).pos_ == "PROPN":
        return False  # the Clean Water Act of 1972 is a name
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if after is not None and after.tag_ == "NNS" and not (before is not None and before.lower_ in {"the", "’s", "'s"}):
        return False
    return first.ent_type_ in {"DATE", "EVENT"} or (before is not None and before.lower_ in YEAR_WORDS)


def _resolved(doc: "Doc", phrase: TimePhrase, published: date | None) -> Interval | None:
    span = covering(doc, phrase.start_char, phrase.end_char)
    if phrase.kind == "date" and not phrase.says.keys() & {"year", "which", "weekday"} and _is_name(span):
        return None
    try:
        return resolve(phrase, published, lambda: direction(span))
    except (ValueError, OverflowError):  # 30 February; 9,999 years ago
        return None


def _is_name(span: "Span") -> bool:
    """Whether a date without a year says which thing is meant, of whatever year: the Sept. 11 attacks."""
    doc = span.doc
    is_definite = span.start > 0 and doc[span.start - 1].lower_ in DEFINITE
    return is_definite and span.end < len(doc) and doc[span.end].pos_ in {"NOUN", "ADJ", "PROPN"}
