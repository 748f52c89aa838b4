"""Arrivals are gathered to batches, each input once, and those that need no reading are settled."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from flows.inputs.inputs import Polled, Refusal, document_id
from flows.pipeline import batches
from flows.pipeline.batches import gather
from flows.pipeline.lake_index import KnownDocument
from flows.pipeline.ledger import Seen
from transforms.records.raw_document import Raw
from transforms.records.reasons import Outcome, Reason


class Lake:
    """Stands in for what the lake knows."""

    def __init__(self, **known: KnownDocument) -> None:
        self.known = known
        self.asked: list[int] = []

    def documents(self, raws: list[Raw]) -> list[KnownDocument]:
        self.asked.append(len(raws))
        return [self.known.get(raw.uri, KnownDocument(is_unchanged=False, first_uri=None)) for raw in raws]


def raw(uri: str, content: bytes | None = None) -> Raw:
    content = content or uri.encode()
    return Raw(document_id=document_id(content), uri=uri, source="s", content=content, fetched_at=datetime.now(UTC))


def test_new_documents_go_in_batches_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH_DOCUMENTS", 3)
    made = list(gather([raw(f"u{n}") for n in range(7)], Lake(), Seen()))
    assert [[r.uri for r in batch.raws] for batch in made] == [["u0", "u1", "u2"], ["u3", "u4", "u5"], ["u6"]]


def test_large_documents_make_small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH_BYTES", 100)
    made = list(gather([raw(f"u{n}", bytes([65 + n]) * 60) for n in range(5)], Lake(), Seen()))
    assert [len(batch.raws) for batch in made] == [2, 2, 1]


def test_the_lake_is_asked_for_more_at_once_while_nothing_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH_DOCUMENTS", 2)
    monkeypatch.setattr(batches, "BATCH_SETTLED", 8)
    monkeypatch.setattr(batches, "BATCH_BYTES", 1_000)
    offered = [raw(f"u{n}") for n in range(30)] + [raw(f"v{n}", bytes([65 + n]) * 400) for n in range(3)]
    lake = Lake(**{f"u{n}": KnownDocument(is_unchanged=True, first_uri=f"u{n}") for n in range(30) if n != 15})
    made = list(gather(offered, lake, Seen()))
    assert lake.asked == [2, 4, 8, 8, 2, 4, 5]
    assert [r.uri for batch in made for r in batch.raws] == ["u15", "v0", "v1", "v2"]
    assert sum(len(batch.settled) for batch in made) == 29


def test_each_input_has_its_number() -> None:
    polled = Polled(
        uri="feed",
        source="s",
        polled_at=datetime.now(UTC),
        http_status=200,
        etag=None,
        last_modified=None,
        announced=3,
        complete=True,
        fetched=3,
    )
    offered = [raw("u"), Refusal("v", "s", Reason.EMPTY, "x"), polled, raw("u", b"other"), raw("w")]
    (batch,) = gather(offered, Lake(), Seen())
    assert [(r.uri, n) for r, n in zip(batch.raws, batch.positions, strict=True)] == [("u", 1), ("u", 3), ("w", 4)]
    assert [(line.uri, line.position) for line in batch.settled] == [("v", 2)]
    assert batch.polls == [polled]


def test_an_input_that_comes_again_is_unchanged_unless_its_content_is_another() -> None:
    offered = [raw("u", b"a"), raw("u", b"a"), raw("u", b"b"), raw("u", b"a")]
    (batch,) = gather(offered, Lake(u=KnownDocument(is_unchanged=True, first_uri="u")), Seen())
    assert batch.raws == []
    assert len(batch.settled) == 4
    (batch,) = gather(offered, Lake(), Seen())
    assert [r.content for r in batch.raws] == [b"a", b"b", b"a"]
    assert [(line.position, line.outcome) for line in batch.settled] == [(2, Outcome.UNCHANGED)]


def test_captures_of_an_address_are_told_apart_by_their_time() -> None:
    days = [datetime(2024, 5, day, tzinfo=UTC) for day in (1, 2, 1)]
    captures = [replace(raw("u", b"a"), captured_at=day) for day in days]
    (batch,) = gather(captures, Lake(), Seen())
    assert batch.positions == [1, 2]
    assert [(line.position, line.reason) for line in batch.settled] == [(3, Reason.SAME_CONTENT)]


def test_what_the_lake_knows_is_settled() -> None:
    same = KnownDocument(is_unchanged=True, first_uri="same")
    elsewhere = KnownDocument(is_unchanged=False, first_uri="first")
    back_again = KnownDocument(is_unchanged=False, first_uri="back")
    lake = Lake(same=same, copy=elsewhere, back=back_again)
    (batch,) = gather([raw("same"), raw("copy"), raw("back"), raw("new")], lake, Seen())
    assert [(line.uri, line.outcome, line.reason) for line in batch.settled] == [
        ("same", Outcome.UNCHANGED, Reason.SAME_CONTENT),
        ("copy", Outcome.DUPLICATE, Reason.SAME_DOCUMENT),
    ]
    assert [r.uri for r in batch.raws] == ["back", "new"], (
        "content that an input had before and has again is read again"
    )


def test_copies_within_a_run_are_duplicates_of_the_first() -> None:
    (batch,) = gather([raw("a", b"x"), raw("b", b"x")], Lake(), Seen())
    assert [(line.uri, line.outcome, line.detail) for line in batch.settled] == [
        ("b", Outcome.DUPLICATE, "the same content as a")
    ]


def test_a_run_with_nothing_new_is_committed_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH_SETTLED", 2)
    made = list(gather([Refusal(f"u{n}", "s", Reason.EMPTY, "x") for n in range(5)], Lake(), Seen()))
    assert [len(batch.settled) for batch in made] == [2, 2, 1]
