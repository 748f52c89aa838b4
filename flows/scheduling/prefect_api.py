"""Tell what Prefect is set to, without the seconds that importing it takes."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path


def is_configured(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether PREFECT_API_URL is set: there is a Prefect API."""
    return bool(setting("PREFECT_API_URL", environment))


def setting(name: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """Return a setting of Prefect, from `environment` or the active profile of Prefect's profiles.toml; None for none.

    See https://docs.prefect.io/v3/concepts/settings-and-profiles for where Prefect itself looks.
    """
    if name in environment:
        return environment[name]
    home = Path(environment.get("PREFECT_HOME", "~/.prefect")).expanduser()
    path = Path(environment.get("PREFECT_PROFILES_PATH", home / "profiles.toml")).expanduser()
    try:
        profiles = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    profile = environment.get("PREFECT_PROFILE") or profiles.get("active")
    value = profiles.get("profiles", {}).get(profile, {}).get(name)
    return None if value is None else str(value)
