"""A folder of files that were made to do harm: bombs, nesting, entities, odd characters, names and dates."""

import gzip
import io
import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import zstandard

PROSE = (
    "The harbour of {place} stays closed, the mayor said on Monday. Some 1,200 people were told to wait for the ferry, "
    "and the minister of trade promised that he would answer the unions within three days.\n\n"
)
ODD = {
    "escape": "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "bidi": "\u202egnp.exe\u2066\u2069\u200f",
    "controls": "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), 127, *range(128, 160)])),
    "separators": "a\u2028b\u2029c\u0085d\x0be",
    "zalgo": "e" + "\u0301" * 500,
    "noncharacters": "\ufffe\uffff\U0010ffff\ufeff",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "digits": "9" * 2000,
    "unicode_digits": "١٢٣٤٥ ௧௨௩ ²³ ½ Ⅷ 九千 👩‍👩‍👧‍👦",
}
DATES = (
    "0001-01-01",
    "9999-12-31T23:59:59+14:00",
    "-0044-03-15",
    "99999-01-01",
    "2024-02-30",
    "0000-00-00",
    "1e9",
    "NaN",
)
HANGING = {
    "colons": ":" * 300,
    "abbreviations": "U.S. ",
    "quotes": "\"“”'" * 20,
    "brackets": "([{<" * 30,
    "commas": "1,234,567,890,",
    "spaces": " \t" * 40,
    "hyphens": "-a" * 100,
    "capitals": "A. B. C. Mr. Dr. ",
    "mail": "a@b.c, <d@e.f>, ",
}


def write_hostile(folder: Path, size: int) -> int:
    """Write the files into a new folder, those that are long of about `size` bytes; return how many they are."""
    folder.mkdir()
    written = 0
    for name, content in _files(size):
        path = os.fsencode(folder) + b"/" + name
        with open(path, "wb") as file:  # noqa: PTH123 - a Path would not take every name
            file.write(content)
        written += 1
    return written


