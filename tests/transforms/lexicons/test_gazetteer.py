"""Look-up in the gazetteer: spelling, order and what each kind of row holds."""

import pytest
import zstandard

from transforms.lexicons.gazetteer import GAZETTEER, fold, look_up


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Paulo", "Sao Paulo"),
        ("St. Louis", "Saint Louis"),
        ("U.S.", "US"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Port-au-Prince", "PORT AU PRINCE"),
        ("Łódź", "Lodz"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert look_up(one) == look_up(other) != ()


def test_most_populous_comes_first() -> None:
    populations = [candidate.population for candidate in look_up("Springfield")]
    assert populations == sorted(populations, reverse=True)
    assert len(populations) > 10


def test_name_without_place_gives_nothing() -> None:
    assert look_up("Xyzzyville") == look_up("") == look_up("—") == ()


def test_first_and_last_name_of_the_table_are_found() -> None:
    # Both ends of a bisection go wrong first.
    lines = zstandard.ZstdDecompressor().decompress(GAZETTEER.read_bytes()).decode().splitlines()
    assert lines == sorted(lines)
    for line in (lines[0], lines[-1]):
        key, name, *_ = line.split("\t")
        assert name in {candidate.name for candidate in look_up(key)}


@pytest.mark.parametrize(
    ("name", "code", "country"),
    [
        ("Ukraine", "PCLI", "UKR"),
        ("Kosovo", "PCLI", "XKX"),
        ("Texas", "ADM1", "USA"),
        ("Red Sea", "SEA", None),
        ("Kyiv", "PPLC", "UKR"),
        ("Kiev", "PPLC", "UKR"),
        ("Fairfax County", "ADM2", "USA"),
        ("Allemagne", "PCLI", "DEU"),
    ],
)
def test_kinds_of_place(name: str, code: str, country: str | None) -> None:
    assert (code, country) in {(candidate.feature_code, candidate.country_code) for candidate in look_up(name)}


def test_foreign_names_of_countries_are_marked() -> None:
    assert [c.foreign for c in look_up("Allemagne") if c.is_country] == [True]
    assert [c.foreign for c in look_up("Germany") if c.is_country] == [False]
