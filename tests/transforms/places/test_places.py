"""Places in news sentences: which names mean a place, which place it is, and how it is used."""

from itertools import pairwise
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.articles import make_article
from transforms.entities.entities import find_entities
from transforms.entities.index import EntityIndex
from transforms.parsing.spacy_model import parse, tokenize
from transforms.places.places import find_places
from transforms.records.article_records import Article, Place

if TYPE_CHECKING:
    from spacy.language import Language


def article(text: str) -> Article:
    return make_article(text)


def places_in(nlp: "Language", text: str) -> tuple[Place, ...]:
    doc = parse(nlp, text)
    return find_places(doc, article(text), EntityIndex(*find_entities(doc, article(text))))


def told(places: tuple[Place, ...]) -> list[str]:
    """Say of each place what a reader would check: its text, use, country and, where it matters, division."""
    return [
        " ".join(filter(None, (place.text, f"({place.method})", place.country_code, place.admin1 or ""))).strip()
        for place in places
    ]


# text of the mention (method) country [first-order division]
GOLDEN = [
    # containment
    ("A fire broke out in Paris, Texas, on Monday.", ["Paris (contained) USA Texas", "Texas (toponym) USA Texas"]),
    ("Police in Springfield, Illinois, made two arrests.",
     ["Springfield (contained) USA Illinois", "Illinois (toponym) USA Illinois"]),
    ("Drones struck the port of Odesa, Ukraine, overnight.",
     ["Odesa (contained) UKR Odeska oblast", "Ukraine (toponym) UKR"]),
    ("LEXINGTON, Ky. — A bridge was closed on Friday.",
     ["LEXINGTON (contained) USA Kentucky", "Ky. (toponym) USA Kentucky"]),
    ("She was born in London, Ontario, in 1970.", ["London (contained) CAN Ontario", "Ontario (toponym) CAN Ontario"]),
    ("The court in Portland, Maine, heard the case.", ["Portland (contained) USA Maine", "Maine (toponym) USA Maine"]),
    ("He moved to Dayton, OH, last year.", ["Dayton (contained) USA Ohio", "OH (toponym) USA Ohio"]),
    ("They found it in Melville, Sask., and in Banff, Alta.",
     ["Melville (contained) CAN Saskatchewan", "Sask. (toponym) CAN Saskatchewan",
      "Banff (contained) CAN Alberta", "Alta. (toponym) CAN Alberta"]),
    # the class that the words beside a name tell
    ("Washington and Moscow resumed talks. Fires burned in Washington state near Spokane.",
     ["Washington (metonym) USA District of Columbia", "Moscow (metonym) RUS Moskva",
      "Washington (toponym) USA Washington", "Spokane (toponym) USA Washington"]),
    ("Two boats left from the state of Rio de Janeiro.", ["Rio de Janeiro (toponym) BRA Rio de Janeiro"]),
    ("The city of Turkey waits. Visitors came to Turkey.", ["Turkey (toponym)", "Turkey (toponym)"]),
    ("The city of Singapore waits.", ["Singapore (toponym) SGP"]),
    # the largest, unless the article is about elsewhere
    ("The minister arrived in Paris on Tuesday.", ["Paris (toponym) FRA Île-de-France"]),
    ("Thousands marched through Birmingham in England.",
     ["Birmingham (toponym) GBR England", "England (toponym) GBR England"]),
    ("Residents of Birmingham said Alabama was hit by two tornadoes.",
     ["Birmingham (toponym) USA Alabama", "Alabama (toponym) USA Alabama"]),
    ("Flights from Santiago to the rest of Chile were cancelled.",
     ["Santiago (toponym) CHL Región Metropolitana de Santiago", "Chile (toponym) CHL"]),
    ("Rain flooded parts of New York on Saturday.", ["New York (toponym) USA New York"]),
    # countries, regions, waters
    ("Floods killed dozens in Pakistan and Bangladesh.", ["Pakistan (toponym) PAK", "Bangladesh (toponym) BGD"]),
    ("The tanker was stopped in the Strait of Hormuz.", ["Strait of Hormuz (toponym)"]),
    ("Migrants crossed the Mediterranean from Libya.", ["Mediterranean (toponym)", "Libya (toponym) LBY"]),
    ("Unrest spread across the Middle East.", ["Middle East (toponym)"]),
    ("The ship sank in the Black Sea near Crimea.", ["Black Sea (toponym)", "Crimea (toponym) UKR Crimea"]),
    ("Snow fell on the Alps and in Bavaria.", ["Alps (toponym)", "Bavaria (toponym) DEU Bavaria"]),
    ("Aid reached the Democratic Republic of the Congo.", ["Democratic Republic of the Congo (toponym) COD"]),
    ("Clashes continued in Darfur.", ["Darfur (toponym) SDN"]),
    # abbreviations
    ("The U.S. and the UAE signed a deal.", ["U.S. (metonym) USA", "UAE (metonym) ARE"]),
    ("Beijing and Delhi resumed talks.", ["Beijing (metonym) CHN Beijing Shi", "Delhi (toponym) IND Delhi"]),
    ("They told us nothing about us.", []),
    ("An ME ruled it a murder, and CO levels rose.", []),
    ("The crew flew to the UK on Sunday.", ["UK (toponym) GBR"]),
    # governments
    ("Russia accused Ukraine of shelling the plant.", ["Russia (metonym) RUS", "Ukraine (metonym) UKR"]),
    ("Beijing warned that it would retaliate.", ["Beijing (metonym) CHN Beijing Shi"]),
    ("Talks between Washington and Baghdad broke down.",
     ["Washington (metonym) USA District of Columbia", "Baghdad (metonym) IRQ Baghdād"]),
    ("African-American voters stayed at home.", ["American (adjective) USA"]),
    ("Sanctions were imposed by Canada last week.", ["Canada (metonym) CAN"]),
    ("The delegation landed in Beijing at noon.", ["Beijing (toponym) CHN Beijing Shi"]),
    # adjectives
    ("Syrian troops entered the village.", ["Syrian (adjective) SYR"]),
    ("German exports rose by two percent.", ["German (adjective) DEU"]),
    ("European leaders met on Thursday.", ["European (adjective)"]),
    ("He spoke in French for an hour.", []),
    # persons, papers, streets, other words
    ("Actress Paris Hilton opened the gala.", []),
    ("Sydney Smith scored twice, and Smith was applauded.", []),
    ("President Lincoln signed the order.", []),
    ("The New York Times reported the story.", []),
    ("The shop on Washington Street burned down.", []),
    ("In March the committee will meet on Sunday.", []),
    ("Reading is good for children.", []),
    ("Actor Austin Butler thanked the jury.", []),
    ("Mr Paris came late.", []),
    ("Police in Houston arrested a man. Whitney Houston sang.", ["Houston (toponym) USA Texas"]),
    ("The deal with Russia, U.S. officials said, is dead.", ["Russia (metonym) RUS", "U.S. (toponym) USA"]),
    ("Jordan Reed scored twice. Jordan was tired.", []),
    ("Friends of Zed Chester, Illinois, wept.", ["Illinois (toponym) USA Illinois"]),
    # in names of organisations
    ("The Boise Fire Department answered the call.", ["Boise (embedded) USA Idaho"]),
    ("The Valley Defence Front accused the army of an attack.", []),
    ("Researchers at the University of Michigan tested the drug.", ["Michigan (embedded) USA Michigan"]),
    # unknown to the gazetteer, and towns after prepositions
    ("A shell hit a market near Mosul in northern Iraq.", ["Mosul (toponym) IRQ Nīnawá", "Iraq (toponym) IRQ"]),
    ("The quake was felt in Christchurch and Wellington, New Zealand.",
     ["Christchurch (toponym) NZL Canterbury", "Wellington (contained) NZL Greater Wellington",
      "New Zealand (toponym) NZL"]),
    ("The Baghdad-based group denied the report.", ["Baghdad (toponym) IRQ Baghdād"]),
    ("Deputies searched a farm in Fairfax County, Virginia.",
     ["Fairfax County (contained) USA Virginia", "Virginia (toponym) USA Virginia"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), GOLDEN, ids=[sentence[:40] for sentence, _ in GOLDEN])
def test_golden_sentence(nlp: "Language", sentence: str, expected: list[str]) -> None:
    assert told(places_in(nlp, sentence)) == expected, sentence


def test_there_are_forty_golden_sentences() -> None:
    assert len(GOLDEN) >= 40


def test_name_keeps_its_meaning_through_an_article(nlp: "Language") -> None:
    text = "PARIS, Texas — The mayor spoke on Friday.\n\nThe budget of Paris will grow, he said."
    assert [place.admin1 for place in places_in(nlp, text) if place.text.title() == "Paris"] == ["Texas", "Texas"], text


def test_surname_that_is_a_town_stays_a_person(nlp: "Language") -> None:
    text = "Deputy Doug Logan found the car.\n\nIt was empty, Logan said."
    assert told(places_in(nlp, text)) == [], text


def test_place_that_the_gazetteer_lacks_has_no_position(nlp: "Language") -> None:
    text = "Soldiers searched houses in Qarzabad, Afghanistan, officials said."
    unknown = [place for place in places_in(nlp, text) if place.text == "Qarzabad"]
    assert [(place.latitude, place.longitude, place.geonames_id, place.name) for place in unknown] == [(None,) * 4], (
        text
    )


def test_position_and_identifier_are_those_of_geonames(nlp: "Language") -> None:
    (place,) = places_in(nlp, "He lives in Paris.")
    assert (place.geonames_id, place.name, place.feature_code) == (2988507, "Paris", "PPLC")
    assert (round(place.latitude or 0, 1), round(place.longitude or 0, 1)) == (48.9, 2.3)


def test_certain_place_has_more_confidence_than_a_common_name(nlp: "Language") -> None:
    (certain,) = places_in(nlp, "The bank is in Nairobi.")
    (common,) = places_in(nlp, "The bank is in Springfield.")
    assert (certain.confidence or 0) > 0.8 > (common.confidence or 0)


WORDS = [
    *(
        "The",
        "in",
        "near",
        "Paris",
        ",",
        "Texas",
        "US",
        "U.S.",
        "Mo.",
        "Springfield",
        "(",
        "Georgia",
        "Syrian",
        "March",
    ),
    *("Äther", "–", "New", "York", "Times", "’s", "北京", "\n\n"),
]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_spans_and_positions_hold_for_any_text(nlp: "Language", words: list[str]) -> None:
    text = " ".join(words)
    for found in (places_in(nlp, text), find_places(tokenize(text), article(text), EntityIndex((), ()))):
        assert [place.place_id for place in found] == list(range(1, len(found) + 1))
        assert all(place.end_char <= following.start_char for place, following in pairwise(found))
        for place in found:
            assert text[place.start_char : place.end_char] == place.text
            assert place.latitude is None or (-90 <= place.latitude <= 90 and -180 <= (place.longitude or 0) <= 180)
            assert place.confidence is not None
            assert 0 <= place.confidence <= 1


def test_many_places_cost_time_in_proportion_where_nothing_is_parsed() -> None:
    text = "U.S. " * 20_000
    unparsed = tokenize(text)
    started = process_time()
    assert len(find_places(unparsed, article(text), EntityIndex((), ()))) == 20_000
    assert process_time() - started < 8, "a pass over the text for each place takes much longer"
