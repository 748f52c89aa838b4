"""Bodies that the model left unmarked, by their last word."""

from typing import TYPE_CHECKING

import pytest

from tests.transforms.names import mark
from transforms.entities.headed_names import find_headed
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They read the Zanari News again.", ["Zanari News"]),
        ("They asked the International Court of Justice again.", ["International Court of Justice"]),
        ("They read the News again.", []),
        ("They read the zanari news again.", []),
        ("ZANARI NEWS SAYS SO", []),
        ("They asked the Zanari Council Leader again.", []),
        ("They asked the Fish and Wildlife Agency again.", []),
    ],
)
def test_names(nlp: "Language", text: str, found: list[str]) -> None:
    doc = parse(nlp, text)
    mark(doc, [])
    assert [doc[start:end].text for start, end in find_headed(doc)] == found


def test_what_is_marked_is_not_found_again(nlp: "Language") -> None:
    doc = parse(nlp, "They read the Zanari News again.")
    mark(doc, [("Zanari News", "ORG")])
    assert list(find_headed(doc)) == []
