"""Find speakers by the colon after their names: lines of an interview, and headlines such as `Pence: No new taxes`."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.parsing.spacy_model import covering
from transforms.quotes.reporting import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LINE = re.compile(
    r"(?:^|\n)[“\"]?(?P<name>[^\W\d_a-zà-ÿ][\w.’'-]*(?: [^\W\d_a-zà-ÿ][\w.’'-]*){0,3})(?P<colon>:)"
    r"[^\S\n]+(?P<said>[^\s“\"„«][^\n]*)"
)
LINES = 2  # of one name make an interview; a name in capitals before a colon may be a heading


def find_dialogue(doc: "Doc", text: str) -> Iterator[Report]:
    """Yield what stands after a name and a colon at the beginning of a paragraph."""
    lines = list(_LINE.finditer(text))
    times = Counter(line.group("name") for line in lines)
    for line in lines:
        name = covering(doc, *line.span("name"))
        colon = covering(doc, *line.span("colon"))[0]
        is_person = all(token.ent_type_ == "PERSON" for token in name)
        if is_person or (name.text.isupper() and times[line.group("name")] >= LINES):
            said = covering(doc, *line.span("said"))
            yield Report(colon, name, (said.start, said.end), "colon")
