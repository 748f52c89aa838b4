"""A name in the text, before it is known what it names."""

import re
from typing import TYPE_CHECKING, NamedTuple

from transforms.entities.name_forms import normalise

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc

KIND_OF_LABEL = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "NORP": "nationality",
    "FAC": "facility",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "law",
    "PRODUCT": "product",
}
"""Kind of entity by the label that the model, trained on OntoNotes 5, gives a name."""


LOST_SPACE = re.compile(r"\.-\Z")
"""What is left of a full stop and a space that some sites write as a hard one."""

OWNING = re.compile(r"['’]s\Z")
"""A possessive that is left on a person's name where such a space is lost: `Silva's-own`."""


class NameCandidate(NamedTuple):
    """A name in the text: tokens [start, end), characters [start_char, end_char), and how it was found.

    `key` is the name as names are compared.
    """

    start: int
    end: int
    start_char: int
    end_char: int
    text: str
    key: str
    label: str
    method: str


def candidate(doc: "Doc", start: int, end: int, label: str, method: str) -> NameCandidate | None:
    """Make the candidate of the tokens [start, end); None when no more than quotation marks are in them."""
    raw = doc.phrase(start, end)
    text = LOST_SPACE.sub("", raw.strip('"“”«»„')).rstrip("-–—")
    text = OWNING.sub("", text) if label == "PERSON" else text
    offset = doc.starts[start] + raw.find(text)
    key = normalise(text)
    if not key:
        return None
    return NameCandidate(
        start=start,
        end=end,
        start_char=offset,
        end_char=offset + len(text),
        text=text,
        key=key,
        label=label,
        method=method,
    )
