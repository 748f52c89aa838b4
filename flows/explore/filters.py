"""What a list of articles is narrowed to: the words, facets and days in the address of a page."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from flows.inputs.errors import UsageError

NAMES = ("q", "outlet", "language", "section", "entity", "place")
DAYS = ("since", "until")


@dataclass(frozen=True, slots=True)
class Filters:
    """What articles must have, None for anything: words, facets, the first and the last day of publication."""

    q: str | None = None
    outlet: str | None = None
    language: str | None = None
    section: str | None = None
    entity: str | None = None
    place: int | None = None
    since: date | None = None
    until: date | None = None

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Filters":
        """Return the filters of an address; raises UsageError for a day or a place that is none."""
        texts = {name: given[name].strip() or None for name in NAMES if name != "place" and name in given}
        days = {name: _day(name, given[name]) for name in DAYS if given.get(name)}
        return cls(**texts, **days, place=_number(given["place"]) if given.get("place") else None)  # type: ignore[arg-type]

    def chosen(self) -> dict[str, Any]:
        """Return what is asked for, by its name in the address."""
        return {name: value for name, value in asdict(self).items() if value is not None}

    def parameters(self, found: list[str] | None) -> dict[str, Any]:
        """Return the parameters of sql/statements/explore/matching_articles.sql; `found` is what the words are in."""
        narrowed = {name: value for name, value in asdict(self).items() if name != "q"}
        return narrowed | {"found": None if found is None else " ".join(found)}


def _day(name: str, given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{name}={given} is no day, such as 2026-11-26") from None


def _number(given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) < 16):
        raise UsageError(f"place={given} is no number of GeoNames")
    return int(given)
