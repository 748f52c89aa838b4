"""Every code sample of README and docs is run, page by page, each page in a folder of its own, and the notebook."""

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from flows.cli.commands import sql
from sql.lake import read_lake
from tests.docs.samples import LAKE, PAGES, ROOT, Runner, blocks, invoked, matches

RUN = {"bash", "console", "python", "sql", "r"}
INGEST = "newslake ingest data/samples"
NOTEBOOK = ROOT / "docs" / "how-to" / "first-look.ipynb"


@pytest.fixture(scope="session")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The command that the pages begin with: what it printed, and the lake that it made."""
    folder = tmp_path_factory.mktemp("samples")
    (folder / "data").mkdir()
    (folder / "data" / "samples").symlink_to(ROOT / "data" / "samples")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        patched.delenv("NEWSLAKE_LAKE", raising=False)
        printed = invoked(*INGEST.split()[1:]).output
    return {INGEST: printed, "lake": str(folder / "data" / "lake")}


@pytest.mark.parametrize("page", PAGES)
def test_the_samples_of_a_page_run(
    page: str, ingested: dict[str, str], newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = PAGES[page].read_text("utf-8")
    wanted = [block for block in blocks(text) if block.language in RUN and block.reason is None]
    if not wanted:
        return
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "samples").symlink_to(ROOT / "data" / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEWSLAKE_LAKE", raising=False)
    if LAKE.search(text):
        shutil.copytree(newsroom, "data/lake")
    elif INGEST not in wanted[0].code:
        shutil.copytree(ingested["lake"], "data/lake")
    runner = Runner(ingested)
    with ExitStack() as opened:
        monkeypatch.setattr(sql, "read_lake", _kept_open(opened))
        for block in wanted:
            try:
                runner.run(block)
            except Exception as error:
                error.add_note(f"{page}:{block.line}")
                raise


def _kept_open(opened: ExitStack) -> Any:
    """Stand in for read_lake where questions are asked: a page's lake is opened once, which takes half a second."""
    connections: dict[tuple[Path, str | None], Any] = {}

    @contextmanager
    def read(folder: Path, memory: str | None = None) -> Iterator[Any]:
        if (folder, memory) not in connections:
            connections[folder, memory] = opened.enter_context(read_lake(folder, memory, hold=False))
        yield connections[folder, memory]

    return read


def test_every_block_says_what_it_is() -> None:
    unnamed = [
        f"{page}:{block.line}"
        for page, path in PAGES.items()
        for block in blocks(path.read_text("utf-8"))
        if not block.language
    ]
    assert unnamed == [], "name the language; text for what is no code"


def test_what_is_shown_is_what_is_printed() -> None:
    assert matches("a  \n… s\nb\n", "a\n7.1 s\nb\n")
    assert not matches("a\n", "a\nb\n")
    assert not matches("7.1 s", "7.2 s")


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning")  # Jupyter's own
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
