from typing import TYPE_CHECKING

import pytest

from tests.transforms.articles import make_article
from transforms.entities.entities import find_entities
from transforms.entities.index import EntityIndex
from transforms.figures.places import dateline_place, place_of
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Kabul, 12 men were killed.", "Kabul"),
        ("The fire that broke out in Kabul left 12 dead.", "Kabul"),
        ("Troops from France and Spain lost 12 men in the war.", None),
        ("He flew to Paris after 12 men had died.", None),
    ],
)
def test_places(nlp: "Language", text: str, place: str | None) -> None:
    doc = parse(nlp, text)
    index = EntityIndex(*find_entities(doc, make_article(text)))
    at = text.index("12")
    found = place_of(covering(doc, at, at + 2), None, index)
    assert (index.entities[found].name if found else None) == place, text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KABUL, Afghanistan (AP) — A bomb killed 12.", True),
        ("KABUL, Afghanistan (AP) — A bomb in Yemen killed 12.", False),
        ("A bomb killed 12.", False),
    ],
)
def test_datelines(nlp: "Language", text: str, place: bool) -> None:
    index = EntityIndex(*find_entities(parse(nlp, text), make_article(text)))
    assert (dateline_place(text, len(text), index) is not None) is place, text
