"""The questions that come with newslake, read from sql/queries: what each asks, and its parameters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sql.scripts import scripts

PARAMETER = re.compile(r"^-- \$(\w+)(?: = '([^']*)')?: (.+)$", re.MULTILINE)
"""A line of a query's opening comment that says what a parameter means, as `-- $limit = '20': how many rows`."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query; `default` is None for one that must be given."""

    name: str
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question in SQL with named parameters, all of them text."""

    name: str
    about: str
    parameters: tuple[Parameter, ...]
    text: str

    def defaults(self) -> dict[str, str]:
        """Return the defaults of the parameters that have one."""
        return {parameter.name: parameter.default for parameter in self.parameters if parameter.default is not None}


@cache
def queries() -> dict[str, Query]:
    """Return the queries by name, in the order of their names."""
    return {
        script.name: Query(script.name, script.about, tuple(_parameters(script.text)), script.text)
        for script in scripts("queries")
    }


def _parameters(text: str) -> Iterator[Parameter]:
    for line in PARAMETER.finditer(text):
        name, default, meaning = line.groups()
        yield Parameter(name, default, meaning)
