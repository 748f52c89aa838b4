"""The report of a lake is one page with every chart, and takes nothing of what others wrote for markup."""

from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli.main import cli
from flows.inputs.errors import UsageError
from flows.report.report import Scope, report
from sql.lake import open_lake, read_lake

SCRIPT = "<script>alert(1)</script>"
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


class Loaded(HTMLParser):
    """What a page makes a browser load, and its elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.loaded: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        given = dict(attrs)
        self.loaded += [given[name] for name in ("src", "srcset", "data", "poster") if name in given]
        if tag == "link":
            self.loaded.append(given["href"])


@pytest.fixture(scope="module")
def whole(newsroom: Path) -> str:
    return report(newsroom, Scope(), NOW)


def test_it_needs_nothing_else(whole: str) -> None:
    page = Loaded(whole)
    assert page.loaded == ["data:,"]
    assert "script" not in page.elements
    assert "@import" not in whole
    assert "url(" not in whole
    assert len(whole.encode()) < 3_000_000


def test_every_chart_has_data_a_title_a_unit_and_a_source(whole: str) -> None:
    assert "nothing to show" not in whole
    assert "made 2026-11-26 12:00 UTC" in whole
    figures = whole.split('<figure class="chart">')[1:]
    assert len(figures) == 10
    for figure in figures:
        drawing = figure[: figure.index("</figure>")]
        assert "<small>(" in drawing
        assert "Source: " in drawing
        assert "<rect" in drawing or "<circle" in drawing


def test_it_says_who_was_first_and_what_the_checks_find(whole: str) -> None:
    stories = whole[whole.index('id="stories"') : whole.index('id="checks"')]
    assert stories.count("<tr>") > 1
    assert whole[whole.index('id="checks"') :].count('<td class="number">0</td>') > 5


def test_a_period_has_what_was_published_in_it(newsroom: Path) -> None:
    before = report(newsroom, Scope(until=date(1990, 1, 1)), NOW)
    assert "from" not in before[: before.index("</h1>")].rpartition("<h1>")[2]
    assert "No input was seen." in before
    assert "nothing to show" in before


def test_a_run_has_what_it_stored(newsroom: Path) -> None:
    with read_lake(newsroom) as connection:
        (run_id, stored), *_ = connection.execute("select run_id, stored from runs order by started_at desc").fetchall()
    made = report(newsroom, Scope(run=run_id[:18]), NOW)
    assert f"the run {run_id}" in made
    assert f'<th scope="row">stored</th><td class="number">{stored}</td>' in made.replace("\n", "")
    with pytest.raises(UsageError, match="no run of the lake has"):
        report(newsroom, Scope(run="nonsense"))


def test_what_others_wrote_is_text(tmp_path: Path) -> None:
    from sql.tables import arrow_schema

    with open_lake(tmp_path / "lake") as lake:
        import pyarrow as pa

        def write() -> None:
            row = dict.fromkeys(arrow_schema("inputs").names) | {
                "run_id": SCRIPT, "uri": SCRIPT, "source": SCRIPT, "outcome": SCRIPT, "reason": SCRIPT, "seen_at": NOW,
            }  # fmt: skip
            rows = pa.Table.from_pylist([row], schema=arrow_schema("inputs"))
            lake.connection.register("hostile", rows)
            lake.connection.execute("insert into inputs by name from hostile")
            lake.connection.unregister("hostile")

        lake.commit(write)
    made = report(tmp_path / "lake", Scope(), NOW)
    assert SCRIPT not in made
    assert made.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 4


@pytest.mark.parametrize(
    ("arguments", "status"), [([], 0), (["--since", "2026-01-01"], 0), (["--run", "x", "--since", "2026-01-01"], 2)]
)
def test_the_command(newsroom: Path, tmp_path: Path, arguments: list[str], status: int) -> None:
    out = tmp_path / "out.html"
    result = CliRunner().invoke(cli, ["report", str(out), "--lake", str(newsroom), *arguments])
    assert result.exit_code == status, result.output
    assert out.exists() is (status == 0)
