"""Find the articles that meet a condition in SQL, which reads the lake alone."""

from pathlib import Path

import duckdb

from flows.answers.limits import UNTIMED, Limits
from flows.answers.questions import require_answerable
from flows.inputs.errors import UsageError
from sql.lake import read_lake


def matching_articles(
    lake: Path, condition: str, limits: Limits = UNTIMED, tables: Path | None = None
) -> frozenset[str]:
    """Return the identifiers of the articles whose row of `current_articles` meets a condition.

    The condition is judged as a question of `newslake sql` is, and can do no more. `tables` is where the files of a
    trial (sql.trial) lie. Raises UsageError for one that cannot be answered, or not within `limits`; QuestionError for
    one that asks for more than the lake.
    """
    # On lines of its own: a comment at its end would hide the bracket.
    question = f"select article_id from current_articles where (\n{condition}\n)"  # noqa: S608 - judged below
    with read_lake(lake, limits.memory, tables=tables) as connection, limits.kept(connection):
        try:
            require_answerable(connection, question, {})
            return frozenset(article_id for (article_id,) in connection.execute(question).fetchall())
        except (duckdb.InterruptException, duckdb.OutOfMemoryException):
            raise  # the limits say which
        except duckdb.Error as error:
            raise UsageError(f"the lake cannot judge the condition: {' '.join(str(error).split())}") from error
