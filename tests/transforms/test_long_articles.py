"""A long article takes time and memory in proportion to its length."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from time import process_time
from typing import TYPE_CHECKING

import pytest

from transforms import extract as extracting
from transforms.parsing import spacy_model
from transforms.parsing.from_spacy import read_doc
from transforms.parsing.spacy_model import annotate
from transforms.read import read
from transforms.records.page import Reading
from transforms.records.raw_document import Raw

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

PARAGRAPHS = """LISBON (AP) — Ana Silva, the minister, said on Monday that 1,200 people in Lisbon had lost their work.

“We will open the port of Porto for two years,” she said after three days of talks. “I think the plan is dead,” said \
Rui Costa, ten days before the vote, who told reporters that 14 ships in Faro were waiting since Friday.

Police in Portugal arrested 30 dockers on Tuesday, and Spain accused Morocco of attacking a boat near Tangier in March.

"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    raw = Raw(
        document_id="0" * 64,
        uri="file:///long.txt",
        source="long",
        content=("The year of the port\n\n" + PARAGRAPHS).encode(),
        fetched_at=datetime(2024, 5, 1, tzinfo=UTC),
    )
    found = read(raw)
    assert isinstance(found, Reading)
    return found


def test_every_step_takes_time_in_proportion(
    nlp: "Language", reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    from spacy.tokens import Doc as SpacyDoc

    part = annotate(nlp, PARAGRAPHS)

    def seconds(copies: int) -> float:
        annotated = SpacyDoc.from_docs([part] * copies, ensure_whitespace=False)
        doc = read_doc(annotated, PARAGRAPHS * copies)
        monkeypatch.setattr(extracting, "_parse", lambda *_: doc)
        long = replace(reading, article=replace(reading.article, text=PARAGRAPHS * copies, language="en"))
        started = process_time()
        extraction = extracting.extract(long)
        ended = process_time()
        assert extraction.failures == ()
        assert min(len(extraction.times), len(extraction.quotes), len(extraction.figures)) >= 3 * copies
        return ended - started

    seconds(1)  # what is loaded once
    short, long = seconds(100), seconds(400)
    assert long < 8 * short, "a pass over the text for each value takes sixteen times as long"


def test_a_long_text_is_parsed_one_part_after_the_other(nlp: "Language", monkeypatch: pytest.MonkeyPatch) -> None:
    whole = annotate(nlp, PARAGRAPHS)
    done: list[str] = []

    def noted(name: str) -> "Callable[[SpacyDoc], SpacyDoc]":
        original: Callable[[SpacyDoc], SpacyDoc] = getattr(spacy_model, name)
        return lambda doc: done.append(name) or original(doc)  # type: ignore[func-returns-value]

    steps = ["_end_paragraphs", "_without_tensor"]
    for name in steps:
        monkeypatch.setattr(spacy_model, name, noted(name))
    monkeypatch.setattr(spacy_model, "PART_LENGTH", 120)
    doc = annotate(nlp, PARAGRAPHS)
    assert doc.text == whole.text == PARAGRAPHS
    assert len(done) > 4
    assert done == steps * (len(done) // 2), "what parts take together grows with the text"
    assert len(doc.tensor) == 0
