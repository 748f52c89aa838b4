"""Maintenance leaves few files that hold the same rows, no old snapshots, and nothing of dead runs."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import zstandard
from click.testing import CliRunner

from flows.answers.limits import UNTIMED
from flows.answers.reader import Question, Reader
from flows.cli.commands.maintain import maintain as command
from flows.cli.commands.maintain import size
from flows.pipeline import run_log
from flows.upkeep.maintain import Maintained, maintain
from sql.attach import CATALOG, TABLES
from sql.errors import LakeError
from sql.lake import open_lake, read_lake
from sql.tables import insert
from transforms.records.article_records import Document
from transforms.records.run_records import Input

NOW = datetime(2024, 1, 1, tzinfo=UTC)
RUNS = 5


def files(folder: Path) -> list[Path]:
    return sorted((folder / TABLES).rglob("*.parquet"))


def content(folder: Path) -> list[object]:
    with read_lake(folder) as connection:
        return [
            connection.execute("select document_id, content, announced_title from documents order by uri").fetchall(),
            connection.execute("select position, detail from inputs order by position").fetchall(),
            connection.execute("select status from runs").fetchall(),
        ]


def write(folder: Path) -> None:
    """Write small commits, a change of a row in each table, and what a killed run leaves."""
    with open_lake(folder) as lake:
        for n in range(RUNS):
            raw = b"page %d" % n
            document = Document(
                document_id=hashlib.sha256(raw).hexdigest(),
                uri=f"u{n}",
                source="s",
                fetched_at=NOW,
                size_bytes=len(raw),
                content=zstandard.compress(raw),
            )
            line = Input(run_id="r", position=n, uri=f"u{n}", source="s", outcome="stored", seen_at=NOW)
            lake.commit(
                lambda document=document, line=line: (
                    insert(lake.connection, "documents", [document]),
                    insert(lake.connection, "inputs", [line]),
                )
            )
        lake.commit(lambda: lake.connection.execute("update inputs set detail = 'x' where position = 1"))
        lake.commit(lambda: lake.connection.execute("update documents set announced_title = 'T' where uri = 'u1'"))
        started = {"run_id": "killed", "command": "ingest", "newslake_version": "1"}
        lake.commit(lambda: lake.connection.execute(run_log.statement("start_run"), started))
    (folder / TABLES / "main" / "inputs").mkdir(exist_ok=True)
    (folder / TABLES / "main" / "inputs" / "ducklake-left.parquet").write_bytes(b"left by a run that was killed")


@pytest.fixture(scope="module")
def maintained(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, Maintained, list[object], list[object]]:
    folder = tmp_path_factory.mktemp("lakes") / "lake"
    write(folder)
    before = content(folder)
    done = maintain(folder, timedelta(0))
    return folder, done, before, content(folder)


def test_the_rows_stay_and_the_killed_run_is_noted(
    maintained: tuple[Path, Maintained, list[object], list[object]],
) -> None:
    _, done, before, after = maintained
    assert before[:2] == after[:2]
    assert (before[2], after[2]) == ([("running",)], [("interrupted",)])
    assert done.killed == 1


def test_all_rows_are_plain_parquet_in_a_file_a_table(
    maintained: tuple[Path, Maintained, list[object], list[object]],
) -> None:
    folder, done, *_ = maintained
    tables = [path.parent.name for path in files(folder)]
    assert sorted(tables) == ["documents", "inputs", "runs", "schema_versions"]
    assert done.flushed >= RUNS + 1
    assert done.before[0] > done.after[0] == len(tables)
    assert done.orphans == 1
    assert done.damage == ()


def test_the_latest_snapshot_alone_is_kept_where_no_other_is_wanted(
    maintained: tuple[Path, Maintained, list[object], list[object]],
) -> None:
    folder, done, *_ = maintained
    assert done.expired > RUNS
    with read_lake(folder) as connection:
        assert connection.execute("select count(*) from ducklake_snapshots('lake')").fetchall()[0][0] < RUNS


def test_nothing_is_exchanged_under_a_question_and_the_lake_can_be_asked_as_it_was(tmp_path: Path) -> None:
    write(tmp_path)
    before = content(tmp_path)
    with read_lake(tmp_path) as reader:
        reader.execute("begin")
        answer = reader.execute("select content from documents order by uri").fetchall()
        snapshot = reader.execute("select id from ducklake_current_snapshot('lake')").fetchall()[0][0]
        with pytest.raises(LakeError, match="read by another process"):
            maintain(tmp_path, timedelta(0), patience=0.2)
        assert reader.execute("select content from documents order by uri").fetchall() == answer
        reader.execute("rollback")
    assert maintain(tmp_path, timedelta(hours=1)).rewritten
    with read_lake(tmp_path) as reader:
        titles = "select count(announced_title) from documents at (version => $1)"
        counts = [reader.execute(titles, [version]).fetchall()[0][0] for version in (snapshot - 2, snapshot)]
    assert counts == [0, 1]
    assert content(tmp_path)[:2] == before[:2]


def test_a_reader_that_stays_open_holds_the_lake_for_its_questions_only(tmp_path: Path) -> None:
    write(tmp_path)
    count = Question("count", "select count(*) as rows from documents", {})
    with read_lake(tmp_path, hold=False) as connection:
        reader = Reader(connection, UNTIMED, tmp_path)
        with reader.cursor(), pytest.raises(LakeError, match="read by another process"):
            maintain(tmp_path, timedelta(0), patience=0)
        assert maintain(tmp_path, timedelta(0), patience=0).merged[0] == RUNS
        assert reader.rows(count) == [{"rows": RUNS}]


def test_the_command_says_what_it_did_and_fails_for_a_damaged_file(tmp_path: Path) -> None:
    write(tmp_path)
    result = CliRunner().invoke(command, ["--lake", str(tmp_path)], catch_exceptions=False)
    assert result.exit_code == 0
    assert "all are whole" in result.output
    files(tmp_path)[0].unlink()
    result = CliRunner().invoke(command, ["--lake", str(tmp_path)])
    assert result.exit_code == 1


def test_a_changed_bit_is_named_and_does_not_become_a_part_of_another_file(tmp_path: Path) -> None:
    write(tmp_path)
    path = next(path for path in files(tmp_path) if path.parent.name == "documents")
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 1
    path.write_bytes(content)
    done = maintain(tmp_path, timedelta(0))
    assert [damage.path for damage in done.damage] == [str(path.relative_to(tmp_path))]
    assert (done.rewritten, done.merged) == (0, (0, 0))
    assert path.read_bytes() == content


def test_no_lake_is_made(tmp_path: Path) -> None:
    with pytest.raises(LakeError, match="there is no lake"):
        maintain(tmp_path / "none", timedelta(0))
    assert not (tmp_path / "none" / CATALOG).exists()


def test_sizes_are_told_for_people() -> None:
    assert [size(0), size(999), size(1200), size(3_456_000), size(7 * 10**9)] == [
        "0 bytes", "999 bytes", "1.2 kB", "3.5 MB", "7.0 GB",
    ]  # fmt: skip
