from typing import TYPE_CHECKING

import pytest

from tests.transforms.articles import make_article
from transforms.entities.entities import find_entities
from transforms.entities.index import EntityIndex
from transforms.events.sectors import sector, sector_words
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("The Turkish police came.", "Turkish police", "COP"),
        ("Rebel fighters came.", "Rebel fighters", "REB"),
        ("France agreed.", "France", "GOV"),
        ("The European Union agreed.", "European Union", "IGO"),
        ("Prime Minister Hun Sen left. Hun Sen came back.", "Hun Sen", "GOV"),
        ("The table broke.", "table", None),
    ],
)
def test_sector(nlp: "Language", text: str, phrase: str, code: str | None) -> None:
    article = make_article(text)
    doc = parse(nlp, text)
    index = EntityIndex(*find_entities(doc, article))
    start = text.rindex(phrase)
    entity = index.entity_of(start, start + len(phrase))
    assert sector(covering(doc, start, start + len(phrase)), entity) == code, text


def test_codes_have_three_letters() -> None:
    assert all(len(code) == 3 and code.isupper() for code in sector_words().values())
