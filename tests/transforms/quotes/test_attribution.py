from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.attribution import source_after, source_around
from transforms.quotes.quotation_marks import find_quotations
from transforms.quotes.report import Cues
from transforms.quotes.reporting import find_reports

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("“It burns,” Captain Amina Yusuf, a pilot, radioed at noon.", "radioed", "Captain Amina Yusuf, a pilot"),
        ("“It burns,” the Times quoted the captain as saying.", "quoted", "the captain"),
        ("“It burns,” radioed the captain.", "radioed", "the captain"),
        ("“It burns!” the captain later reported.", "reported", "the captain"),
        ("“It burns.” — the captain", "—", "the captain"),
        ("The captain said in a call at noon: “It burns.”", "said", "The captain"),
        ("The captain warned on Monday:\n\n“It burns.”", "warned", "The captain"),
        ("The captain said it was “as bad as it gets” there.", "said", "The captain"),
        ("“It burns,” Ana Lee, speaking on condition of secrecy, also told Reuters.", "told", "Ana Lee"),
        ("“It burns,” Ana Lee, speaking from Oslo, replied.", "replied", "Ana Lee"),
        ("The captain returned, yelling: “It burns!” He said it at noon.", "yelling", "The captain"),
        ("“It burns!” He said it at noon.", None, None),
        ("“It burns and nobody comes,” the brief states.", "states", "the brief"),
        ("“It burns!” Smith said at noon.", "said", "Smith"),
        ("“It burns”, as well as the tower, the captain said.", "said", "the captain"),
        ("“It burns.” The captain left.", None, None),
        ("“It burns.” - how it began, nobody knows.", None, None),
        ("“It burns.” - and the captain", None, None),
        ("They called it “the fire,” a word meaning the end.", "called", "They"),
        ("“It burns,” — , , said.", "said", None),  # where the speaker should be, there are marks alone
        ("“It burns!” The captain left.", None, None),
        ("The captain spoke. Then: “It burns.”", None, None),
        ("The mayor made one comment: “The bridge is lost for good.”", "made", "The mayor"),
        ("The mayor got the message: “The bridge is lost for good.”", None, None),
        ("The mayor refrained from commenting on the “loud drum” remark.", None, None),
    ],
)
def test_teller(nlp: "Language", text: str, cue: str | None, speaker: str | None) -> None:
    doc = parse(nlp, text)
    (quotation,) = find_quotations(text)
    quoted = {token.i for token in doc if quotation.outer_start <= token.idx < quotation.outer_end}
    reports = list(find_reports(doc, quoted))
    report = source_after(doc, text, quotation) or source_around(doc, text, quotation, Cues(reports))
    assert (report.cue.text if report else None) == cue, text
    assert (report.speaker.text if report and report.speaker is not None else None) == speaker, text
