"""Sketch an article for the search of copies: a few numbers of which like texts share at least one."""

import struct
import zlib
from collections.abc import Iterator, Sequence

from rensa import RMinHash

from transforms.records.article_records import Article, Sketch
from transforms.stories.shingles import shingles

BANDS, ROWS = 42, 3
"""Of two texts that share a share s of their shingles 1 - (1 - s^3)^42 have a band in common: 94 of 100 that share two
fifths, 99.6 of 100 that share half, and 5 in 1,000 of those that share a twentieth."""

SEED = 1
"""Sketches can be compared only when they were made with the same."""


def sketch(article: Article) -> Sketch:
    """Return the sketch of an article's text: MinHash in bands (Leskovec et al., Mining of Massive Datasets, 3.4).

    A text that is too short for likeness to mean anything has one band, of all its words.
    """
    cut = shingles(article.text)
    if not cut.are_enough:
        bands: tuple[int, ...] = (zlib.crc32(cut.words.encode()),)
    else:
        hashed = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
        hashed.update(sorted(cut.found))
        bands = tuple(_band(at, rows) for at, rows in enumerate(_in_rows(hashed.digest())))
    return Sketch(article_id=article.article_id, version=article.version, shingles=len(cut.found), bands=bands)


def _in_rows(digest: Sequence[int]) -> Iterator[Sequence[int]]:
    return (digest[at : at + ROWS] for at in range(0, BANDS * ROWS, ROWS))


def _band(at: int, rows: Sequence[int]) -> int:
    return zlib.crc32(struct.pack(f"<{len(rows) + 1}I", at, *rows))
