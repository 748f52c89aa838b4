from typing import TYPE_CHECKING

import pytest

from transforms.events.subjects import meant, punished_for, subject_above
from transforms.events.triggers import noun_entry
from transforms.parsing.spacy_model import parse
from transforms.parsing.syntax import subject_of

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Hungary said it would help.", "help", "Hungary"),
        ("It emerged that he helped.", "helped", "he"),
        ("People ask whether he helped.", "helped", "he"),
        ("Rebels helped.", "helped", "Rebels"),
        ("The mayor said we would persuade them to help.", "help", "them"),
        ("The mayor said we helped.", "helped", None),
        ("The court heard that he helped.", "helped", "he"),
        ("The mayor said he helped.", "helped", "mayor"),
        ("Anna Berg said it would help.", "help", "it"),
        # a clause with somebody else may mean him; nobody calls himself he in his own words
        ("The mayor explained that Berg was joking when he accused them.", "accused", "he"),
        ('"He helped," the mayor said.', "helped", "He"),
        ('The mayor said he "really" helped.', "helped", "mayor"),
        # whom a clause is of that somebody says did it
        ("The man who police say attacked the guard was found.", "attacked", "man"),
        ("The war, which officials say has killed ten people, goes on.", "killed", "war"),
        # a thing does nothing beside what is said of it
        ("The mayor said the remarks were wrong and demanded an apology.", "demanded", "mayor"),
        ("The bombing killed two guards and wounded others, the army said.", "wounded", "bombing"),
    ],
)
def test_whom_a_pronoun_means(nlp: "Language", text: str, verb: str, expected: str | None) -> None:
    token = next(token for token in parse(nlp, text) if token.text == verb)
    subject = meant(subject_of(token), token)
    assert (subject.text if subject is not None else None) == expected, text


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The party expelled the deputy for attacking it.", "attacking", "deputy"),
        ("The party was criticised for attacking it.", "attacking", None),
        ("The party used the room for attacking it.", "attacking", None),
    ],
)
def test_who_is_punished_did_it(nlp: "Language", text: str, verb: str, expected: str | None) -> None:
    found = punished_for(next(token for token in parse(nlp, text) if token.text == verb))
    assert (found.text if found is not None else None) == expected, text


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The army stepped up its attacks.", "attacks", "army"),
        ("The minister arrived for talks.", "talks", "minister"),
        ("Police arrested ten men in a series of raids.", "raids", "Police"),
        ("Ten men died in clashes.", "clashes", None),
        ("Ten men were killed in an attack.", "attack", None),
        ("The minister condemned the attacks.", "attacks", None),
        ("The minister confirmed the talks.", "talks", None),
        ("The navy obstructed the protest.", "protest", None),
        ("The brothers were questioned in the aftermath of the attack.", "attack", None),
        ("The mayor saw the threat.", "threat", None),
        ("The mayor repeated the threat.", "threat", "mayor"),
        ("The mayor responded to the request.", "request", None),
        ("The mayor denied any unrest.", "unrest", None),
        ("The ruling sparked protests.", "protests", None),
        ("The union staged protests.", "protests", "union"),
        ("The army responded to the attack.", "attack", None),
        ("A man said that there was a shooting.", "shooting", None),
    ],
)
def test_who_does_what_a_noun_tells(nlp: "Language", text: str, noun: str, expected: str | None) -> None:
    token = next(token for token in parse(nlp, text) if token.text == noun)
    entry = noun_entry(token)
    subject = subject_above(token, entry.event_type if entry else "")
    assert (subject.text if subject is not None else None) == expected, text
