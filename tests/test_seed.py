"""The article that newslake began with comes out exactly as a person read it."""

import json
from pathlib import Path
from typing import Any

import pytest

from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from sql.lake import read_lake

HERE = Path(__file__).parent
SEED = HERE.parent / "data" / "samples" / "islamic-resistance-in-iraq.txt"
EXPECTED = json.loads((HERE / "golden" / "islamic-resistance-in-iraq.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lake = tmp_path_factory.mktemp("seed") / "lake"
    run(Options([str(SEED)], str(lake)), local(1, None))
    return lake


def rows(lake: Path, question: str) -> list[dict[str, Any]]:
    with read_lake(lake) as connection:
        cursor = connection.execute(question)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def test_article(lake: Path) -> None:
    (article,) = rows(lake, "select * from articles")
    expected = EXPECTED["article"]
    for field in ("title", "comment_count", "language", "published_at", "authors"):
        assert article[field] == expected[field], field
    assert article["published_at_from"] == expected["published_from"]
    text = article["text"]
    assert text.startswith(expected["text_starts"])
    assert text.endswith(expected["text_ends"])
    assert len(text.split("\n\n")) == expected["paragraphs"]
    assert [phrase for phrase in expected["text_must_not_contain"] if phrase in text] == []


def test_blocks(lake: Path) -> None:
    blocks = rows(lake, "select text, role, reason from blocks where not kept order by position")
    dropped = [{"text": block["text"], "role": block["role"]} for block in blocks if block["role"] != "title"]
    assert dropped == EXPECTED["blocks_dropped"]
    assert all(block["reason"] for block in blocks)


@pytest.mark.parametrize("expected", EXPECTED["entities"], ids=lambda expected: expected["name"])
def test_entity(lake: Path, expected: dict[str, Any]) -> None:
    found = {entity["name"]: entity for entity in rows(lake, "select * from entities")}
    entity = found[expected["name"]]
    for field in ("kind", "country_code", "role"):
        if field in expected:
            assert entity[field] == expected[field], field
    named = {
        mention["text"]
        for mention in rows(lake, "select * from mentions")
        if mention["entity_id"] == entity["entity_id"]
    }
    aliases = {alias.removeprefix("the ") for alias in expected.get("aliases", [])}
    assert aliases <= named | set(entity["aliases"])


def test_no_other_entity(lake: Path) -> None:
    names = {
        name
        for entity in rows(lake, "select name, aliases from entities")
        for name in (entity["name"], *entity["aliases"])
    }
    names |= {mention["text"] for mention in rows(lake, "select text from mentions")}
    assert names & set(EXPECTED["entities_must_not_contain"]) == set()


@pytest.mark.parametrize("expected", EXPECTED["quotes"], ids=lambda expected: expected["cue"])
def test_quote(lake: Path, expected: dict[str, Any]) -> None:
    names = {row["entity_id"]: row["name"] for row in rows(lake, "select entity_id, name from entities")}
    (article,) = rows(lake, "select text from articles")
    quotes = rows(lake, "select * from quotes")
    if "text" in expected:
        (quote,) = (quote for quote in quotes if quote["text"] == expected["text"])
    else:
        quote = next(quote for quote in quotes if expected["text_contains"] in quote["text"])
    assert quote["kind"] == expected["kind"]
    assert article["text"][quote["cue_start_char"] : quote["cue_end_char"]] == expected["cue"]
    if "speaker" in expected:
        assert names.get(quote["speaker_entity_id"]) == expected["speaker"]
    if "speaker_text" in expected:
        assert quote["speaker_text"] == expected["speaker_text"]
    if "via" in expected:
        assert quote["via"] == expected["via"]


def test_a_quoted_name_is_no_quote(lake: Path) -> None:
    texts = {row["text"] for row in rows(lake, "select text from quotes")}
    assert texts & set(EXPECTED["quotes_must_not_contain"]) == set()


@pytest.mark.parametrize("expected", EXPECTED["figures"], ids=lambda expected: expected["text"])
def test_figure(lake: Path, expected: dict[str, Any]) -> None:
    names = {row["entity_id"]: row["name"] for row in rows(lake, "select entity_id, name from entities")}
    (figure,) = (row for row in rows(lake, "select * from figures") if row["text"] == expected["text"])
    for field in ("value", "approximate", "object"):
        assert figure[field] == expected[field], field
    assert names[figure["place_entity_id"]] == expected["place"]


def test_no_other_figure(lake: Path) -> None:
    assert {row["text"] for row in rows(lake, "select text from figures")} == {f["text"] for f in EXPECTED["figures"]}


@pytest.mark.parametrize("expected", EXPECTED["times"], ids=lambda expected: expected["text"])
def test_time(lake: Path, expected: dict[str, Any]) -> None:
    found = [row for row in rows(lake, "select * from times") if row["text"] == expected["text"]]
    assert len(found) == expected.get("count", 1)
    for row in found:
        year = str(row["starts_at"].year) if row["starts_at"] else None
        assert (year, row["granularity"]) == (expected["value"], expected.get("granularity"))


def test_weekdays_are_resolved_when_the_publication_date_is_known(tmp_path: Path) -> None:
    text = paragraphs_of_the_seed()
    line = {"url": "https://news.example/a", "title": "Strikes", "text": text, "date": "2024-01-26"}
    (tmp_path / "seed.jsonl").write_text(json.dumps(line), "utf-8")
    run(Options([str(tmp_path / "seed.jsonl")], str(tmp_path / "lake")), local(1, None))
    found = rows(tmp_path / "lake", "select distinct starts_at, granularity from times where text = 'Thursday'")
    assert [(str(row["starts_at"]), row["granularity"]) for row in found] == [("2024-01-25 00:00:00", "day")]


def paragraphs_of_the_seed() -> str:
    """Return the article's paragraphs, without its title and what a scrape leaves around it."""
    paragraphs = SEED.read_text("utf-8").split("\n\n")
    return "\n\n".join(paragraph for paragraph in paragraphs if len(paragraph) > 100)


@pytest.mark.parametrize("expected", EXPECTED["events"], ids=lambda expected: expected["event_type"])
def test_event(lake: Path, expected: dict[str, Any]) -> None:
    found = [row for row in rows(lake, "select * from events") if _tells(row, expected)]
    assert len(found) == 1, expected


def _tells(row: dict[str, Any], expected: dict[str, Any]) -> bool:
    """Whether an event has all that is expected of one; texts are compared in lower case."""
    texts = {
        "actor": row["actor_text"],
        "recipient": row["recipient_text"],
        "trigger": row["trigger"],
    }
    return (
        row["event_type"] == expected["event_type"]
        and all(_same(expected.get(name), text) for name, text in texts.items())
        and all(row[name] == expected.get(name, row[name]) for name in ("tense", "actor_country", "actor_sector"))
        and expected.get("actors", [row["actor_text"], row["recipient_text"]])
        == [row["actor_text"], row["recipient_text"]]
        and expected.get("actor_countries", [row["actor_country"], row["recipient_country"]])
        == [row["actor_country"], row["recipient_country"]]
    )


def _same(expected: str | None, text: str | None) -> bool:
    return expected is None or expected.lower() == (text or "").lower()
