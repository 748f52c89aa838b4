"""Tell the parts of a comment form by their wording, in the languages of the common systems."""

import functools
import re

from transforms.lexicons.tables import lexicon_terms

MAX_FORM_CHARS = 200
"""The longest line of a form, the one about saving one's name, is shorter; in longer text the words are the story's."""


def is_comment_form(text: str) -> bool:
    """Tell whether a block is part of a form to leave a comment: it is short, and opens as such a part does."""
    return len(text) <= MAX_FORM_CHARS and _openings().match(text.casefold()) is not None


@functools.cache
def _openings() -> re.Pattern[str]:
    phrases = {term.casefold() for term in lexicon_terms("comment_forms.txt")}
    # Longest first, so that no phrase hides after one that it begins with; \b has no meaning after 公開.
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})(?![a-z])")
