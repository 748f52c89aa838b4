"""A batch gives a result for each of its documents, and rows whose spans hold."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from transforms.extract import extract_batch
from transforms.records.extraction import Extraction
from transforms.records.page import Rejection
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason, Step

SAMPLES = Path(__file__).parents[2] / "data" / "samples"


def raw(content: bytes) -> Raw:
    return Raw(
        document_id=hashlib.sha256(content).hexdigest(),
        uri="file:///x",
        source="x",
        content=content,
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def sample(name: str) -> Raw:
    return raw((SAMPLES / name).read_bytes())


def test_results_keep_the_order_and_name_the_model() -> None:
    extracted = extract_batch([sample("site-menu.txt"), sample("vaccine-campaign.txt"), raw(b"\x00\x01\x02")])
    menu, article, binary = extracted.results
    assert isinstance(menu, Rejection)
    assert menu.reason == Reason.NO_TEXT
    assert menu.document is not None
    assert isinstance(article, Extraction)
    assert article.article.title == "Measles campaign reaches 1.3 million children in Malawi"
    assert isinstance(binary, Rejection)
    assert binary.reason == Reason.BINARY
    assert (extracted.model or "").startswith("en_core_web")


def test_no_model_is_loaded_for_other_languages() -> None:
    extracted = extract_batch([sample("waldbrand-im-harzvorland.html")])
    (article,) = extracted.results
    assert isinstance(article, Extraction)
    assert article.article.language == "de"
    assert extracted.model is None


def fail(*_: object) -> None:
    raise LookupError("gone")


def test_a_reader_that_fails_is_a_rejection_that_says_where_and_keeps_the_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("transforms.read.read_plain_text", fail)
    (result,) = extract_batch([sample("vaccine-campaign.txt")]).results
    assert isinstance(result, Rejection)
    assert result.reason == Reason.FAILED
    assert result.detail.startswith("LookupError: gone in transforms/test_extract.py:")
    assert result.document
    assert (result.document.media_type, result.document.charset) == ("text/plain", "utf-8")
    (failure,) = result.failures
    assert (failure.article_id, failure.document_id, failure.step) == (None, result.document.document_id, Step.READ)


def test_a_document_that_cannot_even_be_decoded_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transforms.read.decode", fail)
    (result,) = extract_batch([sample("vaccine-campaign.txt")]).results
    assert isinstance(result, Rejection)
    assert result.document
    assert (result.document.media_type, result.document.charset) == (None, None)


@pytest.mark.parametrize("step", ["times", "places", "quotes", "figures", "events"])
def test_a_step_that_fails_costs_its_own_rows_only(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    whole = rows_by_table(sample("islamic-resistance-in-iraq.txt"))
    monkeypatch.setattr(f"transforms.extract.find_{step}", fail)
    rows = rows_by_table(sample("islamic-resistance-in-iraq.txt"))
    (failure,) = rows.pop("failures")
    assert (failure.step, failure.error, failure.version) == (step, "LookupError: gone", 1)
    assert rows.pop(step) == ()
    lost = {table for table, kept in rows.items() if len(kept) != len(whole[table])}
    assert lost <= ({"events"} if step == "places" else set()), "an event may need its place"


def rows_by_table(raw: Raw) -> dict[str, tuple[Any, ...]]:
    (result,) = extract_batch([raw]).results
    assert isinstance(result, Extraction)
    return result.children()


def test_without_entities_the_other_steps_do_what_they_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transforms.extract.find_entities", fail)
    rows = rows_by_table(sample("vaccine-campaign.txt"))
    assert [failure.step for failure in rows["failures"]] == [Step.ENTITIES]
    assert (rows["entities"], rows["mentions"]) == ((), ())
    assert rows["quotes"]
    assert rows["figures"]
    assert {quote.speaker_entity_id for quote in rows["quotes"]} == {None}


def test_without_a_parse_the_article_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transforms.extract.parse", fail)
    rows = rows_by_table(sample("vaccine-campaign.txt"))
    assert [failure.step for failure in rows["failures"]] == [Step.PARSE]
    assert rows["text_blocks"]


def test_short_memory_is_no_fault_of_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("transforms.extract.find_times", fail)
    (result,) = extract_batch([sample("vaccine-campaign.txt")]).results
    assert isinstance(result, Rejection)
    assert result.reason == Reason.FAILED


@pytest.mark.parametrize("name", ["islamic-resistance-in-iraq.txt", "budget-vote.html", "river-flood.html"])
def test_spans_hold_and_ids_exist(name: str) -> None:
    (result,) = extract_batch([sample(name)]).results
    assert isinstance(result, Extraction)
    text = result.article.text
    for table, rows in result.children().items():
        for row in rows:
            assert row.article_id == result.article.article_id
            if table in ("mentions", "quotes", "figures", "times", "places", "events"):
                assert text[row.start_char : row.end_char] == row.text, table
    ids = {entity.entity_id for entity in result.entities}
    assert {mention.entity_id for mention in result.mentions} == ids
