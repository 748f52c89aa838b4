"""The command `newslake forget`: remove articles for good, after saying what would go."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flows.answers.display import visible
from flows.cli.options import lake_option
from flows.inputs.errors import UsageError

if TYPE_CHECKING:
    from flows.upkeep.selection import Going

SHOWN = 10
"""Articles that are named before they go: enough to see whether they are the ones that are meant."""


@click.command()
@lake_option
@click.option("--url", help="The article at this address, and all that was read there.")
@click.option("--source", help="What this source brought, a name of the sources file or a SOURCE of the command line.")
@click.option("--entity", metavar="NAME", help="Articles that name this person, organization or place.")
@click.option("--article", metavar="ID", help="The article with this article_id.")
@click.option("--older-than", metavar="DAYS", type=click.FloatRange(0), help="What came last so long ago.")
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(  # noqa: PLR0913 - one argument an option
    lake: Path,
    *,
    url: str | None,
    source: str | None,
    entity: str | None,
    article: str | None,
    older_than: float | None,
    dry_run: bool,
    yes: bool,
) -> None:
    """Remove articles for good: rows, raw documents, files, snapshots; and keep them from coming back.

    What is left are hashes, by which a further ingest rejects them as forgotten, a line of `forgettings` that says when
    and how many, and the lines of the ledger without their addresses.
    """
    from datetime import timedelta

    from flows.upkeep.forget import forget as do
    from flows.upkeep.forget import would_go
    from flows.upkeep.selection import Wanted

    age = None if older_than is None else timedelta(days=older_than)
    wanted = Wanted(url=url, source=source, entity=entity, article=article, older_than=age)
    if sum(given is not None for given in (url, source, entity, article, older_than)) != 1:
        raise UsageError("say what to forget: --url, --source, --entity, --article or --older-than, one of them")
    going = would_go(lake, wanted)
    if going.is_empty():
        click.echo("there is nothing of that in the lake")
        return
    _say(going)
    if dry_run:
        click.echo("nothing was removed")
        return
    if not yes:
        click.confirm("Remove that? It cannot be brought back.", abort=True)
    done = do(lake, wanted)
    click.echo(f"{len(done.articles):,} articles and {len(done.document_ids):,} documents are forgotten")


def _say(going: "Going") -> None:
    versions = sum(article.versions for article in going.articles)
    click.echo(
        f"{len(going.articles):,} articles in {versions:,} versions, {len(going.document_ids):,} raw documents, "
        f"{going.inputs:,} addresses in the ledger"
    )
    for article in going.articles[:SHOWN]:
        click.echo(f"  {article.article_id}  {visible(article.title or '(no title)')}  {visible(article.url)}")
    if len(going.articles) > SHOWN:
        click.echo(f"  and {len(going.articles) - SHOWN:,} more")
    rows = ", ".join(f"{table} {count:,}" for table, count in going.rows.items())
    if rows:
        click.echo(f"rows: {rows}")
