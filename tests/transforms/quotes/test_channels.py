from typing import TYPE_CHECKING

import pytest

from transforms.entities.index import EntityIndex
from transforms.parsing.spacy_model import parse
from transforms.quotes.channels import channel_nouns, find_channel

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "cue", "channel"),
    [
        ("She told state television that it rained.", "told", "state television"),
        ("She said on Facebook that it rained.", "said", "Facebook"),
        ("She said in a speech that it rained.", "said", "speech"),
        ("“It rains,” said government spokesman Ana Silva Lee in a statement.", "said", "statement"),
        ("She said in Paris that it rained.", "said", None),
        ("She said that it rained on Facebook.", "said", None),
    ],
)
def test_channel(nlp: "Language", text: str, cue: str, channel: str | None) -> None:
    doc = parse(nlp, text)
    assert find_channel(next(t for t in doc if t.text == cue), EntityIndex((), ())) == channel, text


def test_the_lexicon_is_in_lower_case() -> None:
    assert all(noun == noun.lower() for noun in channel_nouns())
