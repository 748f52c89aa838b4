"""Decide which of the places that bear a name is meant, by what it is, how many live there and what else is named."""

import math
import operator
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from transforms.lexicons.gazetteer import GazetteerEntry, fold
from transforms.places.told_classes import TOWN
from transforms.places.toponym_candidates import Toponym, contains

PRIOR = {"PPLC": 0.9, "ADM1": -0.3}
"""Added to the decimal logarithm of the population: a capital counts like a city of eight times its people, so that
Washington is before the state; a division counts for less than its people."""

COUNTY_PRIOR, COUNTY_WEIGHT = 1.0, 0.5
"""A county counts for less than a town, and its people matter less: the article's state tells them apart."""

COUNTRY = 8.0
REGION = 7.5
"""Scores of a country, and of a continent, sea or region, whose people are not counted: as of a very large city."""

ALTERNATE = -1.7
"""Added for a town's other name: the Salisbury that is meant is not Harare, which once was called so."""

SAME_COUNTRY, SAME_DIVISION = 3.0, 2.0
"""Weights of the share of an article's places that lie in the same country, and in the same division: a town of 20,000
where all others are equals a city of 2 million in another division."""

DOUBT = 0.5
"""Names, one half, that count as lying elsewhere: one other name alone does not tell where an article plays."""

CITY_SHARE, OTHER_NAME_SHARE = 0.15, 0.25
"""Share of a division's people from which its city of the same name is meant: by its main name, as São Paulo, or by
another, as New York, but not Oklahoma. GeoNames counts boroughs beside their city, so that shares come out low."""

OTHER_ENTITY = 0.5
"""Weight of an entity's country beside that of a place, which is 1."""


class Resolution(NamedTuple):
    """The place meant, None when nothing is known to bear the name; share of certainty among those that do."""

    place: GazetteerEntry | None
    certainty: float


def resolve(names: Sequence[str], toponyms: Sequence[Toponym], countries: Iterable[str]) -> list[Resolution]:
    """Resolve the toponyms of one article, `names` as they are written.

    `countries` are the ISO 3166-1 alpha-3 codes of the article's other entities. A name has one meaning in an article
    unless its container says otherwise, or the words beside it.
    """
    keys = [fold(name) for name in names]
    context = _Context(keys, toponyms, countries)
    told = {
        key: _inside(t) if t.inside else t.candidates
        for key, t in zip(reversed(keys), reversed(toponyms), strict=True)
        if t.inside or t.told == TOWN
    }
    return [
        context.choose(key, _inside(t) if t.inside else t.candidates if t.told else told.get(key, t.candidates))
        for key, t in zip(keys, toponyms, strict=True)
    ]


def _inside(toponym: Toponym) -> tuple[GazetteerEntry, ...]:
    """Return the candidates that a container contains."""
    return tuple(c for c in toponym.candidates if any(contains(outer, c) for outer in toponym.inside))


class _Context:
    """What an article names: how many of its names lie in each country, and in each division of one."""

    def __init__(self, keys: Sequence[str], toponyms: Sequence[Toponym], codes: Iterable[str]) -> None:
        """Count each name once a mention, as the place that it means by itself or the one that contains it."""
        self._of_name: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self._all: Counter[tuple[str, str]] = Counter()
        for key, toponym in zip(keys, toponyms, strict=True):
            likeliest = _likeliest([(own_score(c), c) for c in toponym.inside or toponym.candidates])
            for area in _areas(likeliest.place):
                # A container speaks for the other mentions of the name too, a name by itself does not.
                self._of_name["" if toponym.inside else key][area] += likeliest.certainty  # type: ignore[assignment]
        for code in codes:
            self._of_name[""][code, ""] += OTHER_ENTITY  # type: ignore[assignment]
        for counts in self._of_name.values():
            self._all.update(counts)
        self._total = sum(count for (_, division), count in self._all.items() if not division)

    def choose(self, key: str, candidates: Sequence[GazetteerEntry]) -> Resolution:
        """Choose what a name means by the article's other names."""
        own = self._of_name.get(key, Counter())
        total = self._total - sum(count for (_, division), count in own.items() if not division)
        shares = [[(self._all[area] - own[area]) / (total + DOUBT) for area in _areas(c)] for c in candidates]
        weighed = [sum(map(operator.mul, (SAME_COUNTRY, SAME_DIVISION), share)) for share in shares]
        return _likeliest([(own_score(c) + context, c) for c, context in zip(candidates, weighed, strict=True)])


def _areas(place: GazetteerEntry | None) -> list[tuple[str, str]]:
    """Return the country that a place lies in, and the division of it."""
    if place is None or place.country_code is None:
        return []
    areas = [(place.country_code, "")]
    return [*areas, (place.country_code, place.admin1)] if place.admin1 else areas


def own_score(place: GazetteerEntry) -> float:
    """Return how likely a place is meant when nothing else is known, as a decimal logarithm."""
    if place.is_country:
        return COUNTRY
    if not place.population:
        return 0.0 if place.feature_code in ("PPL", "ADM2") else REGION
    if place.feature_code == "ADM2":
        return COUNTY_PRIOR + COUNTY_WEIGHT * math.log10(place.population)
    other_name = ALTERNATE if place.alternate and place.is_settlement else 0.0
    return math.log10(place.population) + PRIOR.get(place.feature_code, 0.0) + other_name


def _likeliest(scores: Sequence[tuple[float, GazetteerEntry]]) -> Resolution:
    """Choose the highest score; its certainty is its share of the likelihood of all, one spot counted once."""
    if not scores:
        return Resolution(None, 0.0)
    best_score, best = max(scores, key=lambda pair: pair[0])
    if best.feature_code == "ADM1":
        best = max((c for _, c in scores if _is_its_city(c, best)), key=lambda c: c.population, default=best)
    others = sum(10 ** (score - best_score) for score, c in scores if not _same_spot(c, best))
    return Resolution(best, 1 / (1 + others))


def _is_its_city(city: GazetteerEntry, division: GazetteerEntry) -> bool:
    """Tell whether a city of the division's name holds so many of its people that the name means the city."""
    share = OTHER_NAME_SHARE if city.alternate else CITY_SHARE
    return city.is_settlement and _same_spot(city, division) and city.population >= share * division.population


def _same_spot(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    """Tell whether two places of one name lie in the same division, as a city and its county do."""
    return (one.country_code, one.admin1) == (other.country_code, other.admin1)
