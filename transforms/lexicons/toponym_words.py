"""The words that tell toponyms from other names: a lexicon, and the adjectives of places."""

import functools

from transforms.lexicons.gazetteer import GazetteerEntry, look_up
from transforms.lexicons.tables import lexicon_records, words_of_kind


def words(kind: str) -> frozenset[str]:
    """Return the lexicon's words of one kind, in small letters; the top of toponym_words.tsv says which there are.

    Raises ValueError for another kind.
    """
    return words_of_kind("toponym_words.tsv", kind)


@functools.cache
def _adjectives() -> dict[str, str]:
    """Map each adjective to the name of its place."""
    countries = {
        adjective: row["name"]
        for row in lexicon_records("gazetteer_countries.tsv")
        for adjective in filter(None, row["adjectives"].split(","))
    }
    return countries | {row["adjective"]: row["name"] for row in lexicon_records("place_adjectives.tsv")}


def place_of_adjective(adjective: str) -> tuple[GazetteerEntry, ...]:
    """Return the place that an adjective such as "Syrian" belongs to, alone in a tuple; nothing when it is none."""
    place = _adjectives().get(adjective)
    return _place_named(place) if place else ()


@functools.lru_cache(maxsize=2_000)
def _place_named(place: str) -> tuple[GazetteerEntry, ...]:
    candidates = look_up(place)
    # Of those that bear the name the country, else the region, is what an adjective comes from; few come from towns.
    return tuple(sorted(candidates, key=lambda c: (not c.is_country, c.is_settlement, c.alternate))[:1])
