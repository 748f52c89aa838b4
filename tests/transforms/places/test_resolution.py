"""Which of several places of one name is meant."""

import pytest

from transforms.places.resolution import own_score, resolve
from transforms.places.toponym_candidates import Toponym, bearing


def named(*names: str) -> list[Toponym]:
    return [Toponym(at, at + 1, bearing(name), "name", "gazetteer") for at, name in enumerate(names)]


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (["London"], "GBR"),
        (["Birmingham"], "GBR"),
        (["Birmingham", "Alabama", "Montgomery", "Mobile"], "USA"),
        (["Georgia"], "GEO"),
        (["Georgia", "Atlanta", "Florida", "Alabama"], "USA"),
        (["Cordoba", "Argentina", "Buenos Aires"], "ARG"),
        # one other name does not tell where an article plays
        (["Edmonton", "Enfield"], "CAN"),
        (["Cordoba", "Spain", "Seville"], "ESP"),
    ],
)
def test_other_names_decide(names: list[str], meant: str) -> None:
    resolution = resolve(names, named(*names), [])[0]
    assert resolution.place is not None
    assert resolution.place.country_code == meant, names


def test_a_large_city_is_not_outweighed_by_a_suburb_of_where_the_article_plays() -> None:
    names = ["Portland", "Houston", "Dallas", "Houston", "Dallas", "San Antonio", "Oakland"]
    place = resolve(names, named(*names), [])[0].place
    assert place is not None
    assert place.admin1 == "Oregon"


def test_countries_of_entities_decide_too() -> None:
    places = [resolve(["Birmingham"], named("Birmingham"), ["USA"] * n)[0].place for n in (0, 4)]
    assert [place.country_code for place in places if place] == ["GBR", "USA"]


def test_city_before_its_own_division() -> None:
    (new_york,) = resolve(["New York"], named("New York"), [])
    assert new_york.place is not None
    assert new_york.place.feature_code == "PPL"
    assert new_york.certainty > 0.9, "the state of its name is no other place"


def test_a_container_speaks_for_all_mentions_of_a_name() -> None:
    names = ["Paris", "Paris", "Lyon", "Marseille", "Toulouse", "France"]
    first, *others = named(*names)
    texas = tuple(c for c in bearing("Texas") if c.feature_code == "ADM1")
    places = [resolution.place for resolution in resolve(names, [first._replace(inside=texas), *others], [])]
    assert [place.country_code for place in places[:3] if place] == ["USA", "USA", "FRA"]


def test_a_town_by_its_other_name_counts_less() -> None:
    by_main_name = next(c for c in bearing("Harare") if c.feature_code == "PPLC")
    by_other_name = next(c for c in bearing("Salisbury") if c.geonames_id == by_main_name.geonames_id)
    assert own_score(by_other_name) < own_score(by_main_name) - 1, "it needs fifty times the people"


def test_unknown_name_stays_unknown() -> None:
    (nothing,) = resolve(["Xyzzyville"], named("Xyzzyville"), ["USA"])
    assert (nothing.place, nothing.certainty) == (None, 0.0)


def test_capital_outweighs_larger_state() -> None:
    state, capital = (
        next(c for c in bearing("Washington") if c.feature_code == code and c.country_code == "USA")
        for code in ("ADM1", "PPLC")
    )
    assert state.population > capital.population
    assert own_score(capital) > own_score(state)
