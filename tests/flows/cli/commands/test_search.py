"""`newslake search`: what is shown, and that it is harmless."""

from pathlib import Path

from click.testing import CliRunner

from flows.cli.main import cli
from sql.lake import open_lake
from sql.tables import insert
from tests.transforms.articles import make_article


def test_headline_outlet_and_place_are_shown(newsroom: Path) -> None:
    done = CliRunner().invoke(cli, ["--lake", str(newsroom), "search", '"broke off"'])
    headline, where, snippet = done.output.splitlines()
    assert headline == "Peace talks with Iran break off in Vienna"
    assert where.split()[1:] == ["2024-03-07", "North", "Post", "47-56"]
    assert "⟦broke off⟧" in snippet


def test_nothing_found_is_said(newsroom: Path) -> None:
    lake = ["--lake", str(newsroom), "search", "zeppelin"]
    assert CliRunner().invoke(cli, lake).output == "no article has that\n"
    assert CliRunner().invoke(cli, [*lake, "--json"]).output == "[]\n"


def test_what_acts_on_a_terminal_is_written_out(tmp_path: Path) -> None:
    article = make_article("The \x1b[2J harbour", title="\x1b]0;x\x07 harbour")
    with open_lake(tmp_path) as lake:
        lake.commit(lambda: insert(lake.connection, "articles", [article]))
    for more in ([], ["--json"]):
        assert "\x1b" not in CliRunner().invoke(cli, ["--lake", str(tmp_path), "search", "harbour", *more]).output
