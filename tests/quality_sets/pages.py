"""Pages whose text and fields people have noted: newslake beside other extractors, page by page beside trafilatura."""

import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality_sets.extractors import Tool, as_paragraphs, installed_tools, predicted
from quality_sets.runs import NEWSLAKE, Prediction, ask_newslake, table

QUESTION = """
select parse_filename(url, true) as id, title, authors, published_at as date, published_on as day, text
from current_articles
"""

FAR_BELOW = 0.1
"""A page on which newslake's F1 is so much below trafilatura's is named below the table."""

BODY = ("lost", "body_precision", "body_recall", "body_f1")
SEGMENTS = ("lost", "segment_precision", "segment_recall", "segment_f1")
FIELDS = ("title", "date", "wrong_dates", "authors")

Score = Callable[[Mapping[str, Any], Mapping[str, Prediction]], dict[str, Any]]


@dataclass(frozen=True)
class PageSet:
    """A folder of GOLD with pages, in what form they are given to the tools, and which figures of the scorer count."""

    folder: str
    columns: tuple[str, ...]
    plain: bool = False

    @property
    def title(self) -> str:
        """Return the heading of the set's table."""
        return f"{self.folder}, {'as plain text' if self.plain else 'HTML'}"


PAGE_SETS = (
    PageSet("web_pages", SEGMENTS + FIELDS),
    PageSet("page_dates", ("date", "wrong_dates", "invented_dates")),
    PageSet("news_pages", BODY + FIELDS),
    PageSet("article_bodies", BODY),
    PageSet("news_pages", BODY + FIELDS, plain=True),
)


def tables(gold: Path, scorers: Path, work: Path) -> Iterator[str]:
    """Yield the table of each set, with the pages that are lost or far below trafilatura named under it."""
    for one in PAGE_SETS:
        pages = work / one.title
        command = "textify" if one.plain else "unpack"
        script = [sys.executable, scorers / "articles.py", command, gold / one.folder / "pages", pages]
        subprocess.run(script, check=True)  # noqa: S603
        answers = dict(_answers(pages, _tools(plain=one.plain)))
        yield _report(one, _read_gold(gold / one.folder), answers, scorer(scorers / "articles.py"))


def _tools(*, plain: bool) -> dict[str, Tool]:
    tools = installed_tools()
    if not plain:
        return tools
    return {name: as_paragraphs(tool) for name, tool in tools.items() if name.startswith("trafilatura")}


def _answers(pages: Path, tools: Mapping[str, Tool]) -> Iterator[tuple[str, tuple[dict[str, Prediction], float]]]:
    start = time.monotonic()
    yield NEWSLAKE, ({row["id"]: row for row in ask_newslake(pages, QUESTION)}, time.monotonic() - start)
    for name, tool in tools.items():
        start = time.monotonic()
        found = {page.stem: predicted(tool, page) for page in sorted(pages.iterdir())}
        yield name, (found, time.monotonic() - start)


def _read_gold(folder: Path) -> dict[str, Any]:
    return {line["id"]: line for line in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())}


def scorer(path: Path) -> Score:
    """Return the scoring function of the file articles.py."""
    spec = importlib.util.spec_from_file_location("articles", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Score = module.score
    return score


def _report(
    one: PageSet, gold: Mapping[str, Any], answers: Mapping[str, tuple[dict[str, Prediction], float]], score: Score
) -> str:
    rows = {
        name: {**score(gold, found), "pages": len(gold), "seconds": round(seconds)}
        for name, (found, seconds) in answers.items()
    }
    report = table(one.title, ("pages", *one.columns, "seconds"), rows)
    if "lost" not in one.columns:
        return report
    ours = answers[NEWSLAKE][0]
    theirs = next(found for name, (found, _) in answers.items() if name.startswith("trafilatura"))
    lost = [page for page in gold if score({page: gold[page]}, ours)["lost"]]
    below = [
        page
        for page, right in gold.items()
        if _f1(score({page: right}, ours)) < _f1(score({page: right}, theirs)) - FAR_BELOW
    ]
    return (
        f"{report}\nLost by newslake: {_named(lost)}. Its F1 is more than {FAR_BELOW} below trafilatura's on "
        f"{len(below)} of {len(gold)} pages ({len(below) / len(gold):.1%}): {_named(below)}.\n"
    )


def _f1(figures: Mapping[str, Any]) -> float:
    return float(figures.get("segment_f1", figures["body_f1"]))


def _named(pages: list[str]) -> str:
    return ", ".join(f"`{page}`" for page in pages) or "none"
