"""The rules of the house that a machine can hold: what modules are called, what docs are derived, what is tested.

Who imports whom is held by import-linter; its contracts are in pyproject.toml.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.cli.reference import PAGES

ROOT = Path(__file__).parents[1]
PACKAGES = ("flows", "transforms", "sql")
MODULES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
names = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


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
    assert users == {"ingest.py", "prefect_server.py", "serving.py", "serve.py"}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_reference_is_up_to_date(page: str) -> None:
    written = (ROOT / "docs" / page).read_text("utf-8")
    assert written == PAGES[page](), "run: uv run python -m flows.cli.reference"


def test_every_transform_has_its_test() -> None:
    tested = {path.with_name(path.name.removeprefix("test_")) for path in (ROOT / "tests").rglob("test_*.py")}
    transforms = {ROOT / "tests" / path.relative_to(ROOT) for path in MODULES if "transforms" in path.parts}
    untested = transforms - tested
    assert {path for path in untested if path.stem != "__init__" and path.parent.name != "records"} == set()


def test_the_guarantees_name_tests_that_exist() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs" / "guarantees.md").read_text("utf-8"))
    assert len(named) > 15
    assert [f"{path}::{name}" for path, name in named if f"def {name}(" not in (ROOT / path).read_text("utf-8")] == []
