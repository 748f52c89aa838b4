"""What reprocessing changed: each column that differs, in how many versions of articles, with examples."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from itertools import takewhile
from typing import Any

from flows.reprocessing.comparison import Difference

EXAMPLES = 3
"""Examples of a column that are kept, each of another version of an article."""

LENGTH = 120
"""Characters of a value in an example: a line of a wide terminal."""

LEAD = 40
"""Of them those before the place at which two long values part."""


@dataclass(frozen=True, slots=True)
class Example:
    """A value that differs, before and after, of an article; None is null, or what is not there."""

    article: str
    before: str | None
    after: str | None


@dataclass(slots=True)
class ChangedColumn:
    """In how many versions of articles a column differs, and how it does in the first of them."""

    versions: int = 0
    examples: list[Example] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Changes:
    """The columns that differ, as `table.column`; rows that only one side has are columns of their own."""

    columns: dict[str, ChangedColumn] = field(default_factory=dict)

    def add(self, article: str, differences: Iterable[Difference]) -> bool:
        """Count how one version of an article differs; return whether it does."""
        first: dict[str, Difference] = {}
        for difference in differences:
            first.setdefault(difference.column, difference)
        for name, difference in first.items():
            column = self.columns.setdefault(name, ChangedColumn())
            column.versions += 1
            if len(column.examples) < EXAMPLES:
                column.examples.append(Example(article, *shown(difference.before, difference.after)))
        return bool(first)

    def merge(self, other: "Changes") -> None:
        """Add what was counted elsewhere."""
        for name, counted in other.columns.items():
            column = self.columns.setdefault(name, ChangedColumn())
            column.versions += counted.versions
            column.examples += counted.examples[: EXAMPLES - len(column.examples)]

    def most_first(self) -> list[tuple[str, ChangedColumn]]:
        """Return the columns, those that differ most often first."""
        return sorted(self.columns.items(), key=lambda item: (-item[1].versions, item[0]))

    def as_json(self) -> dict[str, Any]:
        """Return the columns as objects of JSON, those that differ most often first."""
        return {name: asdict(column) for name, column in self.most_first()}


def changes_of(columns: Mapping[str, Any]) -> Changes:
    """Return the changes that `as_json` made these objects of."""
    return Changes(
        {
            name: ChangedColumn(column["versions"], [Example(**example) for example in column["examples"]])
            for name, column in columns.items()
        }
    )


def shown(before: object, after: object) -> tuple[str | None, str | None]:
    """Return two values as text of a line's length each: of long ones the part around where they first differ."""
    old, new = _text(before), _text(after)
    if old is None or new is None:
        return old and old[:LENGTH], new and new[:LENGTH]
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    start = max(same - LEAD, 0) if max(len(old), len(new)) > LENGTH else 0
    return old[start : start + LENGTH], new[start : start + LENGTH]


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)
