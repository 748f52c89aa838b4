"""Fixtures that more than one test module needs."""

import signal
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
