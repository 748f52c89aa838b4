from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.parsing.spans import Spans
from transforms.quotes.direct_speech import _is_glued, _is_surer, _reported, _tells, find_said
from transforms.quotes.quotation_marks import find_quotations
from transforms.quotes.report import Report
from transforms.quotes.reporting import find_reports

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He said the plan “is dead” now.", [("mixed", "the plan “is dead” now")]),
        ("He said “the plan is dead.”", [("direct", "the plan is dead.")]),
        ("He said he was ‘deeply sorry’ for it.", [("mixed", "he was ‘deeply sorry’ for it")]),
        ("He said the plan is dead.", [("indirect", "the plan is dead")]),
        ("“The plan,” he said, “is dead.”", [("direct", "The plan,"), ("direct", "is dead.")]),
        ("“The plan is dead.” Nobody knew who wrote it.", [("direct", "The plan is dead.")]),
        ("He said READ MORE.", []),
        ("He told her “you will lose it” after he fell.", [("direct", "you will lose it")]),
        ("He said the “rock” fell after he left.", [("mixed", "the “rock” fell after he left")]),
        ("The plan works, or so the mayor says.", [("indirect", "The plan works, or so")]),
        ("The bridge is not safe, so the trains ordered for May wait.", []),
        ("In May, 900 fires were recorded, 300 of which were suspected of being set.", []),
        ("The bridge is lost, it was said.", [("indirect", "The bridge is lost")]),
        ("The bridge is safe, the mayor said.", [("indirect", "The bridge is safe")]),
        ("He proposed some counter-measures.", [("indirect", "some counter-measures")]),
        ("The “plan” was no plan.", []),
        ("The town is known as “the rock”.", []),
        ("He said, ‘the road is open.", [("direct", "the road is open")]),
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


def test_a_verb_behind_is_surer_than_a_heading_before(nlp: "Language") -> None:
    text = "New charges “Hill has hurt the town and he will do it again,” Nagy said."
    doc = parse(nlp, text)
    quotations = find_quotations(text)
    quoted = {token.i for token in doc for q in quotations if q.outer_start <= token.idx < q.outer_end}
    found = find_said(doc, text, list(find_reports(doc, quoted)), quotations)
    assert [one.report.speaker.text for one in found if one.report and one.report.speaker is not None] == ["Nagy"]


@pytest.mark.parametrize(
    ("text", "cue", "surer"),
    [("New charges “it is so,” he said.", "said", True), ("He says: “it is so,” she said.", "said", False)],
)
def test_what_opens_speech_before_it(nlp: "Language", text: str, cue: str, surer: bool) -> None:
    token = next(token for token in parse(nlp, text) if token.text == cue)
    (quotation,) = find_quotations(text)
    assert _is_surer(text, quotation, Report(token, None)) is surer


def test_words_within_the_phrase_of_a_speaker_are_a_part_of_it(nlp: "Language") -> None:
    text = "The “rock” concert's organizers said it is over."
    doc = parse(nlp, text)
    (quotation,) = find_quotations(text)
    said = next(token for token in doc if token.text == "said")
    assert not _tells(Report(said, doc[0 : said.i]), quotation)
    assert _tells(Report(said, doc[said.i - 1 : said.i]), quotation)


def test_words_behind_according_to_keep_their_source(nlp: "Language") -> None:
    text = "The road is safe, according to Ann Hill, “and it stays open” for now."
    doc = parse(nlp, text)
    (quotation,) = find_quotations(text)
    source = doc[6:14]
    assert source.start_char < quotation.start_char < source.end_char
    assert _tells(Report(doc[4], source, None, "according"), quotation)
    assert not _tells(Report(doc[4], source, None, "clause"), quotation)


def test_nobody_speaks_who_is_part_of_what_is_said(nlp: "Language") -> None:
    doc = parse(nlp, "Saying the problem is old.")
    report = Report(doc[0], doc[1:3], (1, 5), "clause")
    said = _reported(doc, doc.text, report, (), Spans(()))
    assert said is not None
    assert said.report is not None
    assert said.report.speaker is None


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("Kovač says the town is safe “We are all ready,” Hill said.", True),
        ("Kovač says the town is safe, “We are all ready,” Hill said.", False),
        ("The town is safe “We are all ready,” Hill said.", True),
    ],
)
def test_a_statement_glued_to_a_quotation(nlp: "Language", text: str, glued: bool) -> None:
    doc = parse(nlp, text)
    said = next(token for token in doc if token.text == "said")
    (quotation,) = find_quotations(text)
    assert _is_glued(doc, Report(said, doc[said.i - 1 : said.i]), quotation, 0, quotation.outer_end) is glued
