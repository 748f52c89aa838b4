from typing import TYPE_CHECKING

import pytest

from transforms.events.telling import find_told
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The party pledged not to serve with the mayor.", []),
        ("The party pledged to serve with the mayor.", ["AGREE"]),
        ("The police ruled out arson.", []),
        ("The government ruled out talks.", ["REJECT"]),
        ("Few ministers would disagree.", []),
        ("Two ministers disagreed.", ["REJECT"]),
        ("The minister could not confirm or deny it.", []),
        ("The minister denied the claim.", ["REJECT"]),
        ("Voters rallied behind the government.", []),
        ("Voters rallied against the government.", ["PROTEST"]),
        ("Ten thousand people stopped searching for work.", []),
        ("Ten thousand miners stopped work.", ["PROTEST"]),
        ("A court suspended the ban.", []),
        ("The government suspended the ban.", ["CONCEDE"]),
    ],
)
def test_what_is_not_made_of_it(nlp: "Language", text: str, expected: list[str]) -> None:
    assert [told.trigger.event_type for told in find_told(parse(nlp, text))] == expected, text
