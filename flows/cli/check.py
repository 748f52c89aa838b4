"""Run the data checks of sql/checks, and print what they and the warnings of sql/warnings find."""

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sql.lake import read_lake
from sql.scripts import scripts

SHOWN_ROWS = 5  # of the rows that a check finds: enough to see what is wrong


def run_checks(lake: Path) -> int:
    """Print what each check finds, with the first rows of those that fail; return how many failed.

    Warnings are printed when there are any, and do not count: the data is sound, but somebody should look.
    """
    console = Console()
    printed = Table("check", "finds", "which would be", box=None, pad_edge=False)
    examples: list[Table] = []
    with read_lake(lake) as connection:
        for check in scripts("checks"):
            found = connection.sql(check.text)
            rows = found.count("*").fetchall()[0][0]
            printed.add_row(check.name, f"[red]{rows:,} rows[/red]" if rows else "[green]nothing[/green]", check.about)
            if rows:
                examples.append(_rows(check.name, found.columns, found.limit(SHOWN_ROWS).fetchall()))
        warnings = [
            _rows(f"warning: {warning.name}", found.columns, found.fetchall())
            for warning in scripts("warnings")
            if (found := connection.sql(warning.text)).count("*").fetchall()[0][0]
        ]
    console.print(printed, *examples, *warnings)
    failed = len(examples)
    console.print(f"{failed} of {len(scripts('checks'))} checks failed" if failed else "every check passed")
    return failed


def _rows(title: str, columns: list[str], rows: list[tuple[object, ...]]) -> Table:
    printed = Table(*columns, title=title)
    for row in rows:
        printed.add_row(*(Text(str(value)) for value in row))
    return printed
