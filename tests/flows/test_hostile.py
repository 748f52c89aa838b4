"""A folder that was made to do harm ends accounted for: no failure of ours, no broken row, whatever its names."""

import os
from pathlib import Path

import pytest

from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from sql.errors import LakeError
from sql.lake import open_lake, read_lake
from tests.flows.hostile import PROSE, write_hostile
from tests.flows.pipeline.killed_runs import failing_checks

SIZE = 6_000  # bytes of what is long; `python -m tests.hostile` writes more, and larger


def test_a_hostile_folder_ends_accounted_for(tmp_path: Path) -> None:
    folder, lake = tmp_path / "hostile", tmp_path / "lake"
    files = write_hostile(folder, SIZE)
    summary = run(Options([str(folder)], str(lake)), local(1, None))
    assert summary.failures == ()
    with read_lake(lake) as connection:
        failed = connection.execute("select uri, detail from inputs where reason = 'failed'").fetchall()
        counted = connection.execute("select count(distinct split_part(uri, '#', 1)) from inputs").fetchall()
    assert failed == []
    assert counted == [(files,)]
    assert failing_checks(lake) == []


def test_a_folder_whose_name_is_no_utf_8_is_read(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad-\xff-byte"))
    folder.mkdir()
    (folder / "a.txt").write_text(PROSE.format(place="Kiel"))
    assert run(Options([str(folder)], str(tmp_path / "lake")), local(1, None)).count("stored") == 1
    with read_lake(tmp_path / "lake") as connection:
        ((uri, source),) = connection.execute("select uri, source from inputs").fetchall()
    assert uri.endswith("/bad-%FF-byte/a.txt")
    assert source.endswith("/bad-\\xff-byte")


def test_a_lake_in_a_folder_whose_name_is_no_utf_8_is_refused_in_a_sentence(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad-\xff-byte"))
    for opened in (open_lake(folder), read_lake(folder)):
        with pytest.raises(LakeError, match="is no UTF-8; give another folder"), opened:
            pass
    assert not folder.exists()
