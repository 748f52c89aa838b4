"""Look up the places that bear a name, in a compact gazetteer made from GeoNames."""

import functools
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

import zstandard

from transforms.lexicons.tables import REFERENCE

GAZETTEER = REFERENCE / "gazetteer.tsv.zst"
"""One line a name, sorted by the bytes of the folded name; data/reference/build_gazetteer.py makes it."""

MAX_WORDS = 6
"""Words of the longest name looked for: "Democratic Republic of the Congo" has five."""

BLOCK = 2048
"""Bytes of the table, some thirty lines, that are searched for a name."""

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_BETWEEN = re.compile(r"[\s\-–_/]+")
_DROPPED = re.compile(r"[.'’‘ʼ`´]")


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """A place that bears the name looked up.

    `alternate` tells that it is not the main name, `foreign` that it is a country's in another language. `country_code`
    is None for what lies in no single country, `geonames_id` for what was not identified; population is 0 if unknown.
    """

    name: str
    feature_code: str
    latitude: float
    longitude: float
    country_code: str | None
    admin1: str | None
    population: int
    geonames_id: int | None
    alternate: bool
    foreign: bool

    @property
    def is_country(self) -> bool:
        """Tell whether it is a country or a dependent territory."""
        return self.feature_code == "PCLI"

    @property
    def is_settlement(self) -> bool:
        """Tell whether it is a city, town, village or a part of one."""
        return self.feature_code.startswith("PPL")


@functools.lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Return the key of a name: without case, accents, full stops and apostrophes, "saint" as "st"."""
    letters = name.casefold()
    if not letters.isascii():
        decomposed = unicodedata.normalize("NFKD", letters.translate(_LETTERS))
        letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    plain = _DROPPED.sub("", letters)
    return " ".join(_SHORT.get(word, word) for word in _BETWEEN.split(plain) if word)


@functools.cache
def _table() -> bytes:
    """Load the gazetteer: one block of bytes, which processes forked later share."""
    return zstandard.ZstdDecompressor().decompress(GAZETTEER.read_bytes())


@functools.lru_cache(maxsize=20_000)
def look_up(name: str) -> tuple[GazetteerEntry, ...]:
    """Return the places that bear the name in any spelling of case and accents, the most populous first."""
    key = fold(name)
    if not key:
        return ()
    found = []
    prefix = key.encode() + b"\t"
    at = _first_line(prefix)
    table = _table()
    while table.startswith(prefix, at):
        end = table.index(b"\n", at)
        found.append(_candidate(table[at:end].decode()))
        at = end + 1
    return tuple(sorted(found, key=lambda c: -c.population))


def _first_line(prefix: bytes) -> int:
    """Return the offset of the first line that begins with `prefix`, a name and its tab; the table's end for none."""
    table, (names, offsets) = _table(), _blocks()
    block = bisect_left(names, prefix)  # the first that begins no earlier; the lines may begin in the one before
    if block == 0:
        return 0 if table.startswith(prefix) else len(table)
    found = table.find(b"\n" + prefix, offsets[block - 1], offsets[block] + len(prefix))
    return found + 1 if found >= 0 else len(table)


@functools.cache
def _blocks() -> tuple[list[bytes], list[int]]:
    """Return the first names of blocks of lines, each with its tab, and where they begin; last, where the table ends.

    To bisect the table itself touched memory all over it: half of a look-up's time.
    """
    table = _table()
    offsets = sorted({table.rfind(b"\n", 0, at) + 1 for at in range(0, len(table), BLOCK)})
    return [table[at : table.index(b"\t", at) + 1] for at in offsets], [*offsets, len(table)]


def _candidate(line: str) -> GazetteerEntry:
    """Read one line of the gazetteer."""
    _, name, code, latitude, longitude, country, admin1, population, geonames_id, kind = line.split("\t")
    return GazetteerEntry(
        name=name,
        feature_code=code,
        latitude=float(latitude),
        longitude=float(longitude),
        country_code=country or None,
        admin1=admin1 or None,
        population=int(population),
        geonames_id=int(geonames_id) if geonames_id else None,
        alternate=kind != "0",
        foreign=kind == "2",
    )
