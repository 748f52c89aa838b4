"""What a name is or is not wherever it stands: Facebook, Brexit, the Quran, I-70, the Cape of Good Hope."""

import re

from transforms.entities.candidate import NameCandidate
from transforms.entities.known_bodies import known_bodies
from transforms.entities.name_words import kind_words
from transforms.entities.told_places import is_by_form

FIXED = {
    "event": {"brexit", "grammys", "oscars", "emmys", "baftas", "golden globes", "olympics", "middle ages"},
    "law": {"obamacare", "trumpcare"},
    "work": {"quran", "koran", "bible", "torah", "talmud", "new testament", "old testament"},
    "place": {"antarctic", "arctic"},
}
"""Names, as `normalise` writes them, of which nothing else bears the name in news."""

ROAD = re.compile(r"I-\d{1,3}")
"""An interstate of the United States."""


OF_LAWS = {
    "acts", "law", "laws", "title", "section", "article", "articles", "chapter", "rule", "rules", "prop", "proposition",
    "measure", "clause", "charter", "pact", "covenant", "rights", "reform", "deal", "plan", "codes", "order",
    "declaration", "amendments", "regulation", "regulations", "directives", "framework", "programme", "program", "v",
    "v.", "vs", "vs.",
}  # fmt: skip
"""Words in names of laws, beside those of `kind_words`, and of cases before a court."""


def is_no_law(text: str) -> bool:
    """Tell whether a name of several words, which a model takes for a law's, has no word of one and no number."""
    words = text.lower().split()
    is_of_law = any(word in OF_LAWS or kind_words().get(word) == "law" for word in words)
    return len(words) > 1 and not is_of_law and not any(letter.isdigit() for letter in text)


def kind_by_itself(name: NameCandidate) -> str | None:
    """Return the kind of a name that means the same wherever it stands; None for others."""
    if (fixed := next((kind for kind, names in FIXED.items() if name.key in names), None)) is not None:
        return fixed
    if name.text in known_bodies():
        return "organization"
    if ROAD.fullmatch(name.text):
        return "facility"
    return "place" if is_by_form(name) else None
