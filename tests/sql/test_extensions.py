"""Extensions come from their wheels, signed: whoever changes a file meets the check of its signature."""

from pathlib import Path

import duckdb
import pytest

from sql import extensions
from sql.errors import LakeError
from sql.extensions import connect_with
from sql.literals import literal

NAMES = ("ducklake", "sqlite_scanner")


@pytest.fixture
def forged(tmp_path: Path) -> Path:
    """A copy of an extension with one bit changed."""
    content = bytearray(extensions._file("sqlite_scanner").read_bytes())
    content[len(content) // 2] ^= 1
    path = tmp_path / "sqlite_scanner.duckdb_extension"
    path.write_bytes(content)
    return path


def test_nothing_unsigned_is_loaded_however_often_a_lake_was_opened(forged: Path) -> None:
    other = forged.rename(forged.with_name("other.duckdb_extension"))  # of a name that is loaded, nothing is looked at
    for _ in range(2):
        with connect_with(*NAMES) as connection:
            with pytest.raises(duckdb.IOException, match="signature"):
                connection.execute(f"load {literal(other)}")
            with pytest.raises(duckdb.Error, match="allow_unsigned_extensions"):
                connection.execute("set allow_unsigned_extensions = true")


def test_a_file_that_is_another_by_now_is_checked_again(forged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect_with(*NAMES).close()
    genuine = forged.with_name("before").joinpath(forged.name)
    genuine.parent.mkdir()
    genuine.symlink_to(extensions._file("sqlite_scanner"))
    place = {"ducklake": extensions._file("ducklake"), "sqlite_scanner": genuine}
    monkeypatch.setattr(extensions, "_file", place.__getitem__)
    connect_with(*NAMES).close()
    genuine.unlink()
    genuine.symlink_to(forged)
    with pytest.raises(LakeError, match="sqlite-scanner does not fit"):
        connect_with(*NAMES)


def test_an_extension_that_is_not_installed_is_said() -> None:
    with pytest.raises(LakeError, match="duckdb-extension-no-such is not installed"):
        connect_with("no_such")
