"""Tell whether a place stands for its government: Washington accused Tehran."""

from typing import TYPE_CHECKING

from transforms.lexicons.toponym_words import words

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token


def acts(root: "Token") -> bool:
    """Tell whether a name is subject, agent or object of what governments do: "accuse", "hold talks"."""
    while root.dep_ == "conj" and root.head != root:
        root = root.head
    if root.dep_ in ("nsubj", "dobj", "nsubjpass"):
        verb = root.head
        return verb.pos_ in ("VERB", "AUX") and (verb.lemma_.lower() in words("actor") or _deals(root, verb))
    if root.dep_ != "pobj":
        return False
    kind = "actor" if root.head.dep_ == "agent" else "dealing"
    return root.head.head.lemma_.lower() in words(kind)


def _deals(root: "Token", verb: "Token") -> bool:
    """Tell whether the object of a verb is what governments have with each other: resumed talks."""
    objects = (child for child in verb.rights if child.dep_ == "dobj")
    return root.dep_ == "nsubj" and any(child.lemma_.lower() in words("dealing") for child in objects)
