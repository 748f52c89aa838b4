"""The commands of the sources file say what they did, what there is, and what is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flows.cli.commands.sources import sources
from flows.cli.main import cli
from flows.inputs.errors import UsageError
from flows.inputs.source import Kind, Source
from flows.scheduling.sources_file import load_sources
from sql.lake import read_lake

OPML = """<opml version="2.0"><body>
  <outline text="Harbour Post" xmlUrl="https://example.org/rss"/><outline text="Tram" xmlUrl="https://example.net/rss"/>
</body></opml>"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "140")
    for name in ("NEWSLAKE_SOURCES", "NEWSLAKE_LAKE", "PREFECT_API_URL"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "sources.toml"


def run(*arguments: str, given: str | None = None) -> Result:
    result = CliRunner().invoke(sources, arguments, input=given)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def add(name: str, address: str, *options: str) -> Result:
    return run("add", name, address, *options)


def test_a_source_is_added_and_listed(path: Path) -> None:
    options = ("--kind", "feed", "--schedule", "15m", "--limit", "50", "--delay", "2.5", "--allow-private")
    result = add("harbour", "https://example.org/rss", *options)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "added harbour to sources.toml\n")
    add("old", "data/[a-m]*.html", "--kind", "files", "--disabled")
    assert load_sources(path) == (
        Source(
            name="harbour",
            kind=Kind.FEED,
            address="https://example.org/rss",
            schedule="15m",
            limit=50,
            delay=2.5,
            allow_private=True,
        ),
        Source(name="old", kind=Kind.FILES, address="data/[a-m]*.html", enabled=False),
    )
    assert [line.rstrip() for line in run("list").stdout.splitlines()] == [
        "name     kind   address                  schedule  settings",
        "harbour  feed   https://example.org/rss  15m       limit 50, delay 2.5 s, private addresses",
        "old      files  data/[a-m]*.html         -         disabled",
    ]


