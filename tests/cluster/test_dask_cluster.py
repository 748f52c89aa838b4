"""A run on a Dask cluster into a shared lake makes the lake that one process would, also when it loses a worker."""

import os
import shutil
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from distributed import Client, KilledWorker, LocalCluster

from flows.cli.main import cli
from flows.inputs.inputs import document_id
from flows.inputs.options import Options
from flows.pipeline import batches, commit_size, dask_executor
from flows.pipeline.batches import Batch
from flows.pipeline.dask_executor import on_dask
from flows.pipeline.executors import Execute, local
from flows.pipeline.ledger import Settled
from flows.pipeline.row_batch import RowBatch
from flows.pipeline.run import run
from sql.sharing.shared import lake_folder
from tests.cluster.conftest import NewLake
from tests.flows.pipeline.killed_runs import failing_checks, lake_rows, write_texts
from transforms.records.page import Rejection
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason

ARTICLES = int(os.environ.get("NEWSLAKE_CLUSTER_ARTICLES", "60"))
"""Inputs of the run; set it to 500 for a long one."""


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """A scheduler with two worker processes."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as running:
        yield running


def test_a_run_that_loses_a_worker_makes_the_same_lake(
    cluster: LocalCluster, new_lake: NewLake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH_DOCUMENTS", 10)  # several are under way when the worker is killed
    monkeypatch.setattr(commit_size, "COMMIT_DOCUMENTS", 1)
    write_texts(tmp_path / "texts", ARTICLES)
    expected = tmp_path / "local"
    run(Options([str(tmp_path / "texts")], str(expected)), local(1, None))
    address, data = new_lake()
    killed: list[int] = []

    def kill_one(_: Sequence[Settled]) -> None:
        if not killed:
            with Client(cluster) as client:
                killed.append(min(client.run(os.getpid).values()))
            os.kill(killed[0], signal.SIGKILL)

    options = Options([str(tmp_path / "texts")], address, data=data)
    summary = run(options, on_dask(cluster.scheduler_address, 1, None, time_limit=60), kill_one)
    assert killed
    assert summary.count("stored") == ARTICLES - 2
    folder = lake_folder(address)
    assert lake_rows(folder) == lake_rows(expected)
    assert failing_checks(folder) == []


def test_reprocess_takes_the_cluster_that_is_named(
    local_lake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []

    def on_nothing(scheduler: str | None, *given: Any) -> Execute:
        asked.append(scheduler)
        return local(1, None)

    monkeypatch.setattr(dask_executor, "on_dask", on_nothing)
    lake = shutil.copytree(local_lake, tmp_path / "lake")
    given = ["reprocess", "--lake", str(lake), "--executor", "dask", "--scheduler", "tcp://cluster:8786"]
    assert CliRunner().invoke(cli, given).exit_code == 0
    assert asked == ["tcp://cluster:8786"]


class Loses:
    """A cluster that loses its workers over some documents."""

    def __init__(self, deadly: bytes) -> None:
        self.deadly = deadly
        self.sent: list[int] = []

    def submit(self, _work: Any, batch: Batch, *_given: Any, pure: bool) -> Future[RowBatch]:
        assert not pure
        self.sent.append(len(batch.raws))
        future: Future[RowBatch] = Future()
        if any(raw.content == self.deadly for raw in batch.raws):
            future.set_exception(KilledWorker("a batch", None, 1))
        else:
            said = (Rejection(reason=Reason.NO_TEXT, detail=raw.content.decode()) for raw in batch.raws)
            future.set_result(RowBatch(results=tuple(said), model="a model"))
        return future


def raw(content: bytes) -> Raw:
    return Raw(document_id=document_id(content), uri="u", source="s", content=content, fetched_at=datetime.now(UTC))


def test_of_a_batch_that_loses_worker_after_worker_only_the_document_is_lost_that_does_it() -> None:
    client = Loses(b"deadly")
    under_way = dask_executor._OnDask(client, "", Batch(raws=[raw(b"a"), raw(b"deadly"), raw(b"b")]))
    results = under_way.result().results
    assert client.sent == [3, 1, 1, 1]
    assert [result.reason for result in results if isinstance(result, Rejection)] == [
        Reason.NO_TEXT,
        Reason.FAILED,
        Reason.NO_TEXT,
    ]
    assert "the process that read it died" in str(results[1])


def test_a_batch_without_documents_is_sent_nowhere() -> None:
    client = Loses(b"")
    assert dask_executor._OnDask(client, "", Batch()).result().results == ()
    assert client.sent == []


def test_a_cluster_that_cannot_be_used_is_said_in_one_line(texts: Path, tmp_path: Path) -> None:
    lake = str(tmp_path / "lake")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dask_executor, "START_SECONDS", 0.2)
        given = ["ingest", str(texts), "--lake", lake, "--executor", "dask", "--scheduler", "tcp://127.0.0.1:9"]
        refused = CliRunner().invoke(cli, given)
    assert "the Dask scheduler tcp://127.0.0.1:9 cannot be used" in str(refused.exception)
    alone = CliRunner().invoke(cli, ["ingest", str(texts), "--lake", lake, "--scheduler", "tcp://127.0.0.1:9"])
    assert "--scheduler is for --executor dask" in str(alone.exception)
