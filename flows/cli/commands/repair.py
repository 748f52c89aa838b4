"""The command `newslake repair`: restore what can be restored of a lake that lost files, and say what cannot."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.answers.display import visible
from flows.cli.options import lake_option, model_option, time_limit_option, workers_option

if TYPE_CHECKING:
    from flows.reprocessing.repair import Repaired

SHOWN_ADDRESSES = 20  # of raw documents that are gone: `inputs` has them all


@click.command()
@lake_option
@workers_option
@model_option
@time_limit_option
def repair(lake: Path, workers: int, model: str | None, *, time_limit: float) -> None:
    """Restore what can be restored of a lake that lost its catalogue or files; exit with status 1 when some is gone.

    What was extracted is read anew from the raw documents. Raw documents that are gone are taken again when a source
    brings them. To be run while nobody writes to the lake; `newslake check` says what is lost.
    """
    from flows.cli.progress import progress
    from flows.pipeline.executors import local
    from flows.reprocessing.repair import repair as do
    from flows.search.index import remove_index

    with progress() as show:

        def on_progress(counts: Mapping[str, int]) -> None:
            show(f"{sum(counts.values()):,} documents")

        done = do(lake, local(workers, model, time_limit=time_limit), on_progress)
    if done.is_rebuilt:
        remove_index(lake)  # it is of snapshots that are no more
    for line in lines_of(done):
        click.echo(visible(line))
    sys.exit(1 if done.gone or done.addresses else 0)


def lines_of(done: "Repaired") -> Iterator[str]:
    """Yield what was found, what was restored, and what is gone."""
    if not (done.damage or done.is_rebuilt or done.documents or done.addresses):
        yield "nothing is lost"
    if done.is_rebuilt:
        taken = ", ".join(f"{rows:,} {table}" for table, rows in done.taken_over.items())
        yield f"the catalogue was made anew{f', with {taken}' if taken else ''}; the old files lie in lost-tables"
        yield "gone: the rows of inputs, polls and runs that no file had yet, those since the last `newslake maintain`"
    for damage in done.damage:
        yield f"{damage.path} {damage.what}; it was taken out"
    if done.documents:
        yield f"{sum(done.documents.values()):,} documents were read again"
    for table, rows in done.gone.items():
        yield f"gone: {rows:,} rows of {table}"
    if done.addresses:
        yield f"the raw documents of {len(done.addresses):,} addresses are gone, to be taken again by the next ingest:"
        yield from (f"  {uri}" for uri in done.addresses[:SHOWN_ADDRESSES])
        if len(done.addresses) > SHOWN_ADDRESSES:
            yield f"  and {len(done.addresses) - SHOWN_ADDRESSES:,} more"
