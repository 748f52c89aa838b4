"""Find the subject of a verb that the parse hangs elsewhere, by where it stands."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

NOMINAL = {"NOUN", "PROPN", "PRON"}


def noun_before(verb: "Token") -> "Token | None":
    """Return the noun right before a finite verb that the parse hangs on another: by her side and [police] are asking.

    It assumes that a finite helper stands behind its subject; behind `and` or a mark the subject is that of another. A
    person's name in commas before a verb that nothing joins to another is its subject: a nominee, [Ana Lee], withdrew.
    So is what the parse joins to the object of the verb before: they threw stones and [police] fired gas.
    """
    if verb.dep_ == "conj":
        return _name_before(verb) or _noun_behind_and(verb)
    if verb.dep_ != "advcl":
        return None
    helper = next((child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}), None)
    if helper is None or helper.tag_ not in {"VBZ", "VBP", "VBD", "MD"} or helper.i == 0 or helper != verb.left_edge:
        return None
    before = helper.nbor(-1)
    return before if before.dep_ == "conj" and before.pos_ in NOMINAL else None


def _name_before(verb: "Token") -> "Token | None":
    doc, at = verb.doc, verb.left_edge.i
    is_joined = any(child.dep_ == "cc" and child.i < at for child in verb.head.rights)
    if at < 2 or is_joined or verb.tag_ not in {"VBD", "VBZ"} or doc[at - 1].text != ",":
        return None
    name = doc[at - 2]
    first = name.left_edge.i
    return name if name.ent_type_ == "PERSON" and first > 0 and doc[first - 1].text == "," else None


def _noun_behind_and(verb: "Token") -> "Token | None":
    first = verb.left_edge
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or first.i == 0 or any(token.is_punct for token in first.subtree):
        return None
    noun = first.nbor(-1)
    is_joined = noun.dep_ == "conj" and noun.pos_ in NOMINAL and noun.head.head == verb.head
    return noun if is_joined and noun.head.dep_ in {"dobj", "pobj", "attr"} and noun.i > verb.head.i else None
