"""Tell what a verb takes: objects, what its prepositions govern, particles, the subject of a passive."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transforms.events.agency import acts
from transforms.events.trigger_lexicon import PLACE, word_class

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

MEANWHILE = {"after", "before", "during", "since", "despite", "until", "without", "following"}
"""Prepositions before what is no object: announced it after a hearing."""

BESIDE = {"in", "for", "at", "by", "about", "near", "as", "through", "since", "over", "into", "with"}
"""Prepositions behind an object before what is not taken: occupied offices [in Lima], cut costs [for trade]."""

PLACES = {"GPE", "LOC", "FAC"}
WHEN = {"DATE", "TIME"}

CLAUSES = {"relcl", "advcl", "ccomp", "acl", "parataxis", "csubj", "nsubj", "nsubjpass", "conj", "cc", "punct"}
"""Where what a verb takes ends."""

OTHER_CLAUSES = CLAUSES - {"conj"}


def taken_by_word(verb: "Token") -> "dict[str, Token]":
    """Return the words that a verb takes by lemma and by form, its subject with `<` before it."""
    found: dict[str, Token] = {}
    for token in taken_by(verb):
        if (token.dep_ == "amod" and token.tag_ in {"VBN", "VBG"}) or (
            token.lower_ == "protest" and token.head.lower_ == "in"
        ):
            continue  # broke up ISIL-linked cells; started in protest
        is_of_other = token.pos_ == "ADP" and token.head != verb  # a preposition is the verb's right below it
        if is_of_other or (token.pos_ == "VERB" and token.dep_ == "prep") or _only_qualifies(token):
            continue  # `according to` is no accord
        found.setdefault(token.lemma_.lower(), token)
        found.setdefault(token.lower_, token)
        if token.ent_type_ in PLACES:
            found.setdefault(PLACE, token)
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    for token in (subject, *subject.lefts) if subject is not None else ():
        found.setdefault(f"<{token.lemma_.lower()}", token)
    return found


def taken_by(verb: "Token") -> "Iterator[Token]":
    """Yield the words that a verb takes: objects, what its prepositions govern, particles, the subject of a passive.

    When it happens is none of them: `on` of `called on Friday` is no `call on`.
    """
    under = [child for child in verb.children if child.dep_ not in CLAUSES and not _is_by_somebody(child)]
    if not any(child.dep_ == "dobj" for child in verb.rights):  # of `doctors were given a licence` they are no gift
        under += [child for child in verb.lefts if child.dep_ == "nsubjpass"]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield verb.head  # a car targeted by a bomber
    yield from (child for child in verb.rights if child.dep_ in {"ccomp", "xcomp"})
    while under:
        token = under.pop()
        if token.dep_ == "prep" and (token.lower_ in MEANWHILE or any(c.ent_type_ in WHEN for c in token.children)):
            continue
        if token.dep_ == "prep" and token.lower_ in BESIDE and _is_beside(token.head):
            continue
        if token.lower_ == "ahead":
            continue  # of a meeting
        yield token
        if token.dep_ == "pcomp":
            continue  # what another verb takes: fined him for stealing [aid]
        under += [child for child in token.children if child.dep_ not in OTHER_CLAUSES]


def _is_beside(noun: "Token") -> bool:
    """Whether what stands behind a noun is beside it: not of money [in aid], nor responsibility [for an attack]."""
    return noun.pos_ in {"NOUN", "PROPN"} and noun.ent_type_ != "MONEY" and noun.lemma_ != "responsibility"


def _only_qualifies(token: "Token") -> bool:
    """Whether a noun only tells what another after it is about: the [trade] deficit, the [aid] worker."""
    is_in_name = token.ent_type_ == "ORG" and token.head.ent_type_ == "ORG"  # the Senate Intelligence Committee
    return token.dep_ in {"compound", "nmod", "amod"} and (
        is_in_name or token.head.lemma_.lower() in word_class("about")
    )


def _is_by_somebody(child: "Token") -> bool:
    return child.dep_ == "agent" and any(acts(inner) for inner in child.children)


def is_only_beside(token: "Token", verb: "Token") -> bool:
    """Whether a verb has another object, and what it takes says where: praised at a rally; not: joined them in it.

    Or what that object is about: led the response to a rally.
    """
    if token.dep_ == "pobj" and token.head.lower_ in {"to", "against", "about"} and token.head.head.dep_ == "dobj":
        return token.head.head.head == verb
    if token.dep_ != "pobj" or token.head.lower_ not in {"in", "at", "during"} or verb.lemma_ == "join":
        return False
    return token.head.head == verb and any(child.dep_ == "dobj" for child in verb.rights)
