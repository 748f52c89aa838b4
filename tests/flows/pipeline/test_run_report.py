"""The report of a run lists what was stored and what was rejected, and takes nothing of it for markup."""

import json
from pathlib import Path

import pytest

from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from flows.pipeline.run_report import run_report

TEXT = "The bridge opened on Monday after three years of work, the mayor of the town said at the ceremony. "


def test_what_was_stored_and_rejected_is_listed(tmp_path: Path) -> None:
    given = [
        {"url": "https://news.example/bridge", "title": "Bridge <b>opens</b> [photos]", "date": "2026-11-20"},
        {"url": "javascript:alert(1)", "title": "No address"},
    ]
    (tmp_path / "articles.jsonl").write_text(
        "".join(json.dumps(one | {"text": TEXT * 3 + one["url"]}) + "\n" for one in given)
    )
    (tmp_path / "empty.txt").touch()
    lake = str(tmp_path / "lake")
    options = Options([str(tmp_path / "articles.jsonl"), str(tmp_path / "empty.txt")], lake)
    first, second = (run_report(run(options, local(1, None))) for _ in range(2))
    assert (
        "- [Bridge \\<b\\>opens\\</b\\> \\[photos\\]](<https://news.example/bridge>), 2026-11-20\n- No address\n"
        in first
    )
    assert first.startswith("2 stored, 0 unchanged, 0 duplicate, 1 rejected (empty 1)")
    assert "/empty.txt: it is empty\n" in first
    assert second.startswith("0 stored, 2 unchanged")
    assert "## Stored" not in second


def test_a_long_report_says_how_many_are_not_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.pipeline.run_report.MOST", 2)
    for number in range(5):
        (tmp_path / f"{number}.txt").touch()
    summary = run(Options([str(tmp_path / "*.txt")], str(tmp_path / "lake")), local(1, None))
    assert run_report(summary).endswith("- and 3 more; the table `inputs` has them all\n")


def test_what_the_articles_tell_is_summed_up(tmp_path: Path) -> None:
    spoken = "The bridge in Paris is open. “It will stay open,” John Barker said on Monday. "
    line = {"url": "https://news.example/a", "site": "The [Daily]", "title": "Bridge", "text": spoken + TEXT * 2}
    (tmp_path / "articles.jsonl").write_text(json.dumps(line) + "\n")
    made = run_report(run(Options([str(tmp_path / "articles.jsonl")], str(tmp_path / "lake")), local(1, None)))
    told = made[made.index("## What they tell") : made.index("## Stored")]
    assert "- Outlets: The \\[Daily\\] (1)\n" in told
    assert "- Most quoted: John Barker (1)\n" in told
    assert "- Places: Paris (1)\n" in told
