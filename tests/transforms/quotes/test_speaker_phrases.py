from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.parsing.syntax import subject_of
from transforms.quotes.speaker_phrases import named_before, speaker_phrase

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prosecutors on Monday said that it rained.", "Prosecutors"),
        ("The council in Split said that it rained.", "The council in Split"),
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
