"""Let four ingests and four readers use one lake at once, and see that neither notices; not in the suite.

From the project's root: `python -m tests.at_once [SECONDS]`. All ingests read the same new articles, round after round.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from sql.lake import open_lake, read_lake
from tests.flows.pipeline.killed_runs import failing_checks, text_of

EACH = 4
"""Processes of each kind."""

A_ROUND, ROUNDS = 5, 500
"""New articles of a round, which every ingest reads, and how many there are: more than are read in minutes."""

PAUSE = 0.2
"""Seconds between two questions of a reader: without any, they take the cores from the ingests."""

COUNTS = """
select
    (select count(*) from articles),
    (select count(distinct article_id) from articles),
    (select count(*) from documents),
    (select count(*) from inputs where outcome = 'stored'),
    (select count(distinct article_id) from blocks)
"""
"""What is one number in each whole snapshot of a lake whose articles never change."""


def ingest(folder: Path, lake: Path, seconds: float) -> None:
    """Ingest round after round; print how many there were."""
    end, rounds = time.monotonic() + seconds, sorted(folder.iterdir())
    done = 0
    while time.monotonic() < end:
        run(Options([str(rounds[done])], str(lake)), local(1, None))
        done += 1
    print(done)


def read(lake: Path, seconds: float) -> None:
    """Ask for the counts again and again; print how often. Raises AssertionError when a snapshot is not whole."""
    end, asked, before = time.monotonic() + seconds, 0, 0
    while time.monotonic() < end:
        with read_lake(lake) as connection:
            found = connection.execute(COUNTS).fetchall()[0]
        assert len(set(found)) == 1, f"a snapshot that is not whole: {found}"
        assert found[0] >= before, f"{found[0]} articles after {before}"
        before, asked = found[0], asked + 1
        time.sleep(PAUSE)
    print(asked)


def write_rounds(folder: Path) -> None:
    """Write the articles of all rounds."""
    for number in range(ROUNDS):
        made = folder / f"{number:04}"
        made.mkdir(parents=True)
        for key in range(number * A_ROUND, (number + 1) * A_ROUND):
            (made / f"{key:05}.txt").write_text(text_of(key), "utf-8")


def main(seconds: float) -> int:
    """Return how many processes failed, and checks of the lake; print what was done."""
    with TemporaryDirectory(prefix="newslake-at-once-") as work:
        folder, lake = Path(work) / "articles", Path(work) / "lake"
        write_rounds(folder)
        with open_lake(lake):
            pass
        calls = {
            "ingest": f"ingest(Path({str(folder)!r}), Path({str(lake)!r}), {seconds})",
            "read": f"read(Path({str(lake)!r}), {seconds})",
        }
        ended = list(_all(calls))
        rounds = max(int(said or 0) for kind, _, said in ended if kind == "ingest")
        with read_lake(lake) as connection:
            counts = connection.execute(COUNTS).fetchall()[0]
        wrong = [kind for kind, code, _ in ended if code] + failing_checks(lake)
        wrong += [] if set(counts) == {rounds * A_ROUND} else [f"{counts} of {rounds * A_ROUND} articles"]
    for kind in ("ingest", "read"):
        print(f"{kind}: {', '.join(said for name, _, said in ended if name == kind)} times")
    print(f"wrong: {wrong}" if wrong else f"{rounds * A_ROUND} articles, each stored once")
    return len(wrong)


def _all(calls: dict[str, str]) -> Iterator[tuple[str, int, str]]:
    """Run each call in so many processes at once; yield its name, and how each of them ended."""
    start = "from pathlib import Path; from tests.at_once import ingest, read; "
    running = [
        (name, subprocess.Popen([sys.executable, "-c", start + call], stdout=subprocess.PIPE, text=True))  # noqa: S603
        for name, call in calls.items()
        for _ in range(EACH)
    ]
    for name, process in running:
        said = process.communicate()[0].strip()
        yield name, process.returncode, said


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60))
