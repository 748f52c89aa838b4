"""The work of newslake without a lake or a run: read files and extract their fields, one batch after the other."""

import sys
from itertools import islice
from pathlib import Path

from flows.files.paths import find_paths
from flows.files.reader import read_file
from flows.pipeline.batches import BATCH_DOCUMENTS
from transforms.extract import extract_batch
from transforms.records.extraction import Extraction
from transforms.records.raw_document import Raw


def main(folder: Path) -> None:
    """Read the files of a folder and extract their fields; print how many articles there were."""
    arrivals = (arrival for path in find_paths(str(folder)) for arrival in read_file(path, "benchmark"))
    raws = (arrival for arrival in arrivals if isinstance(arrival, Raw))
    articles = 0
    while batch := list(islice(raws, BATCH_DOCUMENTS)):
        articles += sum(isinstance(result, Extraction) for result in extract_batch(batch).results)
    print(articles)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
