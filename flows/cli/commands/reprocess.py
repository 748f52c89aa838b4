"""The command `newslake reprocess`: show progress, print the counts."""

import json
from collections.abc import Mapping
from pathlib import Path

import click

from flows.answers.display import visible
from flows.cli.progress import progress
from flows.inputs.errors import UsageError
from flows.pipeline.executors import local
from flows.pipeline.reprocess import reprocess
from sql.attach import CATALOG

MEANINGS = {
    "replaced": "read again; what was extracted before is replaced",
    "stored": "rejected before, an article now",
    "kept": "cannot be read as an article any more; what was extracted before stays",
    "rejected": "still no article",
}


def run_reprocess(lake: Path, workers: int, model: str | None, time_limit: float, *, as_json: bool) -> None:
    """Reprocess the lake and print how many documents ended how."""
    if not (lake / CATALOG).is_file():
        raise UsageError(f"there is no lake in {lake}")
    with progress() as show:

        def on_progress(counts: Mapping[str, int]) -> None:
            show(" · ".join(f"{counts.get(name, 0):,} {name}" for name in MEANINGS))

        counts = reprocess(lake, local(workers, model, time_limit=time_limit), on_progress)
    if as_json:
        click.echo(json.dumps(counts))
        return
    for name, meaning in MEANINGS.items():
        if counts.get(name):
            click.echo(f"{name:<9} {counts[name]:>9,}  {meaning}")
    click.echo(f"{sum(counts.values()):,} documents; the lake is {visible(str(lake))}")
