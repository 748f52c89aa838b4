"""Fuzz the readers and the transforms with atheris, by coverage, for a bounded time; not in the suite.

From the root: `uv run --group fuzz python -m tests.fuzz [SECONDS] [FOLDER] [WHAT]`. WHAT is offered is documents, by
default, feeds (with sitemaps, lists of pages and robots.txt) or files (archives and compressed ones). It starts from
the samples, keeps in FOLDER what reached new code, and ends at the first one that a step fails on or that takes over a
minute.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["transforms", "flows.files", "flows.web"]):
    from tests.test_fuzz import FEEDS, offer, offer_feed, offer_file
    from transforms.parsing.spacy_model import load_model

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data" / "samples"
ARCHIVE = ROOT / "tests" / "flows" / "files" / "samples" / "warcio.warc.gz"
LARGEST = 20_000  # bytes of a document: larger ones are slow, and rarely reach more

OFFERS: dict[str, Callable[[bytes], object]] = {"documents": offer, "feeds": offer_feed, "files": offer_file}


def main(seconds: int, folder: Path, what: str) -> None:
    """Fuzz for so many seconds."""
    take = OFFERS[what]
    if what == "feeds":
        for number, feed in enumerate(FEEDS):
            (folder / f"feed-{number}").write_bytes(feed)
    else:
        for sample in (*SAMPLES.iterdir(), ARCHIVE):
            if sample.stat().st_size <= LARGEST:
                shutil.copy(sample, folder)
    if what == "documents":
        load_model()
    limits = [f"-max_total_time={seconds}", f"-max_len={LARGEST}", "-timeout=60", "-rss_limit_mb=1500"]

    def offer_one(content: bytes) -> None:
        take(content)

    atheris.Setup([sys.argv[0], *limits, str(folder)], offer_one)
    atheris.Fuzz()


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="newslake-fuzz-") as found:
        main(
            int(given[0]) if given else 300,
            Path(given[1]) if len(given) > 1 else Path(found),
            given[2] if len(given) > 2 else "documents",
        )
