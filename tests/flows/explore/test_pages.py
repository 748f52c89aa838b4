"""The pages show what the lake holds as text, give their rows as files, and answer nobody else."""

import asyncio
import io
import json
from pathlib import Path
from typing import Any

import httpx
import pyarrow.parquet as pq
import pytest

from flows.answers.limits import UNTIMED
from flows.explore import list_pages, words
from flows.explore.app import explore_app
from sql.lake import read_lake
from transforms.records.reasons import BlockReason

SCRIPT = "<script>alert(1)</script>"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;"


@pytest.fixture(scope="module")
def keys(lake: Path) -> dict[str, str]:
    """Identifiers of the seed article, the hostile one, a bridge's and the renamed speaker."""
    asked = {
        "seed": "select article_id from articles where title like 'Islamic%'",
        "hostile": "select article_id from articles where url = 'https://evil.example/a'",
        "bridge": "select article_id from articles where url = 'https://first.example/b'",
        "speaker": f"select entity_id from entities where name = '{SCRIPT}'",
    }
    with read_lake(lake) as connection:
        return {name: connection.execute(question).fetchall()[0][0] for name, question in asked.items()}


def get(served: str, path: str, **given: Any) -> httpx.Response:
    return httpx.get(served + path, trust_env=False, timeout=30, **given)


PAGES = [
    "/",
    "/?q=bridge&since=2026-11-01",
    "/?outlet=%3Cscript%3Ealert(1)%3C/script%3E",
    "/article/{hostile}",
    "/article/{hostile}/dropped",
    "/article/{hostile}/versions",
    "/article/{hostile}/copies",
    "/article/{hostile}/values",
    "/article/{seed}",
    "/entities",
    "/entity/{speaker}",
    "/entity/{speaker}/said",
    "/entity/{speaker}/with",
    "/map",
    "/sql?q=select+*+from+articles",
    "/sql?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/tables",
    "/nothing/%3Cscript%3Ealert(1)%3C/script%3E",
]


@pytest.mark.parametrize("path", PAGES)
def test_what_others_wrote_is_text(served: str, keys: dict[str, str], path: str) -> None:
    answer = get(served, path.format(**keys))
    assert SCRIPT not in answer.text
    assert "<img src=x" not in answer.text
    assert not {"\u202e", "\x1b"} & set(answer.text)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "script-src" not in answer.headers["content-security-policy"]


def test_hostile_words_are_there_to_read(served: str, keys: dict[str, str]) -> None:
    article = get(served, f"/article/{keys['hostile']}").text
    assert f"<h1>{ESCAPED}</h1>" in article
    assert "\\u202eturned" in article
    assert f"<h1>{ESCAPED}</h1>" in get(served, f"/entity/{keys['speaker']}").text


def test_the_seed_article_has_its_paragraphs_and_marks(served: str, keys: dict[str, str]) -> None:
    text = get(served, f"/article/{keys['seed']}").text
    marked = text[text.index('class="text marks"') : text.index('<section class="rows"')]
    assert marked.count('<p dir="auto">') == 5
    assert '<span class="quote" id="s' in marked


def test_the_copies_of_a_story(served: str, keys: dict[str, str]) -> None:
    shown = get(served, f"/article/{keys['bridge']}/copies").text
    assert "2 articles tell the story; by the dates that they give, first.example was first" in shown


def test_words_and_facets_narrow_the_articles(served: str) -> None:
    assert len(get(served, "/?format=json").json()) == 4
    assert len(get(served, "/?q=BRIDGE+mayor&format=json").json()) == 3
    assert len(get(served, "/?q=bridge&until=2026-11-19&format=json").json()) == 1
    assert len(get(served, "/?outlet=first.example&format=json").json()) == 1
    assert "<h1>3 articles</h1>" in get(served, "/?q=bridge").text
    assert "<h1>3 articles</h1>" in get(served, "/?q=bridge+t*").text
    assert "<h1>0 articles</h1>" in get(served, "/?q=橋*").text
    assert get(served, "/?q=nobodywroteit&format=json").json() == []
    titles = [row["title"] for row in get(served, "/?q=bridge&format=json").json()]
    assert titles[-1] == SCRIPT  # the others have the word in the headline


