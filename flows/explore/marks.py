"""Mark values in the text of an article: spans within spans, each paragraph by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from transforms.records.page import PARAGRAPH_BREAK

CLASSES = {"quotes": "quote", "figures": "figure", "times": "time", "places": "place", "events": "event"}
"""How the values of a table look; those of mentions, the names, are left."""

NOTED = frozenset({"quotes", "events"})
"""What other values may cover wholly, so that it is clicked on by a note after it."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value read from a text: `row` is its number among the rows, from 1, and `read_as` what it was read as.

    `is_first` says whether no value before it is read from the same stretch of the text.
    """

    row: int
    start: int
    end: int
    text: str
    kind: str
    read_as: str
    origin: str
    entity_id: str | None
    method: str
    confidence: float | None
    is_first: bool

    @property
    def place(self) -> str:
        """Return the id of its mark in the page: values of one stretch share it, and it stays when rows are added."""
        return f"s{self.start}-{self.end}"

    @property
    def look(self) -> str:
        """Return the class of its mark."""
        return CLASSES.get(self.origin, "name")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that a value is read from, with what stands in it: text, and marks of other values.

    Where a value's stretch crosses another's it is in parts: the first one has `begins`, the last one `ends`.
    """

    value: Value
    parts: "tuple[str | Mark, ...]"
    begins: bool
    ends: bool

    @property
    def is_noted(self) -> bool:
        """Return whether a note that leads to the row of the value stands after this part."""
        return self.ends and self.value.origin in NOTED


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    value: Value


def values_of(rows: Sequence[dict[str, Any]]) -> list[Value]:
    """Return the rows of sql/statements/articles/article_values.sql as values, numbered."""
    stretches = [(row["start_char"], row["end_char"]) for row in rows]
    return [
        Value(
            number, *stretch, row["text"], row["kind"], row["value"], row["origin"], row["entity_id"],
            row["method"], row["confidence"], number == 1 or stretches[number - 2] != stretch,
        )
        for number, (row, stretch) in enumerate(zip(rows, stretches, strict=True), 1)
    ]  # fmt: skip


def marked_paragraphs(text: str, values: Sequence[Value]) -> Iterator[tuple[str | Mark, ...]]:
    """Yield the paragraphs of a text, each as its text with the marks in it."""
    ordered = sorted((_Span(each.start, each.end, each) for each in values), key=_outer_first)
    start = 0
    for paragraph in text.split(PARAGRAPH_BREAK):
        end = start + len(paragraph)
        # Those that begin later come later, so that a long article costs one way through its values.
        yield tuple(_parts(text, start, end, _within(ordered, start, end)))
        start = end + len(PARAGRAPH_BREAK)


def _outer_first(span: _Span) -> tuple[int, int, int]:
    return span.start, -span.end, span.value.row


def _within(ordered: Sequence[_Span], start: int, end: int) -> list[_Span]:
    return [
        _Span(max(span.start, start), min(span.end, end), span.value)
        for span in ordered
        if span.start < end and span.end > start
    ]


def _parts(text: str, start: int, end: int, spans: list[_Span]) -> Iterator[str | Mark]:
    """Yield the text from `start` to `end` with its marks; `spans` lie within, the outer ones first."""
    while spans:
        outer, *rest = spans
        if outer.start > start:
            yield text[start : outer.start]
        inner = [_Span(span.start, min(span.end, outer.end), span.value) for span in rest if span.start < outer.end]
        crossing = [_Span(outer.end, span.end, span.value) for span in rest if span.start < outer.end < span.end]
        value = outer.value
        parts = tuple(_parts(text, outer.start, outer.end, inner))
        yield Mark(value, parts, outer.start == value.start, outer.end == value.end)
        start = outer.end
        spans = sorted(crossing + [span for span in rest if span.start >= outer.end], key=_outer_first)
    if start < end:
        yield text[start:end]
