"""Tell where a cue reports nothing: it only goes on with the text, or says what somebody ought to ask for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

ASKING = frozenset({"urge", "exhort", "instruct", "admonish", "encourage", "advise", "tell", "warn"})
"""Verbs that say whom somebody asks to act, where they are no passives."""

POSSIBLE = frozenset({"can", "could", "may", "might", "must", "should"})
"""What stands before what somebody could say, or ought to."""

SHOWING = frozenset({"indicating", "showing", "demonstrating", "proving"})


TOLD_ALOUD = frozenset({"say", "write"})
"""Verbs by which an interviewer repeats what the other has said: you said that it works."""


def is_reader(speaker: "Span | None", cue: "Token") -> bool:
    """Whether a reader or somebody in an interview is addressed, and states nothing: if you [think] it works.

    Nor does anybody in a saying: the rest, as they say, is history.
    """
    if speaker is None:
        return False
    if speaker.text.lower() == "they" and speaker.start > 0 and speaker.doc[speaker.start - 1].lower_ == "as":
        return cue.lemma_ == "say" and cue.tag_ == "VBP"
    return speaker.text.lower() == "you" and cue.lemma_ not in TOLD_ALOUD


def goes_on(cue: "Token") -> bool:
    """Whether a cue only goes on with the text: [That said], two ways are left; they fled, [knowing] that he lived.

    What a deed or a number shows by itself nobody says: prices rose, [indicating] that demand is strong.
    """
    if cue.lower_ == "knowing" or (cue.lower_ in SHOWING and cue.dep_ == "advcl" and cue.i > cue.head.i):
        return True
    before, after = cue.i - 1, cue.i + 1
    is_short = cue.lower_ == "said" and before >= 0 and after < len(cue.doc)
    return is_short and cue.doc[before].lower_ == "that" and cue.doc[after].text == "," and _opens(cue.doc[before])


def _opens(token: "Token") -> bool:
    return token.i == token.sent.start or token.nbor(-1).is_punct


def is_self_evident(cue: "Token") -> bool:
    """Whether something goes without saying, which nobody says."""
    return cue.dep_ == "pcomp" and cue.head.lower_ == "without" and cue.head.head.lemma_ == "go"


def is_advice(cue: "Token") -> bool:
    """Whether somebody could ask for something, and has not: China should [encourage] companies to invest."""
    if cue.lemma_ == "encourage" and cue.dep_ == "pcomp":
        return True  # made it worse by encouraging them
    return cue.lemma_ in ASKING and any(child.lower_ in POSSIBLE and child.dep_ == "aux" for child in cue.lefts)
