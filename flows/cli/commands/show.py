"""The command `newslake show`: an article with its values, its blocks, its versions, or as a page."""

from pathlib import Path

import click

from flows.cli.options import lake_option

TABLES = ("quotes", "figures", "times", "places", "events", "mentions")
"""The tables whose values are marked in a text."""


@click.command()
@click.argument("article")
@lake_option
@click.option(
    "--only", type=click.Choice(TABLES), multiple=True, help="Show the values of this table alone; repeatable."
)
@click.option("--blocks", is_flag=True, help="Show what was kept and dropped of the document, and why.")
@click.option("--versions", is_flag=True, help="Show the versions of the article and how they differ.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT.html", help="Write it as a page.")
def show(  # noqa: PLR0913 - one argument an option
    article: str, lake: Path, *, only: tuple[str, ...], blocks: bool, versions: bool, html: Path | None
) -> None:
    """Print an article with its values marked in the text.

    ARTICLE is the beginning of its article_id, its address, or words of its title.
    """
    from flows.cli.show import show_article, show_blocks, show_versions, write_page

    if html:
        write_page(lake, article, html)
    elif versions or blocks:
        (show_versions if versions else show_blocks)(lake, article)
    else:
        show_article(lake, article, only)
