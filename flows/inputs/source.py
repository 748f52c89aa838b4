"""What a source of articles is, and what its settings may be."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum

import regex

from flows.inputs.schedules import ScheduleError, next_run
from transforms.text.urls import is_web_address

NAME = regex.compile(r"[a-z0-9-]+")


class Kind(StrEnum):
    """What stands at the address of a source."""

    FILES = "files"
    FEED = "feed"
    SITEMAP = "sitemap"
    PAGES = "pages"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source of articles, as a table of the sources file has it; MEANINGS says what each field means."""

    name: str
    kind: Kind
    address: str
    schedule: str | None = None
    enabled: bool = True
    limit: int | None = None
    delay: float | None = None
    allow_private: bool = False
    folder: str | None = None


KEYS = tuple(field.name for field in fields(Source))
MEANINGS = {
    "name": "what it is called: a-z, 0-9 and hyphens",
    "kind": "what stands at its address",
    "address": "a path or glob of files, else an address of the web",
    "schedule": (
        'when it runs under `newslake serve`: an interval such as "90s", "15m", "1h", "1d" or "1w", or a cron '
        "expression in UTC; without one it runs only on demand"
    ),
    "enabled": "whether it runs by its schedule",
    "limit": "the most inputs that a run takes; all without one",
    "delay": "seconds between two requests to a host, which robots.txt can only raise; one without it",
    "allow_private": "whether its addresses may lead into private networks",
    "folder": 'where a feed reader keeps it, such as "Europe/Ports", for people alone',
}
"""What each key of a source means."""
REQUIRED = ("name", "kind", "address")


@dataclass(frozen=True, slots=True)
class SettingError:
    """What is wrong with a source, and at which key; None when it is what is missing."""

    key: str | None
    message: str


def find_errors(values: Mapping[str, object]) -> Iterator[SettingError]:
    """Yield what is wrong with the values of one source."""
    meant = set()
    for key in values.keys() - set(KEYS):
        close = difflib.get_close_matches(key, KEYS, n=1)
        meant.update(close)
        hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(KEYS)}"
        yield SettingError(key, f"unknown key {key}; {hint}")
    for key in REQUIRED:
        if key not in values and key not in meant:
            yield SettingError(None, f"the source has no {key}")
    for key, check in _CHECKS.items():
        if key in values and (message := check(values[key])):
            yield SettingError(key, message)
    if not any(check(values.get(key)) for key, check in _CHECKS.items() if key in ("kind", "address")):
        yield from _misplaced(str(values["kind"]), str(values["address"]))


def make_source(values: Mapping[str, object]) -> Source:
    """Return the source with these values, in which `find_errors` finds nothing."""
    return Source(**{**values, "kind": Kind(str(values["kind"]))})  # type: ignore[arg-type]


def _misplaced(kind: str, address: str) -> Iterator[SettingError]:
    is_web = is_web_address(address)
    if not is_web and "://" in address:
        yield SettingError("address", f"{address}: only http and https are fetched")
    elif is_web and kind == Kind.FILES:
        yield SettingError("address", "kind files reads paths; for a URL write feed, sitemap, pages or archive")
    elif not is_web and kind in (Kind.FEED, Kind.SITEMAP):
        yield SettingError("address", f"a {kind} has a URL that begins with http:// or https://, not {address}")


def _name(value: object) -> str | None:
    if isinstance(value, str) and NAME.fullmatch(value):
        return None
    return f"name must be of the letters a-z, digits and hyphens, not {_shown(value)}"


def _kind(value: object) -> str | None:
    kinds = [kind.value for kind in Kind]
    if value in kinds:
        return None
    close = difflib.get_close_matches(str(value), kinds, n=1)
    hint = f"; did you mean {close[0]}?" if close else ""
    return f"kind must be one of {', '.join(kinds)}, not {_shown(value)}{hint}"


def _address(value: object) -> str | None:
    if isinstance(value, str) and value.strip():
        return None
    return f"address must be a path, a glob or a URL, not {_shown(value)}"


def _schedule(value: object) -> str | None:
    if not isinstance(value, str):
        return f'schedule must be text, such as "15m" or "0 6 * * *", not {_shown(value)}'
    try:
        next_run(value, datetime(2024, 1, 1, tzinfo=UTC))
    except ScheduleError as error:
        return f"schedule {error}"
    return None


def _flag(key: str) -> Callable[[object], str | None]:
    return lambda value: None if isinstance(value, bool) else f"{key} must be true or false, not {_shown(value)}"


def _folder(value: object) -> str | None:
    return None if isinstance(value, str) and value.strip() else f"folder must be text, not {_shown(value)}"


def _limit(value: object) -> str | None:
    is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 1
    return None if is_count else f"limit must be a whole number from 1 on, not {_shown(value)}"


def _delay(value: object) -> str | None:
    is_time = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < float("inf")
    return None if is_time else f"delay must be a number of seconds from 0 on, not {_shown(value)}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


_CHECKS: dict[str, Callable[[object], str | None]] = {
    "name": _name,
    "kind": _kind,
    "address": _address,
    "schedule": _schedule,
    "enabled": _flag("enabled"),
    "limit": _limit,
    "delay": _delay,
    "allow_private": _flag("allow_private"),
    "folder": _folder,
}
