"""A condition finds the articles that meet it, and can do no more than a question of `newslake sql`."""

from pathlib import Path

import pytest

from flows.answers.conditions import matching_articles
from flows.inputs.errors import UsageError
from sql.errors import QuestionError
from sql.lake import read_lake


def test_it_finds_the_articles_that_meet_it(newsroom: Path) -> None:
    with read_lake(newsroom) as connection:
        found = connection.execute("select article_id, language from current_articles").fetchall()
    assert matching_articles(newsroom, "true") == {article for article, _ in found}
    languages = {language for _, language in found}
    assert len(languages) > 1 or languages == {"en"}
    assert matching_articles(newsroom, "language = 'en' -- a comment") == {a for a, lang in found if lang == "en"}
    assert matching_articles(newsroom, "article_id in (select article_id from quotes where false)") == frozenset()


@pytest.mark.parametrize(
    "condition",
    [
        "exists (from read_text('/etc/passwd'))",
        "exists (from '/etc/passwd')",
        "true) union all (select content from read_text('/etc/passwd')",
        "exists (from sqlite_scan('/tmp/x.sqlite', 'x'))",
        "current_setting('home_directory') = ''",
        "exists (from duckdb_settings())",
    ],
)
def test_it_reads_the_lake_alone(newsroom: Path, condition: str) -> None:
    with pytest.raises(QuestionError):
        matching_articles(newsroom, condition)


@pytest.mark.parametrize("condition", ["title = ", "nosuch = 1", "true); drop table articles; --", "title = $1", ""])
def test_what_is_no_condition_is_told(newsroom: Path, condition: str) -> None:
    with pytest.raises(UsageError):
        matching_articles(newsroom, condition)
