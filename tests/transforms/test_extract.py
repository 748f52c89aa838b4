"""A batch gives a result for each of its documents, and rows whose spans hold."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from transforms.extract import Extraction, extract_batch
from transforms.records.page import Rejection
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason

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


def test_a_failure_is_a_rejection_that_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LookupError("gone")

    monkeypatch.setattr("transforms.extract.find_entities", fail)
    (result,) = extract_batch([sample("vaccine-campaign.txt")]).results
    assert isinstance(result, Rejection)
    assert result.reason == Reason.FAILED
    assert result.detail.startswith("LookupError in test_extract.py:")


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
