from typing import TYPE_CHECKING

import pytest

from tests.transforms.articles import make_article
from transforms.entities.entities import find_entities
from transforms.entities.index import EntityIndex
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering
from transforms.quotes.speakers import find_speaker

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "phrase", "spoke", "meant"),
    [
        ("Maria Gomez came late. She left early.", "She", [], "Maria Gomez"),
        ("Maria Gomez came late. They left early.", "They", ["Maria Gomez"], None),
        (
            "Maria Gomez met John Reed. It rained. It rained. It rained. She left.",
            "She",
            ["Maria Gomez"],
            "Maria Gomez",
        ),
        ("Hamas and Israel talked. The group left.", "The group", ["Hamas"], "Hamas"),
        ("Hamas and Israel talked. The group of seven left.", "The group of seven", ["Hamas"], None),
        ("Senator Maria Gomez met John Reed. The senator left.", "The senator", ["Maria Gomez"], "Maria Gomez"),
        ("The envoy to France Maria Gomez left.", "The envoy to France Maria Gomez", [], "Maria Gomez"),
        ("A friend of Maria Gomez left.", "A friend of Maria Gomez", [], None),
        ("Maria Gomez and John Reed left.", "Maria Gomez and John Reed", [], None),
        ("A spokesman for Hamas left.", "A spokesman for Hamas", ["Hamas"], None),
    ],
)
def test_speaker(nlp: "Language", text: str, phrase: str, spoke: list[str], meant: str | None) -> None:
    article = make_article(text)
    doc = parse(nlp, text)
    index = EntityIndex(*find_entities(doc, article))
    names = {entity.name: entity.entity_id for entity in index.entities.values()}
    start = text.rindex(phrase)
    span = covering(doc, start, start + len(phrase))
    speaker = find_speaker(span, index, [names[name] for name in spoke])
    assert (index.entities[speaker.entity_id].name if speaker.entity_id else None) == meant, text
    assert text[speaker.start_char : speaker.end_char] == phrase
