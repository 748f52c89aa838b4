"""Each data check finds the rows that it is there to find, and nothing in a sound lake."""

import re
from pathlib import Path

import duckdb
import pytest

from sql.asking.queries import queries
from sql.scripts import scripts
from sql.tables import tables

CHECKS = {script.name: script.text for script in scripts("checks")}

SOUND = (Path(__file__).parent / "sound_lake.sql").read_text("utf-8")

BROKEN = {
    "spans_match_text": [
        "update mentions set text = 'Iran'",
        "update mentions set start_char = 7, end_char = 11",
        "update figures set end_char = 400",
        "update articles set text = 'other'",
    ],
    "kept_blocks_are_the_text": [
        "update text_blocks set kept = true where position = 0",
        "update text_blocks set start_char = 1 where position = 1",
        "update text_blocks set end_char = end_char + 1 where position = 2",
        "delete from text_blocks",
    ],
    "one_current_version": [
        "update articles set is_current = false",
        "insert into articles select * replace (2 as version, false as is_current) from articles",
        "insert into articles select * replace (2 as version) from articles",
        "insert into articles select * replace (0 as version, false as is_current, now() as fetched_at) from articles",
        "insert into articles select * from articles",
    ],
    "fields_have_evidence": [
        "update articles set title_from = null",
        "update articles set title = null",
        "update articles set authors = ['A']",
        "update articles set published_at = now()",
        "update articles set language = 'en'",
        "update articles set section_from = 'meta'",
        "update articles set modified_at_from = 'meta'",
    ],
    "articles_have_documents": ["delete from documents"],
    "stored_inputs_have_articles": ["delete from articles"],
    "one_outcome_per_input": [
        "insert into inputs select * from inputs",
        "update inputs set outcome = 'lost'",
        "update inputs set outcome = 'rejected'",
        "update inputs set reason = 'empty'",
        "insert into inputs select * replace (3 as position) from inputs",
        "update inputs set position = null; insert into inputs from inputs",
    ],
    "documents_are_distinct": ["insert into documents select * from documents"],
    "references_exist": [
        "delete from entities",
        "update figures set time_id = 7",
        "update mentions set entity_id = 'other'",
        "update entities set version = 2",
    ],
}


@pytest.fixture
def sound() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for script in (*scripts("schema"), *scripts("views")):
        connection.execute(script.text)
    connection.execute(SOUND)
    return connection


def test_every_check_is_tested() -> None:
    assert set(BROKEN) == set(CHECKS)


@pytest.mark.parametrize("check", CHECKS)
def test_a_sound_lake_passes(sound: duckdb.DuckDBPyConnection, check: str) -> None:
    assert sound.execute(CHECKS[check]).fetchall() == []


@pytest.mark.parametrize(
    ("check", "damage"), [(check, damage) for check, damages in BROKEN.items() for damage in damages]
)
def test_damage_is_found(sound: duckdb.DuckDBPyConnection, check: str, damage: str) -> None:
    sound.execute(damage)
    assert sound.execute(CHECKS[check]).fetchall() != []


def test_queries_run(sound: duckdb.DuckDBPyConnection) -> None:
    given = {"kind": "country"}
    found = {}
    for query in queries().values():
        asked = {one.name: given.get(one.name, "Iraq") for one in query.parameters}
        values = asked | query.defaults()
        found[query.name] = sound.execute(query.text, values or None).fetchall()
    assert found["most_named"] == [("Iraq", 1)]


def test_scripts_open_with_a_sentence() -> None:
    kinds = ("schema", "views", "checks", "warnings", "queries", "statements")
    bad = [s.name for kind in kinds for s in scripts(kind) if not (s.about.endswith(".") and s.about[0].isupper())]
    assert bad == []


def test_sql_folder_holds_no_other_scripts() -> None:
    here = Path(__file__).parents[2] / "sql"
    folders = {path.relative_to(here).parts[0] for path in here.rglob("*.sql")}
    assert folders <= {"schema", "views", "checks", "warnings", "queries", "migrations", "statements"}


NO_TEXT = {("quotes", "cue_start_char"), ("text_blocks", "start_char")}
"""Offsets of a word of which the table has the lemma, and of blocks: a check of its own reads them and joins those."""


def test_every_span_is_checked() -> None:
    text = CHECKS["spans_match_text"]
    checked = {(table, column) for column, table in re.findall(r"(\w*start_char), .* from (\w+)", text)}
    there = {(name, c.name) for name, table in tables().items() for c in table.columns if "start_char" in c.name}
    assert there - NO_TEXT == checked


def test_every_reference_is_checked() -> None:
    text = CHECKS["references_exist"]
    checked = {(table, column) for column, table in re.findall(r", (\w+_id)(?:::varchar)?\s+from (\w+)", text)}
    kinds = re.compile(r"entity_id$|time_id$|place_id$|quote_id$")
    key = {("entities", "entity_id"), ("times", "time_id"), ("places", "place_id"), ("quotes", "quote_id")}
    there = {(name, c.name) for name, table in tables().items() for c in table.columns if kinds.search(c.name)}
    assert there - key <= checked
