"""Rows that a person has judged: how many of each table were right, by the sheets of docs/quality/."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quality_sets.runs import table
from quality_sets.unseen import DRAWS

SHEETS = Path(__file__).parents[2] / "docs" / "quality"

TOLD = """
100 rows of each table, drawn at random (`tests/quality_sets/sheet.py`) from articles that no rule was written with: 61
to 77 of ten outlets for each of the first twenty draws, 56, 42, 40 and 40 of fewer for the last four
(`tests/quality_sets/unseen.py`), no document in two of them. A row is right when
each value that it gives is; what a row leaves out is not counted. One judge, who read the wrong rows twice; others for
the fourth, the fifth, of which two tables were judged, for the sixth, seventh and ninth to twentyfourth, of which four
were, by two to four each, and for the eighth, of which one was. The judges of the eighteenth to twentieth were told
more narrowly what is no event, those of the last three read [what the types mean](events.md). Those of each draw led to
mends before the next, whose documents nobody had looked at: the last counts. The rows with their verdicts:
[first](quality/first-sheet.csv),
[second](quality/second-sheet.csv), [third](quality/third-sheet.csv), [fourth](quality/fourth-sheet.csv),
[fifth](quality/fifth-sheet.csv), [sixth](quality/sixth-sheet.csv), [seventh](quality/seventh-sheet.csv),
[eighth](quality/eighth-sheet.csv), [ninth](quality/ninth-sheet.csv), [tenth](quality/tenth-sheet.csv),
[eleventh](quality/eleventh-sheet.csv), [twelfth](quality/twelfth-sheet.csv),
[thirteenth](quality/thirteenth-sheet.csv), [fourteenth](quality/fourteenth-sheet.csv),
[fifteenth](quality/fifteenth-sheet.csv), [sixteenth](quality/sixteenth-sheet.csv),
[seventeenth](quality/seventeenth-sheet.csv), [eighteenth](quality/eighteenth-sheet.csv),
[nineteenth](quality/nineteenth-sheet.csv), [twentieth](quality/twentieth-sheet.csv),
[twentyfirst](quality/twentyfirst-sheet.csv), [twentysecond](quality/twentysecond-sheet.csv),
[twentythird](quality/twentythird-sheet.csv), [twentyfourth](quality/twentyfourth-sheet.csv).
"""


def tables(gold: Path, scorers: Path, work: Path) -> Iterator[str]:
    """Yield a table of how many of 100 rows were right, by draw."""
    draws = {name: judged(SHEETS / f"{name}-sheet.csv") for name in DRAWS}
    columns = list(next(iter(draws.values())))
    filled = {name: dict.fromkeys(columns, "-") | shares for name, shares in draws.items()}
    yield table("by eye", columns, filled, first="draw") + TOLD


def judged(sheet: Path) -> dict[str, object]:
    """Return the share of right rows in percent by table; a table that is not judged is left out."""
    with sheet.open(encoding="utf-8", newline="") as file:
        verdicts = Counter((row["table"], row["verdict"]) for row in csv.DictReader(file) if row["verdict"])
    named = dict.fromkeys(name for name, _ in verdicts)
    rows = {name: verdicts[name, "right"] + verdicts[name, "wrong"] for name in named}
    return {name: round(100 * verdicts[name, "right"] / rows[name]) for name in named}
