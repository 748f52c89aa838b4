"""Every rule that climbs a dependency tree comes to an end, whatever the parse: a root is its own head."""

import random
from datetime import UTC, datetime

import pytest
from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc

from tests.transforms.articles import make_article
from transforms.entities.entities import find_entities
from transforms.entities.index import EntityIndex
from transforms.events.events import find_events
from transforms.figures.figures import find_figures
from transforms.parsing.from_spacy import read_doc
from transforms.parsing.tokens import Doc
from transforms.places.places import find_places
from transforms.quotes.quotes import find_quotes
from transforms.records.article_records import Article
from transforms.times.times import find_times

TEXT = (
    "Schools to remain open until Friday , and twelve people killed in Iraq on Monday . "
    "Turkey said it would meet to attack Syria with the army of Iran , the minister said on 5 May ."
)
DEPENDENCIES = ("ROOT", "conj", "xcomp", "ccomp", "advcl", "appos", "pobj", "prep", "nsubj", "dobj", "aux", "relcl")


def parsed_oddly(nlp: Language, seed: int) -> tuple[Doc, Article]:
    """Return the text with a tree that a parser might give it in its worst moment: any head, any relation, any tag."""
    chance = random.Random(seed)  # noqa: S311 - the same trees each time
    words = TEXT.split()
    heads = [0, *(chance.randrange(n) if chance.random() < 0.8 else n for n in range(1, len(words)))]
    doc = SpacyDoc(
        nlp.vocab,
        words=words,
        heads=heads,
        deps=[chance.choice(DEPENDENCIES) for _ in words],
        pos=[chance.choice(("VERB", "AUX", "NOUN", "PROPN", "ADP", "PRON")) for _ in words],
        tags=[chance.choice(("VB", "VBG", "VBN", "VBD", "NN", "NNP", "IN", "TO")) for _ in words],
        lemmas=[word.lower() for word in words],
        ents=[chance.choice(("O", "B-GPE", "B-PERSON", "B-ORG")) if word.istitle() else "O" for word in words],
    )
    article = make_article(doc.text, language="en", published_at=datetime(2026, 1, 7, tzinfo=UTC))
    return read_doc(doc, doc.text), article


@pytest.mark.parametrize("seed", range(60))
def test_every_step_ends(nlp: Language, seed: int) -> None:
    doc, article = parsed_oddly(nlp, seed)
    entities, mentions = find_entities(doc, article)
    index = EntityIndex(entities, mentions)
    times, places = find_times(doc, article), find_places(doc, article, index)
    find_quotes(doc, article, index)
    find_figures(doc, article, index, times)
    find_events(doc, article, index, places, times)
    assert doc.text == article.text