def test_the_list_as_json_is_data(path: Path) -> None:
    add("tram", "https://example.org/é", "--kind", "pages")
    assert json.loads(run("list", "--json").stdout) == [
        {
            "name": "tram",
            "kind": "pages",
            "address": "https://example.org/é",
            "schedule": None,
            "enabled": True,
            "limit": None,
            "delay": None,
            "allow_private": False,
            "folder": None,
        }
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Harbour", "https://example.org/", "--kind", "feed"), "name must be of the letters a-z"),
        (("a", "rss.xml", "--kind", "feed"), "a feed has a URL"),
        (("a", "https://example.org/", "--kind", "feed", "--schedule", "soon"), 'schedule "soon" is neither'),
    ],
)
def test_what_is_wrong_is_not_added(path: Path, arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        run("add", *arguments)
    assert not path.exists()


def test_wrong_options_are_wrong_usage(path: Path) -> None:
    assert add("a", "https://example.org/").exit_code == 2
    assert add("a", "https://example.org/", "--kind", "fed").exit_code == 2
    assert add("a", "https://example.org/", "--kind", "feed", "--limit", "0").exit_code == 2


def test_a_name_is_given_once(path: Path) -> None:
    add("a", "https://example.org/", "--kind", "pages")
    with pytest.raises(UsageError, match="the name a is taken by the source on line 2"):
        add("a", "https://example.org/b", "--kind", "pages")


def test_the_check_says_when_each_source_runs(path: Path) -> None:
    add("cron", "https://example.org/1", "--kind", "feed", "--schedule", "30 6 1 1 *")
    add("often", "https://example.org/2", "--kind", "feed", "--schedule", "15m")
    add("asked", "x.warc.gz", "--kind", "archive")
    add("off", "https://example.org/3", "--kind", "feed", "--schedule", "1h", "--disabled")
    result = run("check")
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert lines[0].split() == ["name", "kind", "address", "schedule", "next", "run"]
    assert lines[1].endswith("-01-01 06:30 UTC")
    assert lines[2].endswith("at start, then each 15m")
    assert lines[3].endswith("on demand")
    assert lines[4].endswith("disabled")


def test_the_check_names_all_problems(path: Path) -> None:
    path.write_text('[[source]]\nname = "a"\nkind = "fed"\naddress = "x"\nlimit = 0\n')
    result = run("check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        'sources.toml:3: kind must be one of files, feed, sitemap, pages, archive, not "fed"; did you mean feed?',
        "sources.toml:5: limit must be a whole number from 1 on, not 0",
    ]


def test_feeds_are_imported_once(path: Path) -> None:
    Path("list.opml").write_text(OPML)
    add("harbour-post", "https://example.org/other", "--kind", "feed")
    result = run("import", "list.opml", "--schedule", "1h")
    assert result.stderr == "added 2 of 2 feeds to sources.toml\n"
    assert [(source.name, source.address, source.schedule) for source in load_sources(path)] == [
        ("harbour-post", "https://example.org/other", None),
        ("harbour-post-2", "https://example.org/rss", "1h"),
        ("tram", "https://example.net/rss", "1h"),
    ]
    assert run("import", "-", given=OPML).stderr == "added 0 of 2 feeds to sources.toml\n"


def test_what_is_no_opml_is_not_imported(path: Path) -> None:
    Path("list.txt").write_text("feeds")
    with pytest.raises(UsageError, match=r"list\.txt: it is not OPML"):
        run("import", "list.txt")
    with pytest.raises(UsageError, match='schedule "soon" is neither'):
        run("import", "-", "--schedule", "soon", given=OPML)
    assert not path.exists()


def test_feeds_are_exported(path: Path) -> None:
    run("import", "-", given=OPML)
    add("pages", "list.txt", "--kind", "pages")
    result = run("export")
    assert result.stderr == "left out 1 of 3 sources, which are not feeds\n"
    assert result.stdout.count("<outline ") == 2
    path.unlink()
    assert run("import", "-", given=result.stdout).stderr == "added 2 of 2 feeds to sources.toml\n"


def test_the_file_can_stand_elsewhere(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "a", "x", "--kind", "files", "--file", "one.toml")
    monkeypatch.setenv("NEWSLAKE_SOURCES", "two.toml")
    add("b", "x", "--kind", "files")
    assert [source.name for source in load_sources(Path("one.toml"))] == ["a"]
    assert [source.name for source in load_sources(Path("two.toml"))] == ["b"]
    assert not path.exists()


def test_a_missing_file_is_said(path: Path) -> None:
    for command in ("list", "check", "export"):
        with pytest.raises(UsageError, match=r"there is no file sources\.toml; `newslake sources add` makes one"):
            run(command)


def test_the_module_is_light() -> None:
    heavy = "{'tomlkit', 'cronsim', 'lxml', 'feedparser', 'rich', 'prefect'}"
    code = f"import sys, flows.cli.commands.sources; print(sorted({heavy} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert done.stdout == "[]\n"


def test_sources_run_now_and_one_that_fails_stops_no_other(path: Path, tmp_path: Path) -> None:
    add("gone", "articles/none", "--kind", "files")
    add("old", "old.txt", "--kind", "files", "--disabled")
    add("news", "articles", "--kind", "files")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Regen fiel auf die Stadt, und der Hafen blieb geschlossen. " * 5)
    (tmp_path / "articles" / "b.txt").touch()
    done = run("run", "--workers", "1")
    assert done.exit_code == 1
    assert done.stderr == "newslake: gone: there is no file or folder articles/none\n"
    with read_lake(tmp_path / "data" / "lake") as connection:
        assert connection.execute("select source, outcome from inputs order by uri").fetchall() == [
            ("news", "stored"),
            ("news", "rejected"),
        ]
    assert run("run", "news").exit_code == 0
    assert run("run", "news", "--strict").exit_code == 1
    with pytest.raises(UsageError, match=r"sources\.toml has no source nws"):
        run("run", "nws")
    runs = CliRunner().invoke(cli, ["runs", "--format", "jsonl"]).stdout.splitlines()
    assert [json.loads(line)["source"] for line in runs] == ["news"] * 3
