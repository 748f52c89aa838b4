from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest

from flows.pipeline.batches import Batch
from flows.pipeline.commit_size import COMMIT_BYTES, COMMIT_DOCUMENTS, COMMIT_SECONDS, Done, in_few_commits
from flows.pipeline.row_batch import RowBatch
from transforms.records.page import Rejection
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason

MODEL = "en_core_web_sm 3.8.0"


def raw(uri: str) -> Raw:
    return Raw(document_id=uri, content=b"", uri=uri, source="s", fetched_at=datetime(2026, 11, 26, tzinfo=UTC))


def done(first: int, documents: int) -> Done:
    raws = [raw(str(number)) for number in range(first, first + documents)]
    results = tuple(Rejection(reason=Reason.EMPTY, detail=each.uri) for each in raws)
    return Batch(raws=raws, positions=[*range(first, first + documents)]), RowBatch(results=results, model=MODEL)


def slow_clock() -> Iterator[float]:
    return (number * COMMIT_SECONDS for number in count())


def test_what_is_done_quickly_is_committed_together_in_its_order() -> None:
    (batch, extracted), (rest, _) = in_few_commits((done(n * 100, 100) for n in range(4)), clock=lambda: 0.0)
    assert len(batch.raws) == 300 >= COMMIT_DOCUMENTS > 200
    assert batch.positions == [*range(300)]
    assert [each.uri for each in batch.raws] == [result.detail for result in extracted.results]  # type: ignore[union-attr]
    assert extracted.model == MODEL
    assert rest.positions == [*range(300, 400)]


def test_large_documents_are_not_held_for_long() -> None:
    large = replace(raw("large"), content=bytes(COMMIT_BYTES // 2))
    given = [(Batch(raws=[large], positions=[n]), RowBatch(results=(), model=None)) for n in range(3)]
    assert [batch.positions for batch, _ in in_few_commits(given, clock=lambda: 0.0)] == [[0, 1], [2]]


def test_what_comes_slowly_does_not_wait() -> None:
    batches = in_few_commits((done(n, 1) for n in range(3)), clock=slow_clock().__next__)
    assert [batch.positions for batch, _ in batches] == [[0], [1], [2]]


def test_what_is_done_is_committed_when_the_next_fails() -> None:
    def failing() -> Iterator[Done]:
        yield done(0, 2)
        raise OSError("no way to the files")

    batches = in_few_commits(failing())
    assert next(batches)[0].positions == [0, 1]
    with pytest.raises(OSError, match="no way"):
        next(batches)


def test_nothing_done_is_no_commit() -> None:
    assert list(in_few_commits([])) == []
