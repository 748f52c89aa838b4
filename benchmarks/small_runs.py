"""Measure what many runs of one article each leave in a lake, before `maintain` and after; prints a table.

From the project's root: `python -m benchmarks.small_runs [--runs N]`.
"""

import time
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import write_corpus
from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from flows.upkeep.maintain import maintain
from sql.attach import CATALOG, TABLES
from sql.lake import read_lake

QUESTIONS = {
    "count of articles": "select count(*) from current_articles",
    "the ledger by outcome": "select outcome, count(*) from latest_inputs group by all",
    "quotes with articles": "select speaker, count(*) from who_said_what group by all order by 2 desc limit 20",
    "most named": "select name, count(*) from entities group by all order by 2 desc limit 20",
}
"""What is asked of the lake each time."""

ASKED = 5
"""How often; the quickest counts."""

AT = (10, 100, 300, 1_000)
"""Runs after which the lake is looked at."""


@click.command()
@click.option("--runs", default=1_000, show_default=True, help="How many runs, of one article each.")
def main(runs: int) -> None:
    """Run so many times over one new article, in one process with the model loaded."""
    with TemporaryDirectory() as work:
        corpus, lake = Path(work) / "corpus", Path(work) / "lake"
        write_corpus(corpus, runs)
        found = dict[str, dict[str, str]]()
        since, counted = time.process_time(), 0
        for number, path in enumerate(sorted(corpus.rglob("*.*")), 1):
            run(Options([str(path)], str(lake)), local(1, None))
            if number in {*AT, runs}:
                a_run = (time.process_time() - since) / (number - counted)
                found[f"{number:,} runs"] = _looked_at(lake) | {"a run, since the column before": f"{a_run:.2f} s"}
                print(found, flush=True)
                since, counted = time.process_time(), number
        since = time.process_time()
        maintain(lake, timedelta())
        maintained = {"a run, since the column before": f"{time.process_time() - since:.2f} s, once"}
        found["after `maintain`"] = _looked_at(lake) | maintained
    _print(found)


def _looked_at(lake: Path) -> dict[str, str]:
    files = list((lake / TABLES).rglob("*.parquet"))
    sizes = {"their size": sum(path.stat().st_size for path in files), "catalogue": (lake / CATALOG).stat().st_size}
    return {
        "Parquet files": f"{len(files):,}",
        **{name: f"{size / 1e6:.2f} MB" for name, size in sizes.items()},
        **{name: f"{_seconds(lake, question):.3f} s" for name, question in QUESTIONS.items()},
    }


def _seconds(lake: Path, question: str) -> float:
    """Return the CPU seconds that a question takes."""
    taken = []
    with read_lake(lake) as connection:
        for _ in range(ASKED):
            start = time.process_time()
            connection.execute(question).fetchall()
            taken.append(time.process_time() - start)
    return min(taken)


def _print(found: dict[str, dict[str, str]]) -> None:
    table = Table("", *found)
    for name in next(iter(found.values())):
        table.add_row(name, *(column[name] for column in found.values()))
    Console(width=200).print(table)


if __name__ == "__main__":
    main()
