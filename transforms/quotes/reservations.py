"""Find where a reporter takes the word after what somebody says: they paid, though they gave no proof."""

from typing import TYPE_CHECKING

from transforms.quotes.report import FINITE, reporting_verbs

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

CONCEDING = frozenset({"though", "although"})

TELLING = frozenset({
    "comment", "confirm", "detail", "disclose", "elaborate", "explain", "give", "identify", "issue", "name", "offer",
    "present", "produce", "provide", "release", "reveal", "say", "specify",
})  # fmt: skip
STIRRING = frozenset({"raise", "spark", "fuel", "prompt", "draw", "stir", "trigger", "provoke", "increase", "add"})
REACTIONS = frozenset({
    "alarm", "anger", "concern", "condemnation", "controversy", "criticism", "doubt", "eyebrow", "fear", "fury", "hope",
    "outcry", "outrage", "pressure", "question", "speculation", "suspicion", "worry",
})  # fmt: skip
"""What a statement stirs in others."""

DENYING = frozenset({"contradict", "decline", "deny", "dispute", "refuse", "reject"})
"""What reporters say of those who told something, or of those whom it is about."""


def find_reservation(token: "Token") -> "Token | None":
    """Return the word that opens a remark of the reporter's on what is said: it works[, though she gave no details].

    It assumes that who withholds, denies or does not prove something in such a clause does not tell so of themselves.
    """
    mark = _without(token) or _conceding(token) or _only_to(token) or _source_at_end(token) or _even_as(token)
    mark = mark or _meanwhile(token) or _reaction(token) or _seeming(token) or _with_another(token)
    return mark if mark is not None and mark.i > 0 and mark.nbor(-1).text == "," else None


def _without(token: "Token") -> "Token | None":
    is_held_back = token.dep_ == "pcomp" and token.head.lower_ == "without" and token.lemma_ in TELLING
    return token.head if is_held_back else None


def _with_another(token: "Token") -> "Token | None":
    """Return `with` before what somebody else says beside it: it rained[, with Lee saying] that it was dry."""
    is_saying = token.tag_ == "VBG" and token.dep_ == "pcomp" and "clause" in reporting_verbs().get(token.lemma_, ())
    is_other = token.head.lower_ == "with" and any(child.dep_ == "nsubj" for child in token.lefts)
    return token.head if is_saying and is_other else None


def _only_to(token: "Token") -> "Token | None":
    """Return `only` before what came of it: ordered it closed[, only to open it again]."""
    is_outcome = token.tag_ == "VB" and token.i > 1 and token.nbor(-1).tag_ == "TO" and token.nbor(-2).lower_ == "only"
    return token.nbor(-2) if is_outcome else None


def _conceding(token: "Token") -> "Token | None":
    mark = next((child for child in token.lefts if child.dep_ == "mark" and child.lower_ in CONCEDING), None)
    if mark is None or not (token.lemma_ in DENYING or (token.lemma_ in TELLING and _is_negative(token))):
        return None
    return mark


def _is_negative(verb: "Token") -> bool:
    """Whether a verb is negated, or has nothing for its object: gave no details."""
    words = [*verb.lefts, *(left for child in verb.rights if child.dep_ == "dobj" for left in child.lefts)]
    return any(word.dep_ == "neg" or word.lower_ == "no" for word in words)


def _source_at_end(token: "Token") -> "Token | None":
    """Return `according` before the source that ends a sentence: it is what the reporter goes by, not the speaker.

    It assumes that a source of the speaker's own stands at the beginning of what is said, or within it.
    """
    if token.lower_ != "according":
        return None
    behind = token.doc[token.i : token.sent.end]
    return token if not any(other.text in {",", ";"} or other.tag_ in FINITE for other in behind) else None


def _meanwhile(token: "Token") -> "Token | None":
    """Return `as` before what the speaker was doing: says that they must pay[, as she was sworn in].

    It assumes that behind a clause in the present tense a past one with `as` tells of the speaker, if of a person.
    """
    if token.dep_ != "advcl" or token.head.dep_ != "ccomp":
        return None
    verbs = [token, *(child for child in token.lefts if child.dep_ in {"aux", "auxpass"})]
    above = [token.head, *(child for child in token.head.lefts if child.dep_ == "aux")]
    is_past = any(one.tag_ == "VBD" for one in verbs)
    is_present = any(one.tag_ in {"VBZ", "VBP"} or one.lower_ in {"must", "will", "can", "should"} for one in above)
    of_person = any(child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in {"he", "she"} for child in token.lefts)
    mark = next((child for child in token.lefts if child.dep_ == "mark" and child.lower_ in {"as", "while"}), None)
    return mark if is_past and is_present and of_person else None


def _reaction(token: "Token") -> "Token | None":
    """Return the participle before what a statement stirs: said that they would leave[, raising fears] of a crisis."""
    if token.tag_ != "VBG" or token.dep_ != "advcl" or token.lemma_ not in STIRRING:
        return None
    return token if any(child.dep_ == "dobj" and child.lemma_ in REACTIONS for child in token.rights) else None


def _seeming(token: "Token") -> "Token | None":
    """Return `which` before what the reporter makes of it: says that she is not paid[, which appears to settle it]."""
    seems = token.lemma_ in {"appear", "seem"} and token.tag_ == "VBZ" and token.dep_ == "relcl"
    which = next((child for child in token.lefts if child.lower_ == "which" and child.dep_ == "nsubj"), None)
    return which if seems else None


def _even_as(token: "Token") -> "Token | None":
    """Return `even` before what the reporter holds against it: said he would not come[, even as he met] with others.

    It assumes that with a finite verb it joins what is said to a fact beside it.
    """
    mark = next((child for child in token.lefts if child.dep_ == "mark" and child.lower_ == "as"), None)
    is_fact = token.dep_ == "advcl" and token.tag_ in FINITE and mark is not None and mark.i > 1
    return mark.nbor(-1) if is_fact and mark is not None and mark.nbor(-1).lower_ == "even" else None


def withholds(token: "Token") -> "Token | None":
    """Return `but` before what the speaker does not tell: says they will come [but he won't reveal when].

    It assumes, as find_reservation does, that nobody says so of themselves.
    """
    if token.dep_ != "conj" or token.lemma_ not in TELLING or not _is_negative(token):
        return None
    subject = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
    first = token.left_edge
    if first.i == 0 or (subject is not None and (subject.pos_ != "PRON" or subject != first)):
        return None
    return first.nbor(-1) if first.nbor(-1).lower_ == "but" else None
