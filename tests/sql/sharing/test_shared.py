"""How --lake names a lake that machines share: its password is nowhere but where PostgreSQL's clients look for it."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from sql.errors import LakeError
from sql.sharing.shared import POINTER, address_of, is_shared_address, lake_folder, note_place, shared_lake
from sql.troubles import told

PLAIN = "postgres:dbname=news host=db.example user=desk"


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("PGPASSWORD", "none yet")
    return tmp_path / "newslake"


@pytest.mark.parametrize(
    "address",
    [
        f"{PLAIN} password=geheim",
        "postgres:user=desk password='geheim' dbname=news host=db.example",
        "postgresql://desk:geheim@db.example/news",
        "postgres://desk:geheim@db.example/news",
    ],
)
def test_a_password_is_taken_out_of_the_address(address: str) -> None:
    folder = lake_folder(address, "s3://bucket/news/")
    assert address_of(folder) == PLAIN
    assert folder == lake_folder(PLAIN)
    assert os.environ["PGPASSWORD"] == "geheim"
    assert "geheim" not in (folder / POINTER).read_text() + str(folder)
    assert (folder / POINTER).stat().st_mode & 0o077 == 0 or folder.stat().st_mode & 0o077 == 0


def test_what_is_no_address_is_refused_without_quoting_it() -> None:
    for address in ("postgres:news password=geheim", "postgres:dbname=x sslpassword=geheim"):
        with pytest.raises(LakeError) as refused:
            lake_folder(address)
        assert "geheim" not in str(refused.value)
        assert refused.value.__cause__ is None


def test_where_the_files_are_is_kept_until_the_catalogue_says_it() -> None:
    folder = lake_folder(PLAIN, "s3://bucket/news/")
    lake_folder(PLAIN)
    assert shared_lake(folder).data == "s3://bucket/news"
    note_place(folder, "s3://bucket/other")
    held = shared_lake(folder)
    assert (held.data, held.is_given, held.is_on_s3) == ("s3://bucket/other", False, True)


@pytest.mark.parametrize("data", ["ftp://host/x", "s3://", "s3://bucket/*", "s3://bucket/x?region=eu"])
def test_files_lie_on_s3_or_in_a_folder(data: str) -> None:
    with pytest.raises(LakeError, match="takes s3://BUCKET/PREFIX or a folder"):
        lake_folder(PLAIN, data)


def test_a_folder_is_a_lake_of_its_own(tmp_path: Path) -> None:
    assert lake_folder(str(tmp_path / "lake")) == tmp_path / "lake"
    assert not is_shared_address("data/postgres:lake")
    assert shared_lake(tmp_path) is None
    assert address_of(tmp_path) == str(tmp_path)
    shared = shared_lake(lake_folder(PLAIN, "files"))
    assert shared.data == str(Path("files").absolute())


def test_several_threads_name_it_at_once(machine: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        named = {threads.submit(lake_folder, PLAIN, "s3://bucket/news") for _ in range(200)}
    assert {each.result() for each in named} == {lake_folder(PLAIN)}
    assert [path.name for path in lake_folder(PLAIN).iterdir()] == [POINTER]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("IO Error: Could not connect to server error for HTTP GET to 'http://x/b/f.parquet'", "cannot be reached, or"),
        ("HTTP GET error reading 'https://b/f.parquet' (HTTP 403 Forbidden)", "does not let you in: set AWS_ACCESS"),
        ("Secret Validation Failure: during `create` using the following: Credential Chain", "set AWS_ACCESS_KEY_ID"),
        (
            "HTTP GET error reading 'https://b/f.parquet' (HTTP 404 Not Found) NoSuchKey",
            "is gone or damaged: `newslake",
        ),
        ("IO Error: Unable to connect to Postgres at dbname=news", "the PostgreSQL server of the lake"),
    ],
)
def test_what_is_wrong_with_it_is_a_sentence(words: str, sentence: str) -> None:
    said = told(duckdb.Error(words), lake_folder(PLAIN, "s3://bucket/news"), "cannot be used")
    assert sentence in said
    assert PLAIN in said
