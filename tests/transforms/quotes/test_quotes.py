from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.articles import make_article
from transforms.entities.entities import find_entities
from transforms.entities.index import EntityIndex
from transforms.parsing.spacy_model import parse, tokenize
from transforms.quotes.quotes import find_quotes
from transforms.records.article_records import Article, Quote

if TYPE_CHECKING:
    from spacy.language import Language

Row = tuple[str, str, str | None, str | None]
"""Kind, text, the speaker's text, cue."""

GOLDEN: list[tuple[str, list[Row]]] = [
    # who is asked does not ask; nobody is named who expects; the day is when it was said, the hearer who heard it
    (
        "Asked whether it was lost, the minister said the bridge would be rebuilt.",
        [
            ("indirect", "whether it was lost", None, "ask"),
            ("indirect", "the bridge would be rebuilt", "the minister", "say"),
        ],
    ),
    ("The bridge is expected to open in May.", []),
    ("The minister said on Monday he will rebuild it.", [("indirect", "he will rebuild it", "The minister", "say")]),
    # the title of another page
    ("READ MORE: Ministers say no to trade The bridge is lost.", []),
    # direct speech, and where its speaker stands
    ("“We will rebuild,” Mayor Ana Kovač said.", [("direct", "We will rebuild,", "Mayor Ana Kovač", "say")]),
    (
        "“We will rebuild the bridge,” said Ana Kovač, the mayor of Split.",
        [("direct", "We will rebuild the bridge,", "Ana Kovač, the mayor of Split", "say")],
    ),
    # the mark that closes is missing; a term in marks that nobody says
    ('Ana Kovač said: "We will rebuild it.', [("direct", "We will rebuild it", "Ana Kovač", "say")]),
    (
        'The bridge is lost. "It was old," Kovač said. "We waited for years, and nobody came. "So we build it now."',
        [
            ("direct", "It was old,", "Kovač", "say"),
            ("direct", "We waited for years, and nobody came.", "Kovač", "say"),
            ("direct", "So we build it now.", "Kovač", "say"),
        ],
    ),
    ("The houses known as “the wall” were sold.", []),
    ("Ana Kovač said: “We will rebuild.”", [("direct", "We will rebuild.", "Ana Kovač", "say")]),
    (
        '"The bridge is lost," the minister told reporters on Monday.',
        [("direct", "The bridge is lost,", "the minister", "tell")],
    ),
    (
        "“The bridge,” the minister said, “is lost for good.”",
        [("direct", "The bridge,", "the minister", "say"), ("direct", "is lost for good.", "the minister", "say")],
    ),
    (
        "“The bridge is lost,” Kovač said. “We will build another one.”",
        [("direct", "The bridge is lost,", "Kovač", "say"), ("direct", "We will build another one.", "Kovač", "say")],
    ),
    ("“Is it over?” asked the boy.", [("direct", "Is it over?", "the boy", "ask")]),
    ("“Go home!” the officer yelled.", [("direct", "Go home!", "the officer", "yell")]),
    ("“We are not afraid,” shouted the crowd.", [("direct", "We are not afraid,", "the crowd", "shout")]),
    ("“I have nothing to add,” he replied, walking away.", [("direct", "I have nothing to add,", "he", "reply")]),
    (
        "‘We have no water,’ said Amina Yusuf, a nurse.",
        [("direct", "We have no water,", "Amina Yusuf, a nurse", "say")],
    ),
    ("“This is our land.” ― Maria Gomez, farmer", [("direct", "This is our land.", "Maria Gomez", "―")]),
    (
        "“We lost everything.\n\n“We start again,” Gomez said.",
        [("direct", "We lost everything.\n\n“We start again,", "Gomez", "say")],
    ),
    (
        "“The vote is lost,” Reed said.\n\n“We shall see what comes of it.”",
        [("direct", "The vote is lost,", "Reed", "say"), ("direct", "We shall see what comes of it.", "Reed", "say")],
    ),
    ("“The vote is near.” The minister left the room.", [("direct", "The vote is near.", None, None)]),
    (
        "PEREZ: What did you see?\n\nLEE: I saw nothing.\n\nPEREZ: Nothing at all?\n\nLEE: No.",
        [
            ("direct", "What did you see?", "PEREZ", ":"),
            ("direct", "I saw nothing.", "LEE", ":"),
            ("direct", "Nothing at all?", "PEREZ", ":"),
            ("direct", "No.", "LEE", ":"),
        ],
    ),
    # reported statements
    (
        "The ministry said that the bridge would be closed for a year.",
        [("indirect", "that the bridge would be closed for a year", "The ministry", "say")],
    ),
    (
        "The ministry said the bridge would be closed for a year.",
        [("indirect", "the bridge would be closed for a year", "The ministry", "say")],
    ),
    (
        "The bridge would be closed for a year, the ministry said.",
        [("indirect", "The bridge would be closed for a year", "the ministry", "say")],
    ),
    (
        "The bridge, the ministry said, would be closed for a year.",
        [("indirect", "The bridge, the ministry said, would be closed for a year", "the ministry", "say")],
    ),
    (
        "According to the ministry, the bridge would be closed for a year.",
        [("indirect", "the bridge would be closed for a year", "the ministry", "according to")],
    ),
    (
        "The bridge will stay closed for a year, according to the ministry.",
        [("indirect", "The bridge will stay closed for a year", "the ministry", "according to")],
    ),
    (
        "As Mr Tanaka noted, the yen has fallen for months.",
        [("indirect", "the yen has fallen for months", "Mr Tanaka", "note")],
    ),
    (
        "Police confirmed on Friday that three men had been arrested.",
        [("indirect", "that three men had been arrested", "Police", "confirm")],
    ),
    (
        "Analysts believe that prices will rise, adding that wages will not.",
        [
            ("indirect", "that prices will rise", "Analysts", "believe"),
            ("indirect", "that wages will not", "Analysts", "add"),
        ],
    ),
    (
        "The mayor apologized, saying the city had been too slow.",
        [("indirect", "the city had been too slow", "The mayor", "say")],
    ),
    (
        "Hassan Ali, who said the army had fired first, was taken to hospital.",
        [("indirect", "the army had fired first", "Hassan Ali", "say")],
    ),
    (
        "A spokesman for the army, Colonel John Reed, said no one was hurt.",
        [("indirect", "no one was hurt", "A spokesman for the army, Colonel John Reed", "say")],
    ),
    (
        "Lee, the company's chief executive, insisted the data was safe.",
        [("indirect", "the data was safe", "Lee, the company's chief executive", "insist")],
    ),
    (
        "The plan is public ― Reed boasted that it was his own.",
        [("indirect", "that it was his own", "Reed", "boast")],
    ),
    ("She denied that she had met the general.", [("indirect", "that she had met the general", "She", "deny")]),
    ("The minister did not say when the vote would be held.", []),
    ("The minister refused to say who had paid.", []),
    ("The army attacked the town and found two bodies.", []),
    ("Photos show a burning bridge. The referee showed a yellow card.", []),
    ("They had been denied visas. Police questioned the suspect.", []),
    ("The company decided to close the plant, and she wanted to leave.", []),
    ("The so-called “wall tax” was dropped.", []),
    ("Polls show a close race.", [("indirect", "a close race", "Polls", "show")]),
    ("She denied the charges.", [("indirect", "the charges", "She", "deny")]),
    (
        "The governor spoke.\n\nHe added:\n\nThe bridge is lost, and nobody will pay for it.\n\nIt rained.",
        [("direct", "The bridge is lost, and nobody will pay for it.", "He", "add")],
    ),
    (
        "The report found that 40 schools had been hit.",
        [("indirect", "that 40 schools had been hit", "The report", "find")],
    ),
    ("It was agreed that the tax would fall.", [("indirect", "that the tax would fall", None, "agree")]),
    # what is promised, asked for and warned of
    ("The group vowed to continue its attacks.", [("indirect", "to continue its attacks", "The group", "vow")]),
    ("The governor promised to lower the tax.", [("indirect", "to lower the tax", "The governor", "promise")]),
    (
        "The union urged its members to stay at home.",
        [("indirect", "its members to stay at home", "The union", "urge")],
    ),
    (
        "The president called on parliament to pass the law.",
        [("indirect", "parliament to pass the law", "The president", "call")],
    ),
    (
        "Brussels demanded the release of the two reporters.",
        [("indirect", "the release of the two reporters", "Brussels", "demand")],
    ),
    ("Officials warned of more floods.", [("indirect", "more floods", "Officials", "warn")]),
    # both at once
    (
        "Britain’s prime minister said the deal was “not good enough” and would be changed.",
        [("mixed", "the deal was “not good enough” and would be changed", "Britain’s prime minister", "say")],
    ),
    (
        "The senator called the plan “a gift to the rich.”",
        [("mixed", "the plan “a gift to the rich.”", "The senator", "call")],
    ),
    (
        "Kovač described the talks as an attempt to “win time” and rest.",
        [("direct", "win time", "Kovač", "describe")],
    ),
    ("Reed described the vote as a “sham”.", [("mixed", "the vote as a “sham”", "Reed", "describe")]),
    # no quotations
    ("The so-called “Islamic State” lost the town.", []),
    ("They watched “The Third Man” at home.", []),
    ("He wrote “The Long Road,” the mayor said.", [("indirect", "He wrote “The Long Road,”", "the mayor", "say")]),
    ("The “deal” was never signed.", []),
    ("The minister left the room without a word.", []),
]


