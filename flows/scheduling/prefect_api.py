"""Tell whether a Prefect API is configured, without the seconds that importing Prefect takes."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path


def is_configured(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether PREFECT_API_URL is set: in `environment`, or in the active profile of Prefect's profiles.toml.

    See https://docs.prefect.io/v3/concepts/settings-and-profiles for where Prefect itself looks.
    """
    if "PREFECT_API_URL" in environment:
        return bool(environment["PREFECT_API_URL"])
    home = Path(environment.get("PREFECT_HOME", "~/.prefect")).expanduser()
    path = Path(environment.get("PREFECT_PROFILES_PATH", home / "profiles.toml")).expanduser()
    try:
        profiles = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    name = environment.get("PREFECT_PROFILE") or profiles.get("active")
    return bool(profiles.get("profiles", {}).get(name, {}).get("PREFECT_API_URL"))
