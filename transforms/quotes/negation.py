"""Tell statements that the sentence says were not made: did not say that, never said, nobody said."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NEVER = frozenset({"not", "n't", "n’t", "never", "nor", "neither"})
NOBODY = frozenset({"nobody", "no", "none", "neither"})
WITHHOLDING = frozenset({"decline", "refuse", "fail", "stop", "avoid", "deny"})
"""Verbs whose infinitive or participle does not come about: declined to say, stopped short of saying."""

QUESTIONS = frozenset({"when", "where", "who", "whom", "whose", "which", "what", "why", "how", "whether", "if"})


def is_negated(cue: "Token", speaker: "Span | None") -> bool:
    """Tell whether a cue reports something that was not said."""
    if any(child.lower_ in NEVER and child.dep_ in {"neg", "advmod", "preconj"} for child in cue.lefts):
        return True
    if speaker is not None and speaker[0].lower_ in NOBODY:
        return True
    above = cue.head.head if cue.dep_ == "pcomp" else cue.head
    return cue.dep_ in {"xcomp", "pcomp"} and above.lemma_ in WITHHOLDING


def leaves_open(cue: "Token", speaker: "Span | None", content: tuple[int, int]) -> bool:
    """Tell whether it is only a question that was not answered: did not say when. Nothing is stated then."""
    first = cue.doc[content[0]]
    return first.lower_ in QUESTIONS and is_negated(cue, speaker)
