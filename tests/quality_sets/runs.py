"""Run newslake as a person would, ask a scorer what it thinks, and write a table."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

Prediction = dict[str, Any]

NEWSLAKE = f"newslake {version('newslake')}"


def ask_newslake(source: Path, question: str) -> Iterator[Prediction]:
    """Ingest `source` into a new lake, and yield the rows that answer `question`."""
    newslake = [sys.executable, "-m", "flows.cli.main"]
    with tempfile.TemporaryDirectory() as lake:
        ingest = [*newslake, "ingest", source, "--lake", lake, "--workers", "1"]
        subprocess.run(ingest, check=True, capture_output=True)  # noqa: S603
        answer = [*newslake, "sql", question, "--lake", lake, "--format", "jsonl"]
        lines = subprocess.run(answer, check=True, capture_output=True, text=True).stdout  # noqa: S603
    yield from map(json.loads, lines.splitlines())


def score(scorer: Path, command: Sequence[str], gold: Path, rows: Iterable[Prediction]) -> dict[str, Any]:
    """Return what the scorer says of predictions."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows)
        file.flush()
        done = subprocess.run(  # noqa: S603
            [sys.executable, scorer, *command, gold, file.name], check=True, capture_output=True, text=True
        )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def table(title: str, columns: Sequence[str], rows: Mapping[str, Mapping[str, object]], first: str = "tool") -> str:
    """Return a heading and a Markdown table; a dash for what the gold does not have."""
    lines = [f"## {title}", "", f"| {first} | {' | '.join(columns)} |", "|" + " --- |" * (len(columns) + 1)]
    for name, figures in rows.items():
        cells = ["–" if figures.get(column) is None else str(figures[column]) for column in columns]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
