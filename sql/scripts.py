"""Find the .sql files of the project: tables, views, checks, queries, migrations and the pipeline's own statements."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

HERE = Path(__file__).parent
Kind = Literal["schema", "views", "checks", "queries", "migrations", "statements"]


@dataclass(frozen=True, slots=True)
class Script:
    """One .sql file: `about` is its opening comment, which says its grain or what it finds, without its parameters."""

    name: str
    about: str
    text: str


@cache
def scripts(kind: Kind, folder: Path = HERE) -> tuple[Script, ...]:
    """Return the scripts of one kind, in the order of their names."""
    return tuple(_read(path) for path in sorted((folder / kind).rglob("*.sql")))


@cache
def statement(name: str) -> str:
    """Return the text of one of the pipeline's own statements, `sql/statements/<area>/<name>.sql`."""
    (path,) = (HERE / "statements").rglob(f"{name}.sql")
    return path.read_text("utf-8")


def statement_on(name: str, matching: str) -> str:
    """Return the statement `name`, which selects from `matching`: the rows of the statement that is called so here."""
    return f"with matching as materialized (\n{statement(matching)}\n)\n{statement(name)}"


def _read(path: Path) -> Script:
    text = path.read_text("utf-8")
    lines = text.splitlines()
    opening = next((n for n, line in enumerate(lines) if not line.startswith("--")), len(lines))
    about = " ".join(line.removeprefix("--").strip() for line in lines[:opening] if not line.startswith("-- $"))
    return Script(path.stem, about, text)
