from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.passing_mentions import without_passing_mentions
from transforms.quotes.reporting import find_reports

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The mayor said the council would reject the idea.", None),
        ("Police said gunmen had demanded a ransom.", None),
        ("Unions announced a deal.", "a deal"),
        ("The mayor said unions call the ruling a mistake.", "the ruling a mistake"),
        ("The mayor said unions accuse him of a mistake.", "a mistake"),
        ("The mayor said Ana Lee denies the charge.", "the charge"),
    ],
)
def test_objects_in_what_another_says(nlp: "Language", text: str, said: str | None) -> None:
    doc = parse(nlp, text)
    reports = without_passing_mentions(list(find_reports(doc, set())))
    objects = [doc[slice(*report.content)].text for report in reports if report.content and report.method == "object"]
    assert objects == ([said] if said else [])
