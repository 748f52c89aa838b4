"""What writes the files of all tables at once does so with one thread."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from sql.compaction import merge_files, rewrite_files
from sql.inlining import flush
from sql.lake import open_lake


@pytest.mark.parametrize("work", [flush, merge_files, rewrite_files])
def test_files_are_written_by_one_thread(tmp_path: Path, work: Callable[[duckdb.DuckDBPyConnection], object]) -> None:
    with open_lake(tmp_path / "lake") as lake:
        lake.connection.execute("set threads = 4")
        lake.commit(lambda: work(lake.connection))
        assert lake.connection.execute("select current_setting('threads')").fetchall() == [(1,)]