FAR = "It rained. It snowed. It rained. It snowed."
"""More sentences than a pronoun is looked back over: beyond, it means who spoke last."""


def article_of(text: str) -> Article:
    return make_article(text)


def quotes(nlp: "Language", text: str) -> tuple[tuple[Quote, ...], EntityIndex]:
    article = article_of(text)
    doc = parse(nlp, text)
    index = EntityIndex(*find_entities(doc, article))
    return find_quotes(doc, article, index), index


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_who_said_what(nlp: "Language", text: str, expected: list[Row]) -> None:
    found, _ = quotes(nlp, text)
    assert [(row.kind, row.text, row.speaker_text, row.cue) for row in found] == expected, text


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The minister said that the wall was safe.", False),
        ("The minister never said that the wall was safe.", True),
        ("The minister did not say that the wall was safe.", True),
        ("Nobody said that the wall was safe.", True),
        ("The minister declined to say that the wall was safe.", True),
        ("The minister said that the wall was not safe.", False),
        ("“The wall is not safe,” the minister said.", False),
    ],
)
def test_what_was_not_said(nlp: "Language", text: str, negated: bool) -> None:
    found, _ = quotes(nlp, text)
    assert [row.negated for row in found] == [negated]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Maria Gomez arrived late. She said the road was blocked.", "Maria Gomez"),
        ("Reuters reported the raid. It said two men had died.", "Reuters"),
        ("Hamas said the raid had failed. Israel struck Gaza. The group said it would answer.", "Hamas"),
        (
            "The Red Cross said it rained. Amnesty International left the city. The organization said it would stay.",
            "Red Cross",
        ),
        (f"“I will go,” Maria Gomez said. {FAR} “I will not,” she said.", "Maria Gomez"),
        (f"“I will go,” Anna Reed said. {FAR} She said that Anna Reed was late.", None),
        ("A senior official said the road was blocked.", None),
        ("Maria Gomez met John Reed. They said the road was blocked.", None),
        ("Both Iran and Iraq said the border would reopen.", None),
        ("The mayor of Leeds, Susan Hill, said the road was blocked.", "Susan Hill"),
    ],
)
def test_the_speaker_is_an_entity(nlp: "Language", text: str, speaker: str | None) -> None:
    found, index = quotes(nlp, text)
    entity_id = found[-1].speaker_entity_id
    assert (index.entities[entity_id].name if entity_id else None) == speaker, text


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("In a statement on Telegram, the brigade said it had shot down a drone.", "Telegram"),
        ("“It is a dark day,” Lopez wrote on Twitter.", "Twitter"),
        ("The chancellor told the BBC that the talks had failed.", "BBC"),
        ("The bank said in a statement that it was safe.", "statement"),
        ("In an interview with CNN, Reed said the army was ready.", "CNN"),
        ("The bank said on Monday that it was safe.", None),
    ],
)
def test_channel(nlp: "Language", text: str, channel: str | None) -> None:
    found, _ = quotes(nlp, text)
    assert found[0].via == channel, text


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("« Nous partirons demain à l’aube », a dit le ministre.", ["Nous partirons demain à l’aube"]),
        ("Der Begriff „Heimat“ ist alt.", []),
    ],
)
def test_without_a_parse_only_long_quotations_are_found(text: str, quoted: list[str]) -> None:
    found = find_quotes(tokenize(text), article_of(text), EntityIndex((), ()))
    assert [row.text for row in found] == quoted
    assert not [row for row in found if row.speaker_text]


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["“", "”", '"', " said ", "He ", ": ", "Ann ", "rain. ", ", ", "\n\n", "it is ", "― "]))
)
def test_spans_are_the_text(nlp: "Language", parts: list[str]) -> None:
    text = "".join(parts) or "."
    for row in quotes(nlp, text)[0]:
        assert text[row.start_char : row.end_char] == row.text != ""
        assert row.speaker_text is None or text[row.speaker_start_char : row.speaker_end_char] == row.speaker_text
