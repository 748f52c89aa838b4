"""Texts in which people have marked numbers and times: what the scorers of each set say of newslake."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SCORERS = {
    "figures": "score_figures_cogcomp.py",
    "figures_units": "score_figures_recognizers.py",
    "times_news": "score_times.py",
    "times_history": "score_times.py",
}


def tables(gold: Path, scorers: Path, work: Path) -> Iterator[str]:
    """Yield a section for each set, with the lines that its scorer prints."""
    for name, scorer in SCORERS.items():
        folder = work / name
        shutil.copytree(gold / name, folder)
        _run(scorers / "fields" / "lake.py", folder)
        yield f"## {name}\n\n```text\n{_run(scorers / 'fields' / scorer, folder).strip()}\n```\n"


def _run(script: Path, folder: Path) -> str:
    """Return what a script prints about a set in a folder."""
    done = subprocess.run([sys.executable, script, folder], check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout
