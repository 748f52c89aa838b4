"""Break the long cells of a table that DuckDB draws between words, where DuckDB breaks them at the end of the line."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from textwrap import wrap

_NARROW = re.compile(r"[\x20-\x7e\u00a0-\u02ff\u0370-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u257f]*")
"""Letters and marks that are one column wide each; others, such as those of Japanese, may be broken anywhere."""


def words_kept(box: str, is_one_row: Callable[[], bool]) -> str:
    """Return a table in which a cell of several lines is broken between words.

    Assumes that the lines of a row are those between two rules, as DuckDB draws them where one has several. Of a table
    with one row there is no second rule, and `is_one_row` is asked whether it has no more.
    """
    lines = box.split("\n")
    edges = [at for at, character in enumerate(lines[0]) if character in "┌┬┐"]
    rules = sum(line.startswith("├") for line in lines)
    if rules == 0 or (rules == 1 and not (_goes_on(lines, edges) and is_one_row())):
        return box
    kept: list[str] = []
    for is_row, group in groupby(lines, lambda line: line.startswith("│")):
        row = list(group)
        is_heading = "┌" in "".join(kept[-1:])
        kept += _row(row, edges) if is_row and not is_heading and len(row) > 1 else row
    return "\n".join(kept)


def _goes_on(lines: Sequence[str], edges: Sequence[int]) -> bool:
    """Return whether the second line below the heading has a cell without text, as where a row has more lines."""
    second = [line for line in lines if line.startswith(("│", "├"))][4:5]
    return (
        any(not line[start + 1 : end].strip() for line in second for start, end in pairwise(edges)) or len(edges) == 2
    )


def _row(lines: Sequence[str], edges: Sequence[int]) -> Iterator[str]:
    if any(len(line) != edges[-1] + 1 or not _NARROW.fullmatch(line) for line in lines):
        yield from lines
        return
    cells = []
    for start, end in pairwise(edges):
        parts = [line[start + 2 : end - 1] for line in lines]
        width = end - start - 3
        cells.append((width, wrap("".join(parts), width, break_on_hyphens=False) if parts[1].strip() else parts[:1]))
    for number in range(max(len(parts) for _, parts in cells)):
        yield (
            "│"
            + "│".join(f" {(parts[number] if number < len(parts) else ''):<{width}} " for width, parts in cells)
            + "│"
        )
