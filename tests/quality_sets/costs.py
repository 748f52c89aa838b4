"""What reading costs: a page beside trafilatura, each extraction beside spaCy's parse, in one run."""

import gc
import json
import math
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from quality_sets.extractors import trafilatura
from quality_sets.runs import table

PASSES = 3


def tables(gold: Path, scorers: Path, work: Path) -> Iterator[str]:
    """Yield the cost of reading a page, and that of extraction."""
    script = [sys.executable, scorers / "articles.py", "unpack", gold / "news_pages" / "pages", work / "pages"]
    subprocess.run(script, check=True)  # noqa: S603
    yield _cost_of_reading(work / "pages")
    yield _cost_of_extraction(gold / "attributions" / "gold.jsonl")


def _cost_of_reading(pages: Path) -> str:
    """Return the process time of reading a page beside that of trafilatura, the least of some passes over the pages.

    Each page is read by all in turn: one after the other, they met a machine that was now quicker, now slower.
    """
    from trafilatura import extract

    from transforms.html.page import read_html

    texts = [page.read_text("utf-8", "replace") for page in sorted(pages.iterdir())]
    steps: dict[str, Callable[[str], object]] = {
        "trafilatura, body alone": extract,
        "trafilatura, body and fields": trafilatura,
        "newslake, body and fields": read_html,
    }
    for text in texts[:20]:  # lexicons and month names are loaded once a process
        for tool in steps.values():
            tool(text)
    seconds = dict.fromkeys(steps, math.inf)
    for _ in range(PASSES):
        taken: Counter[str] = Counter()
        for text in texts:
            for name, tool in steps.items():
                start = time.process_time()
                tool(text)
                taken[name] += time.process_time() - start
        seconds = {name: min(seconds[name], taken[name] / len(texts)) for name in steps}
    return table(
        "cost", ("ms a page",), {name: {"ms a page": f"{each * 1000:.1f}"} for name, each in seconds.items()}, "step"
    )


def _cost_of_extraction(gold: Path) -> str:
    """Return the process time of each extraction as a share of that of spaCy's parse, on the same texts."""
    from transforms.entities.entities import find_entities
    from transforms.entities.index import EntityIndex
    from transforms.events.events import find_events
    from transforms.figures.figures import find_figures
    from transforms.parsing.from_spacy import read_doc
    from transforms.parsing.spacy_model import annotate, load_model
    from transforms.places.places import find_places
    from transforms.quotes.quotes import find_quotes
    from transforms.records.article_records import Article
    from transforms.times.times import find_times

    seconds: Counter[str] = Counter()

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = work()
        seconds[name] += time.process_time() - start
        return result

    texts = [json.loads(line)["text"] for line in gold.read_text("utf-8").splitlines()]
    for counted, text in [(False, texts[0]), *((True, text) for text in texts)]:
        article = Article(
            article_id="a",
            document_id="d",
            url="u",
            fetched_at=datetime(2024, 1, 1, tzinfo=UTC),
            text=text,
            word_count=1,
            fingerprint="f",
            language="en",
        )
        annotated = timed("spaCy", partial(annotate, load_model(), text))
        doc = timed("tokens", partial(read_doc, annotated, text))
        index = EntityIndex(*timed("entities", partial(find_entities, doc, article)))
        times = timed("times", partial(find_times, doc, article))
        places = timed("places", partial(find_places, doc, article, index))
        timed("quotes", partial(find_quotes, doc, article, index))
        timed("figures", partial(find_figures, doc, article, index, times))
        timed("events", partial(find_events, doc, article, index, places, times))
        timed("tokens", doc.let_go)
        if not counted:  # the model and the lexicons are loaded once a process, and kept from the collector as there
            seconds.clear()
            gc.collect()
            gc.freeze()
    parse_seconds = seconds.pop("spaCy")
    share = "share of spaCy's time"
    spent = [*seconds.items(), ("all", sum(seconds.values()))]
    return table(
        "cost of extraction", (share,), {name: {share: f"{each / parse_seconds:.1%}"} for name, each in spent}, "step"
    )
