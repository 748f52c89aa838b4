"""Say what befell the people that a number counts: killed, wounded, missing, detained, displaced and so on."""

from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.tables import lexicon_rows

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token


EARLIER = {"prior", "previous", "earlier", "past"}

RISES = {"rise", "climb", "reach", "stand", "increase", "jump", "be", "grow", "pass", "exceed", "hit", "surpass", "put"}
"""What a death toll does before its number."""


def casualty(counted: "Token") -> str | None:
    """Return what befell those that `counted` names or numbers, by the parse; None when nothing did.

    `counted` is the head of the counted noun phrase, or the number itself where no noun stands with it.
    """
    words = casualty_words()
    if counted.i and counted.nbor(-1).lower_ in EARLIER:
        return None  # two prior arrests
    for other in (counted, *counted.rights, *counted.lefts):
        entry = words.get((other.lemma_.lower(), _kind(other)))
        if entry and (other is counted or other.dep_ in {"amod", "acl", "appos", "compound", "oprd", "acomp"}):
            return entry
    return _by_verb(counted) or _by_toll(counted) or _by_preposition(counted) or _by_participle(counted)


def stated(after: "Token") -> str | None:
    """Return what befell those whose number stands right before `after` and no noun: two [dead], 12 [killed]."""
    if after.head.i > after.i and after.head.pos_ in {"NOUN", "PROPN"}:
        return None  # two wounded soldiers
    return _participle(after)


def _by_participle(counted: "Token") -> str | None:
    """Return what the participle after says, which the parse may take for a verb: 20 others [injured]."""
    after = counted.i + 1
    return _participle(counted.doc[after]) if after < len(counted.doc) else None


def _participle(token: "Token") -> str | None:
    words = casualty_words()
    if any(child.dep_ in {"dobj", "ccomp"} for child in token.rights):
        return None  # they wounded the king
    if token.tag_ in {"VBN", "VBD"} and (unit := words.get((token.lemma_.lower(), "verb"))):
        return unit
    return words.get((token.lower_, "adjective"))


def _by_preposition(counted: "Token") -> str | None:
    """Return what befell the whole of which the counted are a part, or what a noun says was done to them.

    Killed 12 people, including [three children]; the killing of [12 miners].
    """
    if counted.dep_ != "pobj":
        return None
    preposition = counted.head
    if preposition.lower_ == "including":
        return casualty(preposition.head) if preposition.head.i < counted.i else None
    return casualty_words().get((preposition.head.lemma_.lower(), "deed")) if preposition.lower_ == "of" else None


def _by_verb(counted: "Token") -> str | None:
    words = casualty_words()
    at = counted
    while at.dep_ in {"conj", "appos"} and at.head != at and at.head.pos_ not in {"VERB", "AUX"}:
        at = at.head
    verb = at.head
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    lemma = "missing" if verb.lower_ == "missing" else verb.lemma_.lower()
    if verb.pos_ in {"VERB", "ADJ", "AUX"}:
        if at.dep_ in {"dobj", "nsubjpass"} and (unit := words.get((lemma, "verb"))):
            return unit
        if at.dep_ in {"nsubj", "nsubjpass"} and (unit := words.get((lemma, "subject"))):
            return unit
        if at.dep_ in {"dobj", "nsubj", "nsubjpass"} and (unit := _complement(verb, at)):
            return unit
    participle = next((c for c in counted.rights if c.dep_ in {"acl", "relcl"} and c.tag_ == "VBN"), None)
    return words.get((participle.lemma_.lower(), "verb")) if participle is not None else None


def _complement(verb: "Token", counted: "Token") -> str | None:
    """Return what is said of the counted: left [five] dead, [five] were missing, [five] remain unaccounted for."""
    words = casualty_words()
    for child in verb.children:
        if child.dep_ in {"oprd", "acomp", "ccomp", "xcomp", "advcl"} and child.i > counted.i:
            lemma = "missing" if child.lower_ == "missing" else child.lemma_.lower()  # the model takes it for a verb
            unit = words.get((lemma, "adjective"))
            if unit is None and child.tag_ in {"VBN", "JJ", "VBD"}:
                unit = words.get((child.lemma_.lower(), "verb"))
            if unit:
                return unit
    return None


def _by_toll(counted: "Token") -> str | None:
    """Return `killed` for the number of a death toll: the toll rose to 41, a death toll of 41, put the toll at 41."""
    at = counted.head if counted.dep_ == "pobj" else counted
    above = at.head
    if above.lemma_ == "toll":
        return "killed"
    tolled = any(child.lemma_ == "toll" and child.dep_ in {"nsubj", "nsubjpass", "dobj"} for child in above.children)
    return "killed" if tolled and above.lemma_ in RISES else None


def _kind(token: "Token") -> str:
    if token.tag_ in {"VBN", "VBD"} or token.pos_ == "ADJ":
        return "adjective" if token.lemma_.lower() in {"dead", "missing", "homeless"} or token.pos_ == "ADJ" else "verb"
    return "noun" if token.pos_ == "NOUN" else "adjective" if token.lower_ == "missing" else ""


@cache
def casualty_words() -> dict[tuple[str, str], str]:
    """Return what befalls people, by lemma and kind of word."""
    return {(lemma, kind): unit for lemma, unit, kind in lexicon_rows("casualty_words.tsv")}
