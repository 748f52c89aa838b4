"""Compare the rows that a version of an article has with those that are extracted anew, column by column."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
Columns = tuple[str, ...]

GONE, NEW = "rows gone", "rows new"

IDENTIFYING: tuple[Columns, ...] = (
    ("start_char", "end_char"),
    ("text",),
    ("entity_id",),
    ("name",),
    ("url",),
    ("step",),
)
"""Columns by which two rows that differ are taken for the same value, the surest first: it stands at the same place, or
there is the same text elsewhere. Numbers such as `quote_id` say nothing: a new row moves all that follow."""

ONE_ROW = {"articles", "sketches"}
"""Tables with one row a version."""

TRIED = 2
"""How many of those a table's rows are compared by: what two fail to join is another value."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A column of a table that differs for one value; of rows that only one side has, the whole row on that side."""

    column: str
    before: Any
    after: Any


def differences(table: str, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Difference]:
    """Yield how the rows of one version in a table differ; nothing when they are the same in whatever order."""
    gone, new = _without_equal(before, after)
    for columns in [()] if table in ONE_ROW else _identifying(gone or new):
        pairs, gone, new = _paired(gone, new, columns)
        for old, changed in pairs:
            for name in old:
                if old[name] != changed[name]:
                    yield Difference(f"{table}.{name}", old[name], changed[name])
    yield from (Difference(f"{table}: {GONE}", _told(row), None) for row in gone)
    yield from (Difference(f"{table}: {NEW}", None, _told(row)) for row in new)


def _without_equal(before: Sequence[Row], after: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows of each side that the other has not; of equal ones as many go as the other side has."""
    surplus = Counter(map(_content, after))
    surplus.subtract(map(_content, before))  # how many more of a row the new side has
    return _taken(before, -surplus), _taken(after, surplus)


def _taken(rows: Sequence[Row], counts: Counter[tuple[Any, ...]]) -> list[Row]:
    """Return as many rows of each content as are counted."""
    left, taken = Counter(counts), []
    for row in rows:
        if left[_content(row)] > 0:
            left[_content(row)] -= 1
            taken.append(row)
    return taken


def _content(row: Row) -> tuple[Any, ...]:
    """Return the values of a row as a key: equal times are equal in whatever zone, and lists can be no keys."""
    return tuple(tuple(value) if isinstance(value, list) else value for _, value in sorted(row.items()))


def _identifying(rows: Sequence[Row]) -> Sequence[Columns]:
    """Return by which columns rows are to be joined; by none, one after the other, where nothing identifies them."""
    names = set(rows[0]) if rows else set()
    return [columns for columns in IDENTIFYING if names.issuperset(columns)][:TRIED] or [()]


def _paired(
    gone: Sequence[Row], new: Sequence[Row], columns: Columns
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Return the pairs of rows that are equal in these columns, and what is left of each side; null equals nothing."""
    waiting: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in new:
        waiting[tuple(row[name] for name in columns)].append(row)
    pairs, unpaired = [], []
    for row in gone:
        key = tuple(row[name] for name in columns)
        if None not in key and waiting[key]:
            pairs.append((row, waiting[key].pop(0)))
        else:
            unpaired.append(row)
    return pairs, unpaired, [row for rows in waiting.values() for row in rows]


def _told(row: Row) -> dict[str, Any]:
    """Return what of a row tells people what it is: its values, without the article's key."""
    return {name: value for name, value in row.items() if name not in {"article_id", "version"} and value is not None}
