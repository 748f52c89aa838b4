"""`newslake show` can show the values of one table alone, and figures as they are written."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli.main import cli
from sql.lake import open_lake
from sql.tables import insert
from tests.transforms.articles import make_article
from transforms.records.article_records import Figure, Time

FIGURES = {"2500": (2500.0, None), "3.5": (3.5, None), "5000-6000": (5000.0, 6000.0), "googol": (1e100, None)}


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("show") / "lake"
    figures = [
        Figure(article_id="a", version=1, figure_id=n, start_char=0, end_char=4, text="many", value=low, value_max=high,
               approximate=False, method="m")
        for n, (low, high) in enumerate(FIGURES.values(), 1)
    ]  # fmt: skip
    time = Time(
        article_id="a", version=1, time_id=1, start_char=5, end_char=11, text="Monday", kind="interval", method="m"
    )
    with open_lake(folder) as lake:

        def write() -> None:
            insert(lake.connection, "articles", [make_article("many Monday", title="Figures")])
            insert(lake.connection, "figures", figures)
            insert(lake.connection, "times", [time])

        lake.commit(write)
    return folder


def shown(lake: Path, *arguments: str) -> str:
    done = CliRunner().invoke(cli, ["--lake", str(lake), "show", "Figures", *arguments], env={"COLUMNS": "200"})
    assert done.exit_code == 0, done.exception
    return done.output


def test_figures_are_shown_as_they_are_written(lake: Path) -> None:
    values = [line.split(maxsplit=3)[3] for line in shown(lake).splitlines() if " figure " in line]
    assert sorted(value.strip() for value in values) == ["1e+100", "2,500", "3.5", "5,000 -6,000"]


def test_the_values_of_one_table_alone(lake: Path) -> None:
    assert " time " in shown(lake)
    assert " time " not in shown(lake, "--only", "figures")
    assert " figure " not in shown(lake, "--only", "times")
    assert " figure " in shown(lake, "--only", "times", "--only", "figures")
