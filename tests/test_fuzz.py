"""Whatever bytes come, there is a result for them, and no step of ours fails on it."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.inputs.inputs import document_id
from tests.flows.hostile import DATES, HANGING, ODD, page
from transforms.extract import Extraction, extract_batch
from transforms.records.raw_document import Raw
from transforms.records.reasons import Reason

WORDS = [
    *("Der", "Hafen", "von", "Kiel", "sagte", "“", "”", "„", "«", ":", "-", "—", "\n\n", "\n", "1,200", "3.5", "½"),
    *(
        "2024-03-04",
        "5 März 2024",
        "http://a.example",
        "a@b.example",
        "<p>",
        "</p>",
        "<div",
        "&amp;",
        "&#xD800;",
        "]]>",
    ),
    *("{", "}", "\\u0000", "\x00", "\ufeff", *ODD.values(), *DATES, *(text[:60] for text in HANGING.values())),
]
TEXT = st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=40).map(" ".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | TEXT, lambda inner: st.lists(inner, max_size=3)
)
KEYS = st.sampled_from(
    ["text", "title", "author", "authors", "url", "html", "body", "published_at", "date", "language"]
)

as_page = st.builds(page, TEXT, TEXT, st.sampled_from(DATES) | TEXT, TEXT)
as_json = st.dictionaries(KEYS, JSON, max_size=6).map(lambda line: json.dumps(line).encode())
as_text = TEXT.map(lambda text: text.encode("utf-8", "surrogatepass"))
CONTENT = st.binary(max_size=200) | as_page | as_json | as_text


def offer(content: bytes) -> Extraction | None:
    """Extract one document as a worker does, and hold what holds for all; return the article, None for none."""
    raw = Raw(
        document_id=document_id(content),
        uri="file:///fuzz",
        source="fuzz",
        content=content,
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    (result,) = extract_batch([raw]).results
    assert result.failures == (), (content, result.failures)
    if not isinstance(result, Extraction):
        assert result.reason != Reason.FAILED
        return None
    text = result.article.text
    for rows in result.children().values():
        for row in rows:
            if getattr(row, "start_char", None) is not None and hasattr(row, "text"):
                assert text[row.start_char : row.end_char] == row.text, (content, row)
    return result


@settings(derandomize=True, database=None, max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(CONTENT)
def test_whatever_comes_has_a_result(content: bytes) -> None:
    offer(content)


def test_what_is_offered_holds_articles() -> None:
    assert offer(page(body="Der Hafen von Kiel bleibt geschlossen, sagte die Verwaltung am Montag. " * 5))


def test_a_step_that_fails_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transforms.extract.read", lambda *_: 1 / 0)
    with pytest.raises(AssertionError):
        offer(b"x")
