"""Measure how well newslake reads and write it down: `uv run python tests/quality.py GOLD EVAL [KIND...]`.

The tables go into docs/quality.md. GOLD holds a folder for each set, EVAL the scorers. Newslake is run as a person
would, `newslake ingest` and then `newslake sql`; the other tools get the same files in the same run, and are left out
when they are not installed (`uv pip install newspaper4k news-please`). KINDs are names of SETS, all when none is given:
the sections of the others stay as they are, and so does the prose. How a set is added: tests/quality_sets/__init__.py.
"""

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from quality_sets import costs, discourse, numbers, pages, sheets, texts

SETS: Mapping[str, Callable[[Path, Path, Path], Iterator[str]]] = {
    "pages": pages.tables,
    "texts": texts.tables,
    "discourse": discourse.tables,
    "numbers": numbers.tables,
    "sheets": sheets.tables,
    "costs": costs.tables,
}

REPORT = Path(__file__).parents[1] / "docs" / "quality.md"
PROSE = "## What is not reached, and why"
"""The section that people write: the tables stand before it."""

DAY = re.compile(r"(?<=^on )\d{4}-\d\d-\d\d", re.MULTILINE)


def main(gold: Path, scorers: Path, kinds: list[str]) -> None:
    """Measure the sets of these kinds, all when none is given; each section is written as soon as it is there."""
    for kind in kinds or SETS:
        with tempfile.TemporaryDirectory() as work:
            for section in SETS[kind](gold, scorers, Path(work)):
                print(section, flush=True)
                REPORT.write_text(with_section(REPORT.read_text("utf-8"), section), "utf-8")
    if not kinds:
        today = datetime.now(UTC).date().isoformat()
        REPORT.write_text(DAY.sub(today, REPORT.read_text("utf-8"), count=1), "utf-8")


def with_section(report: str, section: str) -> str:
    """Return the report with a section in place of the one with its heading; a new one goes before the prose."""
    heading = section.partition("\n")[0]
    parts = re.split(r"^(?=## )", report, flags=re.MULTILINE)
    for at, part in enumerate(parts):
        if part.partition("\n")[0] in {heading, PROSE}:
            parts[at : at + (part.startswith(heading + "\n"))] = [section.rstrip() + "\n\n"]
            break
    return "".join(parts)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
