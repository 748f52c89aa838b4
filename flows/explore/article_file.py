"""An article with its values marked in the text as a page that needs nothing else, to send to a colleague."""

from collections.abc import Mapping
from typing import Any

import duckdb

from flows.answers.limits import UNTIMED
from flows.answers.reader import Reader, question
from flows.explore.article_pages import article_shown, values_asked
from flows.explore.rendering import TEMPLATES
from flows.pages.environment import environment


def article_file(connection: duckdb.DuckDBPyConnection, key: Mapping[str, Any]) -> str:
    """Return the page of the article_id and version in `key`, which `connection` reads: the explorer's, without it."""
    reader = Reader(connection, UNTIMED)
    (found,) = reader.rows(question("one_article", key))
    shown = article_shown(found, reader.rows(values_asked(found))) | {"standalone": True}
    return environment(TEMPLATES).get_template("article.html").render(shown)
