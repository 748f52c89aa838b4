"""A configured Prefect API is noticed where Prefect would look."""

from pathlib import Path

import pytest

from flows.scheduling.prefect_api import is_configured

PROFILES = """
active = "local"
[profiles.local]
PREFECT_LOGGING_LEVEL = "INFO"
[profiles.cluster]
PREFECT_API_URL = "http://127.0.0.1:4200/api"
"""


@pytest.fixture
def home(tmp_path: Path) -> str:
    (tmp_path / "profiles.toml").write_text(PROFILES)
    return str(tmp_path)


def test_the_environment_comes_first(home: str) -> None:
    assert is_configured({"PREFECT_API_URL": "http://127.0.0.1:4200/api"})
    assert not is_configured({"PREFECT_API_URL": "", "PREFECT_HOME": home, "PREFECT_PROFILE": "cluster"})


def test_the_active_profile_counts(home: str) -> None:
    assert not is_configured({"PREFECT_HOME": home})
    assert is_configured({"PREFECT_HOME": home, "PREFECT_PROFILE": "cluster"})


def test_no_or_broken_profiles_are_none(tmp_path: Path) -> None:
    assert not is_configured({"PREFECT_HOME": str(tmp_path)})
    (tmp_path / "profiles.toml").write_text("not toml [")
    assert not is_configured({"PREFECT_HOME": str(tmp_path)})
