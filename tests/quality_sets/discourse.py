"""Reports in which every mention, attribution and their coreference are marked: entities, quotes and their speakers."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from quality_sets.runs import NEWSLAKE, ask_newslake, table

ROWS = """
(select list({table}) from {table} where {table}.article_id = current_articles.article_id) as {table}"""
TABLES = ("entities", "mentions", "quotes", "times")
QUESTION = f"select url, text, {','.join(ROWS.format(table=name) for name in TABLES)} from current_articles"

FIGURES = {
    "persons found": r"person +recall \S+ = (\S+)",
    "organizations found": r"organization +recall \S+ = (\S+)",
    "same thing f1": r"B3 .*?F1 (\S+)",
    "quoted with speaker": r"quoted +gold .*? source clause (\S+)",
    "quotes in gold": r"mostly inside gold content \d+ = (\S+)",
}
"""What the scorer prints of each figure; it writes no JSON."""

PRONOUNS = r"(\d+) \('pronoun', 'gold has a name', '{}'\)"


def tables(gold: Path, scorers: Path, work: Path) -> Iterator[str]:
    """Yield one table: names found, names joined, speakers, and pronouns that speak linked to the right person."""
    for name in ("gold.jsonl", "articles.jsonl"):
        shutil.copy(gold / "discourse" / name, work / name)
    with (work / "pred.jsonl").open("w", encoding="utf-8") as file:
        for row in ask_newslake(work / "articles.jsonl", QUESTION):
            found = {name: row[name] or [] for name in TABLES} | {"text": row["text"]}
            file.write(json.dumps({"id": row["url"].rpartition("/")[2], **found}) + "\n")
    said = _printed(scorers / "fields" / "score_gum.py", work)
    figures = {name: match[1] for name, form in FIGURES.items() if (match := re.search(form, said))}
    linked = _printed(scorers / "fields" / "score_gum_speakers.py", work)
    right, wrong = (
        int(match[1]) if (match := re.search(PRONOUNS.format(how), linked)) else 0 for how in ("right", "wrong")
    )
    figures["pronouns right"] = f"{right} of {right + wrong}"
    yield table("discourse", list(figures), {NEWSLAKE: figures})


def _printed(scorer: Path, folder: Path) -> str:
    """Return what a scorer prints."""
    done = subprocess.run([sys.executable, scorer, folder], check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout
