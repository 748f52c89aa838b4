"""Every input that a source offers ends as exactly one line of the ledger, whatever it is and however it comes."""

import gzip
import json
from collections import Counter
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from sql.lake import read_lake
from sql.scripts import scripts
from tests.flows.web.test_crawl import feed, page
from tests.flows.web_server import WebServer, answer

pytestmark = pytest.mark.usefixtures("quick_runs")

CONTENTS = {
    "good": page("The bridge opens"),
    "copy": page("The bridge opens"),
    "same text": page("The bridge opens") + b"<!-- seen again -->",
    "other": page("The harbour closes", "The harbour of the town is closed for the winter, the council said. " * 4),
    "empty": b" \n",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "damaged": gzip.compress(page("The bridge opens"))[:-20],
    "nothing to read": b"<html><head><title>Nothing</title></head><body><img src=x></body></html>",
    "a feed": feed("https://news.example/1"),
}
"""What may stand in a file, in a record of an archive, and at an address."""


Page = tuple[int, bytes]
"""A number, which makes its address or its name, and what stands there."""


def files(folder: Path, pages: list[Page]) -> str:
    """Write each page to a file of its own; a number given again replaces its file."""
    folder.mkdir()
    for number, content in pages:
        (folder / f"page {number}").write_bytes(content)
    return str(folder)


def json_lines(folder: Path, lines: list[str]) -> str:
    folder.mkdir()
    (folder / "articles.jsonl").write_text("\n".join(lines))
    return str(folder)


def archive(folder: Path, pages: list[Page]) -> str:
    """Write a web archive with a record for each page."""
    folder.mkdir()
    records = []
    for second, (number, content) in enumerate(pages):
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + content
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-05-01T10:00:{second:02}Z\r\n"
            f"WARC-Target-URI: https://news.example/{number}\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + block + b"\r\n\r\n"))
    (folder / "crawl.warc.gz").write_bytes(b"".join(records))
    return str(folder)


def served(server: WebServer, path: str, pages: list[Page]) -> list[str]:
    """Serve each page, and one that is gone, below a path; give the addresses."""
    urls = [server.serve(f"/{path}/{number}", answer(content)) for number, content in pages]
    return [*urls, server.serve(f"/{path}/gone", answer(b"", 404))]


def sitemap(urls: list[str]) -> bytes:
    return gzip.compress(f"<urlset>{''.join(f'<url><loc>{url}</loc></url>' for url in urls)}</urlset>".encode())


def lines_by_source(lake: Path, sources: list[str]) -> dict[str, int]:
    """Run over the sources; count the lines of that run, and find the lake sound."""
    summary = run(Options(sources, str(lake)), local(1, None))
    with read_lake(lake) as connection:
        of_run = connection.execute("select source from inputs where run_id = ?", [summary.run_id]).fetchall()
        unsound = [check.name for check in scripts("checks") if connection.execute(check.text).fetchall()]
    assert unsound == []
    return dict(Counter(source for (source,) in of_run))


# A page is one that was seen before, one of another text, or bytes that mean nothing; whole, cut, or compressed.
contents = st.sampled_from(sorted(CONTENTS.values())) | st.binary(max_size=60)
cut = st.builds(lambda content, end: content[:end], contents, st.integers(0, 400))
contents |= cut | contents.map(lambda content: gzip.compress(content, mtime=0))
pages = st.lists(st.tuples(st.integers(0, 4), contents), min_size=1, max_size=5)
articles = st.builds(
    lambda number, title: json.dumps({"url": f"https://news.example/{number}", "html": page(title).decode()}),
    st.integers(0, 3),
    st.sampled_from(["One", "Two"]),
)
faulty_lines = st.sampled_from(
    ['{"title": "no text"}', "not json", "[" * 20_000, "[1]", '{"html": 1}', '"', "\x00{}", "{\x00}"]
)


@settings(
    max_examples=8,
    phases=[Phase.generate],  # an example costs a second, and shrinking takes hundreds
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pages, st.lists(articles | faulty_lines, min_size=1, max_size=5), pages, pages, pages)
def test_whatever_is_offered_each_input_has_one_line(
    server: WebServer,
    tmp_path: Path,
    in_files: list[Page],
    lines: list[str],
    in_archive: list[Page],
    in_feed: list[Page],
    in_sitemap: list[Page],
) -> None:
    folder = Path(mkdtemp(dir=tmp_path))
    server.clear()
    of_feed, of_sitemap = served(server, "feed", in_feed), served(server, "sitemap", in_sitemap)
    offered = {
        files(folder / "files", in_files): len(dict(in_files)),
        json_lines(folder / "lines", lines): len(lines),
        archive(folder / "archive", in_archive): len(in_archive),
        server.serve("/feed.xml", answer(feed(*of_feed))): len(set(of_feed)),
        server.serve("/sitemap.xml.gz", answer(sitemap(of_sitemap))): len(set(of_sitemap)),
    }
    assert lines_by_source(folder / "lake", list(offered)) == offered


def test_each_input_of_each_kind_of_source_has_one_line(server: WebServer, tmp_path: Path) -> None:
    each = list(enumerate(CONTENTS.values()))
    good = [json.dumps({"url": f"https://news.example/{n}", "html": page(f"Part {n}").decode()}) for n in range(3)]
    lines = [*good, good[0], '{"title": "no text"}', "not json", "[" * 20_000]
    of_feed, of_sitemap = served(server, "feed", each), served(server, "sitemap", each)
    offered = {
        files(tmp_path / "files", each): len(each),
        json_lines(tmp_path / "lines", lines): len(lines),
        archive(tmp_path / "archive", [*each, *((0, content) for content in CONTENTS.values())]): 2 * len(each),
        server.serve("/feed.xml", answer(feed(*of_feed))): len(of_feed),
        server.serve("/sitemap.xml.gz", answer(sitemap(of_sitemap))): len(of_sitemap),
        server.serve("/page", answer(CONTENTS["other"])): 1,
        server.serve("/gone", answer(b"", 404)): 1,
    }
    assert lines_by_source(tmp_path / "lake", list(offered)) == offered


def test_a_limit_counts_the_inputs_of_all_sources(server: WebServer, tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    for name in ("good", "other"):
        (tmp_path / "files" / name).write_bytes(CONTENTS[name])
    urls = [server.serve(f"/{n}", answer(page(f"Part {n}"))) for n in range(3)]
    sources = [*urls, str(tmp_path / "files")]
    for limit, fetched in ((1, []), (2, [])):
        summary = run(Options(sources, str(tmp_path / f"lake{limit}"), limit=limit), local(1, None))
        assert sum(inputs for _, _, inputs in summary.ledger) == limit
        assert server.paths() == fetched
    summary = run(Options(sources, str(tmp_path / "lake3"), limit=3), local(1, None))
    assert sum(inputs for _, _, inputs in summary.ledger) == 3
