"""What was forgotten is kept out by each of its hashes alone: its address, its bytes, its identifier, its text."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows.inputs.inputs import document_id
from flows.pipeline.lake_index import Known
from sql.lake import open_lake
from sql.tables import insert
from transforms.records.raw_document import Raw
from transforms.records.run_records import Forgotten
from transforms.text.urls import address_hash

ADDRESS = "https://news.example/a"
CONTENT = b"what was forgotten"
HASHES = {
    "address": address_hash(ADDRESS),
    "document": document_id(CONTENT),
    "article": "the article's id",
    "text": "the text's fingerprint",
}


@pytest.mark.parametrize("kind", HASHES)
def test_each_hash_keeps_out_what_it_is_of(tmp_path: Path, kind: str) -> None:
    arrivals = {"address": (f"{ADDRESS}?utm_source=x", b"other"), "document": ("https://other.example/b", CONTENT)}
    raws = [
        Raw(document_id=document_id(content), uri=uri, source="s", content=content, fetched_at=datetime.now(UTC))
        for uri, content in arrivals.values()
    ]
    articles = {
        "article": SimpleNamespace(article_id=HASHES["article"], fingerprint="another"),
        "text": SimpleNamespace(article_id="another", fingerprint=HASHES["text"]),
    }
    with open_lake(tmp_path / "lake") as lake:
        insert(lake.connection, "forgotten", [Forgotten(forgetting_id="f", kind=kind, hash=HASHES[kind])])
        known = Known(lake)
        found = known.commit(lambda: known.documents(raws))
        kept_out = {name for name, document in zip(arrivals, found, strict=True) if document.is_forgotten}
        kept_out |= {name for name, article in articles.items() if known.is_forgotten(article)}  # type: ignore[arg-type]
    assert kept_out == {kind}
