"""What a name is wherever it stands: Facebook, Brexit, the Quran, I-70, the Cape of Good Hope."""

import re

from transforms.entities.candidate import NameCandidate
from transforms.entities.known_bodies import known_bodies
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


def kind_by_itself(name: NameCandidate) -> str | None:
    """Return the kind of a name that means the same wherever it stands; None for others."""
    if (fixed := next((kind for kind, names in FIXED.items() if name.key in names), None)) is not None:
        return fixed
    if name.text in known_bodies():
        return "organization"
    if ROAD.fullmatch(name.text):
        return "facility"
    return "place" if is_by_form(name) else None
