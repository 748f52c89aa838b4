"""Tell people once when a source breaks or falls silent, and once when it is well again or speaks."""

import os
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from flows.scheduling.silence import Heard, Silence, silence_of
from sql.lake import read_lake
from sql.scripts import statement

PATIENCE = 60
"""Seconds that a command may take to tell."""


class NotifyError(Exception):
    """Nobody could be told: says why."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What has happened to a source with its last run: it broke, for a reason, or is well again (None)."""

    source: str
    reason: str | None

    @property
    def title(self) -> str:
        """Say it in a few words."""
        return f"newslake: {self.source} {'cannot be read' if self.reason else 'is well again'}"

    @property
    def body(self) -> str:
        """Say it in a sentence or two."""
        return f"{self.source} could not be read: {self.reason}" if self.reason else f"{self.source} is read again."


@dataclass(frozen=True, slots=True)
class Hush:
    """What has become of a source with its last run: it has fallen silent, or brings articles again (None)."""

    source: str
    silence: Silence | None

    @property
    def title(self) -> str:
        """Say it in a few words."""
        return f"newslake: {self.source} {'has fallen silent' if self.silence else 'speaks again'}"

    @property
    def body(self) -> str:
        """Say it in a sentence."""
        if self.silence is None:
            return f"{self.source} brings articles again."
        length, usual = (_told(each) for each in (self.silence.length, self.silence.usual))
        return f"{self.source} has brought no article for {length}; in the four weeks before it took {usual} at most."


def _told(length: timedelta) -> str:
    hours = length / timedelta(hours=1)
    return f"{hours:.0f} hours" if hours < 48 else f"{hours / 24:.0f} days"


@dataclass(frozen=True, slots=True)
class Asked:
    """A run that asked a source: when, how many articles it brought, whether it could not be read, and why."""

    at: datetime
    articles: int
    has_failed: bool
    reason: str | None


def latest_runs(lake: Path, source: str) -> list[Asked]:
    """Return the latest runs that asked a source, in their order."""
    with read_lake(lake) as connection:
        return [Asked(*row) for row in connection.execute(statement("runs_of_source"), {"source": source}).fetchall()]


def hush_of(source: str, runs: Sequence[Asked]) -> Hush | None:
    """Return whether a source fell silent or spoke again with the last of its runs; None for neither.

    While it cannot be read it is broken, and not silent.
    """
    heard = [Heard(run.at, run.articles) for run in runs if not run.has_failed]
    if not heard or runs[-1].has_failed:
        return None
    before, now = silence_of(heard[:-1]), silence_of(heard)
    if now and not before:
        return Hush(source, now)
    return Hush(source, None) if before and heard[-1].articles else None


def turn_of(source: str, runs: Sequence[Asked]) -> Turn | None:
    """Return what has happened to a source with the last of its runs; None when it is as it was."""
    has_failed, had_failed = (len(runs) >= nth and runs[-nth].has_failed for nth in (1, 2))
    if has_failed == had_failed:
        return None
    return Turn(source, (runs[-1].reason or "for a reason that is not known") if has_failed else None)


def tell(target: str, lake: Path, source: str) -> None:
    """Tell `target` what has happened to a source with its last run, if anything has; raises NotifyError, LakeError."""
    runs = latest_runs(lake, source)
    for message in (turn_of(source, runs), hush_of(source, runs)):
        if message:
            notify(target, message)


def notify(target: str, turn: Turn | Hush) -> None:
    """Tell `target`: an address that Apprise knows, such as mailto://…, a webhook (https://…), or else a command.

    A webhook is sent JSON with `title` and `message`. A command has the title as $NEWSLAKE_TITLE and the sentence as
    its standard input. Raises NotifyError when that fails.
    """
    if "://" in target:
        _send(target, turn)
    else:
        _run(target, turn)


def _send(address: str, turn: Turn | Hush) -> None:
    from apprise import Apprise

    sender = Apprise()
    webhook = f"json{address[4:]}" if address.startswith("http") else address  # json:// and jsons://
    if not sender.add(address) and not sender.add(webhook):
        raise NotifyError("notify is no address that Apprise knows")
    if not sender.notify(title=turn.title, body=turn.body):
        raise NotifyError("the notification could not be sent")


def _run(command: str, turn: Turn | Hush) -> None:
    try:
        subprocess.run(  # noqa: S603 - the command is the one of the sources file
            shlex.split(command),
            input=turn.body + "\n",
            text=True,
            timeout=PATIENCE,
            check=True,
            env={**os.environ, "NEWSLAKE_TITLE": turn.title},
            stdout=subprocess.DEVNULL,
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise NotifyError(f"the command of notify failed: {error}") from error
