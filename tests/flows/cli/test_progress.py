"""The first run of an installation that nobody has compiled says why it takes longer; no other does."""

from importlib.machinery import ModuleSpec
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from flows.cli import progress


def test_only_the_first_run_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    origin = tmp_path / "spacy" / "__init__.py"
    monkeypatch.setattr(progress, "find_spec", lambda name: ModuleSpec(name, None, origin=str(origin)))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    progress.explain_first_run()
    assert "once" in capsys.readouterr().err
    compiled = Path(cache_from_source(str(origin)))
    compiled.parent.mkdir(parents=True)
    compiled.touch()
    progress.explain_first_run()
    assert capsys.readouterr().err == ""
