"""Tell verbs of meeting that meet nobody: held a press conference, welcomed a decision."""

from typing import TYPE_CHECKING

from transforms.events.agency import acts

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token


def is_before_press(verb: "Token") -> bool:
    """Whether somebody speaks to the press, which is no meeting: held a news conference."""
    conferences = (
        child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"} and child.lemma_ == "conference"
    )
    return any(word.lower_ in {"press", "news"} for child in conferences for word in child.lefts)


def welcomes_in_words(verb: "Token") -> bool:
    """Whether it is a thing that somebody welcomes, as a word of praise: welcomed Peru's decision."""
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ == "welcome"]
    return any(child.pos_ == "NOUN" and not acts(child) for child in objects)
