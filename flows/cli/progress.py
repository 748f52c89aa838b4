"""Show on standard error how far a command is, when a person is there to see it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import cache_from_source, find_spec
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from flows.answers.display import visible


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Give a function that shows a line of progress, beside a spinner and the time that has passed."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task("reading", total=None)
        yield lambda line: shown.update(task, description=visible(line))


def explain_first_run() -> None:
    """Say on standard error why the first run takes longer: nobody has compiled the packages, and Python does it now.

    pip compiles what it installs, and uv what this project holds (`compile-bytecode`); `uv tool install` does not.
    """
    spacy = find_spec("spacy")
    if spacy and spacy.origin and not sys.dont_write_bytecode and not Path(cache_from_source(spacy.origin)).exists():
        click.echo("newslake: the first run takes some seconds more: Python compiles the packages, once", err=True)
