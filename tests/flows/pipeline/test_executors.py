"""Batches come back in order, and a process that dies costs only the document that killed it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.inputs.inputs import document_id
from flows.pipeline.batches import Batch
from flows.pipeline.executors import in_order, process_pool
from flows.pipeline.memory import LEAST_MEMORY, memory_for
from flows.pipeline.row_batch import RowBatch
from transforms.records.extraction import Extracted
from transforms.records.page import Rejection
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason

DEADLY = """
import os, signal
from transforms.records.extraction import Extracted
from transforms.records.page import Rejection
from transforms.records.reasons import Reason

def work(raws, recurring, model):
    if any(raw.content == b"deadly" for raw in raws):
        os.kill(os.getpid(), signal.SIGKILL)
    results = tuple(Rejection(reason=Reason.NO_TEXT, detail=raw.content.decode()) for raw in raws)
    return Extracted(results=results, model=model)
"""


def raw(content: bytes) -> Raw:
    return Raw(document_id=document_id(content), uri="u", source="s", content=content, fetched_at=datetime.now(UTC))


def batch(number: int) -> Batch:
    return Batch(raws=[raw(str(number).encode())])


def test_results_keep_the_order_and_no_more_than_the_width_are_under_way() -> None:
    started = threading.Semaphore(0)
    under_way: list[int] = []
    most = 0

    def work(raws: Sequence[Raw]) -> RowBatch:
        started.release()
        return RowBatch(results=(Rejection(reason=Reason.NO_TEXT, detail=raws[0].content.decode()),), model=None)

    with ThreadPoolExecutor(4) as threads:

        def submit(batch: Batch) -> Future[RowBatch]:
            nonlocal most
            under_way.append(1)
            most = max(most, len(under_way))
            return threads.submit(work, batch.raws)

        numbers = []
        for done, extracted in in_order(submit, (batch(number) for number in range(20)), lambda: 4):
            under_way.pop()
            (result,) = extracted.results
            assert isinstance(result, Rejection)
            assert result.detail == done.raws[0].content.decode()
            numbers.append(int(result.detail))
    assert numbers == list(range(20))
    assert most == 4


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Extracted]:
    (tmp_path / "deadly_work.py").write_text(DEADLY)
    monkeypatch.syspath_prepend(str(tmp_path))
    import deadly_work  # type: ignore[import-not-found]

    work: Callable[..., Extracted] = deadly_work.work
    return work


def test_only_the_document_that_kills_its_process_is_lost(deadly: Callable[..., Extracted]) -> None:
    contents = [[b"a", b"b"], [b"c", b"deadly", b"d"], [b"e"], [b"f"]]
    with process_pool(2, None, deadly) as submit:
        pending = [submit(Batch(raws=[raw(content) for content in batch])) for batch in contents]
        results = [result for each in pending for result in each.result().results]
    reasons = [result.reason for result in results if isinstance(result, Rejection)]
    details = [result.detail for result in results if isinstance(result, Rejection)]
    assert reasons == [Reason.NO_TEXT] * 3 + [Reason.FAILED] + [Reason.NO_TEXT] * 3
    assert details[:3] + details[4:] == ["a", "b", "c", "d", "e", "f"]
    assert "process that read it died" in details[3]


SLOW = """
import re, time
from transforms.records.extraction import Extracted
from transforms.records.page import Rejection
from transforms.records.reasons import Reason

def work(raws, recurring, model):
    for raw in raws:
        if raw.content == b"slow":
            time.sleep(30)  # far beyond the limit; an end, where none holds
        if raw.content == b"stuck":  # in a library, where no signal and no thread of Python is heard
            re.match("(a*)*b", "a" * 28)  # half a minute
    results = tuple(Rejection(reason=Reason.NO_TEXT, detail=raw.content.decode()) for raw in raws)
    return Extracted(results=results, model=model)
