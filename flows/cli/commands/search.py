"""The command `newslake search`: the articles that have some words, best first, with the place of the hit."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.answers.display import visible
from flows.cli.options import lake_option
from flows.search.places import CLOSE, OPEN

if TYPE_CHECKING:
    from flows.search.search import Hit, Search

day = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("words", nargs=-1, required=True)
@lake_option
@click.option("--since", type=day, metavar="DAY", help="Published on this day or later.")
@click.option("--until", type=day, metavar="DAY", help="Published on this day or earlier.")
@click.option("--outlet", help="Published by this outlet: its name or domain.")
@click.option("--language", metavar="CODE", help="In this language, such as en.")
@click.option("--entity", metavar="NAME", help="Naming this person, organization, place and the like.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Most articles to show.")
@click.option("--json", "as_json", is_flag=True, help="Print a list with the place of each hit in the article's text.")
def search(  # noqa: PLR0913 - one argument an option
    words: tuple[str, ...],
    lake: Path,
    since: datetime | None,
    until: datetime | None,
    outlet: str | None,
    *,
    language: str | None,
    entity: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Search headlines and texts, without regard to case and accents; the best match comes first.

    All of WORDS must be there. Words in quotation marks must follow one another: newslake search '"peace talks"'. A
    star stands for the rest of a word: newslake search 'negotiat*'. Chinese, Japanese, Thai and the like work without
    spaces.

    The index lies beside the catalogue, as search.sqlite; it follows the lake by itself, and can be deleted.
    """
    from flows.search.search import Search

    asked = Search(" ".join(words), since and since.date(), until and until.date(), outlet, language, entity, limit)
    hits = _found(lake, asked)
    if as_json:
        click.echo(visible(json.dumps([hit.as_row() for hit in hits], ensure_ascii=False, indent=1), lines=True))
    else:
        _print(hits)


def _found(lake: Path, asked: "Search") -> "list[Hit]":
    from flows.cli.progress import progress
    from flows.search.search import search
    from sql.lake import read_lake

    with read_lake(lake) as connection, progress() as show:
        return search(lake, connection, asked, lambda done, of: show(f"indexing articles: {done:,} of {of:,}"))


def _print(hits: "list[Hit]") -> None:
    for hit in hits:
        when = f"{hit.published_at:%Y-%m-%d}" if hit.published_at else "no date"
        place = "headline" if hit.start_char is None else f"{hit.start_char}-{hit.end_char}"
        click.secho(visible(hit.title or "(no title)"), bold=True)
        click.echo(visible(f"  {hit.article_id[:8]}  {when}  {hit.outlet or hit.url}  {place}"))
        _print_snippet(visible(hit.snippet.marked()))
    if not hits:
        click.echo("no article has that")


def _print_snippet(snippet: str) -> None:
    """Print a snippet: within the terminal's width with its hits in bold, else in one line with its brackets."""
    if not sys.stdout.isatty():
        click.echo(f"  {snippet}")
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    shown = Text.from_ansi(snippet.replace(OPEN, "\x1b[1;33m").replace(CLOSE, "\x1b[0m"))
    Console(highlight=False).print(Padding(shown, (0, 0, 0, 2)))
