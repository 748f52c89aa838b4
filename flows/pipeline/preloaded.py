"""Have ready what each worker needs: the fork server imports this module, and the workers share its memory.

A first article takes three seconds more than others: models, lexicons and patterns are loaded by the first to ask.
"""

import gc
import os
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256

from flows.pipeline.row_batch import as_rows, row_schemas
from flows.pipeline.worker import MODELS
from transforms.extract import extract_batch
from transforms.parsing.spacy_model import load_models
from transforms.records.raw_document import Raw

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Harbour workers in Norway agree to end strike</title></head><body>
<article><h1>Harbour workers in Norway agree to end strike</h1>
<p>By Ingrid Hallestad</p><p><time datetime="2024-05-09">9 May 2024</time></p>
<p>OSLO (Reuters) - About 1,200 workers agreed on Thursday to end a strike of two weeks that cost the port of Oslo
$3.5 million, police and union officials said. Three people were arrested when protesters clashed with police.</p>
<p>“We have what we asked for,” said Jonas Berg, who leads the union. He told reporters that wages would rise by 4.5
percent from next Monday, according to a statement by the Ministry of Transport. The United Nations called on both
sides to meet in Geneva.</p></article></body></html>"""
"""An article that asks for most of it."""


def preload(models: str | None) -> None:
    """Load the models of these names and extract an article; what goes wrong does so again in a worker, which tells."""
    content = PAGE.encode()
    page = Raw(
        document_id=sha256(content).hexdigest(),
        uri="preloaded.html",
        source="preloaded",
        content=content,
        fetched_at=datetime.now(UTC),
    )
    with suppress(Exception):
        load_models(models)
        as_rows(extract_batch([page], model=models), row_schemas())
    gc.collect()
    gc.freeze()  # else the collector writes into what is shared, and each worker has its copy


if MODELS in os.environ:
    preload(os.environ[MODELS] or None)
