"""Tell where a text names another page by its title: READ MORE: Ministers say no."""

import re

_LINK = re.compile(
    r"\b(?:READ|SEE|WATCH|LISTEN)(?: MORE| ALSO)?:(?!.*[\w.!?][.!?-]\s)|\b(?:Read|See|Watch) (?:more|also):"
)
LENGTH = 60
"""Characters of the title of another page up to its verb."""


def is_in_linked_title(text: str, char: int) -> bool:
    """Whether a word at a place of the text stands in the title of another page.

    Where such a title ends a text does not show, but for the end of a sentence behind it.
    """
    start = max(0, char - LENGTH)
    return text.find(":", start, char) >= 0 and _LINK.search(text, start, char) is not None
