from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.transforms.articles import make_article
from transforms.entities.entities import find_entities
from transforms.parsing.spacy_model import parse, tokenize
from transforms.records.article_records import Article, Entity, Mention

if TYPE_CHECKING:
    from spacy.language import Language

SEED = Path(__file__).parents[3] / "data" / "samples" / "islamic-resistance-in-iraq.txt"


def article(text: str) -> Article:
    return make_article(text, language="en")


def found(nlp: "Language", text: str) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    return find_entities(parse(nlp, text), article(text))


def shown(nlp: "Language", text: str) -> dict[str, str]:
    """Return each entity as `kind name` with its mentions, in order, joined by `|`."""
    entities, mentions = found(nlp, text)
    return {
        f"{one.kind} {one.name}": "|".join(m.text for m in mentions if m.entity_id == one.entity_id) for one in entities
    }


SENTENCES = [
    # who and where
    (
        "The mayor of Nairobi met Kenyan farmers on Friday.",
        {"place Nairobi": "Nairobi", "nationality Kenyan": "Kenyan"},
    ),
    ("Angela Merkel spoke in Berlin.", {"person Angela Merkel": "Angela Merkel", "place Berlin": "Berlin"}),
    ("Germany and France signed the deal.", {"country Germany": "Germany", "country France": "France"}),
    ("Police in Ohio arrested Daniel Price.", {"place Ohio": "Ohio", "person Daniel Price": "Daniel Price"}),
    ("Flooding hit Bangladesh on Monday.", {"country Bangladesh": "Bangladesh"}),
    ("NATO will send ships to the Baltic Sea.", {"organization NATO": "NATO", "place Baltic Sea": "Baltic Sea"}),
    ("The World Bank lent Ghana money.", {"organization World Bank": "World Bank", "country Ghana": "Ghana"}),
    # articles, possessives and quotation marks are not part of a name
    ("Toyota’s profit rose in Japan.", {"organization Toyota": "Toyota", "country Japan": "Japan"}),
    ("The judge praised the “Red Cross” in Geneva.", {"organization Red Cross": "Red Cross"}),
    ("Brazil's president flew to Lisbon.", {"country Brazil": "Brazil", "place Lisbon": "Lisbon"}),
    (
        "The United Nations' envoy left Yemen.",
        {"organization United Nations": "United Nations", "country Yemen": "Yemen"},
    ),
    ("Reporters at The New York Times went on strike.", {"organization New York Times": "New York Times"}),
    # one country, many names
    ("The US and Cuba talked; the United States gave way.", {"country United States": "US|United States"}),
    ("Britain left in 2020, and the U.K. has paid since.", {"country United Kingdom": "Britain|U.K."}),
    ("Troops entered the Democratic Republic of Congo.", {"country Democratic Republic of the Congo": None}),
    ("Burma, or Myanmar, held elections.", {"country Myanmar": "Burma|Myanmar"}),
    ("The Czech Republic, also Czechia, agreed.", {"country Czech Republic": "Czech Republic|Czechia"}),
    ("Aid reached South Sudan before the rains.", {"country South Sudan": "South Sudan"}),
    ("Fighting resumed in Côte d’Ivoire.", {"country Ivory Coast": "Côte d’Ivoire"}),
    # peoples
    ("Ukrainians voted while Ukrainian troops dug in.", {"nationality Ukrainian": "Ukrainians|Ukrainian"}),
    ("The Dutch and the Swiss refused.", {"nationality Dutch": "Dutch", "nationality Swiss": "Swiss"}),
    ("Saudi officials flew to Riyadh.", {"nationality Saudi": "Saudi", "place Riyadh": "Riyadh"}),
    ("Two South Korean officials resigned.", {"nationality South Korean": "South Korean"}),
    # abbreviations in brackets, and alone
    (
        "The African Union (AU) met on Sunday. Leaders said the AU would act.",
        {"organization African Union": "African Union|AU|AU"},
    ),
    (
        "The Islamic State (IS) claimed the attack. Police blamed IS for others.",
        {"organization Islamic State": "Islamic State|IS|IS"},
    ),
    (
        "The World Health Organization issued a warning on Tuesday. The WHO said cases had doubled.",
        {"organization World Health Organization": "World Health Organization|WHO"},
    ),
    (
        "The European Central Bank (“ECB”) raised rates. The ECB will meet in June.",
        {"organization European Central Bank": "European Central Bank|ECB|ECB"},
    ),
    # persons by surname, first name and title
    (
        "Sabrina Singh spoke first. Singh then took questions.",
        {"person Sabrina Singh": "Sabrina Singh|Singh"},
    ),
    (
        "President Joe Biden flew to Warsaw. Biden will meet President Andrzej Duda.",
        {"person Joe Biden": "Joe Biden|Biden", "person Andrzej Duda": "Andrzej Duda"},
    ),
    (
        "Kim Jong Un received the ministers. Kim thanked them.",
        {"person Kim Jong Un": "Kim Jong Un|Kim"},
    ),
    (
        "Pedro Sánchez won the vote in Madrid. Mr. Sánchez thanked his party.",
        {"person Pedro Sánchez": "Pedro Sánchez|Sánchez"},
    ),
    (
        "John Smith and Mary Smith testified. Smith left early.",
        {"person John Smith": "John Smith", "person Mary Smith": "Mary Smith"},
    ),
    # head nouns, where one only fits
    (
        "Boeing cut its forecast on Wednesday. The company blamed its suppliers.",
        {"organization Boeing": "Boeing|The company"},
    ),
    (
        "Boeing and Airbus cut their forecasts. The company blamed its suppliers.",
        {"organization Boeing": "Boeing", "organization Airbus": "Airbus"},
    ),
    (
        "The Defense Ministry denied the report. Hamas denied it too. The ministry gave no details.",
        {"organization Defense Ministry": "Defense Ministry|The ministry"},
    ),
    (
        "Ethiopia closed its schools. The country has seen weeks of protests.",
        {"country Ethiopia": "Ethiopia|The country"},
    ),
    (
        "Senator Maria Lopez voted against the bill. The senator called it cruel.",
        {"person Maria Lopez": "Maria Lopez|The senator"},
    ),
    # the article's own evidence mends the model
    (
        "Iraq’s Foreign Ministry denied it.",
        {"country Iraq": "Iraq"},
    ),
    (
        "Najib Razak won. Najib said he was pleased, and Najib left.",
        {"person Najib Razak": "Najib Razak|Najib|Najib"},
    ),
    (
        "Voters in Georgia, Arizona and Ohio go to the polls.",
        {"place Georgia": "Georgia", "place Arizona": "Arizona"},
    ),
    ("Protesters filled the streets of Tbilisi in Georgia.", {"country Georgia": "Georgia"}),
    # other kinds
    ("The damage from Hurricane Katrina was vast.", {"event Hurricane Katrina": "Hurricane Katrina"}),
    ("Crowds gathered on the Brooklyn Bridge.", {"facility Brooklyn Bridge": "Brooklyn Bridge"}),
    ("Congress passed the Clean Air Act in 1970.", {"law Clean Air Act": "Clean Air Act"}),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_sentence(nlp: "Language", text: str, expected: dict[str, str | None]) -> None:
    entities = shown(nlp, text)
    for entity, mentions in expected.items():
        assert entity in entities, f"{text}\n{entity} not in {entities}"
        assert mentions in {None, entities[entity]}, f"{text}\n{entity}: {entities[entity]}"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Islamic and Democratic voters stayed at home in March.", set()),
        ("She speaks Spanish and pays in US$.", set()),
        ("Tell us now what it is.", set()),
        ("", set()),
    ],
)
def test_what_names_nothing(nlp: "Language", text: str, names: set[str]) -> None:
    assert {entity.name for entity in found(nlp, text)[0]} == names


