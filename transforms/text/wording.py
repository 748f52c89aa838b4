"""Tell from its wording what a text block is: "Read more: …", newsletter prompts, credits and the like."""

import functools
import re

from transforms.lexicons.tables import lexicon_rows
from transforms.records.reasons import Role

MAX_WORDING_CHARS = 400
"""Furniture is short; in a longer paragraph such a phrase is part of the story."""

SHAPES = {"start": r"^[^\w»→▶►>]{{0,3}}{}", "whole": r"^\W{{0,3}}(?:{})\W{{0,3}}$", "any": "{}"}


@functools.cache
def _patterns() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    phrases: dict[Role, list[str]] = {}
    roles = {str(role): role for role in Role}
    for role, where, phrase in lexicon_rows("page_phrases.tsv"):
        phrases.setdefault(roles[role], []).append(SHAPES[where].format(phrase if where != "any" else f"(?:{phrase})"))
    return tuple((role, re.compile("|".join(parts))) for role, parts in phrases.items())


def role_of_wording(text: str) -> Role | None:
    """Return what a block's wording says that it is; None when it reads like any text."""
    if len(text) > MAX_WORDING_CHARS:
        return None
    folded = text.lower()
    return next((role for role, pattern in _patterns() if pattern.search(folded)), None)
