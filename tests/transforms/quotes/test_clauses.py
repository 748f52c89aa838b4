from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from transforms.parsing.from_spacy import read_doc
from transforms.parsing.spacy_model import annotate, parse
from transforms.quotes.clauses import clause_of

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("The army said that it would hold the town.", "said", "that it would hold the town"),
        ("The army told envoys that it rained.", "told", "that it rained"),
        # what goes on behind it is the next statement, or the question
        (
            *("The senator suggested that he would not support it and urged his friends to leave.", "suggested"),
            "that he would not support it",
        ),
        (
            "The leader said the vote was sad but insisted the party would go on.",
            *("said", "the vote was sad"),
        ),
        ("The army said that it rained, adding that it was cold.", "said", "that it rained"),
        ("The mayor said that it rained when asked about it.", "said", "that it rained"),
        ("He said the plan was dead, it added.", "said", "the plan was dead"),
        ("They assured us that it works.", "assured", "that it works"),
        ("They assured that it would work.", "assured", "that it would work"),
        ("They asked the court to assure the towns pay the tax.", "assure", None),
        ("He told a meeting of leaders that few people knew it.", "told", "that few people knew it"),
        (
            *("The Times reported at the time that the editor told Ms. Martin that it was not so.", "reported"),
            "that the editor told Ms. Martin that it was not so",
        ),
        ("Ministers ordered the town cleared, citing a flood.", "ordered", "the town cleared"),
        ("It rained, as the mayor said.", "said", "It rained"),
        ("It comes as the mayor finds new friends.", "finds", None),
        ("It rained, as had been feared.", "feared", None),
        # the object is the subject of the clause behind it
        (
            "Many worried their efforts to keep the boy would fail.",
            "worried",
            "their efforts to keep the boy would fail",
        ),
        ("She has promised parliament will get a say.", "promised", "parliament will get a say"),
        ("The mayor told the firm it would fail.", "told", "it would fail"),
        # a clause that only adds is nothing that is said
        ("They agreed to it, which often leads to more violence.", "agreed", None),
    ],
)
def test_the_clause_of_a_cue(nlp: "Language", text: str, cue: str, expected: str | None) -> None:
    doc = parse(nlp, text)
    verb = next(token for token in doc if token.text == cue)
    found = clause_of(verb, None, needs_that=False)
    assert (doc[found[0] : found[1]].text.strip(" ,.") if found else None) == expected, text


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Divers found the man dead.", False),
        ("The firm finds it hard to hire people.", False),
        ("The court found the man guilty.", True),
        ("The firm found that prices had risen.", True),
    ],
)
def test_what_is_found_by_looking(nlp: "Language", text: str, is_said: bool) -> None:
    verb = next(token for token in parse(nlp, text) if token.lemma_ == "find")
    assert (clause_of(verb, None, needs_that=False) is not None) is is_said


def test_a_source_behind_is_no_statement(nlp: "Language") -> None:
    doc = parse(nlp, "They suggested boats, the agency said.")
    suggested, said = doc[1], doc[6]
    words, tags = [token.text for token in doc], [token.tag_ for token in doc]
    lemmas = [token.lemma_ for token in doc]
    heads, deps = [1, 1, 1, 1, 5, 6, 1, 1], ["nsubj", "ROOT", "dobj", "punct", "det", "nsubj", "ccomp", "punct"]
    told = {"tags": tags, "lemmas": lemmas, "heads": heads, "deps": deps}
    doc = Doc(nlp.vocab, words, **told)
    doc = read_doc(doc, doc.text)
    assert clause_of(doc[suggested.i], None, needs_that=False) is None
    words[3] = "that"
    doc = Doc(nlp.vocab, words, **told)
    doc = read_doc(doc, doc.text)
    assert clause_of(doc[suggested.i], None, needs_that=False) == (4, said.i + 2)


def test_a_circumstance_is_no_statement_of_a_participle(nlp: "Language") -> None:
    doc = annotate(nlp, "Though it failed, some were always telling.")
    doc[2].head, doc[2].dep_ = doc[7], "ccomp"
    doc[0].head, doc[0].dep_ = doc[2], "mark"
    doc = read_doc(doc, doc.text)
    assert clause_of(doc[7], None, needs_that=False) is None


def test_what_is_said_are_both_clauses_before_a_cue_that_ends_the_sentence(nlp: "Language") -> None:
    said = "The van was supposed to be escorted by the police, but the agency took it away before they came"
    doc = parse(nlp, f"{said}, another source said.")
    cue = next(token for token in doc if token.text == "said")
    start, end = clause_of(cue, doc[cue.i - 2 : cue.i], needs_that=False) or (0, 0)
    assert doc[start:end].text.strip(" ,") == said
