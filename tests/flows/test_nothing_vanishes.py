"""Every input that a source offers ends as exactly one line of the ledger, whatever it is and however it comes."""

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

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


def files(folder: Path) -> str:
    folder.mkdir()
    for name, content in CONTENTS.items():
        (folder / name).write_bytes(content)
    return str(folder)


def json_lines(folder: Path) -> str:
    folder.mkdir()
    lines = [json.dumps({"url": f"https://news.example/{n}", "html": page(f"Part {n}").decode()}) for n in range(3)]
    lines += [lines[0], '{"title": "no text"}', "not json", "[" * 20_000]
    (folder / "articles.jsonl").write_text("\n".join(lines))
    return str(folder)


def archive(folder: Path) -> str:
    """Write an archive with all contents at addresses of their own, and again at one."""
    folder.mkdir()
    records = []
    for number, (name, content) in enumerate([*CONTENTS.items(), *CONTENTS.items()]):
        address = name.replace(" ", "-") if number < len(CONTENTS) else "one"
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + content
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-05-{number + 1:02}T10:00:00Z\r\n"
            f"WARC-Target-URI: https://news.example/{address}\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + block + b"\r\n\r\n"))
    (folder / "crawl.warc.gz").write_bytes(b"".join(records))
    return str(folder)


def addresses(server: WebServer, path: str) -> list[str]:
    served = [server.serve(f"/{path}/{name.replace(' ', '-')}", answer(content)) for name, content in CONTENTS.items()]
    return [*served, server.serve(f"/{path}/gone", answer(b"", 404))]


def test_each_input_of_each_kind_of_source_has_one_line(server: WebServer, tmp_path: Path) -> None:
    in_feed, in_sitemap = addresses(server, "feed"), addresses(server, "sitemap")
    entries = "".join(f"<url><loc>{url}</loc></url>" for url in in_sitemap)
    sitemap = gzip.compress(f"<urlset>{entries}</urlset>".encode())
    offered = {
        files(tmp_path / "files"): len(CONTENTS),
        json_lines(tmp_path / "lines"): 7,
        archive(tmp_path / "archive"): 2 * len(CONTENTS),
        server.serve("/feed.xml", answer(feed(*in_feed))): len(in_feed),
        server.serve("/sitemap.xml.gz", answer(sitemap)): len(in_sitemap),
        server.serve("/page", answer(CONTENTS["other"])): 1,
        server.serve("/gone", answer(b"", 404)): 1,
    }
    lake = tmp_path / "lake"
    run(Options(list(offered), str(lake)), local(1, None))
    with read_lake(lake) as connection:
        lines = Counter(source for (source,) in connection.execute("select source from inputs").fetchall())
        unsound = [check.name for check in scripts("checks") if connection.execute(check.text).fetchall()]
    assert dict(lines) == offered
    assert unsound == []


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
