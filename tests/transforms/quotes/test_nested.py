from typing import TYPE_CHECKING

import pytest

from tests.transforms.articles import make_article
from transforms.entities.entities import find_entities
from transforms.entities.index import EntityIndex
from transforms.parsing.spacy_model import parse
from transforms.quotes.quotes import find_quotes

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "“I think the plan is dead,” said Ana Silva.",
            [("direct", "I think the plan is dead,", "Ana Silva"), ("indirect", "the plan is dead", "I")],
        ),
        (
            "“Do you think the plan is dead?” asked Ana Silva.",
            [("direct", "Do you think the plan is dead?", "Ana Silva")],
        ),
        (
            "“They think the plan is dead,” said Ana Silva.",
            [("direct", "They think the plan is dead,", "Ana Silva")],
        ),
        (
            "“The plan has failed. I think the plan is dead,” said Ana Silva.",
            [("direct", "The plan has failed. I think the plan is dead,", "Ana Silva")],
        ),
        (
            "“I want to believe the plan is dead,” said Ana Silva.",
            [("direct", "I want to believe the plan is dead,", "Ana Silva")],
        ),
        ("“I think so,” said Ana Silva.", [("direct", "I think so,", "Ana Silva")]),
        ("“The plan is dead, I think,” said Ana Silva.", [("direct", "The plan is dead, I think,", "Ana Silva")]),
        (
            "“It is the best plan I think we ever had,” said Ana Silva.",
            [("direct", "It is the best plan I think we ever had,", "Ana Silva")],
        ),
        (
            "“I thought, ‘The plan is dead,’” said Ana Silva.",
            [("direct", "I thought, ‘The plan is dead,’", "Ana Silva")],
        ),
        (
            "“I think the workers’ plan is dead,” said Ana Silva.",
            [
                ("direct", "I think the workers’ plan is dead,", "Ana Silva"),
                ("indirect", "the workers’ plan is dead", "I"),
            ],
        ),
    ],
)
def test_what_a_speaker_thinks(nlp: "Language", text: str, rows: list[tuple[str, str, str]]) -> None:
    article, doc = make_article(text), parse(nlp, text)
    entities, mentions = find_entities(doc, article)
    found = find_quotes(doc, article, EntityIndex(entities, mentions))
    assert [(quote.kind, quote.text, quote.speaker_text) for quote in found] == rows, text
    assert len({quote.speaker_entity_id for quote in found}) == 1, text
