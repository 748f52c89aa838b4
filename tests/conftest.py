"""Fixtures that more than one test module needs."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> "Language":
    """Load the spaCy model once for the whole session."""
    from transforms.parsing.spacy_model import load_model

    return load_model()
