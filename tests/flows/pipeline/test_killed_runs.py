"""A run that is killed at any moment, in a commit too, is completed by the next to the lake of an undisturbed run."""

import multiprocessing
import random
import signal
from pathlib import Path
from typing import Any

import pytest

from sql.lake import read_lake
from tests.flows.pipeline.killed_runs import (
    Kill,
    failing_checks,
    lake_rows,
    run_here,
    run_until_full,
    run_until_killed,
    write_texts,
)

Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("killed") / "texts"
    write_texts(folder)
    return folder


@pytest.fixture(scope="module")
def undisturbed(texts: Path) -> Rows:
    run_here(texts, texts.parent / "undisturbed")
    return lake_rows(texts.parent / "undisturbed")


def _moment(seed: int) -> Kill:
    chosen = random.Random(seed)  # noqa: S311 - a moment that is the same at each run of the test
    return Kill(commit=seed, seconds=chosen.uniform(0, 0.08))


@pytest.mark.parametrize("kill", [*(_moment(seed) for seed in (2, 4, 6)), Kill(0, 0.5)], ids=str)
def test_a_killed_run_is_completed(texts: Path, undisturbed: Rows, tmp_path: Path, kill: Kill) -> None:
    lake = tmp_path / "lake"
    # From the server that other tests start workers with: it holds the libraries already.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["spacy", "trafilatura", "transforms.extract"])
    killed = context.Process(target=run_until_killed, args=(texts, lake, kill))
    killed.start()
    killed.join(60)
    assert killed.exitcode == -signal.SIGKILL
    run_here(texts, lake)
    assert lake_rows(lake) == undisturbed
    assert failing_checks(lake) == []
    with read_lake(lake) as connection:
        statuses = [status for (status,) in connection.execute("select status from runs order by run_id").fetchall()]
    assert statuses[-1] == "completed"
    assert set(statuses[:-1]) <= {"interrupted", "completed"}, "completed: killed right after its last commit"


def test_the_rows_compared_are_those_of_every_table(undisturbed: Rows) -> None:
    filled = {name for name, rows in undisturbed.items() if rows}
    assert filled >= {"articles", "text_blocks", "documents", "inputs", "places", "sketches", "stories"}
    assert len(undisturbed["inputs"]) == 12
    assert len(undisturbed["articles"]) == 10


def test_a_run_that_meets_a_full_disk_says_so_and_is_completed(texts: Path, undisturbed: Rows, tmp_path: Path) -> None:
    lake, said = tmp_path / "lake", tmp_path / "said.txt"
    process = multiprocessing.get_context("forkserver").Process(target=run_until_full, args=(texts, lake, said))
    process.start()
    process.join(60)
    assert process.exitcode == 0
    assert f"the disk of the lake {lake} is full" in said.read_text()
    run_here(texts, lake)
    assert lake_rows(lake) == undisturbed
    assert failing_checks(lake) == []
