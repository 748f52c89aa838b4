"""Temporal expressions, resolved to intervals against the day of publication where they are relative."""

from datetime import date
from typing import TYPE_CHECKING

from transforms.calendar_interval import Interval
from transforms.nlp import covering
from transforms.records import Article, Time
from transforms.time_phrases import TimePhrase, find_time_phrases
from transforms.time_resolution import resolve

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LANGUAGE = "en"
NOT_TIMES = {"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "LAW", "MONEY", "QUANTITY", "PERCENT"}
"""Entities in which a month, a weekday or a year is part of a name or a number: Theresa May, the Sunday Times."""

FUTURE = {"will", "shall", "’ll", "'ll", "wo", "would", "may", "might", "must", "should", "can", "could"}
"""Helping verbs beside which a weekday or a date is one to come."""

YEAR_WORDS = {
    "in",
    "since",
    "by",
    "until",
    "till",
    "from",
    "to",
    "of",
    "during",
    "before",
    "after",
    "through",
    "between",
}
"""Words behind which four digits are a year."""


def find_times(doc: "Doc", article: Article) -> tuple[Time, ...]:
    """Return the temporal expressions of an English article, in reading order.

    Relative ones are resolved against `published_at`, in its local time, weekdays and dates without a year backwards
    unless the sentence speaks of the future; without it they stay unresolved, as do those that depend on another time.
    A day that the calendar does not have stays unresolved.
    """
    if article.language not in {None, LANGUAGE}:
        return ()
    published = article.published_at.date() if article.published_at else None
    phrases = [phrase for phrase in find_time_phrases(article.text) if _is_time(doc, phrase)]
    return tuple(
        _row(article, number, phrase, _resolved(doc, phrase, published)) for number, phrase in enumerate(phrases, 1)
    )


def _row(article: Article, number: int, phrase: TimePhrase, resolved: Interval | None) -> Time:
    return Time(
        article_id=article.article_id,
        time_id=number,
        start_char=phrase.start_char,
        end_char=phrase.end_char,
        text=article.text[phrase.start_char : phrase.end_char],
        starts_at=resolved.starts_at if resolved else None,
        ends_at=resolved.ends_at if resolved else None,
        granularity=resolved.granularity if resolved else None,
        method="pattern",
    )


def _is_time(doc: "Doc", phrase: TimePhrase) -> bool:
    span = covering(doc, phrase.start_char, phrase.end_char)
    if any(token.ent_type_ in NOT_TIMES for token in span):
        return False
    return phrase.kind != "year" or _is_year(span[0], span[-1])


def _is_year(first: "Token", last: "Token") -> bool:
    """Whether four digits are a year: behind `in` or the like and before no plural, or as the model says."""
    doc = first.doc
    before = doc[first.i - 1] if first.i else None
    behind = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if (
        behind is not None
        and behind.tag_ == "NNS"
        and not (before is not None and before.lower_ in {"the", "’s", "'s"})
    ):
        return False
    return first.ent_type_ in {"DATE", "EVENT"} or (before is not None and before.lower_ in YEAR_WORDS)


def _resolved(doc: "Doc", phrase: TimePhrase, published: date | None) -> Interval | None:
    try:
        return resolve(phrase, published, lambda: _is_future(doc, phrase))
    except (ValueError, OverflowError):  # 30 February; 9,999 years ago
        return None


def _is_future(doc: "Doc", phrase: TimePhrase) -> bool:
    """Whether the nearest verb above an expression speaks of what is to come: will meet, is to meet, is meeting."""
    token = covering(doc, phrase.start_char, phrase.end_char).root
    verb = next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return False
    helpers = {child.lemma_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    is_going_on = verb.tag_ == "VBG" and any(child.tag_ in {"VBZ", "VBP"} for child in verb.lefts)
    return bool(helpers & FUTURE) or is_going_on or (verb.dep_ in {"xcomp", "relcl", "acl"} and "to" in helpers)
