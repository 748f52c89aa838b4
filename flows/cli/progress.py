"""Show on standard error how far a command is, when a person is there to see it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

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
