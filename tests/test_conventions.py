"""The rules of the house that a machine can hold: who imports whom, what modules are called, what docs are derived."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.dictionary import data_dictionary

ROOT = Path(__file__).parents[1]
PACKAGES = ("flows", "transforms", "sql")
MODULES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
names = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))

WORLD = {
    "duckdb",
    "prefect",
    "socket",
    "urllib.request",
    "http.client",
    "httpx",
    "requests",
    "time",
    "os",
    "subprocess",
}
"""What transforms must not import: the network, the clock, the environment, the lake, the orchestrator."""


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@names
def test_who_imports_whom(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    forbidden = {"flows": set(), "transforms": {"flows", "sql"}, "sql": {"flows", "transforms"}}[package]
    assert {name.partition(".")[0] for name in imported(path)} & forbidden == set()
    if package == "transforms":
        assert {name for name in imported(path) if name in WORLD or name.partition(".")[0] in WORLD} == set()
    if package == "sql":
        assert "prefect" not in {name.partition(".")[0] for name in imported(path)}


@names
def test_transforms_have_no_clock(path: Path) -> None:
    if path.relative_to(ROOT).parts[0] == "transforms":
        assert re.findall(r"\b(?:now|utcnow|today)\(\)", path.read_text("utf-8")) == []


@names
def test_a_module_says_what_it_is_for_and_stays_short(path: Path) -> None:
    text = path.read_text("utf-8")
    first = (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
    assert first.endswith((".", "`")), "the docstring opens with one sentence"
    assert len(text.splitlines()) <= 260, "split it"
    assert not {"utils", "util", "helpers", "common", "misc"} & set(path.stem.split("_"))


def test_prefect_is_imported_by_the_flows_that_need_it_only() -> None:
    users = {path.name for path in MODULES if any(name.partition(".")[0] == "prefect" for name in imported(path))}
    assert users == {"ingest.py", "serving.py", "serve_command.py"}


def test_the_data_dictionary_is_up_to_date() -> None:
    written = (ROOT / "docs" / "data-dictionary.md").read_text("utf-8")
    assert written == data_dictionary(), "run: uv run python -m flows.dictionary > docs/data-dictionary.md"


def test_every_transform_has_its_test() -> None:
    tested = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "transforms").glob("test_*.py")}
    missing = (
        {path.stem for path in (ROOT / "transforms").glob("*.py")}
        - tested
        - {"__init__", "records", "run_records", "raw"}
    )
    assert missing == set()
