from typing import TYPE_CHECKING

from transforms.parsing.spacy_model import parse
from transforms.quotes.report import reporting_nouns, reporting_verbs
from transforms.quotes.reporting import find_reports

if TYPE_CHECKING:
    from spacy.language import Language


def test_cue_and_speaker_stand_together(nlp: "Language") -> None:
    doc = parse(nlp, "The town is safe, the army says.")
    (report,) = find_reports(doc, frozenset())
    start, end = report.group()
    assert doc[start:end].text == "the army says"


def test_lexicons_are_sorted_lemmas_of_one_word() -> None:
    assert list(reporting_verbs()) == sorted(reporting_verbs())
    known = {"clause", "that", "quote", "infinitive", "object", "predicate", "opinion", "finding", "denial"}
    prepositions = {"for", "on", "of", "to", "about", "against", "at", "with", "out"}
    assert {word for takes in reporting_verbs().values() for word in takes} <= known | prepositions
    assert all(noun.islower() and " " not in noun for noun in reporting_nouns())
