from typing import TYPE_CHECKING

import pytest

from transforms.parsing.spacy_model import parse
from transforms.parsing.syntax import noun_phrase, subject_of
from transforms.quotes.findings import is_experience

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Divers found the man dead.", True),
        ("The firm found that prices had risen.", False),
        ("The video shows him driving a red car through the town.", True),
        ("The photo shows boats are lying in the harbour.", True),
        ("The photo shows that boats are lying in the harbour.", False),
        ("She showed that she can win.", True),
        ("The study shows farms losing more of their harvest.", False),
        ("The survey shows that farms lose more of their harvest.", False),
    ],
)
def test_what_is_seen_is_no_statement(nlp: "Language", text: str, seen: bool) -> None:
    verb = next(token for token in parse(nlp, text) if token.lemma_ in {"find", "show"})
    clause = next(child for child in verb.rights if child.dep_ == "ccomp")
    subject = subject_of(verb)
    assert subject is not None
    assert is_experience(verb, clause, noun_phrase(subject)) is seen
