"""Keep track of the time that a text has come to: of publication in news, of its own in a tale of other years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from transforms.times.intervals import Interval
from transforms.times.patterns import TimePhrase
from transforms.times.tense import Direction

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span

Says = dict[str, str]
"""What an expression says, by the names of its parts."""

Points = Callable[[], Direction]
"""Where the clause points; asked for only where it matters."""

LAST, NEXT = {"last", "past"}, {"next", "coming"}
STEPS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Setting:
    """The day that `yesterday` and a date without a year start from, and the time told last before the expression.

    `today` is the day of publication, or in a tale of other years the day it has come to; None for neither. `before` is
    None where no time stands near enough.
    """

    today: date | None
    points: Points
    before: Interval | None = None


FROM_TODAY = {"weekday", "day", "ago", "unit", "ahead", "span", "weekend"}
"""Kinds of expressions that start from the day of publication."""

DATED = {"date", "days", "month", "months", "year", "years", "season", "half", "quarter", "holiday", "week"}
FINEST = {"minute", "day", "week", "month", "quarter", "half", "season", "year"}

MANY = 4
"""Dates with years of their own from which a text may be a tale; a report with a paragraph of background has fewer."""

OPENING = 6
"""Tokens at the beginning of a sentence in which stands the time that a tale goes on from; 5 to 8 did as well."""

RATIO = 8
"""How many of them a tale has for each time told from today: histories had 16 and more, reports up to 4."""


def is_tale(phrases: Sequence[TimePhrase], published: date | None) -> bool:
    """Whether a text tells of years other than that of publication and the one before, as histories do."""
    years = [int(phrase.says["year"]) for phrase in phrases if phrase.kind in DATED and "year" in phrase.says]
    other = [year for year in years if published is None or year not in {published.year, published.year - 1}]
    from_today = sum((phrase.base or phrase).kind in FROM_TODAY for phrase in phrases)
    return len(other) >= MANY and len(other) >= RATIO * from_today and 2 * len(other) > len(years)


class Tale:
    """The time that a text has come to, phrase by phrase."""

    def __init__(self, published: date | None, is_tale: bool) -> None:
        """Begin on the day of publication; a tale has no time until it tells one."""
        self.published = published
        self.is_tale = is_tale
        self._last: Interval | None = None
        self._come_to: Interval | None = None
        self._sentence = 0  # where the sentence of the last interval begins, in tokens

    def goes_on(self, span: "Span", interval: Interval | None) -> None:
        """Note the interval of the phrase at a span; an earlier year in the midst of a sentence is a look back."""
        if interval and interval.granularity in FINEST:
            self._last, self._sentence = interval, span.sent.start
            come_to = self._come_to
            is_midst = come_to is not None and span.start - self._sentence > OPENING
            if come_to is None or not is_midst or interval.starts_at.year >= come_to.starts_at.year:
                self._come_to = interval

    def setting(self, phrase: TimePhrase, span: "Span", points: Points) -> Setting:
        """Return what the phrase is to be resolved against."""
        before = self._last if self.is_tale or self._is_near(span) else None
        if not self.is_tale:
            return Setting(self.published, points, before)
        if self._come_to is None:
            return Setting(None, points, None)
        return Setting(_middle(self._come_to), lambda: "open", before)

    def _is_near(self, span: "Span") -> bool:
        """Whether the last interval stands in the sentence of a span or the one before it."""
        first = span.sent.start
        if first in {self._sentence, 0}:
            return True
        before = span.doc[first - 1]
        return (before.nbor(-1) if before.is_space and before.i else before).sent.start == self._sentence


def _middle(interval: Interval) -> date:
    """Return the middle of a time, so that a date without a year falls into the year that it was told in."""
    start = interval.starts_at.date()
    return start.replace(month=7, day=1) if interval.granularity in {"year", "half", "quarter", "season"} else start