def _files(size: int) -> Iterator[tuple[bytes, bytes]]:
    yield from _packed(size)
    yield from _nested(size)
    yield from _named()
    for name, text in ODD.items():
        yield f"odd-{name}.txt".encode(), f"{text}\n\n{PROSE.format(place=text) * 3}".encode("utf-8", "surrogatepass")
        yield f"odd-{name}.html".encode(), page(title=text, byline=text, body=PROSE.format(place=text) * 3)
        line = {"title": text, "text": PROSE.format(place=text) * 3, "author": text, "url": f"https://a.example/{text}"}
        yield f"odd-{name}.jsonl".encode(), json.dumps(line).encode()
    for number, date in enumerate(DATES):
        yield f"date-{number}.html".encode(), page(date=date, body=PROSE.format(place=f"Port {number}") * 3)
        line = {"title": "x", "text": PROSE.format(place=f"Pier {number}") * 3, "published_at": date, "date": date}
        yield f"date-{number}.jsonl".encode(), json.dumps(line).encode()
    for name, text in HANGING.items():
        yield f"long-{name}.txt".encode(), (PROSE.format(place=name) * 2 + text * (size // len(text))).encode()
        yield f"long-{name}.html".encode(), page(title=text * (size // len(text)), body=PROSE.format(place=name) * 3)
    yield from _broken()


def page(title: str = "The harbour", byline: str = "Ann Lee", date: str = "2024-03-04", body: str = "") -> bytes:
    """Return a page with what is given where pages have it."""
    data = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": date, "author": byline})
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n\n"))
    return (
        f'<html lang="en"><head><title>{title}</title><meta name="author" content="{byline}">'
        f'<meta property="article:published_time" content="{date}"><script type="application/ld+json">{data}</script>'
        f'</head><body><article><h1>{title}</h1><p class="byline">By {byline}</p><time datetime="{date}">{date}</time>'
        f"{paragraphs}</article></body></html>"
    ).encode("utf-8", "surrogatepass")


def _packed(size: int) -> Iterator[tuple[bytes, bytes]]:
    zeros = bytes(200 * size)
    pack: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "zst": zstandard.compress}
    for suffix, compress in pack.items():
        yield f"bomb.{suffix}".encode(), compress(zeros)
        yield f"bomb-line.jsonl.{suffix}".encode(), compress(b'{"text": "' + b"a " * (50 * size) + b'"}\n{"text": "b"}')
        yield f"bomb-bomb.{suffix}".encode(), compress(compress(zeros))
        yield f"cut.{suffix}".encode(), compress(PROSE.encode() * 50)[:-9]
        yield f"tail.{suffix}".encode(), compress(PROSE.encode() * 3) + b"\x00garbage"
    yield b"frames.zst", b"".join(zstandard.compress(b"x ") for _ in range(size // 10))
    yield (
        b"warc.warc",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx",
    )
    yield b"warc-minus.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nHTTP/1.1 200\r\n\r\nx"


def _nested(size: int) -> Iterator[tuple[bytes, bytes]]:
    deep = size // 10
    prose = PROSE.format(place="Nest").encode()
    yield b"nested-div.html", b"<div>" * deep + prose + b"</div>" * deep
    yield b"nested-table.html", b"<table><tr><td>" * (deep // 3) + prose
    yield b"nested-list.json", b'{"text": ' + b"[" * deep + b"]" * deep + b"}"
    yield b"nested-object.jsonl", b'{"a":' * deep + b"1" + b"}" * deep
    yield b"nested-ld.html", page(body=prose.decode()).replace(b'"NewsArticle"', b"[" * deep + b"]" * deep)
    yield b"attributes.html", b"<p " + b" ".join(b"a%d=1" % n for n in range(size // 8)) + b">" + prose + b"</p>"
    yield b"breaks.html", b"<body>" + b"<br>x" * (size // 5) + prose
    yield b"links.html", b"<body>" + b"<p><a href='//x'>y</a></p>" * (size // 26) + prose
    yield b"paragraphs.html", b"<body>" + b"<p>x</p>" * (size // 8) + prose
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    yield b"entities.xml", f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><html><body><p>&l11;</p></body></html>'.encode()
    yield (
        b"external.html",
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><p>&e;</p>' + prose + b"</html>",
    )
    yield b"word.txt", prose + b"a" * size
    yield b"line.jsonl", b'{"title": "' + b"x" * size + b'", "text": "' + prose.replace(b"\n", b" ") + b'"}'


def _named() -> Iterator[tuple[bytes, bytes]]:
    names = [
        b"new\nline.txt",
        b"bad-\xff\xfe-byte.txt",
        b"esc\x1b[2J.txt",
        b"=1+1.txt",
        b"-rf.txt",
        "bidi\u202etxt.exe".encode(),
        b"%2e%2e%2f.txt",
        b"a#line=1.txt",
        b"q?x=1.txt",
        b"'; drop table articles;--.txt",
        b"$HOME `id`.txt",
        b"x" * 250,
    ]
    for number, name in enumerate(names):
        yield name, PROSE.format(place=f"Name {number}").encode() * 3


def _broken() -> Iterator[tuple[bytes, bytes]]:
    prose = PROSE.format(place="Break") * 3
    yield (
        b"lone-surrogate.jsonl",
        rb'{"title": "a\ud800b", "text": "' + prose.replace("\n", " ").encode() + rb' \udfff"}',
    )
    yield b"numbers.jsonl", b'{"title": 1e999, "text": [1, null, {"a": NaN}], "author": {"name": -Infinity}}'
    yield b"keys.jsonl", b'{"text": "a", "text": "b", "": "c", "title": {"title": []}}\n[]\nnull\n"x"\n{}'
    yield b"utf16.txt", prose.encode("utf-16")[:-1]
    yield b"utf32.txt", prose.encode("utf-32")
    yield b"utf7.html", b'<meta charset="utf-7"><p>+ADw-script+AD4-' + prose.encode()
    yield b"charset.html", b'<meta charset="no-such-charset\x00"><p>' + prose.encode()
    yield b"nul.txt", prose.replace(" ", "\x00").encode()
    yield b"bytes.txt", bytes(range(256)) * 40
    yield b"base.html", b'<base href="javascript:alert(1)"><a href="data:text/html,x">y</a><p>' + prose.encode()
    yield b"port.html", b'<link rel="canonical" href="http://[::1:99999/x"><p>' + prose.encode()
    yield b"empty.txt", b""
    yield b"made.txt", f"{datetime(9999, 12, 31, tzinfo=UTC):%B %d, %Y}\n\n{prose}".encode()
    yield b"dates.txt", (", ".join(f"in {year}, {year} years ago" for year in (0, 1, 9999, 10**30)) + prose).encode()
    archive = io.BytesIO()
    with gzip.GzipFile(fileobj=archive, mode="wb") as packed:
        packed.write(b'{"text": "cut off')
    yield b"cut.jsonl.gz", archive.getvalue()
