from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.parsing.syntax import subject_of
from transforms.quotes.speaker_phrases import (
    _before_predicate,
    _beside,
    _hangs,
    _is_gap,
    _of_one_sentence,
    _outermost,
    named_before,
    speaker_phrase,
)

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prosecutors on Monday said that it rained.", "Prosecutors"),
        ("The council in Split said that it rained.", "The council in Split"),
        ("He-said that it rained.", "He"),
        ("A letter from Ann Hill, who said that it rained, was lost.", "Ann Hill"),
        ("A daughter of Ann Hill, who said that it rained, was lost.", "A daughter of Ann Hill"),
        ("The plan of critics on Monday said “no”.", "The plan of critics"),
        ("The move is a blow for Peru, who said that it rained.", "Peru"),
        ("Officials at first said that it rained.", "Officials"),
        ("A man identified as his father said that it rained.", "A man identified as his father"),
        ("Earlier Pahor said that it rained.", "Pahor"),
        ("Earlier reports said that it rained.", "Earlier reports"),
        (
            "The Rail, Maritime and Transport (RMT) union said that it rained.",
            "The Rail, Maritime and Transport (RMT) union",
        ),
        ("“It rains,” said spokesman Ana Lee in a statement.", "spokesman Ana Lee"),
        ("Novak, of Green Lane, Dover, who said that it rained, left.", "Novak, of Green Lane, Dover"),
    ],
)
def test_phrase(nlp: "Language", text: str, expected: str) -> None:
    verb = next(token for token in parse(nlp, text) if token.lemma_ == "say")
    phrase = speaker_phrase(subject_of(verb), verb)
    assert phrase is not None
    assert phrase.text == expected


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The tanks reached the town, police officials said.", "The tanks reached the town", "police officials"),
        ("The mayor who read the plan said so.", None, None),
        ("The plan was dead, it was said.", "The plan was dead, it was", None),
    ],
)
def test_named_before(nlp: "Language", text: str, content: str | None, speaker: str | None) -> None:
    doc = parse(nlp, text)
    cue = next(token for token in doc if token.lower_ == "said")
    found = named_before(cue, 0, cue.i)
    assert (doc[: found[0]].text.rstrip(" ,") if found else None) == content
    assert (found[1].text if found and found[1] is not None else None) == speaker


def test_an_article_alone_names_nobody(nlp: "Language") -> None:
    doc = parse(nlp, "The said that it rained.")
    assert speaker_phrase(doc[0], doc[1]) is None


def test_a_predicate_is_no_part_of_a_name(nlp: "Language") -> None:
    doc = parse(nlp, "The mayor Ann Hill sharply painted losses as luck, saying it helps.")
    for token in doc:
        if token.text in {"Ann", "Hill"}:
            token.ent_type_ = "PERSON"
    assert _before_predicate(doc[:7], doc[10]).text == "The mayor Ann Hill"
    assert _before_predicate(doc[:4], doc[10]).text == "The mayor Ann Hill"


def test_what_others_call_it_is_no_part_of_a_speaker(nlp: "Language") -> None:
    doc = parse(nlp, "The plan was decried by critics as “a farce”.")
    verb = next(token for token in doc if token.lemma_ == "decry")
    phrase = speaker_phrase(subject_of(verb), verb)
    assert phrase is not None
    assert phrase.text == "critics"


def test_a_cue_is_no_part_of_its_speaker(nlp: "Language") -> None:
    doc = parse(nlp, "It rained, said-Ann Hill.")
    said = next(token for token in doc if token.text == "said")
    assert _beside(doc[3 : len(doc) - 1], doc[said.i + 3], said).text == "Ann Hill"
    assert _beside(doc[0 : len(doc) - 1], doc[0], said).text == "It rained,"


@pytest.mark.parametrize(
    ("text", "body", "who"),
    [
        ("A source familiar with the rules of the Senate left.", "Senate", "source"),
        ("They met leaders of clubs in Chile.", "Chile", "leaders"),
        ("The plan is a setback for Chile.", "Chile", "Chile"),
    ],
)
def test_who_stands_before_a_body(nlp: "Language", text: str, body: str, who: str) -> None:
    assert _outermost(next(token for token in parse(nlp, text) if token.text == body)).text == who


def test_a_gap_ends_a_caption(nlp: "Language") -> None:
    doc = parse(nlp, "Tom Lee / Reuters  Ann Hill said that it rained.")
    gap, name = next(token for token in doc if token.is_space), next(token for token in doc if token.text == "Hill")
    assert _is_gap(gap, name)
    assert not _is_gap(gap, doc[len(doc) - 2])
    assert not _is_gap(name, name)


def test_a_preposition_at_the_end_is_no_part(nlp: "Language") -> None:
    doc = parse(nlp, "The head of the bank said that it rained.")
    assert _hangs(doc[2])
    assert not _hangs(doc[4])


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # the end of a sentence within the phrase
        ("It rained, says Ann Hill of Nord Co. China grew.", (4, 10), "Ann Hill of Nord Co."),
        ("It rained, says Ann Hill of Nord Co. in China.", (4, 11), "Ann Hill of Nord Co. in China"),
        ("It rained, say analysts The new fund grew.", (4, 7), "analysts"),
        # a heading, a dateline, an address
        ("Bad news' Speaking there, Hill says so.", (0, 3), None),
        ("SPLIT /PRNewswire/ The union says so.", (0, 4), None),
    ],
)
def test_a_speaker_within_one_sentence(
    nlp: "Language", text: str, phrase: tuple[int, int], expected: str | None
) -> None:
    doc = parse(nlp, text)
    verb = next(token for token in doc if token.lemma_ == "say")
    for token in doc:
        token.ent_type_ = ""
    found = _of_one_sentence(doc[phrase[0] : phrase[1]], doc[phrase[0]], verb)
    assert (found.text if found is not None else None) == expected
