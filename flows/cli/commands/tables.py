"""Print what there is to ask: the tables, the views and their columns."""

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.answers.display import visible
from flows.inputs.errors import UsageError
from sql.asking.views import views
from sql.lake import read_lake
from sql.literals import identifier
from sql.scripts import statement


def list_tables(lake: Path) -> None:
    """Print the tables and views of the lake with what they hold and how many rows."""
    printed = Table("name", "type", "rows", "one row per …", box=None, pad_edge=False)
    printed.columns[2].justify = "right"
    with read_lake(lake) as connection:
        for name, kind, comment in connection.execute(statement("list_tables")).fetchall():
            rows = connection.execute(f"select count(*) from {identifier(name)}").fetchall()[0][0]  # noqa: S608 - from the catalogue
            printed.add_row(name, kind, f"{rows:,}", (comment or "").removeprefix("one row per "))
    Console().print(printed)


def list_columns(lake: Path, name: str) -> None:
    """Print the columns of a table or view with their types and meanings."""
    with read_lake(lake) as connection:
        columns = connection.execute(statement("list_columns"), {"name": name}).fetchall()
    if not columns:
        raise UsageError(f"there is no table or view {name}; `newslake tables` lists them")
    # DuckLake keeps comments on the columns of tables only.
    meanings = {column.name: column.comment for column in views()[name].columns} if name in views() else {}
    printed = Table("column", "type", "meaning", box=None, pad_edge=False)
    for column, kind, is_nullable, comment in columns:
        meaning = visible(comment or meanings.get(column, ""))
        printed.add_row(column, kind if is_nullable else f"{kind} not null", Text(meaning))
    Console().print(printed)
