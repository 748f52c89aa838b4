"""Read and write the sources file: a TOML file with a table [[source]] for each source."""

import difflib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import regex

from flows.inputs.errors import UsageError
from flows.inputs.source import Source, find_errors, make_source
from flows.scheduling.toml_lines import TableLines, table_lines

TABLE = "source"
NOTIFY = "notify"

_PLACE = regex.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong with a sources file, and on which line, counted from 1."""

    line: int
    message: str


def load_sources(path: Path) -> tuple[Source, ...]:
    """Return the sources of the file at `path`; raises UsageError with the first problem and its line."""
    sources, problems = read_sources(_read(path))
    if problems:
        more = f" (and {len(problems) - 1} more; `newslake sources check` lists them)" if len(problems) > 1 else ""
        raise UsageError(f"{path}:{problems[0].line}: {problems[0].message}{more}")
    return sources


def load_notify(path: Path) -> str | None:
    """Return whom the sources file at `path` says to tell when a source breaks, None for nobody.

    It is an address or a command, as flows.scheduling.notify takes it. Raises UsageError as load_sources does.
    """
    load_sources(path)
    notify = tomllib.loads(_read(path)).get(NOTIFY)
    return None if notify is None else str(notify)


def find_problems(path: Path) -> list[Problem]:
    """Return all that is wrong with the sources file at `path`, by line."""
    return read_sources(_read(path))[1]


def read_sources(text: str) -> tuple[tuple[Source, ...], list[Problem]]:
    """Return the sources of a sources file, or its problems by line; one of the two is empty."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (), [_syntax_problem(str(error), text)]
    problems = sorted(_problems(content, text))
    return ((), problems) if problems else (tuple(map(make_source, content.get(TABLE, []))), [])


def add_sources(path: Path, added: Sequence[Source]) -> None:
    """Write `added` at the end of the sources file at `path`, which is made when it is missing; comments are kept.

    Raises UsageError, and writes nothing, when the file has problems or a name is taken.
    """
    import tomlkit

    if path.exists():
        load_sources(path)
    text = _read(path) if path.exists() else ""
    tables = [{key: value for key, value in asdict(source).items() if value != _DEFAULTS.get(key)} for source in added]
    for table in tables:
        table["kind"] = str(table["kind"])
    appended = tomlkit.dumps({TABLE: tables}) if tables else ""
    new = text + ("\n" if text.endswith("\n") else "\n\n" if text else "") + appended
    _, problems = read_sources(new)
    if problems:
        raise UsageError(f"{path}: {problems[0].message}; nothing was added")
    _replace(path, new)


_DEFAULTS: Mapping[str, object] = {
    "schedule": None, "enabled": True, "limit": None, "delay": None, "allow_private": False,
    "folder": None,
}  # fmt: skip


def _replace(path: Path, text: str) -> None:
    path = path.resolve()  # what a link points to is written, not the link
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(text.encode())
    new.replace(path)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")  # bytes, so that the ends of lines stay as they are
    except FileNotFoundError:
        raise UsageError(f"there is no file {path}; `newslake sources add` makes one") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise UsageError(f"{path}:{line}: the file is not in UTF-8") from None


def _syntax_problem(message: str, text: str) -> Problem:
    place = _PLACE.search(message)
    line = int(place[1]) if place and place[1] else max(len(text.rstrip("\n").splitlines()), 1)
    reason = _PLACE.sub("", message)
    return Problem(line, f"this is not TOML: {reason[:1].lower()}{reason[1:]}")


def _problems(content: Mapping[str, object], text: str) -> Iterator[Problem]:
    lines = table_lines(text)
    notify = content.get(NOTIFY, "")
    if not isinstance(notify, str) or (NOTIFY in content and not notify.strip()):
        yield Problem(lines[0].keys.get(NOTIFY, 1), "notify must be text: an address or a command")
    for key in content.keys() - {TABLE, NOTIFY}:
        line = next((t.line for t in lines if t.table.partition(".")[0] == key), lines[0].keys.get(key, 1))
        close = " — did you mean [[source]]?" if difflib.get_close_matches(key, [TABLE]) else ""
        yield Problem(line, f"unknown table or key {key}; a source begins with [[source]]{close}")
    tables = content.get(TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        line = next((t.line for t in lines if t.table == TABLE), lines[0].keys.get(TABLE, 1))
        yield Problem(line, "a source begins with [[source]], in two pairs of brackets")
        return
    yield from _source_problems(tables, _places(lines, len(tables)))


def _places(lines: list[TableLines], count: int) -> list[TableLines]:
    """Return the place of each source; that of the key `source` when they are written as an array in one value."""
    places = [table for table in lines if table.table == TABLE]
    return places if len(places) == count else [TableLines(TABLE, lines[0].keys.get(TABLE, 1))] * count


def _source_problems(tables: list[dict[str, object]], places: list[TableLines]) -> Iterator[Problem]:
    first_lines: dict[object, int] = {}
    for table, place in zip(tables, places, strict=True):
        for error in find_errors(table):
            yield Problem(place.keys.get(error.key or "", place.line), error.message)
        line = place.keys.get("name", place.line)
        name = table.get("name")
        if isinstance(name, str) and name in first_lines:
            yield Problem(line, f"the name {name} is taken by the source on line {first_lines[name]}")
        first_lines.setdefault(name if isinstance(name, str) else None, line)
