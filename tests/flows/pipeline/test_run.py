"""A run accounts for every input, changes nothing when repeated, and completes what a crash cut off."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from flows.files.paths import find_paths
from flows.files.reader import read_file
from flows.inputs.options import Options
from flows.pipeline import batches, commit_size
from flows.pipeline.batches import Batch, gather
from flows.pipeline.commit import Writer
from flows.pipeline.executors import Execute, local
from flows.pipeline.lake_index import Known
from flows.pipeline.ledger import Seen
from flows.pipeline.row_batch import RowBatch
from flows.pipeline.run import Summary, run
from flows.reprocessing.reprocess import reprocess
from sql.lake import open_lake, read_lake
from sql.scripts import scripts, statement
from sql.tables import tables

ARTICLE = """{title}

The minister of {subject} said on Monday that the government would publish its plan for the ports next week. She spoke
to reporters in Lisbon after a long meeting with the unions.

Dock workers had stopped work in three harbours since the weekend, and ships were waiting off the coast. The unions said
that they would go on until their pay was raised, and that they had not been asked about {subject}.
"""
HERE: Execute = local(1, None)


def ask(lake: Path, question: str) -> list[tuple[Any, ...]]:
    with read_lake(lake) as connection:
        return connection.execute(question).fetchall()


def row_counts(lake: Path) -> dict[str, int]:
    with read_lake(lake) as connection:
        return {name: connection.table(name).count("*").fetchall()[0][0] for name in tables()}


def outcomes(summary: Summary) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for outcome, _, inputs in summary.ledger:
        counts[outcome] += inputs
    return dict(counts)


def failing_checks(lake: Path) -> list[str]:
    with read_lake(lake) as connection:
        return [check.name for check in scripts("checks") if connection.execute(check.text).fetchall()]


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    return tmp_path / "lake"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


@pytest.fixture
def write(folder: Path) -> Callable[..., Path]:
    def write(name: str, title: str = "Ports to reopen", subject: str = "trade") -> Path:
        path = folder / name
        path.write_text(ARTICLE.format(title=title, subject=subject))
        return path

    return write


def test_every_input_ends_once_and_a_second_run_changes_nothing(
    lake: Path, folder: Path, write: Callable[..., Path]
) -> None:
    write("a.txt")
    write("b.txt", subject="fisheries")
    write("copy-of-a.txt")
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(100))
    first = run(Options([str(folder)], str(lake)), HERE)
    assert outcomes(first) == {"stored": 2, "duplicate": 1, "rejected": 2}
    assert failing_checks(lake) == []
    before = row_counts(lake)
    second = run(Options([str(folder)], str(lake)), HERE)
    assert outcomes(second) == {"unchanged": 4, "rejected": 1}, "an empty file has no content to be the same"
    after = row_counts(lake)
    assert {name for name in before if before[name] != after[name]} == {"runs", "inputs"}
    assert ask(lake, "select status, stored, unchanged, duplicate, rejected from runs order by run_id") == [
        ("completed", 2, 0, 1, 2),
        ("completed", 0, 4, 0, 1),
    ]


def test_only_for_a_new_lake_are_the_processes_made_ready_before_there_is_work(
    lake: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []
    monkeypatch.setattr("flows.pipeline.run.get_ready", asked.append)
    source = str(write("a.txt").parent)
    for _ in range(2):
        run(Options([source], str(lake)), local(1, None))
    run(Options([source], str(lake.with_name("other")), executor="dask"), local(1, None))
    assert asked == [None]


def test_changed_content_is_a_new_version(lake: Path, write: Callable[..., Path]) -> None:
    path = write("a.txt", subject="trade")
    for subject in ("labour", "trade"):
        run(Options([str(path)], str(lake)), HERE)
        write("a.txt", subject=subject)
    run(Options([str(path)], str(lake)), HERE)
    assert ask(lake, "select version, is_current from articles order by version") == [(1, False), (2, False), (3, True)]
    assert ask(lake, "select distinct version from blocks order by 1") == [(1,), (2,), (3,)]
    assert ask(lake, "select count(*) from documents") == [(2,)], "the first content came back, and is kept once"
    assert failing_checks(lake) == []


def test_a_page_that_says_the_same_is_not_stored_again(lake: Path, folder: Path) -> None:
    paragraphs = ARTICLE.format(title="Ports to reopen", subject="trade").split("\n\n")[1:]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = (
        '<html lang="en"><head><title>Ports to reopen</title>'
        '<link rel="canonical" href="https://harbour.example/ports"></head>'
        "<body><h1>Ports to reopen</h1><article>{body}</article><footer>{footer}</footer></body></html>"
    )
    path = folder / "page.html"
    path.write_text(page.format(body=body, footer="Seen 1 time"))
    assert outcomes(run(Options([str(folder)], str(lake)), HERE)) == {"stored": 1}
    path.write_text(page.format(body=body, footer="Seen 2 times"))
    assert run(Options([str(folder)], str(lake)), HERE).ledger == (("unchanged", "same_text", 1),)
    (folder / "saved-again.html").write_text(page.format(body=body, footer="Seen 3 times"))
    assert ("duplicate", "same_article", 1) in run(Options([str(folder)], str(lake)), HERE).ledger
    assert ask(lake, "select count(*) from articles") == [(1,)]
    assert failing_checks(lake) == []


def test_two_versions_in_one_batch_are_numbered(lake: Path, folder: Path) -> None:
    text = ARTICLE.format(title="", subject="trade").strip()
    lines = [{"url": "https://a.example/1", "title": title, "text": text} for title in ("First", "Second", "Second")]
    lines[2]["extra"] = "x"
    (folder / "articles.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    assert outcomes(run(Options([str(folder)], str(lake)), HERE)) == {"stored": 2, "duplicate": 1}
    assert ask(lake, "select version, is_current, title from articles order by version") == [
        (1, False, "First"),
        (2, True, "Second"),
    ]
    assert failing_checks(lake) == []


def test_what_a_run_has_committed_the_lake_knows_and_the_run_no_more(
    lake: Path, folder: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH_DOCUMENTS", 1)
    for name in "ab":
        write(f"{name}.txt", subject=name)
    arrivals = [arrival for path in find_paths(str(folder)) for arrival in read_file(path, "s")]
    with open_lake(lake) as opened:
        writer = Writer(opened, Known(opened), "run")
        done = HERE(gather([*arrivals, *arrivals], writer.known, writer.seen))
        ends = [(line.outcome, line.reason) for batch, rows in done for line in writer.commit(batch, rows)]
        assert writer.seen == Seen(), "or a run of millions fills the memory"
    assert ends == [("stored", None)] * 2 + [("unchanged", "same_content")] * 2


def test_a_run_that_is_cut_off_is_completed_by_the_next(
    lake: Path, folder: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH_DOCUMENTS", 2)
    monkeypatch.setattr(commit_size, "COMMIT_DOCUMENTS", 1)
    for number in range(6):
        write(f"{number}.txt", subject=f"subject number {number}")

    def dying(batches: Iterator[Batch]) -> Iterator[tuple[Batch, RowBatch]]:
        for number, done in enumerate(HERE(batches)):
            if number == 2:
                raise KeyboardInterrupt
            yield done

    with pytest.raises(KeyboardInterrupt):
        run(Options([str(folder)], str(lake)), dying)
    assert ask(lake, "select status, stored from runs") == [("interrupted", 4)]
    assert list((lake / "runs").iterdir()) == [], "it left no lock"
    assert failing_checks(lake) == []
    assert outcomes(run(Options([str(folder)], str(lake)), HERE)) == {"unchanged": 4, "stored": 2}
    assert failing_checks(lake) == []


def test_a_run_that_was_killed_is_noted_by_the_next(lake: Path, write: Callable[..., Path]) -> None:
    path = write("a.txt")
    with open_lake(lake) as opened:
        started = {"run_id": "killed", "command": "ingest", "newslake_version": "9.9"}
        opened.commit(lambda: opened.connection.execute(statement("start_run"), started))

    def beside_another(batches: Iterator[Batch]) -> Iterator[tuple[Batch, RowBatch]]:
        run(Options([str(path)], str(lake)), HERE)
        states = "select status from runs where run_id <> 'killed' order by run_id"
        assert ask(lake, states) == [("running",), ("completed",)], "one that is under way was not killed"
        yield from HERE(batches)

    run(Options([str(path)], str(lake)), beside_another)
    assert ask(lake, "select status, ended_at from runs where run_id = 'killed'") == [("interrupted", None)]
    assert ask(lake, "select distinct status from runs where run_id <> 'killed'") == [("completed",)]
    assert list((lake / "runs").iterdir()) == []


def test_another_run_that_was_faster_is_noticed(lake: Path, folder: Path, write: Callable[..., Path]) -> None:
    path = write("a.txt")

    def overtaken(batches: Iterator[Batch]) -> Iterator[tuple[Batch, RowBatch]]:
        done = list(HERE(batches))
        run(Options([str(path)], str(lake)), HERE)
        yield from done

    assert run(Options([str(path)], str(lake)), overtaken).ledger == (("unchanged", "same_content", 1),)
    assert ask(lake, "select count(*) from articles") == [(1,)]
    assert failing_checks(lake) == []


def test_what_another_run_commits_right_after_ours_is_not_stored_twice(
    lake: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH_DOCUMENTS", 1)
    monkeypatch.setattr(commit_size, "COMMIT_DOCUMENTS", 1)
    first, second = write("a.txt"), write("b.txt", subject="fisheries")
    others: list[Summary] = []

    class Overtaken(FileLock):
        """Lets another run ingest the second file in the moment in which the first one is committed."""

        def release(self, force: bool = False) -> None:
            super().release(force)
            if not others and ask(lake, "select count(*) from articles") == [(1,)]:
                with monkeypatch.context() as undisturbed:
                    undisturbed.setattr("sql.locks.FileLock", FileLock)
                    others.append(run(Options([str(second)], str(lake)), HERE))

    monkeypatch.setattr("sql.locks.FileLock", Overtaken)
    ours = run(Options([str(first), str(second)], str(lake)), HERE)
    assert [outcomes(summary) for summary in (*others, ours)] == [{"stored": 1}, {"stored": 1, "unchanged": 1}]
    assert ask(lake, "select count(*) from articles") == [(2,)]
    assert failing_checks(lake) == []


def test_an_article_that_we_fail_on_is_rejected_and_tried_again(
    lake: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("good.txt", subject="trade")
    path = write("bad.txt", subject="fisheries")

    def fail_on_bad(raw: Any, recurring: Any) -> Any:
        if raw.uri == path.as_uri():
            raise ZeroDivisionError("oops")
        return read(raw, recurring)

    from transforms.extract import read

    with monkeypatch.context() as patched:
        patched.setattr("transforms.extract.read", fail_on_bad)
        assert outcomes(run(Options([str(path.parent)], str(lake)), HERE)) == {"stored": 1, "rejected": 1}
    ((reason, detail),) = ask(lake, "select reason, detail from inputs where outcome = 'rejected'")
    assert reason == "failed"
    assert detail.startswith("ZeroDivisionError: oops in pipeline/test_run.py:")
    assert ask(lake, "select step, article_id from failures join documents using (document_id)") == [("read", None)]
    assert outcomes(run(Options([str(path.parent)], str(lake)), HERE)) == {"stored": 1, "unchanged": 1}
    assert ask(lake, "from failures") == []
    assert failing_checks(lake) == []


def test_every_document_that_was_read_is_kept(lake: Path, folder: Path, write: Callable[..., Path]) -> None:
    text = ARTICLE.format(title="Ports to reopen", subject="trade")
    for name in "ab":  # the same article, exported twice
        (folder / f"{name}.jsonl").write_text(json.dumps({"url": "https://a.example/1", "text": text, "x": name}))
    (folder / "empty.txt").write_text(" \n")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(100))
    (folder / "feed.xml").write_text('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>')
    (folder / "broken.jsonl").write_text("{")
    summary = run(Options([str(folder)], str(lake)), HERE)
    assert outcomes(summary) == {"stored": 1, "duplicate": 1, "rejected": 4}
    lacking = "select uri from inputs anti join documents using (document_id) where document_id is not null"
    assert ask(lake, lacking) == []
    assert ask(lake, "select count(*) from documents") == [(5,)], "of the empty file there are no bytes to keep"
    assert reprocess(lake, HERE).documents == {"unchanged": 1, "rejected": 3}
    assert ask(lake, "select count(*) from articles") == [(1,)], "what another document says is no article of its own"
    assert failing_checks(lake) == []


def test_a_page_cannot_replace_an_article_of_another_host(lake: Path, folder: Path) -> None:
    text = ARTICLE.format(title="", subject="trade").strip()
    original = {"url": "https://www.harbour.example/1", "title": "Ports to reopen", "text": text}
    claim = {"canonical_url": original["url"]}
    for name, line in [
        ("1-original", original),
        ("2-mobile", original | claim | {"url": "https://m.harbour.example/1", "x": 1}),
        ("3-copy", original | claim | {"url": "https://copies.example/9"}),
        ("4-impostor", original | claim | {"url": "https://evil.example/9", "text": "Send money. " * 40}),
    ]:
        (folder / f"{name}.jsonl").write_text(json.dumps(line))
    assert outcomes(run(Options([str(folder)], str(lake)), HERE)) == {"stored": 2, "duplicate": 2}
    assert ask(lake, "select url, canonical_url, version from articles where is_current order by url") == [
        ("https://evil.example/9", original["url"], 1),
        (original["url"], None, 1),
    ]


def test_limit_and_progress(lake: Path, folder: Path, write: Callable[..., Path]) -> None:
    for number in range(5):
        write(f"{number}.txt", subject=f"subject number {number}")
    seen: list[int] = []

    def on_progress(settled: Sequence[object]) -> None:
        seen.append(len(settled))

    assert outcomes(run(Options([str(folder)], str(lake), limit=3), HERE, on_progress)) == {"stored": 3}
    assert seen == [3]


def test_documents_come_back_byte_for_byte(lake: Path, folder: Path) -> None:
    import zstandard

    content = ARTICLE.format(title="Größe", subject="trade").encode("utf-16")
    (folder / "a.txt").write_bytes(content)
    run(Options([str(folder)], str(lake)), HERE)
    ((stored, charset),) = ask(lake, "select content, charset from documents")
    assert zstandard.decompress(stored) == content
    assert charset.lower().startswith("utf-16")


FURNITURE = "Tips to the newsroom: knock twice"
BACKGROUND = "The strike began in March, when the port company cut the bonus for night shifts to save money."


def write_series(folder: Path) -> list[Path]:
    """Write eight articles with a line of furniture and a paragraph of background in common."""
    paths = []
    for number in range(8):
        text = ARTICLE.format(title=f"Day {number} of the strike", subject=f"day {number}")
        last = f"On day {number} the cranes stood still again, a union official said, and no ship was loaded."
        paths.append(folder / f"{number}.txt")
        paths[-1].write_text("\n\n".join([*text.strip().split("\n\n"), BACKGROUND, FURNITURE, last]))
    return paths


def texts(lake: Path) -> list[tuple[Any, ...]]:
    return ask(lake, "select article_id, version, text, fingerprint from articles order by all")


def test_lines_that_recur_are_dropped_at_reprocessing_and_retold_paragraphs_survive(lake: Path, folder: Path) -> None:
    kept = "select count(*) from articles where contains(text, $${}$$)"
    write_series(folder)
    run(Options([str(folder)], str(lake)), HERE)
    assert ask(lake, kept.format(FURNITURE)) == [(8,)], "no run depends on those before it"
    reprocess(lake, HERE)
    assert ask(lake, kept.format(FURNITURE)) == [(0,)]
    assert ask(lake, kept.format(BACKGROUND)) == [(8,)]
    recorded = "select distinct reason, kept from blocks where starts_with(text, 'Tips to')"
    assert ask(lake, recorded) == [("recurring", False)]
    assert failing_checks(lake) == []


def test_however_the_inputs_were_cut_into_runs_the_lake_is_the_same(
    lake: Path, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write_series(folder)
    run(Options([str(folder)], str(lake), name="wire"), HERE)
    other = tmp_path / "other"
    monkeypatch.setattr(batches, "BATCH_DOCUMENTS", 3)
    monkeypatch.setattr(commit_size, "COMMIT_DOCUMENTS", 1)

    def killed(batches: Iterator[Batch]) -> Iterator[tuple[Batch, RowBatch]]:
        yield next(HERE(batches))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(Options([str(path) for path in reversed(paths)], str(other), name="wire"), killed)
    reprocess(other, HERE)  # learning between runs changes nothing either
    run(Options([str(path) for path in reversed(paths)], str(other), name="wire"), HERE)
    reprocess(lake, HERE)
    reprocess(other, HERE)
    assert len(texts(lake)) == 8
    assert texts(other) == texts(lake)


def test_what_was_learned_makes_no_version_of_an_article_that_its_publisher_left_alone(
    lake: Path, folder: Path
) -> None:
    paths = write_series(folder)
    run(Options([str(folder)], str(lake)), HERE)
    reprocess(lake, HERE)
    before = texts(lake)
    paths[0].write_text(paths[0].read_text() + "\n\n")  # other bytes that say the same
    assert outcomes(run(Options([str(folder)], str(lake)), HERE)) == {"unchanged": 8}
    assert texts(lake) == before
