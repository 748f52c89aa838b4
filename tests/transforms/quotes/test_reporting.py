from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.quotes.reporting import find_reports
from transforms.quotes.speaker_phrases import name_in_commas

if TYPE_CHECKING:
    from spacy.language import Language

THREE_THINGS = (
    "that we're at a rare moment where three things are happening at once: Home values are rising nicely in many parts"
    " of the country, interest rates are low and lenders are a bit looser"
)


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "content", "method"),
    [
        ("The army says the town is safe.", "says", "The army", "the town is safe", "clause"),
        ("The town is safe, the army says.", "says", "the army", "The town is safe", "clause"),
        ("The army vowed to hold the town.", "vowed", "The army", "to hold the town", "infinitive"),
        ("The army called for help.", "called", "The army", "help", "object"),
        ("Their claim that the town is safe is false.", "claim", "Their", "that the town is safe", "noun"),
        ("The army made the claim that the town is safe.", "claim", "The army", "that the town is safe", "noun"),
        ("According to the army, the town is safe.", "According", "the army", "the town is safe", "according"),
        ("TUNIS - European envoys say the town is safe.", "say", "European envoys", "the town is safe", "clause"),
        (
            "The town is safe, says Ana Ruiz, a spokeswoman for the Coalition of Ports, which is made up of unions.",
            *("says", "Ana Ruiz, a spokeswoman for the Coalition of Ports", "The town is safe", "clause"),
        ),
        (
            *("The army said that it would go and left.", "said", "The army"),
            *("that it would go and left", "clause"),
        ),
        ("Ruiz opened the campaign calling it a mistake.", "calling", "Ruiz", "it a mistake", "object"),
        (
            "Ruiz left the town after a briefing announcing that it rained.",
            "announcing",
            "Ruiz",
            "that it rained",
            "clause",
        ),
        (
            "A joint plan would be a good step, Ana Novak, who heads the group of the Lima Opposition, said on Monday.",
            *("said", "Ana Novak", "A joint plan would be a good step", "clause"),
        ),
        ("The army did not comment on the case.", "comment", "The army", None, "marks"),
        ("The army replied.", "replied", "The army", None, "marks"),
        ("The army pointed out that it rained.", "pointed", "The army", "that it rained", "clause"),
        (
            "Though that transition was relatively seamless, he said, replacing the minister would be much harder.",
            *("said", "he"),
            "Though that transition was relatively seamless, he said, replacing the minister would be much harder",
            "clause",
        ),
        (
            f"Ruiz notes {THREE_THINGS}.",
            *("notes", "Ruiz", THREE_THINGS),
            "clause",
        ),
    ],
)
def test_report(nlp: "Language", text: str, cue: str, speaker: str, content: str | None, method: str) -> None:
    doc = parse(nlp, text)
    (report,) = find_reports(doc, frozenset())
    assert report.cue.text == cue, text
    assert report.speaker is not None
    assert report.speaker.text == speaker, text
    said = doc[report.content[0] : report.content[1]].text.strip(" ,.") if report.content else None
    assert said == content, text
    assert report.method == method, text


def test_whom_a_paper_quotes_speaks(nlp: "Language") -> None:
    reports = find_reports(parse(nlp, "The Times quoted the army as saying it rained."), frozenset())
    (speaker,) = (report.speaker for report in reports if report.cue.text == "saying")
    assert speaker is not None
    assert speaker.text == "the army"


def test_a_cue_in_quotation_marks_is_part_of_what_is_said(nlp: "Language") -> None:
    doc = parse(nlp, "“They say it is safe.”")
    assert list(find_reports(doc, frozenset(range(len(doc))))) == []


def test_a_speaker_may_be_the_last_word(nlp: "Language") -> None:
    doc = parse(nlp, "The town is safe, said Ann")
    assert [report.speaker.text for report in find_reports(doc, frozenset()) if report.speaker] == ["Ann"]


@pytest.mark.parametrize(
    "text",
    [
        "The guide pointed to the tower with its “golden” roof.",
        "The guide pointed to where the river ends.",
        "The judge was sworn in as mayor.",
        "Read More about it.",
        "Ann came to talk about it.",
        "The firm led in building ports as shown by its success in the north.",
    ],
)
def test_deeds_report_nothing(nlp: "Language", text: str) -> None:
    assert not any(report.content for report in find_reports(parse(nlp, text), frozenset()))


def test_a_participle_that_opens_a_report_is_none_of_its_own(nlp: "Language") -> None:
    doc = parse(nlp, "Citing privacy rules, officials said that the visas were denied.")
    (said,) = [report.cue.text for report in find_reports(doc, frozenset()) if report.content]
    assert said == "said"


def test_who_speaks_stands_behind_a_verb_put_into_the_sentence(nlp: "Language") -> None:
    (report,) = find_reports(parse(nlp, "Local clubs, said Mauer, are required to pay every ten years."), frozenset())
    assert report.speaker is not None
    assert report.speaker.text == "Mauer"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ann asked him to go home, raising doubts.", ["him to go home"]),
        ("Ann asked him to go home - with doubts in the house.", ["him to go home"]),
        ("Ann promised to ask the council to meet.", ["to ask the council to meet"]),
        ("The state agreed to buy ten planes.", []),
        ("The state agreed to cut the tax.", ["to cut the tax"]),
        ("Five children were reported injured.", []),
        ("When asked about the tax, Ann left.", []),
        ("He is accused of theft by his aunt.", ["theft"]),
        ("Ministers urged to act on the flood.", []),
        ("Ministers urged the council to act on the flood.", ["the council to act on the flood"]),
        (
            "Police accuse her of having agreed to carry the bag and having lied.",
            ["having agreed to carry the bag and having lied", "to carry the bag"],
        ),
        ("She condemned them for being late.", ["them for being late"]),
        ("She wrote to them and they denied it.", []),
        ("The loss calls into question whether the party can win.", []),
        ("They laid out how they believe the clerk made his money.", []),
        ("They met in what they say is a market.", ["is a market"]),
        ("The board was sold, The Post has learned.", ["The board was sold,"]),
        ("The guide mentioned the names of the kings.", []),
        ("They found themselves criticizing her, and blaming her for it.", ["her for it"]),
    ],
)
def test_what_is_promised_and_what_only_happens(nlp: "Language", text: str, said: list[str]) -> None:
    doc = parse(nlp, text)
    found = [report.content for report in find_reports(doc, frozenset()) if report.content]
    assert [doc[start:end].text.rstrip(" .") for start, end in found] == said, text


def test_hearers_do_not_speak(nlp: "Language") -> None:
    doc = parse(nlp, "One lawmaker, Ann Lee, told the programme that it rained.")
    told = next(token for token in doc if token.text == "told")
    assert name_in_commas(told) == told.nbor(-2)
    assert name_in_commas(told.nbor(-2)) is None
    doc = parse(nlp, "When it rained, told the programme, it was cold.")
    assert not any(report.speaker is not None for report in find_reports(doc, frozenset()) if report.cue.text == "told")


def test_an_object_speaks_of_nothing(nlp: "Language") -> None:
    (report,) = [one for one in find_reports(parse(nlp, "“No,” denying the charge."), frozenset()) if one.content]
    assert report.speaker is None
