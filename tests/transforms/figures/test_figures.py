from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.articles import make_article
from transforms.entities.entities import find_entities
from transforms.entities.index import EntityIndex
from transforms.figures.figures import find_figures
from transforms.parsing.spacy_model import parse, tokenize
from transforms.records.article_records import Article, Figure
from transforms.times.times import find_times

if TYPE_CHECKING:
    from spacy.language import Language

Row = tuple[str, float, str | None, str | None]
"""Text, value, unit, object."""

GOLDEN: list[tuple[str, list[Row]]] = [
    # what is counted
    (
        "They ordered 281 new buses, 243 upgraded trams, 2,000 extra seats each week and more.",
        [
            ("281 new buses", 281, None, "new buses"),
            ("243 upgraded trams", 243, None, "upgraded trams"),
            ("2,000 extra seats", 2000, None, "extra seats"),
        ],
    ),
    ("The lorry hit two more parked vans.", [("two more parked vans", 2, None, "parked vans")]),
    ("They will buy 52 (new) trains soon.", [("52", 52, None, "trains")]),
    ("He has 24 prior arrests, mostly for theft.", [("24 prior arrests", 24, None, "prior arrests")]),
    ("She told “60 Minutes” so. It took 60 minutes.", [("60 minutes", 60, "minute", None)]),
    (
        "Approximately 2,500 US troops are deployed in Iraq and around 900 in Syria.",
        [("Approximately 2,500 US troops", 2500, None, "US troops"), ("around 900", 900, None, "US troops")],
    ),
    ("It became the No 1 world language.", []),
    ("It is not a zero possibility.", []),
    ("It is one step closer.", []),
    ("They split the house 50-50.", []),
    ("It stays at 15-20 degrees below freezing.", [("15-20 degrees below freezing", -20, "degree", None)]),
    ("The French estimated four times more.", [("four times", 4, "times", None)]),
    ("She called 911 and they dialled 999 at once.", []),
    ("They called 112 witnesses.", [("112 witnesses", 112, None, "witnesses")]),
    ("Up to 40 tanks crossed the border.", [("Up to 40 tanks", 40, None, "tanks")]),
    ("More than two dozen soldiers deserted.", [("More than two dozen soldiers", 24, None, "soldiers")]),
    ("Sixty more than nine tanks came.", [("Sixty", 60, None, None), ("nine tanks", 9, None, "tanks")]),
    ("Half a million children need food.", [("Half a million children", 500_000, None, "children")]),
    ("It is half the size of Malta.", [("half", 0.5, "fraction", "size")]),
    ("He wrote 1,000 words and two words.", [("1,000 words", 1000, None, "words")]),
    ("It came from 80-plus countries.", [("80-plus countries", 80, None, "countries")]),
    ("She obtained nearly 30 court orders ex parte.", [("nearly 30 court orders", 30, None, "court orders")]),
    ("Tens of thousands have fled.", [("Tens of thousands", 10_000, None, None)]),
    ("Half an hour later they came.", [("Half an hour", 0.5, "hour", None)]),
    ("Dozens of people fled.", [("Dozens of people", 12, None, "people")]),
    ("Several hundred women marched.", [("Several hundred women", 100, None, "women")]),
    ("Three years ago she left.", [("Three years", 3, "year", None)]),
    ("Tens of thousands of women marched.", [("Tens of thousands of women", 10_000, None, "women")]),
    ("Five to seven ships were seen.", [("Five to seven ships", 5, None, "ships")]),
    ("The party included seven Congolese.", [("seven Congolese", 7, None, "Congolese")]),
    (
        "There are 850 oak and cherry pine trees in the park.",
        [("850 oak and cherry pine trees", 850, None, "oak and cherry pine trees")],
    ),
    ("20-30 rebels attacked.", [("20-30 rebels", 20, None, "rebels")]),
    ("No fewer than six ministers resigned.", [("No fewer than six ministers", 6, None, "ministers")]),
    ("The company cut 1,200 jobs in Ohio.", [("1,200 jobs", 1200, None, "jobs")]),
    ("The party won 120 of 300 seats.", [("120", 120, None, "seats"), ("300 seats", 300, None, "seats")]),
    (
        "Four of the teams saved three match points at two points.",
        [
            ("Four", 4, None, "teams"),
            ("three match points", 3, None, "match points"),
            ("two points", 2, "point", None),
        ],
    ),
    ("They lent six F-16 jets.", [("six F-16 jets", 6, None, "F-16 jets")]),
    ("Only 45 of 60 mayors came.", [("45", 45, None, "mayors"), ("60 mayors", 60, None, "mayors")]),
    ("He won 15 out of 27 bouts.", [("15", 15, None, "bouts"), ("27 bouts", 27, None, "bouts")]),
    ("If one boat shelters families, it is full.", [("one boat", 1, None, "boat")]),
    ("They forecast almost zero growth.", [("almost zero growth", 0, None, "growth")]),
    ("40 is more than 30.", [("40", 40, None, None), ("more than 30", 30, None, None)]),
    ("It flew at Mach 5 and 15 km up.", [("15 km", 15, "kilometer", None)]),
    ("Two men in their 40s fled.", [("Two men", 2, None, "men"), ("40s", 40, "year", "age")]),
    ("They vote every four years.", [("four years", 4, "year", None)]),
    # of how many, which is no count of them
    (
        "Ohio had 30 deaths reported per 100,000 people.",
        [("30 deaths", 30, None, "deaths per 100,000"), ("100,000 people", 100_000, None, "people")],
    ),
    ("There were 12 murders per capita.", [("12 murders", 12, None, "murders per capita")]),
    # what befell people
    ("At least 12 people were killed in Kabul.", [("At least 12 people", 12, "killed", "people")]),
    (
        "The blast killed 12 people and wounded 30.",
        [("12 people", 12, "killed", "people"), ("30", 30, "wounded", "people")],
    ),
    ("A bomb left five dead in Mosul.", [("five dead", 5, "killed", None)]),
    ("The death toll rose to 41.", [("41", 41, "killed", None)]),
    ("Police arrested 14 protesters.", [("14 protesters", 14, "detained", "protesters")]),
    ("Some 3,000 families were displaced.", [("Some 3,000 families", 3000, "displaced", "families")]),
    ("Six miners are missing.", [("Six miners", 6, "missing", "miners")]),
    (
        "Two soldiers and three civilians died.",
        [("Two soldiers", 2, "killed", "soldiers"), ("three civilians", 3, "killed", "civilians")],
    ),
    (
        "Thirty people were injured, 12 of them seriously.",
        [("Thirty people", 30, "wounded", "people"), ("12", 12, "wounded", "people")],
    ),
    (
        "Three Turkish soldiers were wounded.",
        [("Three Turkish soldiers", 3, "wounded", "Turkish soldiers")],
    ),
    ("12 deaths were reported.", [("12 deaths", 12, "killed", "deaths")]),
    (
        "The strike killed at least 12 people, including three children.",
        [("at least 12 people", 12, "killed", "people"), ("three children", 3, "killed", "children")],
    ),
    ("Two dead, 30 hurt as bus overturns", [("Two dead", 2, "killed", None), ("30 hurt", 30, "wounded", None)]),
    (
        "Nearly 1,000 of the 3,500 workers were evacuated.",
        [("Nearly 1,000", 1000, "evacuated", "workers"), ("3,500 workers", 3500, None, "workers")],
    ),
    ("The five soldiers were killed in Mali.", [("five soldiers", 5, "killed", "soldiers")]),
    ("The killing of 12 miners shocked Peru.", [("12 miners", 12, "killed", "miners")]),
    ("One soldier was killed.", [("One soldier", 1, "killed", "soldier")]),
    # money
    ("The bank lent $3.5 billion.", [("$3.5 billion", 3.5e9, "USD", None)]),
    ("The fund paid €20m.", [("€20m", 2e7, "EUR", None)]),
    ("They asked for 200 to 300 million euros.", [("200 to 300 million euros", 2e8, "EUR", None)]),
    ("Rs 500 crore was spent.", [("Rs 500 crore", 5e9, "INR", None)]),
    ("It cost A$12.", [("A$12", 12, "AUD", None)]),
    ("He owes millions of dollars.", [("millions of dollars", 1e6, "USD", None)]),
    ("It cost 50 Hong Kong dollars.", [("50 Hong Kong dollars", 50, "HKD", None)]),
    ("He borrowed $25,000: it was enough.", [("$25,000", 25_000, "USD", None)]),
    ("She paid 500 pounds.", [("500 pounds", 500, "GBP", None)]),
    ("They found 500 pounds.", [("500 pounds", 500, None, "pounds")]),
    # shares
    ("Unemployment fell to 5.2 percent.", [("5.2 percent", 5.2, "percent", None)]),
    ("About 30% of voters stayed at home.", [("About 30%", 30, "percent", "voters")]),
    ("Rates rose by two percentage points.", [("two percentage points", 2, "percentage_point", None)]),
    # measures, durations and ages
    ("The road is 300 kilometres long.", [("300 kilometres", 300, "kilometer", None)]),
    ("They built a 300-kilometer road.", [("300-kilometer", 300, "kilometer", None)]),
    ("The dam holds 2 billion cubic metres.", [("2 billion cubic metres", 2e9, "meter ** 3", None)]),
    ("The firm pumps 100,000 barrels a day.", [("100,000 barrels", 100_000, "oil_barrel", None)]),
    ("The siege lasted for three weeks.", [("three weeks", 3, "week", None)]),
    ("A 32-year-old man was shot.", [("32-year-old", 32, "year", "age")]),
    ("Jane Hall, aged 45, won.", [("45", 45, "year", "age")]),
    ("Jane Hall, 90, spoke.", [("90", 90, "year", "age")]),
    ("Jane Hall, 43, was killed by police.", [("43", 43, "year", "age")]),
    (
        "Two sisters, aged 3 and 5, sang.",
        [("Two sisters", 2, None, "sisters"), ("3", 3, "year", "age"), ("5", 5, "year", "age")],
    ),
    # no figures
    ("In 2014 he left, on 3 May.", []),
    ("Emissions fell to 2005 levels at 10:30.", []),
    ("Article 5 was invoked after Flight 370.", []),
    ("The Boeing 737 landed, and an F-16 rose.", []),
    ("He won 2-1 and was number 1.", [("2", 2, "score", None), ("1", 1, "score", None)]),
    ("One of the men escaped for two reasons.", []),
    ("3. Mix well.", []),
    ("Several hundred came to the first meeting.", []),
    ("Call 555 1234.", []),
    (
        "Only 1 in 4 voted, and one of every nine voters left.",
        [("1 in 4", 0.25, "fraction", None), ("one of every nine", 1 / 9, "fraction", "voters")],
    ),
    ("Two-thirds of voters agreed.", [("Two-thirds", 2 / 3, "fraction", "voters")]),
    ("One in five houses was damaged.", [("One in five", 0.2, "fraction", "houses")]),
    ("The Dow fell to 10,663.69.", [("10,663.69", 10_663.69, None, None)]),
    ("Deaths rose to 5,120, up from 4,223.", [("5,120", 5120, None, None), ("4,223", 4223, None, None)]),
    ("Jobs fell from 190,700 to 37,000.", [("190,700", 190_700, None, None), ("37,000", 37_000, None, None)]),
    (
        "It grew by 52, 54 and 61 percent.",
        [("52", 52, "percent", None), ("54", 54, "percent", None), ("61 percent", 61, "percent", None)],
    ),
    ("She scored 24 points.", [("24 points", 24, "point", None)]),
    ("They bought a further dozen boats.", [("a further dozen boats", 12, None, "boats")]),
    ("1 200 people were killed.", [("1 200 people", 1200, "killed", "people")]),
    ("It was -5C in Oslo.", [("-5C", -5, "degree_Celsius", None)]),
    ("They live in flat 5C.", []),
    ("Write to P.O. Box 542 or call 0800 123 456.", []),
    ("Police posts 542 and 543 were hit.", []),
    ("A quarter of a million dollars was lost.", [("A quarter of a million dollars", 250_000, "USD", None)]),
    ("The top 1 percent gained.", []),
    ("A 911 caller reported a magnitude 5.8 quake.", [("magnitude 5.8", 5.8, "magnitude", None)]),
    ("The two companies earn six figures.", [("two companies", 2, None, "companies")]),
    ("Not one soldier was hurt.", []),
    ("The crew of 1,000 men grew.", [("1,000 men", 1000, None, "men")]),
]


