"""Articles for the tests of what is read out of them."""

from datetime import UTC, datetime
from typing import Any

from transforms.records.article_records import Article


def make_article(text: str, **fields: Any) -> Article:
    """Return an article with this text; of the other fields those that are given, else what they need at least."""
    needed = {
        "article_id": "a",
        "document_id": "d",
        "url": "file:///a",
        "fetched_at": datetime(2024, 1, 2, tzinfo=UTC),
        "word_count": 1,
        "fingerprint": "f",
    }
    return Article(text=text, **{**needed, **fields})
