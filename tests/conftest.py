"""Fixtures that more than one test module needs."""

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


def pytest_configure() -> None:
    """Hear ^C, as do the processes that tests start: what a shell runs in the background ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


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
