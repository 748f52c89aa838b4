"""Tell where the next statement of the same speaker begins: said he would go and urged them to come."""

from typing import TYPE_CHECKING

from transforms.quotes.objects import ABSTRACT_ENDINGS, BODIES, THINGS
from transforms.quotes.report import reporting_verbs

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token


def goes_on_saying(token: "Token", verb: "Token") -> bool:
    """Tell whether a verb is the next one of the speaker, though the parse joins it to a verb of the clause.

    It has no subject, and the tense of the cue: said he would go [and urged] them to come; said it failed [but hoped].
    """
    if token.dep_ != "conj" or token.nbor(-1).lower_ not in {"and", "but"} or token.i < verb.i:
        return False
    if any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.lefts):
        return False
    if _goes_on_from_perfect(token, verb):
        return True
    is_next = token.tag_ in {"VBD", "VBZ"} and reports_next(token, verb)
    is_whole = token.head.tag_ == "VB" or any(child.dep_ == "ccomp" for child in token.rights)
    return is_next and (is_whole or _is_of_thing(token.head))


def _is_of_thing(verb: "Token") -> bool:
    """Whether the subject of a verb is a thing, which does not speak: the situation was ongoing [and urged] them."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.pos_ != "NOUN" or subject.ent_type_:
        return False
    word = subject.lemma_.lower()
    return (word in THINGS or word.endswith(ABSTRACT_ENDINGS)) and word not in BODIES


def _goes_on_from_perfect(token: "Token", verb: "Token") -> bool:
    """Whether a verb goes on with a cue in the perfect: has said that it is over [and warned] them.

    It assumes that behind a clause in the present tense a bare past tense or participle is no part of the clause.
    """
    is_perfect = verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in verb.lefts)
    is_other = token.head.tag_ in {"VBZ", "VBP"} and token.tag_ in {"VBN", "VBD"}
    is_bare = not any(child.dep_ in {"aux", "auxpass"} for child in token.lefts)
    return is_perfect and is_other and is_bare and token.lemma_ in reporting_verbs()


def leaves_would(token: "Token", verb: "Token") -> "Token | None":
    """Return `but` where a past without a subject is beside a clause with would: hoped it would help[, but was] sure.

    It assumes that behind `would` nobody goes on in the plain past of the same subject.
    """
    head = token.head
    is_beside = token.dep_ == "conj" and token.tag_ == "VBD" and head.dep_ == "ccomp" and head.head == verb
    is_would = any(child.lower_ in {"would", "will"} for child in head.lefts)
    is_bare = not any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in token.lefts)
    before = token.nbor(-1)
    return before if is_beside and is_would and is_bare and before.lower_ == "but" else None


def turns(token: "Token", verb: "Token") -> "Token | None":
    """Return `but` where a cue in the perfect goes on in the perfect: has said it will come[, but has shown] doubt.

    It assumes that an active verb without a subject then tells of who speaks, whether it reports anything or not.
    """
    if token.dep_ != "conj" or token.tag_ != "VBN" or verb.tag_ != "VBN" or token.head.tag_ == "VBN":
        return None
    if any(child.dep_ in {"nsubj", "nsubjpass", "auxpass"} for child in token.lefts):
        return None
    have = next((child for child in token.lefts if child.dep_ == "aux" and child.lemma_ == "have"), None)
    is_same = have is not None and any(child.lower_ == have.lower_ for child in verb.lefts)
    but = have.nbor(-1) if have is not None and have.i > 1 else None
    return but if is_same and but is not None and but.lower_ == "but" and but.nbor(-1).text == "," else None


def does_next(token: "Token", verb: "Token") -> "Token | None":
    """Return `and` before what the speaker does next: ordered her detained [and set a deadline].

    It assumes that a verb with an object is no part of what a bare participle says is to be done to somebody.
    """
    head, before = token.head, token.nbor(-1)
    is_bare = head.tag_ == "VBN" or (head.tag_ == "VBD" and verb.lemma_ == "order")  # nothing finite is ordered
    is_bare &= not any(child.dep_ in {"aux", "auxpass", "dobj"} for child in head.children)
    is_beside = token.dep_ == "conj" and is_bare and head.head == verb and before.lower_ == "and"
    is_active = token.tag_ in {"VBD", "VBN"} and verb.tag_ == "VBD" and any(c.dep_ == "dobj" for c in token.rights)
    return before if is_beside and is_active else None


def adds(token: "Token") -> bool:
    """Whether a token begins `, adding that …`, in which the speaker of the sentence goes on."""
    behind_comma = token.i > 0 and token.nbor(-1).text == ","
    return token.tag_ == "VBG" and behind_comma and "clause" in reporting_verbs().get(token.lemma_, ())


def reports_next(token: "Token", verb: "Token") -> bool:
    """Tell whether a token is the verb of the next statement of the same speaker: called it a lie [and said] so."""
    is_verb = token.pos_ == "VERB" and "clause" in reporting_verbs().get(token.lemma_.lower(), ())
    return is_verb and token.tag_ == verb.tag_ and token.nbor(-1).lower_ in {"and", "but"}


def goes_on_from(token: "Token") -> list["Token"]:
    """Return the cues above a verb whose speaker it has, the nearest first; none where it has one as any verb has.

    Behind a comma it adds to what was said, in a clause if any was: said they had expressed it, [adding] that it rains.
    """
    above = [one for one in token.ancestors if one.lemma_ in reporting_verbs()]
    if adds(token):
        return [one for one in above if "clause" in reporting_verbs()[one.lemma_]] or above
    return [one for one in above if goes_on_saying(token, one) and one != token.head]
