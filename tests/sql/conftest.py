"""Fixtures of the tests of the lake itself."""

import pytest

from sql.making import made_lake


@pytest.fixture(autouse=True)
def _lakes_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make each lake as a user's is made, in place of a copy."""
    monkeypatch.setattr("sql.lake.made_lake", made_lake)
