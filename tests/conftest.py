"""Fixtures that more than one test module needs."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    import duckdb
    from spacy.language import Language


def pytest_configure() -> None:
    """Hear ^C, as do the processes that tests start: what a shell runs in the background ignores it.

    An example that hypothesis makes may take its time: how long it does says something of the machine alone.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    settings.register_profile("newslake", deadline=None)
    settings.load_profile("newslake")


@pytest.fixture(scope="session", autouse=True)
def lakes_made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Make one empty lake, and copy it where a test would make one: that is a third of the time of a small run.

    The tests of `sql` make theirs (tests/sql/conftest.py).
    """
    from sql import making
    from sql.attach import CATALOG, TABLES, connect
    from sql.sharing.shared import shared_lake

    empty = tmp_path_factory.mktemp("empty") / "lake"
    empty.mkdir()

    def copied_lake(folder: Path) -> "duckdb.DuckDBPyConnection | None":
        if shared_lake(folder) or any(folder.iterdir()):
            return making.made_lake(folder)
        if not any(empty.iterdir()) and (made := making.made_lake(empty)):
            made.close()
        shutil.copytree(empty / TABLES, folder / TABLES)
        shutil.copy(empty / CATALOG, folder)
        return connect(folder, read_only=False)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sql.lake.made_lake", copied_lake)
        yield


@pytest.fixture(scope="session")
def nlp() -> "Language":
    """Load the spaCy model once for the whole session."""
    from transforms.parsing.spacy_model import load_model

    return load_model()


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake of two runs with the articles of tests/newsroom; for reading alone."""
    from flows.inputs.options import Options
    from flows.pipeline.executors import local
    from flows.pipeline.run import run
    from tests.newsroom import FIRST_DAY, SECOND_DAY

    lake = tmp_path_factory.mktemp("newsroom") / "lake"
    for day in (FIRST_DAY, SECOND_DAY):
        run(Options([str(day)], str(lake)), local(1, None))
    return lake
