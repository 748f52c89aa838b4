"""The notebook of the docs runs from its first cell to its last, and is kept without outputs."""

import json
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.docs.samples import ROOT

NOTEBOOK = ROOT / "docs" / "how-to" / "first-look.ipynb"

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning")
"""Jupyter's own, on how it looks for its folders and runs its loop."""


def test_the_notebook_runs(newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    shutil.copytree(newsroom, tmp_path / "data" / "lake")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    printed = [output["data"]["text/plain"] for cell in notebook.cells for output in cell.get("outputs", [])]
    assert "Anna Keller" in printed[1]
    assert printed[3].endswith("True)")


def test_the_notebook_is_kept_without_outputs() -> None:
    assert [cell for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"] if cell.get("outputs")] == []