"""


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Extracted]:
    (tmp_path / "slow_work.py").write_text(SLOW)
    monkeypatch.syspath_prepend(str(tmp_path))
    import slow_work  # type: ignore[import-not-found]

    work: Callable[..., Extracted] = slow_work.work
    return work


def test_only_the_documents_that_take_too_long_are_rejected(slow: Callable[..., Extracted]) -> None:
    contents = [[b"a", b"slow", b"b", b"stuck", b"c"], [b"d"]]
    with process_pool(1, None, slow, time_limit=3) as submit:
        pending = [submit(Batch(raws=[raw(content) for content in batch])) for batch in contents]
        results = [result for each in pending for result in each.result().results if isinstance(result, Rejection)]
    reasons = [Reason.NO_TEXT, Reason.TOO_SLOW, Reason.NO_TEXT, Reason.TOO_SLOW, Reason.NO_TEXT, Reason.NO_TEXT]
    assert [result.reason for result in results] == reasons
    assert [results[n].detail for n in (0, 2, 4, 5)] == ["a", "b", "c", "d"]
    for result, content in ((results[1], b"slow"), (results[3], b"stuck")):
        assert result.detail.startswith("it took longer than 3 seconds, in ")
        assert result.document is not None
        assert result.document.document_id == document_id(content), "its raw bytes are kept"


def test_a_worker_may_take_so_much_memory_and_no_more() -> None:
    code = "from flows.pipeline.memory import limit_memory; limit_memory(1 << 30); bytearray(1 << {})"
    for bits, is_enough in ((20, True), (31, False)):
        ended = subprocess.run(  # noqa: S603
            [sys.executable, "-c", code.format(bits)], capture_output=True, text=True, check=False
        )
        assert ("MemoryError" not in ended.stderr, ended.returncode == 0) == (is_enough, is_enough)


def test_no_worker_may_take_what_the_machine_has_not() -> None:
    assert memory_for(1) < 1 << 40
    assert memory_for(10_000) == LEAST_MEMORY


def test_a_fork_server_that_is_killed_does_not_end_the_run(deadly: Callable[..., Extracted]) -> None:
    from multiprocessing import forkserver

    with process_pool(1, None, deadly) as submit:
        for number in range(4):
            (result,) = submit(batch(number)).result().results
            assert isinstance(result, Rejection)
            assert result.detail == str(number)
            server: int = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
            os.kill(server, signal.SIGKILL)


def test_processes_that_cannot_be_started_end_the_run_with_one_sentence(
    deadly: Callable[..., Extracted], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr("flows.pipeline.executors.AGAIN_AFTER", (0.0, 0.0))
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", refuse)
    with process_pool(1, None, deadly) as submit, pytest.raises(ChildProcessError, match="end as they start"):
        submit(batch(1))


LOADED = """
from flows.pipeline.batches import Batch
from flows.pipeline.executors import process_pool
from tests.flows.pipeline.test_executors import raw
from transforms.parsing.spacy_model import load_models
from transforms.records.extraction import Extracted
from transforms.records.page import Rejection
from transforms.records.reasons import Reason

def work(raws, recurring, model):
    detail = f"{load_models.cache_info().hits > 0} {load_models.cache_info().misses}"
    return Extracted(results=tuple(Rejection(reason=Reason.NO_TEXT, detail=detail) for raw in raws), model=model)

if __name__ == "__main__":
    import loaded_work
    with process_pool(1, None, loaded_work.work) as submit:
        print(submit(Batch(raws=[raw(b"first")])).result().results[0].detail)
"""


def test_a_worker_has_the_models_before_its_first_document_comes(tmp_path: Path) -> None:
    (tmp_path / "loaded_work.py").write_text(LOADED)
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{Path(__file__).parents[3]}"}
    arguments = [sys.executable, "-m", "loaded_work"]
    said = subprocess.run(arguments, env=environment, capture_output=True, text=True, check=True, cwd=tmp_path)  # noqa: S603
    assert said.stdout.split() == ["True", "1"]
