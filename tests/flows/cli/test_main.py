"""The command line does what it says, in one line when it cannot, and loads no heavy library without need."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from flows.cli.main import cli
from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run

NEWSLAKE = [sys.executable, "-m", "flows.cli.main"]
SAMPLES = Path(__file__).parents[3] / "data" / "samples"


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lake = tmp_path_factory.mktemp("cli") / "lake"
    run(Options([str(SAMPLES)], str(lake)), local(1, None))
    return lake


def newslake(*arguments: str, status: int = 0, lake: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "120", "PREFECT_API_URL": ""}
    if lake:
        environment["NEWSLAKE_LAKE"] = str(lake)
    done = subprocess.run(  # noqa: S603
        [*NEWSLAKE, *arguments], capture_output=True, text=True, env=environment, check=False, timeout=120
    )
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return done


def test_the_seed_answers_the_readme_question(lake: Path) -> None:
    question = "select title, comment_count, published_at from articles where url like '%islamic-resistance%'"
    answer = json.loads(newslake("sql", question, "--format", "json", lake=lake).stdout)
    title = "Islamic resistance in Iraq vows continued strikes against US-led coalition forces"
    assert answer == [{"title": title, "comment_count": 0, "published_at": None}]


def test_formats_hold_the_same_rows(lake: Path, tmp_path: Path) -> None:
    question = "select url, authors, published_at, word_count from articles order by url"
    as_json = json.loads(newslake("sql", question, "--format", "json", lake=lake).stdout)
    lines = newslake("sql", question, "--format", "jsonl", lake=lake).stdout.splitlines()
    assert [json.loads(line) for line in lines] == as_json
    rows = list(csv.DictReader(io.StringIO(newslake("sql", question, "--format", "csv", lake=lake).stdout)))
    assert [row["url"] for row in rows] == [row["url"] for row in as_json]
    assert [json.loads(row["authors"]) for row in rows] == [row["authors"] for row in as_json]
    output = tmp_path / "answer.parquet"
    newslake("sql", question, "--format", "parquet", "--output", str(output), lake=lake)
    assert [row["word_count"] for row in pq.read_table(output).to_pylist()] == [row["word_count"] for row in as_json]
    assert "word_count" in newslake("sql", question, lake=lake).stdout


def test_no_rows_are_an_empty_answer(lake: Path) -> None:
    assert json.loads(newslake("sql", "select 1 as n where false", "--format", "json", lake=lake).stdout) == []
    assert newslake("sql", "select 1 as n where false", "--format", "csv", lake=lake).stdout == "n\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sql", "selec 1"], "syntax error"),
        (["sql", "select nothing from nowhere"], "nowhere"),
        (["sql", "select 1; select 2"], "one question"),
        (["sql", "drop table articles"], "one question"),
        (["sql", "copy articles to 'x.csv'"], "one question"),
        (["sql", "explain analyze copy articles to 'x.csv'"], "one question"),
        (["sql", "select 1", "--format", "parquet"], "--output"),
        (["sql", "select 1", "--output", "x.txt"], "--format"),
        (["sql", "select 1", "--lake", "no/such/lake"], "newslake ingest"),
        (["sql", "select 1", "--format", "csv", "--output", "/no/such/folder/x.csv"], "cannot be written"),
        (["query", "no_such_query"], "lists them"),
        (["query", "most_named"], "kind"),
        (["tables", "no_such_table"], "lists them"),
        (["show", "no such article"], "no article"),
        (["show", "the"], "articles match"),
        (["ingest", "no/such/file"], "no file or folder"),
        (["ingest", "ftp://news.example/"], "http"),
    ],
)
def test_what_cannot_be_done_is_one_line(lake: Path, arguments: list[str], said: str) -> None:
    done = newslake(*arguments, status=1, lake=lake)
    assert done.stdout == ""
    assert done.stderr.startswith("newslake: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr


def test_a_model_that_is_not_installed_is_said(tmp_path: Path) -> None:
    done = newslake("ingest", str(SAMPLES / "wire.jsonl"), "--model", "no_such_model", status=1, lake=tmp_path)
    assert done.stderr.startswith("newslake: no spaCy model 'no_such_model'")
    assert done.stderr.count("\n") == 1


def test_wrong_usage_is_status_2() -> None:
    newslake("ingest", status=2)
    newslake("no-such-command", status=2)


def test_summary_strict_and_json(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    lake = tmp_path / "lake"
    summary = json.loads(newslake("ingest", str(tmp_path / "empty.txt"), "--json", lake=lake).stdout)
    assert summary["ledger"] == [["rejected", "empty", 1]]
    done = newslake("ingest", str(tmp_path / "empty.txt"), "--strict", status=1, lake=lake)
    assert "there is nothing in it" in done.stdout
    assert "1 input in" in done.stdout


def test_tables_are_listed_with_their_columns(lake: Path) -> None:
    listed = newslake("tables", lake=lake).stdout
    assert "version of an article" in listed
    assert "current_articles" in listed
    columns = " ".join(newslake("tables", "mentions", lake=lake).stdout.split())
    assert "entity_id VARCHAR not null entity mentioned" in columns
    assert "text[start_char:end_char]" in columns
    of_view = " ".join(newslake("tables", "places_mentioned", lake=lake).stdout.split())
    assert "mentions BIGINT how often the article mentions it" in of_view
    assert "latitude DOUBLE degrees north" in of_view


def test_show_marks_the_values(lake: Path) -> None:
    shown = newslake("show", "Islamic resistance", lake=lake).stdout
    assert "Pentagon deputy press secretary" in shown
    assert "Sabrina Singh" in shown
    blocks = newslake("show", "Islamic resistance", "--blocks", lake=lake).stdout
    assert "comment_form" in blocks
    assert "Leave a Reply" in blocks


def test_show_tells_how_versions_differ(tmp_path: Path) -> None:
    file, lake = tmp_path / "a.jsonl", tmp_path / "lake"
    line = {"url": "https://news.example/a", "title": "Bridge closed", "date": "2024-05-01"}
    for text in ("The bridge is closed.\n\nTwo men were hurt.", "The bridge is closed.\n\nThree men were hurt."):
        file.write_text(json.dumps({**line, "text": text}), "utf-8")
        run(Options([str(file)], str(lake)), local(1, None))
    shown = newslake("show", "Bridge", "--versions", lake=lake).stdout.splitlines()
    assert [words.strip() for words in shown if words.startswith(("+", "-"))] == [
        "-Two men were hurt.",
        "+Three men were hurt.",
    ]
    assert sum(words.startswith("version ") for words in shown) == 2


def test_runs_are_listed(lake: Path) -> None:
    (listed,) = json.loads(newslake("runs", "--format", "json", lake=lake).stdout)
    assert (listed["command"], listed["status"]) == ("ingest", "completed")
    assert (listed["stored"], listed["duplicate"], listed["rejected"]) == (16, 1, 1)


def test_queries_are_listed_and_answered(lake: Path) -> None:
    assert "most_named" in newslake("query", lake=lake).stdout
    rows = json.loads(newslake("query", "most_named", "--param", "kind=country", "--format", "json", lake=lake).stdout)
    assert "Iraq" in {row["name"] for row in rows}


def test_checks_pass(lake: Path) -> None:
    assert "every check passed" in newslake("check", lake=lake).stdout


@pytest.mark.parametrize("arguments", [["--help"], ["sql", "select 1"], ["tables"]])
def test_answers_need_no_heavy_library(lake: Path, arguments: list[str]) -> None:
    code = (
        "import sys; from flows.cli.main import cli; cli(sys.argv[1:], standalone_mode=False); "
        "loaded = {'prefect', 'spacy', 'trafilatura', 'pyarrow', 'lxml', 'numpy'} & set(sys.modules); "
        "assert not loaded, loaded"
    )
    environment = {**os.environ, "NEWSLAKE_LAKE": str(lake)}
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, env=environment, capture_output=True)  # noqa: S603


def test_completion_knows_commands_and_queries() -> None:
    asked = {"COMP_WORDS": "newslake query most", "COMP_CWORD": "2", "_NEWSLAKE_COMPLETE": "bash_complete"}
    done = CliRunner().invoke(cli, [], prog_name="newslake", env=asked)
    assert done.output.split() == ["plain,most_named", "plain,most_quoted"]


@pytest.mark.parametrize("command", [["sql", "from articles"], ["query", "latest_articles"], ["runs"]])
def test_a_table_keeps_to_the_width(lake: Path, command: list[str]) -> None:
    for given, width in ([], 80), (["--width", "130"], 130):
        done = CliRunner(env={"COLUMNS": "80"}).invoke(cli, ["--lake", str(lake), *command, *given])
        assert done.exit_code == 0, done.exception
        widest = max(map(cell_len, done.output.splitlines()))
        assert widest <= width
        assert command[0] == "runs" or widest > width - 45
