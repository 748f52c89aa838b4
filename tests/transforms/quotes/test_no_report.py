from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.reporting import find_reports

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("That said, two ways are left to the council.", []),
        ("She agreed with that. “That,” said the mayor, “is what we need.”", ["said"]),
        ("They fled to Dover, knowing that he was alive.", []),
        ("Exports rose by a tenth in May, indicating that demand is still strong.", []),
        ("The mayor said demand is strong.", ["said"]),
        ("China should encourage companies to invest in new filters.", []),
        ("China encouraged companies to invest in new filters.", ["encouraged"]),
        ("They made it worse by encouraging firms to leave.", []),
        ("It goes without saying that the astronauts are able.", []),
        ("If you believe that it works, go to Dover.", []),
        ("You said that it works.", ["said"]),
        ("The rest, as they say, is history.", []),
        ("They say that it works.", ["say"]),
        ("It is a value that they agreed to cherish.", []),
    ],
)
def test_what_goes_on_or_is_only_possible_reports_nothing(nlp: "Language", text: str, cues: list[str]) -> None:
    found = [report.cue.text for report in find_reports(parse(nlp, text), set()) if report.content]
    assert found == cues, text
