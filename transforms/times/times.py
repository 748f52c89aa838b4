"""Temporal expressions, resolved to intervals against the day of publication where they are relative."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from transforms.parsing.spacy_model import PARSED_LANGUAGE
from transforms.parsing.tokens import covering
from transforms.records.article_records import Article, Time
from transforms.times.composed import composed
from transforms.times.holidays import holidays
from transforms.times.intervals import Interval
from transforms.times.patterns import TimePhrase, find_time_phrases
from transforms.times.phrase_checks import as_told, is_time, kind_of, leaves_open
from transforms.times.relative import beside
from transforms.times.resolution import resolve
from transforms.times.shared_years import with_shared_years
from transforms.times.tale import Tale, is_tale
from transforms.times.tense import direction

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc, Span

INTERVAL = "interval"
_SINCE = re.compile(r"\b[Ss]ince\s(?:the\s)?(?:mid-)?$")
SOUTHERN = {"au", "nz", "za", "zw", "ar", "cl", "uy"}
"""Ends of addresses in countries where the seasons are others."""


def find_times(doc: "Doc", article: Article) -> tuple[Time, ...]:
    """Return the temporal expressions of an English article, in reading order; none where there is no parse.

    Relative ones are resolved against `published_at`, in its local time: weekdays and dates without a year backwards
    unless the clause speaks of the future; in a tale of other years (`is_tale`) against the time that the text is in.
    Without either they stay unresolved, as do those that depend on another time which is not near, a day that the
    calendar does not have, and dates that name what happened on them (the Jan. 6 attack). What begins `since` a time
    has no `ends_at`: the article gives none. `last year` is the calendar's, `the past year` the twelve months up to
    publication. Durations and sets (`for two years`, `every Monday`) have a kind of their own and no interval.
    """
    if article.language not in {None, PARSED_LANGUAGE} or not doc.is_parsed:
        return ()
    told = [as_told(doc, phrase) for phrase in find_time_phrases(article.text) if is_time(doc, phrase)]
    phrases = list(composed(with_shared_years(told, article.text), article.text))
    return tuple(
        _row(article, doc, number, phrase, interval)
        for number, (phrase, interval) in enumerate(_resolved(doc, article, phrases), 1)
    )


def _row(article: Article, doc: "Doc", number: int, phrase: TimePhrase, resolved: Interval | None) -> Time:
    is_open = _SINCE.search(article.text, max(0, phrase.start_char - 11), phrase.start_char)
    return Time(
        article_id=article.article_id,
        time_id=number,
        start_char=phrase.start_char,
        end_char=phrase.end_char,
        text=article.text[phrase.start_char : phrase.end_char],
        kind=kind_of(doc, phrase),
        starts_at=resolved.starts_at if resolved else None,
        ends_at=resolved.ends_at if resolved and not is_open else None,
        granularity=resolved.granularity if resolved else None,
        method="pattern",
    )


def _resolved(
    doc: "Doc", article: Article, phrases: Sequence[TimePhrase]
) -> Iterator[tuple[TimePhrase, Interval | None]]:
    published = article.published_at.date() if article.published_at else None
    tale = Tale(published, is_tale(phrases, published))
    top = _country(article)
    for phrase in phrases:
        span = covering(doc, phrase.start_char, phrase.end_char)
        interval = None if _differs(phrase, top) else _interval(phrase, span, tale)
        tale.goes_on(span, interval)
        yield phrase, interval


def _interval(phrase: TimePhrase, span: "Span", tale: Tale) -> Interval | None:
    if phrase.base:
        base = _interval(phrase.base, covering(span.doc, phrase.base.start_char, phrase.base.end_char), tale)
        return beside(phrase.says, base)
    if leaves_open(phrase, span, tale):
        return None
    try:
        return resolve(phrase, tale.setting(phrase, span, lambda: direction(span)))
    except (ValueError, OverflowError):  # 30 February; 9,999 years ago
        return None


def _country(article: Article) -> str:
    """Return the country in the article's address, as in `.au`; empty for none."""
    host = re.match(r"https?://([^/:]+)", article.canonical_url or article.url)
    return host.group(1).rsplit(".", 1)[-1].lower() if host else ""


def _differs(phrase: TimePhrase, country: str) -> bool:
    """Whether a season or holiday is another time in the country of the article's site."""
    if phrase.kind == "holiday":
        return country in holidays()[phrase.says["name"]][1]
    return phrase.kind == "season" and country in SOUTHERN
