"""A file that is gone, cut or garbage is named, and so is a raw document that is another one than it says."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import zstandard

from sql.attach import TABLES
from sql.compaction import expire_snapshots
from sql.damage.verify import find_damage
from sql.files import checksum, checksums, record_checksums
from sql.lake import open_lake, read_lake
from sql.tables import insert
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
@pytest.mark.parametrize("is_recorded", [True, False])
def test_a_damaged_file_is_named_alone(
    folder: Path, file: Path, change: object, said: str, is_recorded: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_recorded:  # as in a lake that is older than the checksums
        monkeypatch.setattr("sql.damage.verify.checksums", lambda _: {})
    elif "bytes" not in said and "missing" not in said:
        said = "is not what was written"
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


def flips(content: bytes) -> list[bytes]:
    """Return the content with one bit changed, at places all over it."""
    places = range(5, len(content) - 9, len(content) // 40)
    return [content[:n] + bytes([content[n] ^ 1 << n % 8]) + content[n + 1 :] for n in places]


def test_any_bit_that_changed_since_a_file_was_written_is_noticed(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    with read_lake(folder) as connection:
        try:
            for changed in flips(before):
                file.write_bytes(changed)
                assert [Path(found.path).name for found in find_damage(connection, folder)] == [file.name]
            monkeypatch.setattr("sql.damage.verify.checksums", lambda _: {})
            for changed in flips(before):
                file.write_bytes(changed)
                list(find_damage(connection, folder))  # what cannot be decoded at all is damage, and no failure
        finally:
            file.write_bytes(before)


def test_checksums_are_recorded_once_and_go_with_their_files(tmp_path: Path) -> None:
    with open_lake(tmp_path) as lake:
        lake.commit(lambda: insert(lake.connection, "documents", [document(b"one")]))
        assert checksums(lake.connection) == {}
    with open_lake(tmp_path) as lake:
        first = checksums(lake.connection)
        assert len(first) == 2  # documents, and the record of schema versions
        assert all(checksum(tmp_path / TABLES / path) == sha256 for path, sha256 in first.items())
        snapshot = lake.snapshot()
        assert record_checksums(lake.connection, tmp_path, lake.commit) == 0
        lake.commit(lambda: lake.connection.execute("delete from documents"))
        assert lake.snapshot() == snapshot + 1, "to record a checksum is no change of the lake"
        lake.commit(lambda: expire_snapshots(lake.connection, timedelta()))
    with read_lake(tmp_path) as connection:
        assert len(checksums(connection)) == 1


def test_a_large_lake_without_checksums_is_left_to_maintenance(tmp_path: Path) -> None:
    with open_lake(tmp_path) as lake:
        lake.commit(lambda: insert(lake.connection, "documents", [document(b"one")]))
        assert record_checksums(lake.connection, tmp_path, lake.commit, most_bytes=10) == 0
        assert record_checksums(lake.connection, tmp_path, lake.commit, damaged=[]) == 2


def test_what_cannot_be_recorded_does_not_undo_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sql.lake.record_checksums", full)
    with open_lake(tmp_path) as lake:
        lake.commit(lambda: insert(lake.connection, "documents", [document(b"one")]))
    with read_lake(tmp_path) as connection:
        assert connection.execute("select count(*) from documents").fetchall() == [(1,)]
