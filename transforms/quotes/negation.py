"""Tell statements that the sentence says were not made: did not say that, never said, nobody said."""

from typing import TYPE_CHECKING

from transforms.parsing.syntax import ends_or_not

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span, Token

NEVER = frozenset({"not", "n't", "n’t", "never", "nor", "neither"})
NOBODY = frozenset({"nobody", "no", "none", "neither"})
WITHHOLDING = frozenset({"decline", "refuse", "fail", "stop", "avoid", "deny", "refrain", "abstain"})
"""Verbs whose infinitive or participle does not come about: declined to say, stopped short of saying."""

WANTING = frozenset({"want", "wish", "intend", "plan", "like", "dare", "care", "choose"})
"""Verbs whose infinitive does not come about where they are denied."""

DECIDING = frozenset({"decide", "determine", "assess", "find", "recognize"})
"""Verbs that ask themselves what their question says: it is open until they tell the answer in a clause."""

COME_UPON = frozenset({"find", "learn", "discover", "know", "reveal"})
"""Verbs whose passive only tells what is so: it was then found that. What is believed or understood sources say."""

UNWILLING = frozenset(
    {"reluctant", "unwilling", "hesitant", "loath", "afraid", "unable", "hard", "difficult", "impossible"}
)
"""Of whom or what it is said that something was not told: reluctant to predict, hard to say."""

OBJECTING = frozenset({"disagree", "deny", "dispute", "doubt", "argue", "question", "object"})
"""Verbs with which the writer says that hardly anybody would object."""

VERDICTS = frozenset({"find", "agree", "decide", "determine", "rule", "conclude"})
"""Verbs whose statement behind `if` is yet to be made."""

QUESTIONS = frozenset({"when", "where", "who", "whom", "whose", "which", "what", "why", "how", "whether", "if"})


def is_negated(cue: "Token", speaker: "Span | None") -> bool:
    """Tell whether a cue reports something that was not said."""
    denials = [child for child in cue.lefts if child.lower_ in NEVER and child.dep_ in {"neg", "advmod", "preconj"}]
    if not all(map(ends_or_not, denials)):
        return True
    if speaker is not None and speaker[0].lower_ in NOBODY:
        return True
    return is_withheld(cue) or _is_unwanted(cue)


def _is_unwanted(cue: "Token") -> bool:
    """Tell whether somebody did not want to say something: did not want to speculate."""
    above = cue.head
    is_wanted = cue.dep_ == "xcomp" and above.lemma_ in WANTING and cue.tag_ == "VB"
    return is_wanted and any(child.lower_ in NEVER and child.dep_ == "neg" for child in above.lefts)


def is_withheld(cue: "Token") -> bool:
    """Tell whether somebody keeps from saying something: declined to say, refrained from commenting."""
    above = cue.head.head if cue.dep_ == "pcomp" else cue.head
    return cue.dep_ in {"xcomp", "pcomp"} and (above.lemma_ in WITHHOLDING or cue.head.lower_ == "without")


def leaves_open(cue: "Token", speaker: "Span | None", content: tuple[int, int]) -> bool:
    """Tell whether it is only a question that was not answered: did not say when, have to decide whether.

    Nothing is stated then. A question before its cue is a condition of what follows: if it rains, they said.
    """
    first = cue.doc[content[0]]
    if first.tag_ == "RB" and first.i + 1 < content[1]:
        first = first.nbor()  # determine exactly how it works
    is_open = cue.lemma_ in DECIDING and first.i > cue.i
    return first.lower_ in QUESTIONS and (is_open or is_negated(cue, speaker))


