"""Articles of a small newsroom, of two days: copies, a correction, languages with and without spaces."""

from pathlib import Path

FIRST_DAY = Path(__file__).parent / "first_day.jsonl"
SECOND_DAY = Path(__file__).parent / "second_day.jsonl"
