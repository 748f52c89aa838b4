"""Draw rows to be judged: `PYTHONPATH=tests uv run python tests/quality_sets/sheet.py DOCUMENTS.jsonl SHEET.csv`.

DOCUMENTS are those of unseen.py. They are ingested as they come; of each table `ROWS` rows are drawn and written with
an excerpt around the span, the verdict still empty. A person writes `right` or `wrong`, and why it is wrong, into the
sheet; quality_sets/sheets.py counts what is there. The draw is the same each time that the rows are. A third argument
is the width of the excerpts: who judges needs more of the text than a sheet may keep.
"""

import csv
import json
import random
import sys
from pathlib import Path

from quality_sets.runs import Prediction, ask_newslake

ROWS = 100

EXCERPT = 120
"""Characters that a sheet may show of a text: enough to see what was judged, too few to be a copy."""

COLUMNS = ("table", "row", "document", "value", "excerpt", "verdict", "reason")

VALUES = {
    "quotes": "concat_ws(' | ', kind, 'speaker: ' || speaker_text, 'via: ' || via, 'cue: ' || cue, "
    "if(negated, 'negated', null))",
    "events": "concat_ws(' | ', event_type, 'actor: ' || actor_text, 'recipient: ' || recipient_text, tense, "
    "if(negated, 'negated', null), if(hypothetical, 'hypothetical', null), 'trigger: ' || trigger)",
    "entities": "concat_ws(' | ', kind, name, 'also: ' || nullif(array_to_string(aliases, ', '), ''), "
    "'role: ' || role, country_code)",
    "figures": "concat_ws(' | ', 'value: ' || value || coalesce(' to ' || value_max, ''), 'unit: ' || unit, "
    "'of: ' || object, comparison, if(approximate, 'approximate', null), text)",
    "times": "concat_ws(' | ', text, kind, 'from ' || starts_at, 'to ' || ends_at, granularity)",
    "places": "concat_ws(' | ', text, name, country_code, admin1, feature_code)",
}
"""What a row says, as a person judges it, by table."""

QUESTION = """
select '{table}' as "table", url, {value} as value, body, start_char, end_char
from {rows} as rows
join (select article_id, version, url, text as body from current_articles) using (article_id, version)
order by url, start_char, end_char, value
"""
ENTITY_ROWS = """
(select entities.*, start_char, end_char from entities
    join mentions using (article_id, version, entity_id)
    qualify row_number() over (partition by article_id, version, entity_id order by start_char) = 1)"""
"""Entities with the span of their first mention."""


def drawn(documents: Path, width: int = EXCERPT) -> list[Prediction]:
    """Ingest documents and return `ROWS` rows of each table, in the order of the texts."""
    names = {line["url"]: line["id"] for line in map(json.loads, documents.read_text("utf-8").splitlines())}
    found: list[Prediction] = []
    everything = list(ask_newslake(documents, " union all ".join(f"({question(table)})" for table in VALUES)))
    for table in VALUES:
        rows = [row for row in everything if row["table"] == table]
        picked = sorted(random.Random(table).sample(range(len(rows)), min(ROWS, len(rows))))  # noqa: S311 - no secret
        for number, at in enumerate(picked, start=1):
            row = rows[at]
            found.append(
                {
                    "table": table,
                    "row": number,
                    "document": names[row["url"]],
                    "value": row["value"],
                    "excerpt": excerpt(row["body"], row["start_char"], row["end_char"], width),
                }
            )
    return found


def question(table: str) -> str:
    """Return the SQL that gives the rows of a table with what is judged of them."""
    rows = ENTITY_ROWS if table == "entities" else table
    return QUESTION.format(table=table, value=VALUES[table], rows=rows)


def excerpt(text: str, start: int, end: int, width: int) -> str:
    """Return the span in brackets with as much around it as fits, on one line; a longer span loses its middle."""
    around = max(0, width - (end - start)) // 2
    span = text[start:end]
    if len(span) > width:
        span = f"{span[: width // 2 - 2]} … {span[-width // 2 + 2 :]}"
    return " ".join(f"{text[max(0, start - around) : start]}[{span}]{text[end : end + around]}".split())


def main(documents: Path, sheet: Path, width: int = EXCERPT) -> None:
    """Write the sheet."""
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(drawn(documents, width))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