def test_aliases_and_codes(nlp: "Language") -> None:
    text = "Washington warned Iran. The US and the United States’ allies met in Tehran, Iranian media said."
    entities = {entity.name: entity for entity in found(nlp, text)[0]}
    assert entities["United States"].aliases == ("US", "the US", "the United States")
    assert {name: entity.country_code for name, entity in entities.items()} == {
        "Washington": "USA",
        "Iran": "IRN",
        "United States": "USA",
        "Tehran": "IRN",
        "Iranian": "IRN",
    }


def test_a_capital_has_no_country_that_the_article_does_not_name(nlp: "Language") -> None:
    (paris,) = (entity for entity in found(nlp, "A fire broke out in Paris on Monday.")[0] if entity.kind == "place")
    assert paris.country_code is None


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Emmanuel Macron left early.", "“No,” said Emmanuel Macron’s aide.", "Emmanuel Macron"),
        ("The US waited.", "America’s allies waited in the United States.", "United States"),
        ("The Red Cross left.", "Doctors of the Red Cross arrived in Sudan.", "Red Cross"),
    ],
)
def test_ids_are_the_same_in_every_article(nlp: "Language", first: str, second: str, name: str) -> None:
    (one,) = (entity for entity in found(nlp, first)[0] if entity.name == name)
    (other,) = (entity for entity in found(nlp, second)[0] if entity.name == name)
    assert one.entity_id == other.entity_id


