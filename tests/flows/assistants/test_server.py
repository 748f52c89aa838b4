"""An assistant can ask the lake with the protocol's own client, and can do nothing but read it."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from flows.assistants import answers
from flows.assistants.server import make_server
from sql.lake import open_lake
from sql.tables import insert
from tests.transforms.articles import make_article

TEXT = "Peace talks resumed. " * 2_000


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("assistants") / "lake"
    articles = [make_article(TEXT, article_id=f"a{number}", title=f"title {number}") for number in range(3)]
    with open_lake(folder) as lake:
        lake.commit(lambda: insert(lake.connection, "articles", articles))
    return folder


def called(lake: Path, tool: str, **arguments: Any) -> Any:
    """Return what a tool answers; the words of its error as a str."""

    async def call() -> Any:
        async with Client(make_server(lake)) as client:
            return await client.call_tool(tool, arguments)

    result = asyncio.run(call())
    if result.is_error:
        return result.content[0].text
    content = result.structured_content
    return content["result"] if set(content) == {"result"} else content


def test_tools_and_instructions_teach_the_lake(lake: Path) -> None:
    async def look() -> tuple[str, set[str]]:
        async with Client(make_server(lake)) as client:
            listed = await client.list_tools()
            return client.instructions or "", {tool.name for tool in listed.tools}

    instructions, tools = asyncio.run(look())
    assert tools == {"tables", "ask", "query", "search", "article"}
    assert "start_char" in instructions
    assert "who_said_what" in instructions


def test_tables_and_columns_have_their_meaning(lake: Path) -> None:
    assert "quotes" in {row["name"] for row in called(lake, "tables")}
    columns = {row["column"]: row["meaning"] for row in called(lake, "tables", name="who_said_what")}
    assert columns["speaker"].startswith("who says it")
    assert "no table or view nothing" in called(lake, "tables", name="nothing")


def test_rows_and_texts_are_limited_and_that_is_said(lake: Path) -> None:
    answer = called(lake, "ask", sql="select article_id, text from articles order by 1", limit=2)
    assert [row["article_id"] for row in answer["rows"]] == ["a0", "a1"]
    assert len(answer["rows"][0]["text"]) == answers.MOST_CHARACTERS
    assert (answer["more_rows"], answer["texts_are_cut"]) == (True, True)
    many = called(lake, "ask", sql="select * from range(5000)", limit=10_000)
    assert len(many["rows"]) == answers.MOST_ROWS


@pytest.mark.parametrize(
    "sql",
    [
        "drop table articles",
        "copy articles to '/tmp/x.csv'",
        "select * from read_csv('/etc/passwd')",
        "select * from sqlite_scan('/tmp/x.sqlite', 't')",
        "attach '/tmp/x.db'",
        "select 1; select 2",
        "select * from nowhere",
    ],
)
def test_what_does_not_read_the_lake_is_refused(lake: Path, sql: str) -> None:
    assert isinstance(called(lake, "ask", sql=sql), str)


def test_a_question_that_takes_too_long_is_ended(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "SECONDS", 0.5)
    assert "longer than" in called(lake, "ask", sql="select count(*) from range(100000000) a, range(100000000) b")


def test_queries_are_listed_and_answered(lake: Path) -> None:
    listed = {query["name"]: query for query in called(lake, "query")["queries"]}
    assert listed["names_of"]["parameters"]["name"]["default"] is None
    assert len(called(lake, "query", name="latest_articles")["rows"]) == 3
    assert "--param name" in called(lake, "query", name="names_of")
    assert "no query nothing" in called(lake, "query", name="nothing")


def test_a_search_has_the_place_of_the_hit(lake: Path) -> None:
    hits = called(lake, "search", words='"peace talks"', limit=1)
    assert [(hit["start_char"], hit["end_char"]) for hit in hits] == [(0, 11)]


def test_an_article_comes_with_its_text_and_values(lake: Path) -> None:
    article = called(lake, "article", article="a1")
    assert article["title"] == "title 1"
    assert (len(article["text"]), article["text_is_cut"]) == (answers.MOST_OF_A_TEXT, True)
    assert article["values"] == []
    assert "no article has" in called(lake, "article", article="zeppelin")


def test_the_command_speaks_the_protocol(lake: Path) -> None:
    command = ["-m", "flows.cli.main", "mcp", "--lake", str(lake)]

    async def call() -> Any:
        server = StdioServerParameters(command=sys.executable, args=command, cwd=Path(__file__).parents[3])
        async with Client(stdio_client(server)) as client:
            return await client.call_tool("ask", {"sql": "select count(*) as n from articles"})

    assert json.loads(asyncio.run(call()).content[0].text)["rows"] == [{"n": 3}]
