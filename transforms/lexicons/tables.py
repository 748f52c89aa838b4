"""Read the lexicons of data/reference: lists with a term a line, and tables with tabs and a header."""

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