def test_roles_are_spans(nlp: "Language") -> None:
    text = "In Kyiv, Finance Minister Anna Kovalenko spoke first."
    (person,) = (entity for entity in found(nlp, text)[0] if entity.kind == "person")
    assert (person.name, person.role) == ("Anna Kovalenko", "Finance Minister")
    assert text[person.role_start_char : person.role_end_char] == "Finance Minister"


def test_other_languages_have_none() -> None:
    text = "Der Kanzler sprach in Berlin."
    assert find_entities(tokenize(text), article(text)) == ((), ())


def holds(text: str, entities: tuple[Entity, ...], mentions: tuple[Mention, ...]) -> None:
    ids = [entity.entity_id for entity in entities]
    assert len(ids) == len(set(ids)), text
    assert {mention.entity_id for mention in mentions} == set(ids), text
    for mention in mentions:
        assert text[mention.start_char : mention.end_char] == mention.text, text
        assert mention.text.strip("\"“”’' \n") == mention.text, text
    for before, after in pairwise(mentions):
        assert before.end_char <= after.start_char, text
    for entity in entities:
        if entity.role is not None:
            assert text[entity.role_start_char : entity.role_end_char] == entity.role, text


WORDS = [
    "Angela Merkel",
    "Merkel",
    "the",
    "“",
    "”",
    "(",
    ")",
    "US",
    "IS",
    "Islamic",
    "Iraq’s",
    "—",
    "\n\n",
    "said",
    "Inc.",
]
WORDS += [
    "President",
    "African Union",
    "AU",
    "group",
    "Paris,",
    "a",
    "42-year-old",
    "WARSAW",
    "é",
    "😀",
    "’s",
    ".",
    ":",
]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), max_size=25))
def test_every_span_holds_and_every_mention_has_its_entity(nlp: "Language", words: list[str]) -> None:
    text = " ".join(words)
    holds(text, *found(nlp, text))


@pytest.mark.parametrize("text", [text.upper() for text, _ in SENTENCES[:12]])
def test_capitals_do_no_harm(nlp: "Language", text: str) -> None:
    holds(text, *found(nlp, text))


@pytest.fixture(scope="module")
def seed(nlp: "Language") -> tuple[str, tuple[Entity, ...], tuple[Mention, ...]]:
    paragraphs = SEED.read_text("utf-8").split("\n\n")
    text = "\n\n".join(paragraphs[2:7])
    assert text.startswith("Armed groups aligned with Iran")
    assert text.endswith("anti-IS coalition established in 2014.")
    return text, *found(nlp, text)


IN_SEED = {
    "Islamic Resistance in Iraq": ("organization", None, set(), None),
    "Islamic State": ("organization", None, {"IS"}, None),
    "Telegram": ("organization", None, set(), None),
    "Pentagon": ("organization", None, set(), None),
    "Iraq": ("country", "IRQ", set(), None),
    "United States": ("country", "USA", {"US", "the United States"}, None),
    "Iran": ("country", "IRN", set(), None),
    "Israel": ("country", "ISR", set(), None),
    "Syria": ("country", "SYR", set(), None),
    "Gaza": ("place", None, set(), None),
    "Baghdad": ("place", "IRQ", set(), None),
    "Sabrina Singh": ("person", None, set(), "Pentagon deputy press secretary"),
}


@pytest.mark.parametrize("name", IN_SEED)
def test_the_first_article(seed: tuple[str, tuple[Entity, ...], tuple[Mention, ...]], name: str) -> None:
    kind, country, aliases, role = IN_SEED[name]
    (entity,) = (entity for entity in seed[1] if entity.name == name)
    assert (entity.kind, entity.country_code, entity.role) == (kind, country, role)
    assert aliases <= set(entity.aliases)


def test_nothing_else_is_in_the_first_article(seed: tuple[str, tuple[Entity, ...], tuple[Mention, ...]]) -> None:
    text, entities, mentions = seed
    holds(text, entities, mentions)
    assert {entity.name for entity in entities} == {*IN_SEED, "Washington", "Iraqi"}
    assert [m.text for m in mentions if m.text == "IS"] == ["IS"] * 3
