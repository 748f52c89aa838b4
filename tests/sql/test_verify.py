"""A file that is gone, cut or garbage is named, and so is a raw document that is another one than it says."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zstandard

from sql.attach import TABLES
from sql.lake import open_lake, read_lake
from sql.tables import insert
from sql.verify import find_damage
from transforms.records.article_records import Document


def document(content: bytes, says: bytes | None = None) -> Document:
    return Document(
        document_id=hashlib.sha256(says or content).hexdigest(),
        uri="u",
        source="s",
        fetched_at=datetime(2024, 1, 1, tzinfo=UTC),
        size_bytes=len(content),
        content=zstandard.compress(content),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lakes") / "lake"
    with open_lake(folder) as lake:
        for n in range(2):
            lake.commit(lambda n=n: insert(lake.connection, "documents", [document(b"one" * 400 + bytes([n]))]))
    return folder


@pytest.fixture
def file(folder: Path) -> Path:
    return sorted((folder / TABLES / "main" / "documents").iterdir())[0]


def damage(folder: Path) -> dict[str, str]:
    with read_lake(folder) as connection:
        return {Path(found.path).name: found.what for found in find_damage(connection, folder)}


def test_a_whole_lake_has_no_damage(folder: Path) -> None:
    assert damage(folder) == {}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda content: None, "is missing"),
        (lambda content: content[:-9], "bytes instead of"),
        (lambda content: content[:20] + bytes(40) + content[60:], "holds a document|cannot be read"),
        (lambda content: bytes(len(content)), "cannot be read"),
    ],
)
def test_a_damaged_file_is_named_alone(folder: Path, file: Path, change: object, said: str) -> None:
    before = file.read_bytes()
    try:
        changed = change(before)  # type: ignore[operator]
        file.unlink() if changed is None else file.write_bytes(changed)
        found = damage(folder)
        assert list(found) == [file.name]
        assert any(part in found[file.name] for part in said.split("|"))
    finally:
        file.write_bytes(before)


def test_a_document_that_is_not_what_its_hash_says_is_named(tmp_path: Path) -> None:
    with open_lake(tmp_path / "lake") as lake:
        lake.commit(lambda: insert(lake.connection, "documents", [document(b"one", says=b"two")]))
        (found,) = find_damage(lake.connection, lake.folder)
    assert "SHA-256" in found.what
