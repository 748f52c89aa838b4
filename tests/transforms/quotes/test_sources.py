from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.reporting import find_reports
from transforms.quotes.sources import according

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    "text",
    [
        "The mayor doubted the claim that the town is safe.",
        "The mayor rejected the claim that the town is safe.",
        "The court heard the allegation that the vote was bought.",
    ],
)
def test_who_takes_up_a_claim_does_not_make_it(nlp: "Language", text: str) -> None:
    (speaker,) = (report.speaker for report in find_reports(parse(nlp, text), frozenset()) if report.method == "noun")
    assert speaker is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Two officials dismissed the notion that the town is safe.", []),
        ("There were no reports that the town is safe.", []),
        ("There were reports that the town is safe.", ["that the town is safe"]),
        ("It came amid fears that the town is lost.", []),
        ("They sat there in the hope that a boat comes.", []),
        (
            "The deal failed, raising concern among some miners that their vote was lost.",
            ["that their vote was lost"],
        ),
        ("The vote added to the miners' fears that the town is lost.", ["that the town is lost"]),
        ("The mayor's notion that the town is safe is old.", ["that the town is safe"]),
        ("The mayor rejected the claim that the town is safe as “a lie”.", ["that the town is safe"]),
        ("The mayor made the claim that the town is safe as “a rock”.", ["that the town is safe as “a rock"]),
    ],
)
def test_what_a_noun_says(nlp: "Language", text: str, said: list[str]) -> None:
    doc = parse(nlp, text)
    contents = [report.content for report in find_reports(doc, frozenset()) if report.method == "noun"]
    assert [doc[content[0] : content[1]].text.strip(" .”") for content in contents if content] == said


def test_a_clause_that_opens_before_the_source_goes_on(nlp: "Language") -> None:
    text = "He works at the court where, according to its website, he hears appeals."
    doc = parse(nlp, text)
    (report,) = (found for token in doc if token.lower_ == "according" for found in according(token))
    assert report.content == (0, len(doc))


def test_a_source_has_the_bracket_behind_it(nlp: "Language") -> None:
    doc = parse(nlp, "The town is safe, according to the Office for Harbours and Ports (OHP).")
    (report,) = (found for token in doc if token.lower_ == "according" for found in according(token))
    assert report.speaker is not None
    assert report.speaker.text == "the Office for Harbours and Ports (OHP)"


def test_what_stands_before_the_source_is_said(nlp: "Language") -> None:
    doc = parse(nlp, "In October the mayor left, according to the station in Philadelphia, and came back.")
    (report,) = (found for token in doc if token.lower_ == "according" for found in according(token))
    assert report.content is not None
    assert doc[report.content[0] : report.content[1]].text.strip(" ,") == "In October the mayor left"


def test_a_sentence_is_said_according_to_its_source(nlp: "Language") -> None:
    doc = parse(nlp, "The town is safe, according to the army.")
    (report,) = (found for token in doc if token.lower_ == "according" for found in according(token))
    assert report.speaker is not None
    assert (report.speaker.text, report.method) == ("the army", "according")


def test_what_is_said_in_a_statement_is_said_by_its_subject(nlp: "Language") -> None:
    doc = parse(nlp, "The Foxes said in a statement that the club is united.")
    (report,) = (report for report in find_reports(doc, frozenset()) if report.content)
    assert report.speaker is not None
    assert (report.speaker.text, report.cue.text) == ("The Foxes", "said")


def test_the_subject_behind_a_source_is_said(nlp: "Language") -> None:
    text = "According to Ann Hill, director of the port at Dover, 94% of the boats last year were old."
    doc = parse(nlp, text)
    (report,) = (found for token in doc if token.lower_ == "according" for found in according(token))
    assert report.speaker is not None
    assert report.content is not None
    assert report.speaker.text == "Ann Hill, director of the port at Dover"
    assert doc[report.content[0] : report.content[1]].text.strip(" ,") == "94% of the boats last year were old."
