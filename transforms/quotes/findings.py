"""Tell what somebody finds or shows by looking from what somebody states."""

from typing import TYPE_CHECKING

from transforms.parsing.syntax import has_mark
from transforms.quotes.objects import SOURCES_OF_FINDINGS
from transforms.quotes.report import FINITE

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

STATES = frozenset(
    {"dead", "alive", "unconscious", "wounded", "injured", "hurt", "safe", "unharmed", "drunk", "asleep"}
)
"""What somebody is found to be by looking, and not by thinking."""

PERSONS = frozenset({"i", "he", "she", "we", "you", "who"})

PICTURES = frozenset({"picture", "photo", "photograph", "image", "video", "footage", "clip", "film", "map"})
"""What shows to the eye: a photo shows boats lying there."""


def is_experience(verb: "Token", clause: "Token", speaker: "Span | None") -> bool:
    """Whether a clause without a finite verb is no finding: found him dead, found it hard; denied them a say.

    A verdict or an opinion is one: found her guilty, found the answer weak. Other findings are told in a whole clause.
    """
    if verb.lemma_ == "deny":
        return clause.pos_ not in {"VERB", "AUX"}
    is_study = speaker is not None and speaker.root.lemma_.lower() in SOURCES_OF_FINDINGS
    if verb.lemma_ == "show" and speaker is not None and _is_somebody(speaker):
        return True
    if verb.lemma_ == "show" and speaker is not None and not is_study and not has_mark(clause, "that"):
        is_seen = not any(token.tag_ in FINITE for token in (clause, *clause.lefts))
        is_counted = any(token.like_num for token in clause.subtree)
        return (is_seen and not is_counted) or speaker.root.lemma_.lower() in PICTURES
    if verb.lemma_ != "find" or is_study or _judges(clause):
        return False
    return not has_mark(clause, "that") and not any(token.tag_ in FINITE for token in (clause, *clause.lefts))


def _is_somebody(speaker: "Span") -> bool:
    """Whether a person shows something, which others see: Ann showed that she can win."""
    return speaker.root.ent_type_ == "PERSON" or speaker.root.lower_ in PERSONS


def _judges(clause: "Token") -> bool:
    """Whether a clause without a verb says what somebody thinks of another, and not how hard `it` was for them."""
    is_own = any(child.lower_ == "it" or child.lower_.endswith("self") for child in clause.lefts)
    return clause.pos_ == "ADJ" and clause.lower_ not in STATES and not is_own
