"""The language comes from the text first, then from the page."""

import pytest

from transforms.records.page import Found
from transforms.text.language import language

ENGLISH = "The council of the harbour town voted on Monday to rebuild the old pier before the summer season begins."
DANISH = "Byrådet i havnebyen besluttede mandag at genopbygge den gamle mole, før sommersæsonen begynder for alvor."


@pytest.mark.parametrize(
    ("text", "code"), [(ENGLISH, "en"), (DANISH, "da"), ("市議会は月曜日に桟橋の再建を決めた。" * 4, "ja")]
)
def test_the_text_tells(text: str, code: str) -> None:
    assert language(text) == Found(code, "text")


def test_the_text_is_believed_before_the_page() -> None:
    assert language(DANISH, Found("en", "html_lang")) == Found("da", "text")


def test_a_given_language_is_kept() -> None:
    assert language(DANISH, Found("no", "given")) == Found("no", "given")


def test_too_short_a_text_tells_nothing() -> None:
    assert language("Hi there") is None
    assert language("Hi there", Found("en", "html_lang")) == Found("en", "html_lang")