def is_said_by_nobody(cue: "Token") -> bool:
    """Tell whether a cue without a speaker only opens what the writer says: it is worth noting that, assuming that.

    What is expected (as might be expected), what goes without saying and what the reader is told to say or to note
    (Tell us that it rained) is no statement of anybody's either, nor what turned out: it was found that.
    """
    above = cue.head
    is_aim = cue.lemma_ == "encourage" and any(child.tag_ == "TO" for child in cue.lefts)
    if is_aim or (cue.is_sent_start and cue.tag_ in {"VBZ", "VBP"}):
        return True  # a noun, as in: Worries that it might rain grew; or what the reader is told to do
    if cue.tag_ == "VBG" and cue.dep_ in {"xcomp", "pcomp"}:
        return above.lower_ == "worth" or (above.lower_ == "without" and above.head.lemma_ == "go")
    is_bidden = cue.tag_ == "VB" and not any(child.dep_ in {"aux", "auxpass"} for child in cue.lefts)
    if is_bidden and cue.dep_ in {"ROOT", "conj"}:
        return True
    is_come_upon = cue.lemma_ in COME_UPON and any(child.dep_ == "auxpass" for child in cue.lefts)
    return is_come_upon or cue.lemma_ == "expect" or is_supposed(cue)


def is_supposed(cue: "Token") -> bool:
    """Tell whether a cue is only a condition or what may be judged, whoever stands behind it.

    Assuming that it rains, she will stay; blaming him is no help; even if they agreed, it would fail; it was unfair to
    blame him; those reluctant to predict it; if the court finds him guilty. What else stands behind `if` alone may well
    be said: signed it if the others promised to. Critics may say so only supposes it. What readers can tell they see,
    and what few would deny nobody said.
    """
    is_only_possible = any(
        child.dep_ == "aux" and (child.text in {"may", "might"} or (child.text == "could" and cue.lemma_ in VERDICTS))
        for child in cue.lefts
    )
    if (
        is_only_possible
        or _few_would(cue)
        or (cue.tag_ == "VBG" and (cue.lemma_ == "assume" or (cue.dep_ == "csubj" and _has_no_subject(cue))))
    ):
        return True
    if cue.dep_ == "advcl" and any(child.dep_ == "mark" and _concedes(child) for child in cue.lefts):
        return True
    if cue.dep_ == "advcl" and cue.lemma_ in VERDICTS and any(child.lower_ == "if" for child in cue.lefts):
        return True
    if cue.lemma_ == "tell" and any(child.lower_ in {"can", "could"} for child in cue.lefts):
        return not any(child.dep_ in {"dobj", "dative"} for child in cue.rights)
    is_infinitive = cue.tag_ == "VB" and any(child.tag_ == "TO" for child in cue.lefts)
    if is_infinitive and cue.head.lower_ in UNWILLING and cue.dep_ in {"xcomp", "ccomp", "advcl"}:
        return True
    # not: it was unfair for the mayor to blame him
    return is_infinitive and _has_no_subject(cue) and cue.dep_ in {"xcomp", "ccomp", "advcl"} and _is_judged(cue.head)


def _few_would(cue: "Token") -> bool:
    """Whether a cue tells what hardly anybody would object to: few would disagree, who could deny it."""
    if cue.lemma_ not in OBJECTING or not any(child.lower_ in {"would", "could", "can"} for child in cue.lefts):
        return False
    subject = next((child for child in cue.lefts if child.dep_ == "nsubj"), None)
    return subject is not None and cue.doc[subject.left_edge.i].lower_ in {*NOBODY, "few"}


def _has_no_subject(verb: "Token") -> bool:
    return not any(child.dep_ == "nsubj" for child in verb.lefts)


def _concedes(mark: "Token") -> bool:
    return mark.lower_ == "unless" or (mark.lower_ == "if" and mark.i > 0 and mark.nbor(-1).lower_ == "even")


def _is_judged(above: "Token") -> bool:
    """Whether `it` is said to be of some kind: it was unfair to; not so who is: he was wrong to."""
    verb = above.head if above.pos_ == "ADJ" else above
    children = [*verb.children]
    is_it = any(child.lower_ == "it" and child.dep_ in {"nsubj", "expl"} for child in children)
    return is_it and verb.lemma_ == "be" and any(child.dep_ == "acomp" for child in children)
