"""Fuzz the readers and the transforms with atheris, by coverage, for a bounded time; not in the suite.

From the root: `uv run --group fuzz python -m tests.fuzz [SECONDS] [FOLDER]`. It starts from the samples, keeps
in FOLDER what reached new code, and ends at the first document that a step fails on or that takes over a minute.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["transforms", "flows.files"]):
    from tests.test_fuzz import offer
    from transforms.parsing.spacy_model import load_model

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
LARGEST = 20_000  # bytes of a document: larger ones are slow, and rarely reach more


def main(seconds: int, folder: Path) -> None:
    """Fuzz for so many seconds."""
    for sample in SAMPLES.iterdir():
        if sample.stat().st_size <= LARGEST:
            shutil.copy(sample, folder)
    load_model()
    limits = [f"-max_total_time={seconds}", f"-max_len={LARGEST}", "-timeout=60", "-rss_limit_mb=1500"]
    atheris.Setup([sys.argv[0], *limits, str(folder)], offer_one)
    atheris.Fuzz()


def offer_one(content: bytes) -> None:
    """Offer a document; what fails raises."""
    offer(content)


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="newslake-fuzz-") as found:
        main(int(given[0]) if given else 300, Path(given[1]) if len(given) > 1 else Path(found))
