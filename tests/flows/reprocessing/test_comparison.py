"""Rows that differ are joined by what they say, so that the columns that differ can be named."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from flows.reprocessing.comparison import differences

KEY = {"article_id": "a", "version": 1}


def quote(number: int, start: int, text: str, **values: Any) -> dict[str, Any]:
    row = {"quote_id": number, "start_char": start, "end_char": start + len(text), "text": text, "speaker_text": None}
    return {**KEY, **row, **values}


def found(table: str, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[tuple[str, Any, Any]]:
    return [(one.column, one.before, one.after) for one in differences(table, before, after)]


def test_equal_rows_differ_in_nothing_in_whatever_order_and_zone() -> None:
    noon = datetime(2024, 5, 1, 12, tzinfo=UTC)
    there = noon.astimezone(timezone(timedelta(hours=5)))
    before = [{**KEY, "at": noon, "names": ["x"]}, {**KEY, "at": None, "names": []}]
    assert found("articles", before, [{**KEY, "at": None, "names": []}, {**KEY, "at": there, "names": ["x"]}]) == []


def test_a_value_at_the_same_place_is_the_same() -> None:
    changed = found("quotes", [quote(1, 5, "no")], [quote(1, 5, "no", speaker_text="Silva")])
    assert changed == [("quotes.speaker_text", None, "Silva")]


def test_a_new_row_in_front_moves_numbers_and_is_told_as_new() -> None:
    changed = found("quotes", [quote(1, 50, "no")], [quote(1, 5, "yes"), quote(2, 50, "no")])
    new = {"quote_id": 1, "start_char": 5, "end_char": 8, "text": "yes"}
    assert changed == [("quotes.quote_id", 1, 2), ("quotes: rows new", None, new)]


def test_a_text_that_moved_is_the_same() -> None:
    changed = found("quotes", [quote(1, 50, "no")], [quote(1, 40, "no")])
    assert [column for column, *_ in changed] == ["quotes.start_char", "quotes.end_char"]


def test_one_of_two_equal_rows_that_is_gone_is_told() -> None:
    link = {**KEY, "url": "u", "anchor": "x", "start_char": 1, "end_char": 2}
    assert [column for column, *_ in found("links", [link, link], [link])] == ["links: rows gone"]


def test_an_article_has_one_row() -> None:
    before, after = {**KEY, "title": "a", "text": "x"}, {**KEY, "title": "b", "text": "y"}
    assert found("articles", [before], [after]) == [("articles.title", "a", "b"), ("articles.text", "x", "y")]
