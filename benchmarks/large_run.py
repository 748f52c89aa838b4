"""Measure one large run, tracked by Prefect, thousand by thousand: what its processes take, and whether that grows.

Then its lake: the bytes before `maintain` and after, questions, and a second run that finds nothing new.

From the project's root: `python -m benchmarks.large_run [--articles N] [--workers N] [--words LEAST MOST]`.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import psutil

from benchmarks.corpus import WORDS, write_corpus
from benchmarks.lake import asked, parquet_bytes, raw_bytes
from benchmarks.measure import cpu_of, measured, memory_of, python
from benchmarks.tracking import tracking
from sql.errors import LakeError
from sql.lake import read_lake

EVERY = 5.0
"""Seconds between two looks at the processes."""

A_LINE = 1_000
"""Articles between two lines of what is printed."""

OF_A_LINE = ("workers", "the run", "server")


@dataclass(slots=True)
class Taken:
    """Seconds of processor by process since the start, and the most memory of all since the last line, in bytes."""

    workers: dict[int, float] = field(default_factory=dict)
    others: dict[str, float] = field(default_factory=dict)
    memory: int = 0

    def look(self, run: psutil.Process, server: list[psutil.Process]) -> None:
        """Look at the processes; those that have ended keep what they took."""
        memory = 0
        self.others = {"the run": cpu_of(run), "server": sum(map(cpu_of, server))}
        for process in [run, *run.children(recursive=True)]:
            try:
                memory += memory_of(process)
                if process != run:
                    self.workers[process.pid] = cpu_of(process)
            except psutil.Error:  # it has ended meanwhile
                continue
        self.memory = max(self.memory, memory)

    def seconds(self) -> dict[str, float]:
        """Return the seconds of processor of each kind of process."""
        return {"workers": sum(self.workers.values()), **self.others}


@click.command()
@click.option("--articles", default=20_000, show_default=True)
@click.option("--workers", default=os.cpu_count() or 1, show_default=True)
@click.option("--words", nargs=2, type=int, default=WORDS, show_default=True, help="Least and most of an article.")
def main(articles: int, workers: int, words: tuple[int, int]) -> None:
    """Print a line for each thousand articles, the share that all but the workers take, and what their lake is like."""
    with TemporaryDirectory() as work:
        corpus, lake = Path(work) / "corpus", Path(work) / "lake"
        write_corpus(corpus, articles, words)
        command = [*python("flows.cli.main"), "ingest", corpus, "--lake", lake, "--workers", str(workers)]
        taken = Taken()
        with tracking(Path(work)) as (environment, server):
            print(f"{'articles':>9}{'wall s':>8}", *(f"{name + ' s':>11}" for name in OF_A_LINE), f"{'memory MB':>11}")
            with subprocess.Popen(  # noqa: S603
                [*map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
            ) as process:
                for line in _lines(process, taken, server, lake, articles):
                    print(line, flush=True)
        beside = 1 - taken.seconds()["workers"] / sum(taken.seconds().values())
        print(f"all but the workers: {beside:.1%} of the processor's time")
        print(f"questions, in s: {dict(asked(lake))}")
        print(
            f"raw, compressed one by one: {raw_bytes(corpus):,} bytes; of the lake: {parquet_bytes(lake)}", flush=True
        )
        again = measured(command)
        print(f"once more, nothing new: {again.wall:.1f} s, {again.memory / 1e6:.0f} MB")
        kept = measured([*python("flows.cli.main"), "maintain", "--lake", lake])
        print(f"maintain: {kept.wall:.1f} s, {kept.memory / 1e6:.0f} MB; of the lake: {parquet_bytes(lake)}")
        print(f"questions, in s: {dict(asked(lake))}")


def _lines(
    process: "subprocess.Popen[bytes]", taken: Taken, server: list[psutil.Process], lake: Path, articles: int
) -> Iterator[str]:
    run, begun, told = psutil.Process(process.pid), time.monotonic(), 0
    since, before = begun, dict.fromkeys(OF_A_LINE, 0.0)
    while process.poll() is None:
        try:
            taken.look(run, server)
        except psutil.Error:  # the run has just ended
            break
        done = _done(lake)
        if done >= told + A_LINE or done == articles > told:
            now, seconds = time.monotonic(), taken.seconds()
            each = {name: seconds[name] - before[name] for name in OF_A_LINE}
            yield _line(done, now - since, [each[name] for name in OF_A_LINE], taken.memory)
            told, since, before, taken.memory = done, now, seconds, 0
        time.sleep(EVERY)
    yield f"in all {time.monotonic() - begun:.0f} s, of processor {taken.seconds()}"


def _line(done: int, wall: float, seconds: list[float], memory: int) -> str:
    return f"{done:>9,}{wall:>8.1f} " + " ".join(f"{one:>11.1f}" for one in seconds) + f" {memory / 1e6:>11.0f}"


def _done(lake: Path) -> int:
    """Return how many inputs have been committed."""
    try:
        with read_lake(lake) as connection:
            return int(connection.execute("select count(*) from inputs").fetchall()[0][0])
    except LakeError:  # it is not there yet
        return 0


if __name__ == "__main__":
    main()
