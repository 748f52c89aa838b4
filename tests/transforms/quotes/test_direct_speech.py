from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.direct_speech import find_said, is_title_of_work
from transforms.quotes.quotation_marks import find_quotations
from transforms.quotes.reporting import find_reports

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He said the plan “is dead” now.", [("mixed", "the plan “is dead” now")]),
        ("He said “the plan is dead.”", [("direct", "the plan is dead.")]),
        ("He said the plan is dead.", [("indirect", "the plan is dead")]),
        ("“The plan,” he said, “is dead.”", [("direct", "The plan,"), ("direct", "is dead.")]),
        ("“The plan is dead.” Nobody knew who wrote it.", [("direct", "The plan is dead.")]),
        ("He said READ MORE.", []),
        ("The plan works, or so the mayor says.", [("indirect", "The plan works, or so")]),
        ("The bridge is not safe, so the trains ordered for May wait.", []),
        ("In May, 900 fires were recorded, 300 of which were suspected of being set.", []),
        ("The bridge is lost, it was said.", [("indirect", "The bridge is lost")]),
        ("The bridge is safe, the mayor said.", [("indirect", "The bridge is safe")]),
        ("He proposed some counter-measures.", [("indirect", "some counter-measures")]),
        ("The “plan” was no plan.", []),
        ("“Nobody knows” is a song.", []),
    ],
)
def test_what_is_said(nlp: "Language", text: str, said: list[tuple[str, str]]) -> None:
    doc = parse(nlp, text)
    quotations = find_quotations(text)
    quoted = {token.i for token in doc for q in quotations if q.outer_start <= token.idx < q.outer_end}
    found = find_said(doc, text, list(find_reports(doc, quoted)), quotations)
    assert [(one.kind, text[one.start_char : one.end_char]) for one in found] == said, text


def test_who_tells_goes_on(nlp: "Language") -> None:
    text = "Anna Hill noted that the tests show the water is clean. “It is good news for all of us.”"
    doc = parse(nlp, text)
    quotations = find_quotations(text)
    quoted = {token.i for token in doc for q in quotations if q.outer_start <= token.idx < q.outer_end}
    found = find_said(doc, text, list(find_reports(doc, quoted)), quotations)
    speakers = [one.report.speaker.text for one in found if one.report and one.report.speaker is not None]
    assert speakers == ["Anna Hill", "the tests", "Anna Hill"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("Gone with the Wind", True), ("Islamic Resistance in Iraq,", True), ("Is it over?", False), ("odd", False)],
)
def test_names_are_no_speech(nlp: "Language", text: str, name: bool) -> None:
    assert is_title_of_work(list(parse(nlp, text))) is name
