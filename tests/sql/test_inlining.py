"""Small writes stay in the catalogue, where every value is what it was, and go to Parquet when they are many."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from sql import compaction
from sql import lake as lake_module
from sql.attach import TABLES, connect
from sql.inlining import MOST_ROWS, flush, is_inlined
from sql.lake import Lake, open_lake, read_lake
from sql.scripts import scripts, statement
from sql.tables import insert, tables
from transforms.records.article_records import Document, Figure, Sketch
from transforms.records.run_records import Input

NOW = datetime(2024, 2, 29, 12, 30, 1, 123456, tzinfo=UTC)
TEXTS = ["it's", 'a "quote"', "two\nlines\\", "nul\0in", "", "日本 🙂 ד̈", "NULL", "[1, {'a': 2}]", "%s $1 ?"]


def line(position: int, uri: str = "u", detail: str | None = None) -> Input:
    return Input(
        run_id="r",
        position=position,
        uri=uri,
        source="s",
        outcome="rejected",
        reason="empty",
        detail=detail,
        seen_at=NOW,
    )


@pytest.fixture
def lake(tmp_path: Path) -> Iterator[Lake]:
    with open_lake(tmp_path / "lake") as lake:
        yield lake


def files(lake: Lake) -> set[str]:
    return {path.parent.name for path in (lake.folder / TABLES).rglob("*.parquet")} - {"schema_versions"}


def ask(lake: Lake, question: str) -> list[tuple[Any, ...]]:
    return lake.connection.execute(question).fetchall()


def test_what_stays_in_the_catalogue_is_what_it_was_before_and_after_it_is_written_out(lake: Lake) -> None:
    given = [line(n, text, text) for n, text in enumerate(TEXTS)]
    values = [0.1, -0.0, 1e308, 5e-324, 0.30000000000000004, float("inf")]
    figures = [
        Figure(
            article_id="a",
            version=1,
            figure_id=n,
            start_char=0,
            end_char=1,
            text="1",
            value=value,
            approximate=False,
            method="m",
        )
        for n, value in enumerate(values)
    ]
    lake.commit(
        lambda: (
            insert(lake.connection, "inputs", given),
            insert(lake.connection, "figures", figures),
            insert(lake.connection, "sketches", [Sketch(article_id="a", version=1, shingles=2, bands=(1, 4294967295))]),
        )
    )
    assert files(lake) == set()
    for _ in range(2):
        assert ask(lake, "select uri, detail, seen_at from inputs order by position") == [(t, t, NOW) for t in TEXTS]
        assert [repr(value) for (value,) in ask(lake, "select value from figures order by figure_id")] == list(
            map(repr, values)
        )
        assert ask(lake, "select bands from sketches") == [([1, 4294967295],)]
        lake.commit(lambda: flush(lake.connection))
    assert files(lake) == {"inputs", "figures", "sketches"}


def test_what_is_changed_in_the_catalogue_stays_changed_in_parquet(lake: Lake) -> None:
    lake.commit(lambda: insert(lake.connection, "inputs", [line(n) for n in range(9)]))
    for n in range(4):  # a row that was changed more than once must not come back as it was between
        lake.commit(lambda n=n: ask(lake, f"update inputs set detail = '{n}' where position < 3"))
    lake.commit(lambda: ask(lake, "delete from inputs where position > 5"))
    expected = [(0, "3"), (1, "3"), (2, "3"), (3, None), (4, None), (5, None)]
    for _ in range(2):
        assert ask(lake, "select position, detail from inputs order by position") == expected
        lake.commit(lambda: flush(lake.connection))
    lake.commit(lambda: ask(lake, "update inputs set detail = 'x' where position = 0"))
    lake.commit(lambda: ask(lake, "delete from inputs where position = 1"))
    assert ask(lake, "select position, detail from inputs order by position") == [(0, "x"), *expected[2:]]


def test_raw_documents_lists_of_text_and_large_writes_are_parquet_at_once(lake: Lake) -> None:
    document = Document(
        document_id="d",
        uri="u",
        source="s",
        fetched_at=NOW,
        size_bytes=1,
        content=b"\0x",
        announced_authors=("a\0b", "c'd"),
    )
    lake.commit(lambda: insert(lake.connection, "documents", [document]))
    lake.commit(lambda: insert(lake.connection, "inputs", [line(n) for n in range(MOST_ROWS + 1)]))
    assert files(lake) == {"documents", "inputs"}
    assert ask(lake, "select content, announced_authors from documents") == [(b"\0x", ["a\0b", "c'd"])]
    assert [name for name, table in tables().items() if not is_inlined(table)] == ["articles", "documents", "entities"]


def test_many_rows_in_the_catalogue_are_written_out(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lake_module, "ENOUGH_ROWS", 10)
    lake.commit(lambda: insert(lake.connection, "inputs", [line(n) for n in range(10)]))
    lake.write_out()
    assert files(lake) == set()
    lake.commit(lambda: insert(lake.connection, "inputs", [line(10)]))
    lake.write_out()
    assert files(lake) == {"inputs"}


def test_files_are_zstd_and_other_readers_of_parquet_read_them(lake: Lake) -> None:
    # Numbers far apart, whose differences take more than 32 bits: some encodings of them are not read everywhere.
    bands = tuple(int(number * 2654435761 % 2**32) for number in range(42))
    given = [Sketch(article_id=f"a{n}", version=1, shingles=64, bands=bands) for n in range(MOST_ROWS + 1)]
    lake.commit(lambda: insert(lake.connection, "sketches", given))
    (path,) = (lake.folder / TABLES).rglob("sketches/*.parquet")
    assert parquet.read_table(path)["bands"].to_pylist() == [list(bands)] * len(given)
    metadata = parquet.read_metadata(path).row_group(0)
    assert {metadata.column(n).compression for n in range(metadata.num_columns)} == {"ZSTD"}


def test_files_are_smaller_once_they_are_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    for level in (compaction.MERGED_LEVEL, 3):
        monkeypatch.setattr(compaction, "MERGED_LEVEL", level)
        with open_lake(tmp_path / str(level)) as lake:
            for start in (0, 1_000):
                given = [line(n, detail=f"{n * 2654435761} of {n * n}") for n in range(start, start + 1_000)]
                lake.commit(lambda given=given: insert(lake.connection, "inputs", given))  # type: ignore[misc]
            before = set(lake.folder.rglob("inputs/*.parquet"))
            assert lake.commit(lambda: compaction.merge_files(lake.connection)).result == (2, 1)
            (merged,) = set(lake.folder.rglob("inputs/*.parquet")) - before
            sizes.append(merged.stat().st_size)
            assert ask(lake, statement("compression_level")) == [("3",)]
    assert sizes[0] < 0.95 * sizes[1]


def test_files_have_row_groups_that_one_article_is_found_in_fast(lake: Lake) -> None:
    made = {
        "articles": ", true as is_current, 'd' as document_id, now() as fetched_at, 'u' as url, [] as authors, "
        "[] as topics, 't' as text, 1 as word_count, 'f' as fingerprint",
        "stories": ", 's' as story_id",
    }
    for table, columns in made.items():
        many = f"select n::varchar as article_id, 1 as version{columns} from range(40_000) numbers (n)"
        lake.commit(lambda table=table, many=many: lake.connection.execute(f"insert into {table} by name {many}"))  # type: ignore[misc]
    groups = {path.parent.name: parquet.read_metadata(path).num_row_groups for path in lake.folder.rglob("*.parquet")}
    assert groups["articles"] > groups["stories"] > 1


def test_an_older_lake_keeps_small_writes_in_the_catalogue_too(tmp_path: Path) -> None:
    with closing(connect(tmp_path, read_only=False)) as connection:
        connection.execute("begin")
        for script in scripts("schema"):
            if script.name not in {"forgotten", "forgettings"}:
                connection.execute(
                    script.text.replace("text_blocks", "blocks").replace(" text varchar,", " text varchar not null,")
                )
        connection.execute("insert into schema_versions values (13, 'older', now()); commit")
    with open_lake(tmp_path) as lake:
        lake.commit(lambda: insert(lake.connection, "inputs", [line(1)]))
        assert files(lake) == set()
    with read_lake(tmp_path) as reader:
        assert reader.execute("select count(*) from inputs").fetchall() == [(1,)]
