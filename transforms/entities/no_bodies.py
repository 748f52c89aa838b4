"""What the model takes for a body or a person and is a prize, a wood, a bill or a title in quotation marks."""

from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate
from transforms.entities.name_forms import QUOTES

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span

PRIZES = {"Award", "Prize", "Medal", "Trophy"}
"""Last words of what is given to the best, which the model takes for bodies."""

WOODS = {"forest", "forests", "trees", "woods", "plantations"}


OFFICES = {"secretary", "minister", "commissioner", "spokesman", "spokeswoman", "spokesperson"}

PORTFOLIOS = {
    "Labor", "Labour", "Defense", "Defence", "Education", "Energy", "Commerce", "Interior", "Agriculture", "Health",
    "Transportation", "Transport", "Justice", "Housing", "Finance", "Foreign", "Economy", "Environment", "Trade",
}  # fmt: skip
"""What ministers are responsible for."""


def says_of_what(span: "Span", name: NameCandidate) -> bool:
    """Tell whether a word taken for a body says of what a wood or an office is: Pine forests, the Labor secretary."""
    after = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    return name.label == "ORG" and (after in WOODS or (name.text in PORTFOLIOS and after in OFFICES))


def is_bill(span: "Span", name: NameCandidate) -> bool:
    """Tell whether a word taken for a person is a bill, which stands behind a bracket as no name does: (Fees) Bill."""
    is_behind = span.start > 0 and span.doc[span.start - 1].text == ")"
    return name.label == "PERSON" and name.text in {"Bill", "Act"} and is_behind


def is_quoted_title(span: "Span", name: NameCandidate) -> bool:
    """Tell whether a word taken for a person stands in quotation marks behind a preposition: won it for "Starfall"."""
    if name.label != "PERSON" or span.start < 2 or span.end >= len(span.doc):
        return False
    before, after = span.doc[span.start - 1], span.doc[span.end : span.end + 2]
    is_quoted = before.text in QUOTES and any(token.text in QUOTES for token in after)
    return is_quoted and span.doc[span.start - 2].lower_ in {"for", "from", "in"}