def article_of(text: str, language: str | None = "en") -> Article:
    return make_article(text, language=language)


def figures(nlp: "Language", text: str) -> tuple[tuple[Figure, ...], EntityIndex]:
    article = article_of(text)
    doc = parse(nlp, text)
    index = EntityIndex(*find_entities(doc, article))
    return find_figures(doc, article, index, find_times(doc, article)), index


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_figures(nlp: "Language", text: str, expected: list[Row]) -> None:
    found, _ = figures(nlp, text)
    assert [(row.text, row.value, row.unit, row.object) for row in found] == expected, text


@pytest.mark.parametrize(
    ("text", "value", "highest", "approximate", "comparison"),
    [
        ("About 20 tanks came.", 20, None, True, None),
        ("Between 200 and 300 tanks came.", 200, 300, False, None),
        ("Two to three million people came.", 2e6, 3e6, False, None),
        ("More than 20 tanks came.", 20, None, False, "more than"),
        ("At least 20 tanks came.", 20, None, False, "at least"),
        ("As many as 20 tanks came.", 20, None, False, "up to"),
        ("Less than 20 tanks came.", 20, None, False, "less than"),
        ("Hundreds of tanks came.", 100, None, True, "at least"),
    ],
)
def test_how_exact_a_figure_is(
    nlp: "Language", text: str, value: float, highest: float | None, approximate: bool, comparison: str | None
) -> None:
    ((row,), _) = figures(nlp, text)
    assert (row.value, row.value_max, row.approximate, row.comparison) == (value, highest, approximate, comparison), (
        text
    )


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Die Stadt zahlt 1,5 Mio. Euro.", "de", [("1,5 Mio. Euro", 1_500_000, "EUR")]),
        ("Der Zins steigt auf 3,25 %.", "de", [("3,25 %", 3.25, "percent")]),
        ("La ville paie 2 350 euros.", "fr", [("2 350 euros", 2350, "EUR")]),
        ("La obra cuesta 1.250 euros.", "es", [("1.250 euros", 1250, "EUR")]),
        ("Il ponte costa 3,5 miliardi di euro.", "it", [("3,5 miliardi di euro", 3.5e9, "EUR")]),
        ("A ponte custa 2,5 milhões de euros.", "pt", [("2,5 milhões de euros", 2_500_000, "EUR")]),
        ("Мост стоит 1,2 млрд рублей.", "ru", [("1,2 млрд рублей", 1.2e9, "RUB")]),
    ],
)
def test_numbers_by_the_language(text: str, language: str, expected: list[tuple[str, float, str]]) -> None:
    found = find_figures(tokenize(text), make_article(text, language=language), EntityIndex((), ()), ())
    assert [(row.text, row.value, row.unit) for row in found] == expected, text


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Some 2,500 troops are in Iraq and around 900 in Syria.", ["Iraq", "Syria"]),
        ("At least 12 people were killed in Kabul.", ["Kabul"]),
        ("At least 12 people were killed.", [None]),
        ("In Kabul, 12 people were killed.", ["Kabul"]),
        ("KABUL (AP) — A bank lent $12 million.", [None]),
    ],
)
def test_where_a_figure_holds(nlp: "Language", text: str, places: list[str | None]) -> None:
    found, index = figures(nlp, text)
    named = [index.entities[row.place_entity_id].name if row.place_entity_id else None for row in found]
    assert named == places, text


def test_when_a_figure_holds(nlp: "Language") -> None:
    found, _ = figures(nlp, "On Monday 12 people were killed. The bank cut 20 jobs.")
    assert [row.time_id for row in found] == [1, None]


def test_without_a_parse_there_are_measured_numbers_only() -> None:
    text = "Rund 300 Menschen zahlten 20 € oder 5% mehr."
    found = find_figures(tokenize(text), article_of(text, "de"), EntityIndex((), ()), ())
    assert [(row.text, row.value, row.unit) for row in found] == [("20 €", 20, "EUR"), ("5%", 5, "percent")]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["3", "2,500", "million", "to", "dozens", "of", "men", "$", "about", "-", "half", "a", "%", "."]
        )
    )
)
def test_spans_are_the_text(nlp: "Language", words: list[str]) -> None:
    text = " ".join(words) or "."
    for row in figures(nlp, text)[0]:
        assert text[row.start_char : row.end_char] == row.text != ""
