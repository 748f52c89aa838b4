"""Find whom a passive or a participle is said of, and who does it."""

from typing import TYPE_CHECKING

from transforms.events.agency import acts
from transforms.parsing.syntax import RELATIVE_PRONOUNS, agent_of, antecedent, stands_bare, subject_of

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

SUBJECTS = {"nsubj", "nsubjpass"}

BARE = {"advcl", "oprd", "ccomp", "xcomp", "pcomp"}
"""How a participle hangs on the verb whose subject or object it is said of."""

CAUSES = {"have", "get", "see", "watch", "want", "order"}
"""Verbs of which the object suffers what a participle tells: had [him] killed, saw [the president] impeached."""

ALWAYS_OF_SOMEBODY = {
    "jail", "imprison", "behead", "arrest", "detain", "deport", "kidnap", "abduct", "assassinate", "acquit", "evict",
    "extradite", "lynch", "torture", "handcuff", "indict", "expel", "rape", "molest",
    "prosecute", "convict", "sentence", "destroy", "demolish",
}  # fmt: skip
"""Verbs that are never without the one whom it is done to."""


COMES_UNDER = {"come", "be", "remain", "live"}
"""Verbs whose subject suffers what `under` governs: came under attack, is under siege."""


def said_of(verb: "Token") -> "Token | None":
    """Return whom a passive is said of: a reporter who was killed, a car targeted by a bomber; None for other verbs."""
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(child.dep_ in SUBJECTS for child in verb.lefts):
        return subject_of(verb.head.head) if _is_of_word(verb) else verb.head
    passives = [child for child in verb.lefts if child.dep_ == "nsubjpass" and not _is_beside_another(child)]
    passive = passives[-1] if passives else None  # the first may be a heading, or a town before a dash
    is_relative = passive is not None and passive.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl"
    return antecedent(passive, verb) if passive is not None and is_relative else passive


def _is_of_word(verb: "Token") -> bool:
    """Whether the parse has two words of one that is a verb: she was [gang raped]."""
    first = verb.head
    return first.lower_ == "gang" and first.dep_ == "attr" and first.i + 1 == verb.i


def sides_of_participle(verb: "Token") -> "tuple[Token | None, Token | None] | None":
    """Return who does what a participle that is a passive without a subject says, and to whom; None for other verbs."""
    if _lacks_object(verb):
        return agent_of(verb), subject_of(verb)
    if whom := _suffers(verb):
        return agent_of(verb), whom
    by = _done_by(verb)
    return (by, _beside_done(verb)) if by is not None else None  # it is closed and patrolled by troops


def _suffers(verb: "Token") -> "Token | None":
    """Return whom a participle without the subject of a passive is said of; None for other verbs.

    He appeared in court charged with murder; he was questioned and was then deported; they had him killed.
    """
    if _is_bare_participle(verb):
        return subject_of(verb)
    own = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    helpers = {child.dep_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if own is not None:
        is_caused = verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in CAUSES
        is_bare = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and not any(child.dep_ == "dobj" for child in verb.rights))
        return own if is_caused and is_bare and not helpers else None
    at = verb
    while "auxpass" in helpers and at.dep_ == "conj" and at.head != at:
        at = at.head
        if subject := next((child for child in at.lefts if child.dep_ in SUBJECTS), None):
            return subject
    return None


def _is_bare_participle(verb: "Token") -> bool:
    """Whether a participle is a passive without a helper: charged with murder, found injured, was shot and wounded."""
    at = verb
    while at.dep_ == "conj" and stands_bare(at):
        at = at.head
    if at != verb:
        return at.tag_ == "VBN" and any(child.dep_ in {"auxpass", "nsubjpass"} for child in at.lefts)
    return verb.dep_ in BARE and stands_bare(verb)


def _lacks_object(verb: "Token") -> bool:
    """Whether a verb that cannot do without an object has none: then it is a participle, a man jailed for theft."""
    is_down = verb.lemma_ == "shoot" and any(child.dep_ == "prt" and child.lower_ == "down" for child in verb.rights)
    if not (is_down or verb.lemma_ in ALWAYS_OF_SOMEBODY) or verb.tag_ not in {"VBD", "VBN"}:
        return False
    alike = (other for other in verb.conjuncts if other.tag_ in {"VBD", "VBN"})
    shared = [inner for other in alike for inner in other.rights]  # jailed, fined and deported him
    return not any(child.dep_ in {"dobj", "dative", "nsubjpass", "aux"} for child in (*verb.children, *shared))


def _done_by(verb: "Token") -> "Token | None":
    """Return who does what a participle without subject and object says, where `by` names somebody who can act."""
    if verb.tag_ != "VBN" or any(child.dep_ in {*SUBJECTS, "dobj", "aux"} for child in verb.children):
        return None
    by = agent_of(verb)
    return by if by is not None and acts(by) else None


def _beside_done(verb: "Token") -> "Token | None":
    """Return whom a participle beside another is said of: the town held by rebels and shelled; None for a thing."""
    at = verb
    while at.dep_ == "conj" and at.head != at:
        at = at.head
    whom = at.head if at.dep_ == "acl" else subject_of(verb)
    return whom if whom is not None and acts(whom) else None


def _is_beside_another(subject: "Token") -> bool:
    """Whether a word is one of several of which the parse makes subjects of their own: the man, a gun and knives."""
    before = subject.left_edge.i - 1
    is_first = not any(child.dep_ == subject.dep_ for child in subject.head.lefts if child.i < subject.i)
    return not is_first and subject.doc[before].lower_ in {",", "and", "or"}


def is_undergone(word: "Token") -> bool:
    """Whether the subject of the verb above suffers a deed: came under [attack], under [shelling]."""
    return word.dep_ in {"pobj", "pcomp"} and word.head.lower_ == "under" and word.head.head.lemma_ in COMES_UNDER
