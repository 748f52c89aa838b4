"""Run the data checks of sql/checks and print what they find."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from sql.lake import read_lake
from sql.scripts import Script, scripts

SHOWN_ROWS = 5  # of the rows that a check finds: enough to see what is wrong


def run_checks(lake: Path) -> int:
    """Print a line for each check, and the first rows that failing ones find; return how many failed."""
    console = Console()
    failures = 0
    with read_lake(lake) as connection:
        for check in scripts("checks"):
            found = connection.sql(check.text)
            count = len(found.limit(1).fetchall()) and found.count("*").fetchall()[0][0]
            failures += bool(count)
            console.print(_line(check, count))
            if count:
                console.print(_rows(found.columns, found.limit(SHOWN_ROWS).fetchall()))
    console.print(f"{failures} of {len(scripts('checks'))} checks failed" if failures else "every check passed")
    return failures


def _line(check: Script, count: int) -> str:
    verdict = f"[red]{count:,} rows[/red]" if count else "[green]passed[/green]"
    return f"{check.name:<32} {verdict}  {check.about}"


def _rows(columns: list[str], rows: list[tuple[object, ...]]) -> Table:
    printed = Table(*columns)
    for row in rows:
        printed.add_row(*(str(value) for value in row))
    return printed
