from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.reporting import find_reports
from transforms.quotes.reservations import find_reservation

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("She said that the bridge is safe, though the firm has not yet issued a report.", "that the bridge is safe"),
        ("She said that the bridge is safe, but did not give a reason why.", "that the bridge is safe"),
        ("She said that the bridge is safe, with Lee saying that he has his doubts.", "that the bridge is safe"),
        ("She said that the bridge is safe, although the army denied it.", "that the bridge is safe"),
        ("She said that the bridge is safe, though she gave no details.", "that the bridge is safe"),
        ("She said that the bridge is safe, without giving details.", "that the bridge is safe"),
        ("She ordered that the bridge be closed, only to open it a day later.", "that the bridge be closed"),
        ("She said that the bridge is safe, according to a note seen by Reuters.", "that the bridge is safe"),
        ("She said that the bridge must close, as she was sworn in on Friday.", "that the bridge must close"),
        ("She said that the town would leave, raising fears of a crisis.", "that the town would leave"),
        (
            "She said that the town would leave, raising its own taxes.",
            "that the town would leave, raising its own taxes",
        ),
        (
            "The law says that she is not paid by the town, which appears to settle the matter.",
            "that she is not paid by the town",
        ),
        ("She said that the bridge is safe, although the army later contradicted her.", "that the bridge is safe"),
        ("She said that the bridge is safe, even as she closed it.", "that the bridge is safe"),
        ("She said that the bridge is safe but she would not say why.", "that the bridge is safe"),
        # what is so because of another thing is said
        (
            "She said that the bridge was closed, as he was warned of it.",
            "that the bridge was closed, as he was warned of it",
        ),
        (
            "She said that, according to the firm, the bridge is safe.",
            "that, according to the firm, the bridge is safe",
        ),
        # what the speaker concedes is said
        (
            "She said that the bridge is safe, although it looks old.",
            "that the bridge is safe, although it looks old",
        ),
    ],
)
def test_the_reporter_takes_the_word(nlp: "Language", text: str, said: str) -> None:
    doc = parse(nlp, text)
    report = next(report for report in find_reports(doc, frozenset()) if report.cue.text in {"said", "says", "ordered"})
    assert report.content is not None
    assert doc[report.content[0] : report.content[1]].text.strip(" ,.") == said


def test_a_remark_stands_behind_a_comma(nlp: "Language") -> None:
    doc = parse(nlp, "The bridge is safe though she gave no details.")
    assert not any(find_reservation(token) for token in doc)
