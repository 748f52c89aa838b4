"""The command `newslake ingest`: choose how to run, show progress, print the summary."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from time import monotonic
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from flows.answers.display import visible
from flows.cli.progress import explain_first_run, progress
from flows.inputs.options import Options
from flows.pipeline.executor_choice import chosen_executor
from flows.pipeline.ledger import Settled
from flows.pipeline.run import OnProgress, Summary, run
from flows.scheduling import prefect_api
from transforms.records.reasons import SENTENCES, Outcome


def run_ingest(options: Options, *, as_json: bool) -> Summary:
    """Ingest, print the summary, and return it.

    With a Prefect API configured this is a tracked flow run, otherwise the same steps run in this process alone.
    """
    explain_first_run()
    if prefect_api.is_configured():
        summary = _tracked(options)
    else:
        with _progress() as on_progress:
            chosen = (options.executor, options.scheduler, options.workers, options.model)
            execute = chosen_executor(*chosen, time_limit=options.time_limit)
            summary = run(options, execute, on_progress)
    if as_json:
        click.echo(json.dumps(asdict(summary)))
    else:
        print_summary(summary)
    return summary


def _tracked(options: Options) -> Summary:
    from flows.ingest import UnreadSourceError, ingest

    result: Any = ingest(**asdict(options), return_state=True).result(raise_on_failure=False)
    if isinstance(result, UnreadSourceError):
        return result.summary
    if isinstance(result, BaseException):
        raise result
    return Summary(**result)


@contextmanager
def _progress() -> Iterator[OnProgress]:
    """Show how many inputs have ended, and how."""
    counts: Counter[str] = Counter()
    start = monotonic()
    with progress() as show:

        def on_progress(settled: Sequence[Settled]) -> None:
            counts.update(line.outcome for line in settled)
            speed = counts[Outcome.STORED] / (monotonic() - start)
            parts = [f"{counts[outcome]:,} {outcome}" for outcome in Outcome]
            show(f"{' · '.join(parts)} · {speed:.1f} articles/s")

        yield on_progress


def print_summary(summary: Summary) -> None:
    """Print how the inputs of a run ended, and why."""
    printed = Table("outcome", "inputs", "why", box=None, pad_edge=False)
    printed.columns[1].justify = "right"
    for outcome, reason, inputs in summary.ledger:
        printed.add_row(outcome, f"{inputs:,}", f"{reason}: {SENTENCES[reason]}" if reason else "")
    console = Console()
    console.print(printed)
    for step, documents in summary.failures:
        console.print(f"the step {visible(step)} failed on {documents:,} of the documents; `newslake check` says where")
    stored, total = summary.count(Outcome.STORED), sum(inputs for _, _, inputs in summary.ledger)
    speed = f", {stored / summary.seconds:.1f} articles/s" if stored else ""
    noun = "input" if total == 1 else "inputs"
    ended = f"{total:,} {noun} in {summary.seconds:.1f} s{speed}; the lake is {visible(summary.lake)}"
    console.print(ended, markup=False, highlight=False)
