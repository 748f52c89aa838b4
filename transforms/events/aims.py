"""Tell what is only the aim of a plan: a plan to attack them."""

from typing import TYPE_CHECKING

from transforms.events.agency import acts

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token


def is_aim_of(actor: "Token", verb: "Token") -> bool:
    """Whether an infinitive tells what a plan is for, or what a plan is for beside that: a [plan] to build and sell it.

    Of a second infinitive, as `sell`, not even the subject of the clause above does it.
    """
    at = verb
    while at.dep_ == "conj" and at.head != at:
        at = at.head
    return is_only_aim(at) and (at != verb or actor == verb.head)


def is_only_aim(verb: "Token") -> bool:
    """Return whether an infinitive after a noun that names nobody says what that is for: a plan to attack."""
    is_infinitive = verb.dep_ in {"acl", "relcl"} and any(child.tag_ == "TO" for child in verb.lefts)
    return is_infinitive and not acts(verb.head)
