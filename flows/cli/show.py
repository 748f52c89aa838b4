"""Print an article with its values marked in the text, the blocks of its document, or how its versions differ."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import Any

import click
import duckdb
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from flows.answers.display import visible, visible_offsets
from flows.inputs.errors import UsageError
from sql.lake import read_lake
from sql.scripts import statement
from transforms.records.page import PARAGRAPH_BREAK

STYLES = {
    "person": "bold magenta",
    "organization": "bold cyan",
    "country": "bold green",
    "place": "green",
    "toponym": "underline",
    "nationality": "green",
    "direct quote": "italic yellow",
    "indirect quote": "italic yellow",
    "mixed quote": "italic yellow",
    "figure": "bold blue",
    "time": "blue",
    "event": "bold red",
}
OTHER_STYLE = "cyan"
DIFFERENCES = {"+": "green", "-": "red"}


def show_article(lake: Path, words: str, only: Sequence[str] = ()) -> None:
    """Print the article that `words` name: its fields, its text with the values marked, and the list of the values.

    `only` are the tables whose values are shown; all when there are none.
    """
    with read_lake(lake) as connection:
        key = _find(connection, words)
        header = _rows(connection, "article_header", key)[0]
        values = [row for row in _rows(connection, "article_values", key) if not only or row["origin"] in only]
    text = header.pop("text")
    with _paged() as console:
        console.print(Text(visible(header.pop("title") or "(no title)"), style="bold"))
        console.print(_fields(header))
        console.print(Padding(_marked(text, values), (1, 0)))
        console.print(_value_table(values))


@contextmanager
def _paged() -> Iterator[Console]:
    """Give what to print on; on a terminal, what is longer than it comes in the pager."""
    console = Console()
    with console.capture() as captured:
        yield console
    printed = captured.get()
    if console.is_terminal and printed.count("\n") > console.height:
        click.echo_via_pager(printed, color=True)
    else:
        click.echo(printed, nl=False, color=console.is_terminal)


def write_page(lake: Path, words: str, output: Path) -> None:
    """Write the article that `words` name to `output`, as a page with its values marked that needs nothing else."""
    from flows.explore.article_file import article_file

    with read_lake(lake) as connection:
        made = article_file(connection, _find(connection, words))
    try:
        output.write_text(made, "utf-8")
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}") from error


def show_blocks(lake: Path, words: str) -> None:
    """Print every block of the document of the article that `words` name: kept or dropped, as what, and why."""
    with read_lake(lake) as connection:
        blocks = _rows(connection, "article_blocks", _find(connection, words))
    printed = Table("", "role", "why", "text", box=None, pad_edge=False)
    for block in blocks:
        sign, style = ("+", "") if block["kept"] else ("-", "dim")
        printed.add_row(sign, block["role"], block["reason"], _shown(block["text"]), style=style)
    with _paged() as console:
        console.print(printed)


def show_versions(lake: Path, words: str) -> None:
    """Print the versions of the article that `words` name, each with the paragraphs that differ from the one before."""
    with read_lake(lake) as connection:
        versions = _rows(connection, "article_versions", {"article_id": _find(connection, words)["article_id"]})
    before = versions[0]["text"]
    with _paged() as console:
        for version in versions:
            text = version.pop("text")
            console.print(_fields(version))
            for line in _difference(before, text):
                console.print(Text(visible(line, lines=True), style=DIFFERENCES.get(line[0], "dim")))
            console.print()
            before = text


def _difference(before: str, after: str) -> Iterator[str]:
    """Yield the paragraphs that were dropped (-) and added (+), with one of those around them."""
    lines = unified_diff(before.split(PARAGRAPH_BREAK), after.split(PARAGRAPH_BREAK), n=1, lineterm="")
    return islice(lines, 2, None)  # the first two name files


def _find(connection: duckdb.DuckDBPyConnection, words: str) -> dict[str, Any]:
    """Return the key of the one article that `words` name; raises UsageError when none or several do."""
    found = _rows(connection, "find_articles", {"words": words})
    if not found:
        raise UsageError(f"no article has an article_id, address or title with {words!r}")
    exact = [row for row in found if words in (row["article_id"], row["url"], row["title"])]
    if len(exact or found) > 1:
        some = "; ".join(f"{row['article_id'][:8]} {row['title']}" for row in (exact or found)[:5])
        raise UsageError(f"{len(exact or found)} articles match {words!r}, name one by its article_id: {some}")
    return {key: (exact or found)[0][key] for key in ("article_id", "version")}


def _rows(connection: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    cursor = connection.execute(statement(name), parameters)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _fields(header: dict[str, Any]) -> Table:
    printed = Table.grid(padding=(0, 2))
    printed.add_column()
    printed.add_column(overflow="fold")  # an address is to be copied whole
    for name, value in header.items():
        if value not in (None, ""):
            printed.add_row(Text(name, style="dim"), _shown(str(value)))
    return printed


def _marked(text: str, values: list[dict[str, Any]]) -> Text:
    marked = _shown(text)
    for value in values:
        start, end = visible_offsets(text, (value["start_char"], value["end_char"]))
        marked.stylize(STYLES.get(value["kind"], OTHER_STYLE), start, end)
    return marked


def _shown(text: str) -> Text:
    return Text(visible(text, lines=True))


def _value_table(values: list[dict[str, Any]]) -> Table:
    printed = Table("span", "text", "kind", "read as", box=None, pad_edge=False)
    for value in values:
        kind = Text(value["kind"], style=STYLES.get(value["kind"], OTHER_STYLE))
        span = f"{value['start_char']}–{value['end_char']}"
        printed.add_row(span, _shown(_shortened(value["text"])), kind, _shown(value["value"]))
    return printed


def _shortened(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
