"""What a SOURCE names is found in a stable order, without following links or hidden entries."""

from pathlib import Path

import pytest

from flows.files.paths import find_paths
from flows.inputs.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    return tmp_path


def names(folder: Path, source: str) -> list[str]:
    return [str(path.relative_to(folder)) for path in find_paths(source)]


def test_a_folder_is_walked_by_name(folder: Path) -> None:
    assert names(folder, str(folder)) == ["a.txt", "b.txt", "sub/c.txt", "sub/loop"]


def test_a_file_is_itself_even_hidden(folder: Path) -> None:
    assert names(folder, str(folder / ".hidden.txt")) == [".hidden.txt"]


def test_a_glob_matches_files_and_folders(folder: Path) -> None:
    assert names(folder, f"{folder}/[as]*") == ["a.txt", "sub/c.txt", "sub/loop"]
    assert names(folder, f"{folder}/**/c.*") == ["sub/c.txt"]


def test_paths_are_absolute(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [path.is_absolute() for source in (".", "a.txt", "*.txt") for path in find_paths(source)] == [True] * 7


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("none.txt", "no file or folder none.txt"),
        ("none*.txt", "nothing matches"),
        ("ftp://a.example/", "only addresses that begin with"),
    ],
)
def test_a_source_that_names_nothing_is_said_at_once(folder: Path, source: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        find_paths(source)
