"""Marks nest, are cut where they cross, and lose no character of the text."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from flows.explore.marks import Mark, Value, marked_paragraphs, values_of


def row(start: int, end: int, origin: str = "quotes") -> dict[str, Any]:
    return {
        "start_char": start, "end_char": end, "text": "", "kind": origin, "value": "", "origin": origin,
        "number": 1, "entity_id": None, "method": "test", "confidence": None,
    }  # fmt: skip


def plain(parts: tuple[str | Mark, ...]) -> str:
    return "".join(part if isinstance(part, str) else plain(part.parts) for part in parts)


def drawn(parts: tuple[str | Mark, ...]) -> str:
    return "".join(part if isinstance(part, str) else _bracketed(part) for part in parts)


def _bracketed(mark: Mark) -> str:
    return f"{'[' if mark.begins else '<'}{drawn(mark.parts)}{']' if mark.ends else '>'}"


def marks(text: str, *spans: tuple[int, int]) -> list[str]:
    return [drawn(parts) for parts in marked_paragraphs(text, values_of([row(*span) for span in sorted(spans)]))]


def test_a_span_stands_within_another() -> None:
    assert marks("He said Iraq is safe.", (8, 20), (8, 12)) == ["He said [[Iraq] is safe]."]


def test_a_span_that_crosses_another_is_cut() -> None:
    assert marks("one two three", (0, 7), (4, 13)) == ["[one [two>]< three]"]


def test_a_span_over_two_paragraphs_is_in_both() -> None:
    assert marks("one two\n\nthree", (4, 14)) == ["one [two>", "<three]"]


def test_of_equal_spans_the_first_carries_the_place() -> None:
    first, second, third = values_of([row(0, 3), row(0, 3), row(0, 4)])
    assert [first.is_first, second.is_first, third.is_first] == [True, False, True]
    assert first.place == second.place == "s0-3"


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).filter(lambda span: span[0] < span[1])


@given(st.text("ab \n", max_size=30), st.lists(spans, max_size=8))
def test_no_character_is_lost_and_each_mark_begins_once(text: str, given_spans: list[tuple[int, int]]) -> None:
    inside = sorted((start, min(end, len(text))) for start, end in given_spans if start < min(end, len(text)))
    values = values_of([row(*span) for span in inside])
    paragraphs = list(marked_paragraphs(text, values))
    assert "\n\n".join(map(plain, paragraphs)) == text
    begun = [mark.value for paragraph in paragraphs for mark in _marks(paragraph) if mark.begins]
    assert len(begun) == len(set(begun))
    assert {value for value in values if text[value.start : value.end].strip("\n")} <= _marked(paragraphs)


def _marks(parts: tuple[str | Mark, ...]) -> list[Mark]:
    own = [part for part in parts if isinstance(part, Mark)]
    return own + [inner for mark in own for inner in _marks(mark.parts)]


def _marked(paragraphs: list[tuple[str | Mark, ...]]) -> set[Value]:
    return {mark.value for paragraph in paragraphs for mark in _marks(paragraph)}
