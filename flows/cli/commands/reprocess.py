"""The command `newslake reprocess`: read documents again, and say which columns changed in how many articles."""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.answers.display import visible
from flows.cli.options import (
    executor_options,
    lake_option,
    memory_option,
    model_option,
    time_limit_option,
    workers_option,
)
from flows.inputs.errors import UsageError
from sql.sharing.shared import address_of, shared_lake

if TYPE_CHECKING:
    from flows.pipeline.executors import Execute
    from flows.reprocessing.changes import Changes
    from flows.reprocessing.reprocess import Reprocessed
    from flows.reprocessing.unfinished import Unfinished

MEANINGS = {
    "unchanged": "read again; nothing differs",
    "replaced": "read again; what differs from before is replaced",
    "stored": "rejected before, an article now",
    "kept": "cannot be read as an article any more; what was extracted before stays",
    "rejected": "still no article",
}


@click.command()
@lake_option
@click.option(
    "--where", "condition", metavar="CONDITION", help="Only articles that meet it, in SQL on current_articles."
)
@click.option("--dry-run", is_flag=True, help="Only say what would change: the lake stays byte for byte what it is.")
@workers_option
@model_option
@time_limit_option
@executor_options
@memory_option
@click.option("--json", "as_json", is_flag=True, help="Print the counts and what changed as JSON.")
def reprocess(  # noqa: PLR0913 - one argument an option
    lake: Path,
    *,
    condition: str | None,
    dry_run: bool,
    workers: int,
    model: str | None,
    time_limit: float,
    executor: str,
    scheduler: str | None,
    memory: str | None,
    as_json: bool,
) -> None:
    """Read the documents of the lake again with this newslake, without fetching anything.

    Where a value differs it is replaced, and articles keep their versions. At the end it says which columns changed in
    how many versions of articles, with examples. One that was cut off goes on where it was when it is run again.

    A condition is such as "language = 'fr' and published_on >= '2024-01-01'". A dry run needs room for what would
    change in the folder of temporary files.
    """
    from flows.pipeline.executor_choice import chosen_executor
    from flows.reprocessing.unfinished import unfinished
    from sql.attach import CATALOG, TABLES
    from sql.trial import trial_of

    if not shared_lake(lake) and not (lake / CATALOG).is_file():
        raise UsageError(f"there is no lake in {lake}")
    with trial_of(lake) if dry_run else nullcontext(lake) as folder:
        chosen = None if condition is None else _articles(folder, condition, memory, lake.absolute() / TABLES)
        left = unfinished(folder, condition, model)
        execute = chosen_executor(executor, scheduler, workers, model, time_limit=time_limit)
        done = _reprocess(folder, execute, chosen, left)
    if as_json:
        click.echo(json.dumps({**done.documents, "changes": done.changes.as_json()}, ensure_ascii=True))
        return
    for name, meaning in MEANINGS.items():
        if done.documents.get(name):
            click.echo(f"{name:<9} {done.documents[name]:>9,}  {meaning}")
    for line in lines_of(done.changes):
        click.echo(line)
    said = "nothing was written" if dry_run else f"the lake is {visible(address_of(lake))}"
    click.echo(f"{sum(done.documents.values()):,} documents; {said}")


def _articles(folder: Path, condition: str, memory: str | None, tables: Path) -> frozenset[str]:
    from flows.answers.conditions import matching_articles
    from flows.answers.limits import Limits, half_of_the_memory

    return matching_articles(folder, condition, Limits(None, memory or half_of_the_memory()), tables)


def _reprocess(
    folder: Path, execute: "Execute", articles: Collection[str] | None, unfinished: "Unfinished"
) -> "Reprocessed":
    """Reprocess the lake in a folder, and show how far it has come."""
    from flows.cli.progress import progress
    from flows.reprocessing.reprocess import reprocess as do

    if earlier := unfinished.progress().documents:
        click.echo(f"newslake: going on after {sum(earlier.values()):,} documents of one that was cut off", err=True)
    with progress() as show:

        def on_progress(counts: Mapping[str, int]) -> None:
            show(" · ".join(f"{counts.get(name, 0):,} {name}" for name in MEANINGS))

        return do(folder, execute, on_progress, articles=articles, unfinished=unfinished)


def lines_of(changes: "Changes") -> Iterator[str]:
    """Yield which columns changed, in how many versions of articles, each with its examples."""
    for name, column in changes.most_first():
        yield f"{name}: {column.versions:,} {'version' if column.versions == 1 else 'versions'}"
        for example in column.examples:
            yield f"  {visible(example.article)}"
            yield f"    before  {_value(example.before)}"
            yield f"    after   {_value(example.after)}"


def _value(value: str | None) -> str:
    return "null" if value is None else visible(value)
