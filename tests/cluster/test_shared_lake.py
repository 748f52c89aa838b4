"""A lake with its catalogue in PostgreSQL and its files on S3 holds and does what one in a folder does."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import boto3
import pytest
from click.testing import CliRunner, Result

from flows.cli.main import cli
from flows.inputs.options import Options
from flows.pipeline import batches, commit_size
from flows.pipeline.executors import local
from flows.pipeline.run import run
from flows.upkeep.forget import forget
from flows.upkeep.maintain import maintain
from flows.upkeep.selection import Wanted
from sql.damage.verify import find_damage, orphans
from sql.errors import LakeError
from sql.lake import open_lake, read_lake
from sql.locks import run_lock
from sql.readers import reading
from sql.sharing.shared import POINTER, address_of, lake_folder, shared_lake
from tests.cluster.conftest import BUCKET, NewLake
from tests.cluster.postgres_server import PASSWORD
from tests.flows.pipeline.killed_runs import failing_checks, lake_rows


@dataclass(frozen=True)
class Shared:
    """A lake that a run was ingested into: how --lake names it, and what the run printed."""

    address: str
    data: str
    printed: str

    @property
    def folder(self) -> Path:
        return lake_folder(self.address)


def newslake(*arguments: str, status: int = 0) -> Result:
    result = CliRunner().invoke(cli, arguments, catch_exceptions=True)
    said = f"{result.output}{result.exception}"
    assert PASSWORD not in said
    assert result.exit_code == status, said
    return result


@pytest.fixture(scope="module")
def lake(new_lake: NewLake, texts: Path) -> Shared:
    address, data = new_lake()
    given = ("--lake", f"{address} password={PASSWORD}", "--data", data)
    done = newslake("ingest", str(texts), *given, "--workers", "1", "--json")
    return Shared(address, data, done.stdout)


def test_it_holds_what_a_lake_in_a_folder_holds(lake: Shared, local_lake: Path) -> None:
    found = lake_rows(lake.folder)
    assert found == lake_rows(local_lake)
    assert len(found["articles"]) == 10
    assert failing_checks(lake.folder) == []


def test_its_files_are_on_s3_and_its_password_nowhere(lake: Shared) -> None:
    held = boto3.client("s3").list_objects_v2(Bucket=BUCKET, Prefix=lake.data.removeprefix(f"s3://{BUCKET}/"))
    assert any("/articles/" in each["Key"] for each in held["Contents"])
    assert json.loads(lake.printed)["lake"] == shared_lake(lake.folder).address == address_of(lake.folder)
    assert sorted(path.name for path in lake.folder.iterdir()) == [POINTER]
    assert PASSWORD not in (lake.folder / POINTER).read_text() + lake.printed


def test_the_commands_answer_as_of_a_folder(lake: Shared, local_lake: Path, tmp_path: Path) -> None:
    counted = ("sql", "select count(*) as articles from articles", "--format", "csv")
    assert newslake(*counted, "--lake", lake.address).stdout == newslake(*counted, "--lake", str(local_lake)).stdout
    assert newslake("--lake", lake.address, "query").exit_code == 0
    assert "every check passed" in newslake("check", "--lake", lake.address).stdout
    assert "completed" in newslake("runs", "--lake", lake.address).stdout
    assert json.loads(newslake("status", "--lake", lake.address, "--json").stdout)["articles"] == 10
    (url,) = [row[0] for row in _asked(lake, "select url from articles order by url limit 1")]
    assert "Hafen" in newslake("show", url, "--lake", lake.address).stdout
    newslake("export", str(tmp_path / "out"), "--lake", lake.address)
    newslake("export", str(tmp_path / "local"), "--lake", str(local_lake))
    exported = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*"))
    assert exported == sorted(str(path.relative_to(tmp_path / "local")) for path in (tmp_path / "local").rglob("*"))
    assert "Hafen" in newslake("search", "Rostock", "--lake", lake.address).stdout


def _asked(lake: Shared, question: str) -> list[tuple[str, ...]]:
    with read_lake(lake.folder) as connection:
        return connection.execute(question).fetchall()


def test_a_question_reads_the_lake_alone(lake: Shared) -> None:
    for question in (
        "select * from read_parquet('s3://others/*.parquet')",
        "select * from postgres_query('__ducklake_metadata_lake', 'select 1')",
        "select * from duckdb_secrets()",
    ):
        newslake("sql", question, "--lake", lake.address, status=1)
    with read_lake(lake.folder) as connection, pytest.raises(Exception, match="disabled by configuration"):
        connection.execute("select * from read_parquet('s3://others/*.parquet')")


def test_what_a_folder_alone_can_do_is_refused_in_one_sentence(lake: Shared, tmp_path: Path) -> None:
    for command in (("backup", str(tmp_path / "b")), ("restore", str(tmp_path)), ("repair",)):
        result = newslake(*command, "--lake", lake.address, status=1)
        assert "is for a lake in a folder" in str(result.exception)


def test_addresses_that_are_none(lake: Shared, new_lake: NewLake, tmp_path: Path) -> None:
    missing, _ = new_lake()
    with pytest.raises(LakeError, match="there is no lake in postgres:"), read_lake(lake_folder(missing)):
        pass
    with pytest.raises(LakeError, match="leave --data out"), read_lake(lake_folder(lake.address, "s3://others/x")):
        pass
    assert newslake("status", "--lake", lake.address).exit_code == 0  # a wrong --data is not remembered
    with pytest.raises(LakeError, match="no address of PostgreSQL"):
        lake_folder(f"postgres:x password={PASSWORD}")
    with pytest.raises(LakeError, match="takes s3://BUCKET/PREFIX"):
        lake_folder(lake.address, "ftp://somewhere")
    with pytest.raises(LakeError, match="cannot be reached"), read_lake(lake_folder("postgres:dbname=x host=/nowhere")):
        pass
    refused = newslake("runs", "--lake", str(tmp_path), "--data", "s3://x", status=2)
    assert "is for a lake in PostgreSQL" in refused.output


def test_a_file_that_is_gone_is_named(lake: Shared) -> None:
    client = boto3.client("s3")
    prefix = f"{lake.data.removeprefix(f's3://{BUCKET}/')}/main/documents/"
    key = client.list_objects_v2(Bucket=BUCKET, Prefix=prefix)["Contents"][0]["Key"]
    held = client.get_object(Bucket=BUCKET, Key=key)["Body"].read()
    try:
        for content, what in ((b"", "0 bytes instead of"), (b"x" * len(held), "cannot be read"), (None, "is missing")):
            if content is None:
                client.delete_object(Bucket=BUCKET, Key=key)
            else:
                client.put_object(Bucket=BUCKET, Key=key, Body=content)
            with read_lake(lake.folder, confined=False) as connection:
                found = [(damage.table, damage.what) for damage in find_damage(connection, lake.folder)]
            assert [(table, what in said) for table, said in found] == [("documents", True)], (content, found)
    finally:
        client.put_object(Bucket=BUCKET, Key=key, Body=held)


def _ingest(texts: Path, address: str, data: str) -> None:
    run(Options([str(texts)], address, data=data), local(1, None))


def test_runs_readers_and_upkeep_keep_out_of_each_others_way(
    new_lake: NewLake, texts: Path, local_lake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH_DOCUMENTS", 6)  # two commits a run
    monkeypatch.setattr(commit_size, "COMMIT_DOCUMENTS", 1)
    address, data = new_lake()[0], str(tmp_path / "files")  # a folder that every machine has, in place of S3
    with ThreadPoolExecutor(2) as both:
        for done in [both.submit(_ingest, texts, address, data) for _ in range(2)]:
            done.result()
    folder = lake_folder(address)
    expected, found = lake_rows(local_lake), lake_rows(folder)
    assert {name: rows for name, rows in found.items() if name != "inputs"} == {
        name: rows for name, rows in expected.items() if name != "inputs"
    }
    assert failing_checks(folder) == []

    _keeps_out_of_each_others_way(folder, texts)


def _keeps_out_of_each_others_way(folder: Path, texts: Path) -> None:
    """Readers, runs and upkeep of a lake."""
    with reading(folder), pytest.raises(LakeError, match="has been read by another process"):
        maintain(folder, timedelta(0), patience=0)
    with run_lock(folder, "one"), ThreadPoolExecutor(1) as other:
        assert isinstance(other.submit(_lock, folder).exception(), TimeoutError)
    before = lake_rows(folder)
    done = maintain(folder, timedelta(0))
    assert (done.flushed > 0, done.damage) == (True, ())
    assert done.catalogue
    assert lake_rows(folder) == before
    with open_lake(folder) as lake:  # a run that died is noted by the next
        lake.commit(lambda: lake.connection.execute("update runs set status = 'running', ended_at = null"))
    run(Options([str(texts)], address_of(folder)), local(1, None))
    with read_lake(folder) as connection:
        ended = connection.execute("select status from runs order by started_at").fetchall()
    assert ended == [("interrupted",), ("interrupted",), ("completed",)]


def _lock(folder: Path) -> None:
    with run_lock(folder, "one"):
        pass


def test_upkeep_of_files_on_s3_leaves_what_there_is_and_nothing_of_what_is_forgotten(lake: Shared) -> None:
    client, prefix = boto3.client("s3"), lake.data.removeprefix(f"s3://{BUCKET}/")
    client.put_object(Bucket=BUCKET, Key=f"{prefix}/main/articles/left.parquet", Body=b"by a run that died")
    assert orphans(lake.folder) == [("tables/main/articles/left.parquet", 18)]
    before = lake_rows(lake.folder)
    done = maintain(lake.folder, timedelta(0))
    assert (done.damage, done.orphans, lake_rows(lake.folder)) == ((), 1, before)
    ((url, title),) = _asked(lake, "select url, title from articles order by url limit 1")
    assert len(forget(lake.folder, Wanted(url=url)).articles) == 1
    held = [each["Key"] for each in client.list_objects_v2(Bucket=BUCKET, Prefix=prefix)["Contents"]]
    contents = [client.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in held]
    assert not any(title.encode() in content for content in contents)
    assert len(lake_rows(lake.folder)["articles"]) == len(before["articles"]) - 1
    assert failing_checks(lake.folder) == []
