"""Read the lexicons of data/reference: lists with a term a line, and tables with tabs and a header."""

from functools import cache
from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def lexicon_terms(name: str) -> list[str]:
    """Return the lines of a list, without its comments (#) and blank lines."""
    lines = (line.strip() for line in (REFERENCE / name).read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def lexicon_rows(name: str) -> list[list[str]]:
    """Return the rows of a table after its header, without comments; a cell left empty at the end is there."""
    lines = (REFERENCE / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def lexicon_records(name: str) -> list[dict[str, str]]:
    """Return the rows of a table by the names in its header; a cell that its line does not reach is empty."""
    lines = [line for line in (REFERENCE / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    cells = (line.split("\t") for line in lines[1:])
    return [dict(zip(header, row + [""] * (len(header) - len(row)), strict=True)) for row in cells]


@cache
def words_of_kind(name: str, kind: str) -> frozenset[str]:
    """Return the terms of one kind in a table of kinds and terms.

    Raises ValueError for a kind that the table does not have: a misspelt one would silently find nothing.
    """
    found = frozenset(row["term"] for row in lexicon_records(name) if row["kind"] == kind)
    if not found:
        raise ValueError(f"{name} has no terms of the kind {kind!r}")
    return found