def test_more_articles_than_are_found_are_said_to_be_the_best(served: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "that match best" not in get(served, "/?q=bridge").text
    monkeypatch.setattr(words, "MOST_FOUND", 1)
    monkeypatch.setattr(list_pages, "MOST_FOUND", 1)
    assert "1 article, of the 1 that match best" in get(served, "/?q=bridge").text


def test_versions_show_what_changed(newsroom: Path) -> None:
    async def ask() -> str:
        with read_lake(newsroom) as connection:
            found = connection.execute("select article_id from articles where version = 2").fetchall()
        with explore_app(newsroom, 4300, UNTIMED) as app:
            async with httpx.AsyncClient(
                transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:4300"
            ) as client:
                return (await client.get(f"/article/{found[0][0]}/versions")).text

    shown = asyncio.run(ask())
    assert "The first one." in shown
    assert 'Iran <del class="gone">resume</del><ins class="new">break off</ins> in Vienna' in shown
    assert 'on <del class="gone">Thursday.</del><ins class="new">Friday.</ins> American troops' in shown


def test_what_cleaning_dropped_has_its_reason_in_words(served: str, keys: dict[str, str]) -> None:
    shown = get(served, f"/article/{keys['seed']}/dropped").text
    assert '<span class="gone">dropped</span>' in shown
    assert [reason.value for reason in BlockReason if f"<td>{reason.value}</td>" in shown] == []


@pytest.mark.parametrize(
    "path", ["/?since=yesterday", "/?place=x", "/?format=exe", "/?q=s*", "/?q=s*+T*", "/sql?q=select+x&format=csv"]
)
def test_what_makes_no_sense_is_said_in_a_page(served: str, path: str) -> None:
    answer = get(served, path)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_every_view_gives_its_rows(served: str, keys: dict[str, str]) -> None:
    paths = ["/map", "/entities", "/entity/{speaker}", "/entity/{speaker}/said", "/article/{seed}"]
    for path in [*paths, *(f"/article/{{seed}}/{part}" for part in ("values", "dropped", "versions", "copies"))]:
        assert get(served, path.format(**keys) + "?format=json").json(), path


def test_rows_are_the_same_in_every_format(served: str) -> None:
    asked = "/sql?q=select+title,published_on,authors+from+articles&format="
    rows = get(served, asked + "json").json()
    assert pq.read_table(io.BytesIO(get(served, asked + "parquet").content)).num_rows == len(rows) == 4
    assert [json.loads(line) for line in get(served, asked + "jsonl").text.splitlines()] == rows
    assert get(served, asked + "csv").text.startswith("title,published_on,authors\n")


def test_csv_is_harmless_in_a_spreadsheet(served: str) -> None:
    answer = get(served, "/sql", params={"q": "select '=1+1' as x, 'a\u202eb' as y", "format": "csv"})
    assert answer.text == "x,y\n'=1+1,a\\u202eb\n"
    assert answer.headers["content-disposition"] == 'attachment; filename="answer.csv"'


@pytest.mark.parametrize("style", ["html", "csv"])
@pytest.mark.parametrize(
    "question",
    [
        "copy (select 1) to 'x.csv'",
        "delete from articles",
        "select 1; select 2",
        "from read_text('/etc/hostname')",
        "from sqlite_scan('x', 'y')",
        "from duckdb_settings()",
        "from memory.main.listed",
    ],
)
def test_the_sql_page_is_confined(served: str, question: str, style: str) -> None:
    answer = get(served, "/sql", params={"q": question, "format": style})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_a_question_ends_in_its_time(lake: Path) -> None:
    from flows.answers.limits import Limits
    from flows.answers.reader import Question, Reader
    from flows.inputs.errors import UsageError

    long = "select count(*) from range(10000000) a, range(10000000) b where hash(a.range, b.range) = 1"
    with read_lake(lake) as connection:
        reader = Reader(connection, Limits(0.2, "1 GB"))
        with pytest.raises(UsageError, match="took longer than"):
            reader.rows(Question("long", long, {}))


def test_an_answer_is_kept_until_the_lake_changes(tmp_path: Path) -> None:
    from flows.answers.reader import Question, Reader
    from sql.lake import open_lake

    with open_lake(tmp_path / "lake") as lake, read_lake(tmp_path / "lake") as connection:
        reader = Reader(connection, UNTIMED)
        asked = Question("x", "select count(*) as rows, random() as chance from schema_versions", {})
        (before,) = reader.rows(asked)
        assert reader.rows(asked) == [before]
        lake.commit(lambda: lake.connection.execute("insert into schema_versions from schema_versions"))
        assert reader.rows(asked)[0]["rows"] == 2 * before["rows"]


def test_the_questions_of_a_page_are_about_one_moment(tmp_path: Path) -> None:
    from flows.answers.reader import Question, Reader
    from sql.lake import open_lake

    with open_lake(tmp_path / "lake") as lake, read_lake(tmp_path / "lake") as connection:
        reader = Reader(connection, UNTIMED)
        with reader.at_once() as ask:
            (before,) = ask(Question("before", "select count(*) as rows from schema_versions", {}))
            lake.commit(lambda: lake.connection.execute("insert into schema_versions from schema_versions"))
            (meanwhile,) = ask(Question("meanwhile", "select count(*) + 0 as rows from schema_versions", {}))
        assert meanwhile == before
        assert reader.rows(Question("later", "select count(*) as rows from schema_versions", {})) != [before]


def test_a_long_file_is_refused(served: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.explore.downloads.MOST_BYTES", 1000)
    assert get(served, "/sql?q=from+range(10)&format=csv").status_code == 200
    for style in ("csv", "parquet"):
        answer = get(served, f"/sql?q=from+range(100000)&format={style}")
        assert answer.status_code == 400
        assert "newslake sql --output" in answer.text


REFUSED = [
    {"Host": "evil.example"},
    {"Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
    {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
]


@pytest.mark.parametrize("headers", REFUSED)
def test_other_sites_get_nothing(served: str, headers: dict[str, str]) -> None:
    answer = get(served, "/?format=json", headers=headers)
    assert answer.status_code == 403
    with pytest.raises(json.JSONDecodeError):
        answer.json()


def test_a_link_from_elsewhere_may_be_followed(served: str) -> None:
    assert get(served, "/", headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_the_pages_are_read_only(served: str, method: str) -> None:
    assert httpx.request(method, served + "/sql", trust_env=False).status_code == 405


def test_styles_have_their_type(served: str) -> None:
    assert get(served, "/static/style.css").headers["content-type"].startswith("text/css")
    assert get(served, "/static/icon.svg").headers["content-type"] == "image/svg+xml"
    assert get(served, "/static/app.py").status_code == 404


def test_an_article_as_a_page_to_send(lake: Path, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from flows.cli.main import cli

    out = tmp_path / "article.html"
    result = CliRunner().invoke(cli, ["show", "Islamic resistance", "--html", str(out), "--lake", str(lake)])
    assert result.exit_code == 0, result.output
    page = out.read_text("utf-8")
    assert page.count('<p dir="auto">') == 5
    assert 'href="/' not in page
    assert "<style>" in page
    assert SCRIPT not in page
