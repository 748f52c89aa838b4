"""The questions that come with newslake explain themselves, and each has an example, which tests/docs runs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flows.cli.main import cli
from flows.inputs.errors import UsageError
from sql.asking.queries import Query, queries
from tests.docs.samples import examples

EXAMPLES = list(examples("docs/queries.md"))
each_query = pytest.mark.parametrize("query", queries().values(), ids=lambda query: query.name)


def asked(lake: Path | str, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--lake", str(lake), *arguments])


@each_query
def test_a_query_has_an_example(query: Query) -> None:
    assert [line for line in EXAMPLES if line[1:3] == ["query", query.name]]


@each_query
def test_help_tells_the_parameters_with_meaning_and_default(query: Query) -> None:
    done = asked("none", "query", query.name, "--help")
    told = " ".join(done.output.split())
    assert done.exit_code == 0
    assert query.about in told
    for parameter in query.parameters:
        assert f"--{parameter.name}" in told
        assert parameter.meaning in told
        assert parameter.default is None or parameter.default in told
    assert told.count("[required]") == sum(parameter.default is None for parameter in query.parameters)


def test_there_are_many_and_a_line_for_each() -> None:
    lines = asked("none", "query").output.splitlines()
    assert len(lines) == len(queries()) >= 15
    assert all(query.about in line for query, line in zip(queries().values(), lines, strict=True))


def test_a_parameter_can_be_given_by_programs(newsroom: Path) -> None:
    by_option = asked(newsroom, "query", "names_of", "--name", "keller", "--format", "json")
    by_param = asked(newsroom, "query", "names_of", "--param", "name=keller", "--format", "json")
    assert {row["given_name"] for row in json.loads(by_option.output)} == {"Anna Keller", "Keller"}
    assert by_param.output == by_option.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["names_of"], "names_of needs --name"),
        (["names_of", "--param", "nam=x"], "no parameter nam"),
        (["latest_articles", "--limit", "many"], "Could not convert"),
        (["events_between", "--since", "someday"], "invalid date"),
    ],
)
def test_what_is_wrong_with_a_parameter_is_said(newsroom: Path, arguments: list[str], said: str) -> None:
    done = asked(newsroom, "query", *arguments)
    assert isinstance(done.exception, UsageError)
    assert said in str(done.exception)


def test_a_value_is_no_sql(newsroom: Path) -> None:
    done = asked(newsroom, "query", "latest_articles", "--outlet", "x') or ('1' = '1", "--format", "json")
    assert json.loads(done.output) == []


def test_the_lake_of_a_command_comes_before_that_of_newslake(newsroom: Path) -> None:
    done = asked("nowhere", "sql", "select 1 as n", "--lake", str(newsroom), "--format", "jsonl")
    assert done.output == '{"n": 1}\n'
