from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.conjuncts import whole
from transforms.quotes.report import Report
from transforms.quotes.reporting import find_reports

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        # a second clause with that
        (
            "The mayor said that the town faces “hard times”, but that it will not give up.",
            "said",
            "that the town faces “hard times”, but that it will not give up",
        ),
        # the form of what is said, and not that of the cue
        (
            "The rule was met by suits arguing it favours the rich and breaks the law.",
            "arguing",
            "it favours the rich and breaks the law",
        ),
        (
            "She said she is “fond of Dover” and believes it is safe.",
            "said",
            "she is “fond of Dover” and believes it is safe",
        ),
        (
            "The bishop asked for pardon, saying the school “regrets it” and is ready to pay.",
            "saying",
            "the school “regrets it” and is ready to pay",
        ),
        (
            "The mayor hopes the boat will be ready by spring, and will later go to Dover.",
            "hopes",
            "the boat will be ready by spring, and will later go to Dover",
        ),
        (
            "He urged the miners to form a club and “raise their voices”.",
            "urged",
            "the miners to form a club and “raise their voices",
        ),
        # a clause with its own subject, of another tense than the cue, or behind a participle
        (
            "Ana Lee says she was ill for ten years and it dominated her life.",
            "says",
            "she was ill for ten years and it dominated her life",
        ),
        (
            "The envoy said the island is a place that has gas and it has stored more of it.",
            "said",
            "the island is a place that has gas and it has stored more of it",
        ),
        (
            "Brady spoke to the press, saying he put it in his bag and later it was gone.",
            "saying",
            "he put it in his bag and later it was gone",
        ),
        ("The envoy said the island is safe and he left the room.", "said", "the island is safe"),
        # what is so instead
        ("She said it was “not a right”, but an “honour”.", "said", "it was “not a right”, but an “honour"),
        # a list
        (
            "The miners call for open votes, a free press and lower taxes.",
            "call",
            "open votes, a free press and lower taxes",
        ),
        (
            "Hill has vowed to cut the taxes, build new roads and leave the union.",
            "vowed",
            "to cut the taxes, build new roads and leave the union",
        ),
        # the clause behind the one that opens it
        (
            "The mayor said that while the bridge is “not new”, it is safe for the town.",
            "said",
            "that while the bridge is “not new”, it is safe for the town",
        ),
        # the same pronoun
        (
            "Dover says it is glad that Hill came back and it plans to keep him.",
            "says",
            "it is glad that Hill came back and it plans to keep him",
        ),
        # here it cannot be told, or the speaker goes on
        ("She called the plan “weak”, and declined to meet him.", "called", "the plan “weak"),
        ("She said the plan was weak and left the room.", "said", None),
        ("He said it was late, but he admitted the theft.", "said", "it was late"),
        ("They called for calm, the mayor and the judge said.", "called", "calm"),
        ("They called for calm, and the police came.", "called", "calm"),
    ],
)
def test_what_is_said_goes_on_over_and(nlp: "Language", text: str, cue: str, said: str | None) -> None:
    doc = parse(nlp, text)
    report = next(report for report in find_reports(doc, frozenset()) if report.cue.text == cue)
    found = doc[report.content[0] : report.content[1]].text.strip(" .”,") if report.content else None
    assert said is None or found == said


def test_an_object_goes_on_behind_a_noun_with_a_name(nlp: "Language") -> None:
    doc = parse(nlp, "Smith mocked coach Ann Hill.")
    report = Report(doc[1], doc[0:1], (2, 3), "object")
    assert whole(report).content == (2, 5)
    assert whole(Report(doc[1], doc[0:1], (0, 1), "clause")).content == (0, 1)
