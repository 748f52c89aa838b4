"""Tell from its wording what a text block is: "Read more: …", newsletter prompts, credits and the like."""

import functools
import re

from transforms.lexicons.tables import lexicon_rows
from transforms.records.reasons import Role

MAX_WORDING_CHARS = 400
"""Furniture is short; in a longer paragraph such a phrase is part of the story."""

SHORT = 250
"""Characters of a block that is furniture for a phrase anywhere in it; a longer one begins with it, or tells a story in
which somebody signs up for something, unless its words are those of a notice alone."""

NEAR_START = 40
"""Characters before the phrase that a longer block begins with."""

NOTICES = (Role.COOKIES, Role.COPYRIGHT)

BEGINS = {"start": r"^[^\w»→▶►>]{{0,3}}{}", "whole": r"^\W{{0,3}}(?:{})\W{{0,3}}$"}
"""Forms of phrases that a block begins with; all others may stand anywhere in it."""

NEVER = "(?!)"


@functools.cache
def _patterns() -> tuple[tuple[Role, re.Pattern[str], re.Pattern[str]], ...]:
    """Return for each role what a block begins with, and what may stand anywhere in it."""
    phrases: dict[Role, tuple[list[str], list[str]]] = {}
    roles = {str(role): role for role in Role}
    for role, where, phrase in lexicon_rows("page_phrases.tsv"):
        first, anywhere = phrases.setdefault(roles[role], ([], []))
        if where in BEGINS:
            first.append(BEGINS[where].format(phrase))
        else:
            anywhere.append(f"(?:{phrase})")
    return tuple(
        (role, re.compile("|".join(first) or NEVER), re.compile("|".join(anywhere) or NEVER))
        for role, (first, anywhere) in phrases.items()
    )


@functools.lru_cache(maxsize=1024)  # a page's blocks are asked of by each view of its content
def role_of_wording(text: str) -> Role | None:
    """Return what a block's wording says that it is; None when it reads like any text."""
    if len(text) > MAX_WORDING_CHARS:
        return None
    folded = text.lower()
    for role, first, anywhere in _patterns():
        if first.match(folded):
            return role
        found = anywhere.search(folded)
        if found and (len(folded) <= SHORT or found.start() <= NEAR_START or role in NOTICES):
            return role
    return None
