"""What is forgotten leaves no byte below the lake, does not come back, and takes nothing else along."""

import io
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import zstandard
from click.testing import CliRunner

from flows.cli.commands.forget import forget as command
from flows.inputs.errors import UsageError
from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from flows.reprocessing.unfinished import FILE
from flows.search.index import INDEX, open_index
from flows.upkeep.forget import forget, would_go
from flows.upkeep.maintain import maintain
from flows.upkeep.selection import Wanted, select
from sql.errors import LakeError
from sql.lake import open_lake, read_lake
from sql.scripts import scripts
from tests.flows.web.test_crawl import RSS, feed, page
from tests.flows.web_server import WebServer, answer

MARKER = "Zyxomarna"
"""Stands in the title, the text, the address and the raw bytes of the article that goes; and in nothing else."""

TEXT = """{title}

The minister of trade said on Monday that the government would publish its plan for {name} next week. She spoke to
reporters in Lisbon after a long meeting with the unions, which 3,000 workers of {name} attended.

"We will not wait for {name}," said John Miller, who leads the dock workers' union. Dock workers had stopped work in
three harbours since the weekend, and ships were waiting off the coast.
"""
HERE = local(1, None)


def write(folder: Path, name: str, title: str, subject: str) -> Path:
    path = folder / name
    path.write_text(TEXT.format(title=title, name=subject), "utf-8")
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles, and a lake of them: one that is to go, in all its forms, and two to stay.

    It has two versions, the second also in a copy of the file, and in a document that says the same in other bytes.
    """
    folder = tmp_path_factory.mktemp("forget")
    articles = folder / "articles"
    articles.mkdir()
    first = write(articles, f"{MARKER}.txt", f"Plan for {MARKER} announced", MARKER)
    write(articles, "ports.txt", "Ports of the north to reopen", "the ports")
    run(Options([str(articles)], str(folder / "lake"), name="first"), HERE)
    write(articles, f"{MARKER}.txt", f"Plan for {MARKER} announced again", f"the town of {MARKER}")
    shutil.copy(first, articles / "copy.txt")
    write(articles, "mills.txt", "Mills of the south closed by the government", "the mills")
    run(Options([str(articles)], str(folder / "lake"), name="second"), HERE)
    first.write_text(first.read_text("utf-8") + "\n\n", "utf-8")
    run(Options([str(first)], str(folder / "lake"), name="third"), HERE)
    with read_lake(folder / "lake") as connection, open_index(folder / "lake", connection):
        return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "copy"))


def pieces(content: bytes) -> Iterator[bytes]:
    """Yield some bytes, and what they hold: the values of a Parquet file, and what zstd compressed in them."""
    yield content
    if content.startswith(b"PAR1"):
        for column in pq.read_table(io.BytesIO(content)).to_pydict().values():
            for value in column:
                yield from pieces(value if isinstance(value, bytes) else repr(value).encode())
    elif content.startswith(zstandard.FRAME_HEADER if hasattr(zstandard, "FRAME_HEADER") else b"\x28\xb5\x2f\xfd"):
        yield zstandard.decompress(content)


def holding(lake: Path, marker: str = MARKER) -> list[str]:
    """Return the files below a lake that hold the marker, in their bytes or decoded, or in their names."""
    spellings = [marker.encode(), marker.encode().hex().encode(), marker.encode().hex().upper().encode()]
    return [
        str(path.relative_to(lake))
        for path in sorted(lake.rglob("*"))
        if path.is_file()
        if marker in path.name or any(one in piece for piece in pieces(path.read_bytes()) for one in spellings)
    ]


def ask(lake: Path, question: str) -> list[tuple[Any, ...]]:
    with read_lake(lake) as connection:
        return connection.execute(question).fetchall()


def failing(lake: Path) -> list[str]:
    with read_lake(lake) as connection:
        return [check.name for check in scripts("checks") if connection.execute(check.text).fetchall()]


STAYING = ["Mills of the south closed by the government", "Ports of the north to reopen"]


def uri(folder: Path, name: str = f"{MARKER}.txt") -> str:
    """Return the address that an article was ingested from, before the folder was copied."""
    return str(ask(folder / "lake", f"select uri from inputs where uri like '%/{name}' limit 1")[0][0])


def test_the_search_finds_the_marker_in_every_place(made: Path) -> None:
    assert ask(made / "lake", "select count(distinct article_id), count(*) from articles") == [(3, 4)]
    assert ask(made / "lake", "select count(*) from documents") == [(5,)]
    found = holding(made / "lake")
    assert any("/documents/" in name for name in found)
    assert any("/articles/" in name for name in found)
    assert INDEX in found
    assert "catalog.sqlite" in found or "catalog.sqlite-wal" in found


def test_an_article_leaves_no_byte_and_does_not_come_back(folder: Path) -> None:
    lake = folder / "lake"
    (lake / FILE).write_text(f'{{"changes": "{MARKER}"}}')  # as a reprocess that was cut off leaves one
    forget(lake, Wanted(url=uri(folder)))
    assert holding(lake) == []
    assert ask(lake, "select title from articles order by title") == [(title,) for title in STAYING]
    assert ask(lake, "select title from articles where title < 'N' and title is not null") == [(STAYING[0],)]
    assert ask(lake, "select min(title), max(title) from articles") == [tuple(STAYING)]
    assert ask(lake, "select count(*) from documents") == [(2,)]
    assert ask(lake, "select asked_by, articles, versions, documents, inputs, purged_at is null from forgettings") == [
        ("url", 1, 2, 3, 4, False)
    ]
    again = run(Options([str(folder / "articles")], str(lake), name="again"), HERE)
    assert {(outcome, reason): inputs for outcome, reason, inputs in again.ledger} == {
        ("rejected", "forgotten"): 2,  # the file and its copy; the article under another address says the same
        ("duplicate", "same_document"): 2,
    }
    assert holding(lake) == []
    assert failing(lake) == []


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(entity=MARKER.upper()),
        Wanted(older_than=timedelta(0)),
        Wanted(source="first"),
    ],
    ids=["entity", "age", "source"],
)
def test_it_can_be_asked_for_in_other_ways(made: Path, wanted: Wanted) -> None:
    with open_lake(made / "lake") as lake:
        going = select(lake.connection, wanted, datetime.now(UTC) + timedelta(seconds=1))
    titles = {article.title for article in going.articles}
    expected = {f"Plan for {MARKER} announced again"}
    if wanted.entity is None:
        expected.add("Ports of the north to reopen")
    if wanted.older_than is not None:
        expected.add("Mills of the south closed by the government")
    assert titles == expected
    assert going.rows["articles"] >= len(going.articles)


def test_a_removal_that_is_cut_off_is_completed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lake = folder / "lake"
    (article,) = ask(lake, f"select distinct article_id from articles where title like '%{MARKER}%'")[0]
    with read_lake(lake), pytest.raises(LakeError, match="read by another process"):
        forget(lake, Wanted(article=article), patience=0)
    assert ask(lake, f"select * from articles where text like '%{MARKER}%'") == []
    assert holding(lake) != []
    maintain(lake, timedelta(days=30))
    assert holding(lake) == []
    assert ask(lake, "select purged_at is null from forgettings") == [(False,)]


def test_the_command_says_what_would_go_and_asks(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lake = made / "lake"
    done: list[Wanted] = []
    monkeypatch.setattr(
        "flows.upkeep.forget.forget", lambda lake, wanted: done.append(wanted) or would_go(lake, wanted)
    )
    arguments = ["--lake", str(lake), "--url", uri(made)]
    shown = CliRunner().invoke(command, [*arguments, "--dry-run"], catch_exceptions=False).output
    assert f"Plan for {MARKER} announced again" in shown
    assert "1 articles in 2 versions, 3 raw documents, 4 addresses" in shown
    assert "nothing was removed" in shown
    assert CliRunner().invoke(command, arguments, input="n\n").exit_code == 1
    assert done == []
    assert CliRunner().invoke(command, [*arguments, "--yes"], catch_exceptions=False).exit_code == 0
    assert done == [Wanted(url=uri(made))]


def test_where_there_is_nothing_it_is_said(made: Path) -> None:
    arguments = ["--lake", str(made / "lake"), "--url", "https://example.org/nowhere", "--yes"]
    assert "nothing of that" in CliRunner().invoke(command, arguments, catch_exceptions=False).output


def test_one_thing_is_asked_for(made: Path) -> None:
    for given in ([], ["--url", "u", "--source", "s"]):
        with pytest.raises(UsageError, match="one of them"):
            CliRunner().invoke(command, ["--lake", str(made / "lake"), *given], catch_exceptions=False)


@pytest.mark.usefixtures("quick_runs")
def test_a_forgotten_page_is_not_asked_for_again(server: WebServer, tmp_path: Path) -> None:
    goes = server.serve("/goes", answer(page(f"{MARKER} opens", f"Le pont de {MARKER} ouvre ses portes lundi matin.")))
    stays = server.serve("/stays", answer(page("Le pont ferme", "Le pont du sud ferme ses portes mardi soir.")))
    url = server.serve("/feed.xml", answer(feed(goes, stays), headers=RSS), answer(feed(goes, stays), headers=RSS))
    options = Options([url], str(tmp_path), name="wire", kind="feed")
    assert run(options, HERE).count("stored") == 2
    forget(tmp_path, Wanted(url=f"{goes}?utm_source=feed"))  # a variant of its address
    asked = len(server.log)
    ledger = run(options, HERE).ledger
    assert {(outcome, reason) for outcome, reason, _ in ledger} == {
        ("rejected", "forgotten"),
        ("unchanged", "known_address"),
    }
    assert all("/goes" not in seen.path for seen in server.log[asked:])
    assert ask(tmp_path, "select count(*) from inputs where uri like '%/goes%'") == [(0,)]
    assert holding(tmp_path) == []
