"""Copies are joined to stories: the same whatever the order, in how many runs, and when a text has changed."""

import json
import random
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from flows.inputs.options import Options
from flows.pipeline import run as runs
from flows.pipeline.executors import local
from flows.pipeline.run import run
from flows.reprocessing.reprocess import reprocess
from sql.lake import read_lake
from tests.transforms.stories.made_texts import EDITS, VOCABULARIES, unrelated

HERE = local(1, None)
LANGUAGES = {name: "ca" if name == "en" else name for name in VOCABULARIES}
"""What the made texts are said to be in: none of them is parsed, for the time."""


def ask(lake: Path, question: str) -> list[tuple[Any, ...]]:
    with read_lake(lake) as connection:
        return connection.execute(question).fetchall()


def ingest(folder: Path, texts: Mapping[str, str], name: str = "articles") -> Path:
    lines = [
        json.dumps({"url": f"https://{key}.example/a", "title": key, "text": text, "language": "ca"})
        for key, text in texts.items()
    ]
    (folder / f"{name}.jsonl").write_text("\n".join(lines))
    run(Options([str(folder / f"{name}.jsonl")], str(folder / "lake")), HERE)
    return folder / "lake"


def stories(lake: Path) -> set[frozenset[str]]:
    found = defaultdict(set)
    for title, story in ask(
        lake, "select title, story_id from stories join current_articles using (article_id, version)"
    ):
        found[story].add(title)
    return {frozenset(titles) for titles in found.values()}


def rows(lake: Path) -> list[tuple[Any, ...]]:
    return ask(lake, "from stories order by all")


def texts_and_copies() -> dict[str, str]:
    texts = {f"{name}{seed}": unrelated(seed, name) for seed in range(4) for name in ("en", "zh")}
    return texts | {f"{key}-{edit.__name__}": edit(text) for key, text in texts.items() for edit in EDITS}


def test_copies_are_found_and_nothing_else_among_500_articles_in_six_languages(tmp_path: Path) -> None:
    texts = {f"{name}{seed}": unrelated(seed, name, 12) for seed in range(84) for name in VOCABULARIES}
    copies = {f"{key}-{edit.__name__}": edit(text) for key, text in list(texts.items())[:60] for edit in EDITS}
    found = stories(ingest(tmp_path, texts | copies))
    of = {title: story for story in found for title in story}
    wrong = [story for story in found if len({title.partition("-")[0] for title in story}) > 1]
    missed = [title for title in copies if of[title] is not of[title.partition("-")[0]]]
    assert wrong == []
    assert len(missed) <= 0.05 * len(copies), missed


def test_the_order_and_the_number_of_runs_change_nothing(tmp_path: Path) -> None:
    texts = texts_and_copies()
    (tmp_path / "at_once").mkdir()
    (tmp_path / "one_by_one").mkdir()
    at_once = ingest(tmp_path / "at_once", texts)
    shuffled = list(texts)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - an order to test with
    for at in range(0, len(shuffled), 13):
        lake = ingest(tmp_path / "one_by_one", {key: texts[key] for key in shuffled[at : at + 13]}, str(at))
    assert rows(lake) == rows(at_once)
    before = rows(lake)
    reprocess(lake, HERE)
    assert rows(lake) == before


def test_a_story_falls_apart_when_what_held_it_together_has_changed(tmp_path: Path) -> None:
    text = unrelated(1, "fr")
    lake = ingest(tmp_path, {"a": text, "b": text, "c": unrelated(2, "fr")})
    assert stories(lake) == {frozenset("ab"), frozenset("c")}
    ingest(tmp_path, {"b": unrelated(2, "fr")}, "later")
    assert stories(lake) == {frozenset("a"), frozenset("bc")}
    ((relation, similarity),) = ask(
        lake, "select distinct relation, similarity from stories where relation is not null"
    )
    assert (relation, similarity) == ("exact", 1)


def test_the_next_run_places_what_a_run_that_died_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = unrelated(1, "de")
    with monkeypatch.context() as patched:
        patched.setattr(runs, "place_in_stories", lambda lake: None)
        lake = ingest(tmp_path, {"a": text, "b": text})
    assert rows(lake) == []
    ingest(tmp_path, {"a": text, "b": text})
    assert stories(lake) == {frozenset("ab")}


def test_who_carried_a_story_and_who_was_first(tmp_path: Path) -> None:
    text = unrelated(1, "ru")
    days = {"late": "2024-05-03", "first": "2024-05-01", "undated": None}
    lines = [
        {"url": f"https://{k}.example/a", "title": k, "text": text, "date": d, "language": "ru"}
        for k, d in days.items()
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, lines)))
    run(Options([str(tmp_path / "articles.jsonl")], str(tmp_path / "lake")), HERE)
    question = "select title, articles, outlets, first_outlet, exact_copies, carried_by from stories_by_outlets"
    assert ask(tmp_path / "lake", question) == [
        ("first", 3, 3, "first.example", 3, ["first.example", "late.example", "undated.example"])
    ]


def test_a_run_that_brings_nothing_writes_nothing_more(tmp_path: Path) -> None:
    lake = ingest(tmp_path, {"a": unrelated(1, "en")})
    files = sorted((lake / "tables").rglob("stories/*"))
    ingest(tmp_path, {"a": unrelated(1, "en")})
    assert sorted((lake / "tables").rglob("stories/*")) == files
