"""Tell from the runs of a source whether it has gone silent: it brings nothing for much longer than its habit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

HABIT = timedelta(days=28)
"""The time before the last article that says what is usual: four weeks, as in `newslake status`."""

FEWEST = 10
"""Runs with articles in it that make a habit: of fewer, the longest gap says little of the next."""

MUCH_LONGER = 2
"""How often the longest usual gap must pass. Twice a weekend is a holiday of four days, which is no silence."""

SHORTEST = timedelta(days=1)
"""No silence is shorter: a source that brings something each quarter of an hour may be mended in the morning."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A run that asked a source and had an answer: when, and how many articles it brought."""

    at: datetime
    articles: int


@dataclass(frozen=True, slots=True)
class Silence:
    """How long a source has brought nothing, in the time that it was asked, and the longest time that is usual."""

    length: timedelta
    usual: timedelta


def silence_of(heard: Sequence[Heard]) -> Silence | None:
    """Return the silence of a source as it was after the last of these runs; None while it keeps to its habit.

    Assumes that a source which fell silent once for a weekend or a holiday in four weeks may do so again. The time in
    which nobody asked counts as one usual gap, however long it was: a machine that was off is no silence.
    """
    speaking = [run.at for run in heard if run.articles]
    if not speaking:
        return None
    habit = [at for at in speaking if at > speaking[-1] - HABIT]
    if len(habit) < FEWEST:
        return None
    usual = max(later - earlier for earlier, later in pairwise(habit))
    since = [run.at for run in heard if run.at >= speaking[-1]]
    length = sum((min(later - earlier, usual) for earlier, later in pairwise(since)), timedelta())
    return Silence(length, usual) if length > max(MUCH_LONGER * usual, SHORTEST) else None
