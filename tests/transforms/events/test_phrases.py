from typing import TYPE_CHECKING

import pytest

from transforms.events.phrases import phrase_before, phrase_of
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They met the Belgian counterpart.", "Belgian", "Belgian counterpart"),
        ("The Harbour Middle School massacre shook Peru.", "School", "Harbour Middle School"),
        ("They called up the National Guard on Monday.", "National", "National Guard"),
        ("The army demolished Palestinian homes.", "Palestinian", "Palestinian"),
        ("A man sued a Lima bar on Monday.", "Lima", "Lima bar"),
        ("The editor-in-chief attacked the president.", "editor", "editor-in-chief"),
        ("They accused the minister of taking bribes.", "minister", "minister"),
        ("They barred entry to Peru of people.", "Peru", "Peru"),
        ("The minister of finance left.", "minister", "minister of finance"),
        ("However, on Saturday Tillerson spoke.", "Tillerson", "Tillerson"),
        ("West Bank - Palestinian officials have called for a boycott.", "officials", "Palestinian officials"),
        ("The six - member Afghan team left.", "team", "six - member Afghan team"),
        ("They pressed both China and Germany to sell it.", "China", "China"),
        ("They pressed both countries to sell it.", "countries", "both countries"),
        ("The Islamic State (IS) group left.", "group", "Islamic State (IS) group"),
        ("Rebels linked to Iran attacked the army.", "Rebels", "Rebels linked to Iran"),
        # of a long phrase whole parts stay, and whole names
        (
            "Hundreds of residents of Greater Noida, a satellite city of the capital of New Delhi, left.",
            "Hundreds",
            "Hundreds of residents of Greater Noida",
        ),
        ("The Republic of Korea left.", "Republic", "Republic of Korea"),
        ("The arrest by Turkish police of Anna Berg was wrong.", "police", "Turkish police"),
    ],
)
def test_the_words_that_name_a_side(nlp: "Language", text: str, word: str, expected: str) -> None:
    head = next(token for token in parse(nlp, text) if token.text == word)
    phrase = phrase_of(head)
    assert phrase is not None, text
    assert phrase.text == expected, text


def test_a_side_ends_before_what_is_told_of_it(nlp: "Language") -> None:
    doc = parse(nlp, "The coalition fighting the rebels left.")
    phrase = phrase_before(doc[1], doc[2])
    assert phrase is not None
    assert phrase.text == "coalition"


def test_nobody_has_no_words() -> None:
    assert phrase_of(None) is None
