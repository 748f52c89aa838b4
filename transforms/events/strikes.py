"""Tell whose strike it was in which somebody was hurt: killed in an [Israeli] air strike."""

from typing import TYPE_CHECKING

from transforms.events.agency import is_site, owners

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

OF_FORCES = {
    "strike", "airstrike", "raid", "shelling", "bombardment", "barrage", "incursion", "offensive", "fire", "gunfire",
    "missile", "rocket", "shell", "operation",
}  # fmt: skip
"""Deeds of forces: a nation before them says whose they are."""

OF_ANYBODY = {"attack", "ambush", "assault", "bombing"}
"""Deeds before which a nation may say only where they were done: the Afghan bombing."""

BY_AIR = {"air", "drone", "missile", "rocket", "artillery", "mortar", "tank", "helicopter"}

NATIONS = {"NORP", "GPE", "LOC"}


def striker(verb: "Token") -> "Token | None":
    """Return who made the strike in which, or by which, somebody is hurt; None where the text gives nobody."""
    for preposition in verb.rights:
        if preposition.lower_ in {"in", "during", "by"}:
            for noun in preposition.rights:
                if noun.dep_ == "pobj" and (found := _whose(noun)) is not None:
                    return found
    return None


def _whose(strike: "Token") -> "Token | None":
    is_of_forces = strike.lemma_ in OF_FORCES or any(child.lower_ in BY_AIR for child in strike.lefts)
    if not (is_of_forces or strike.lemma_ in OF_ANYBODY):
        return None
    whose = (who for who in owners(strike) if not is_site(who, "ASSAULT"))
    return next((who for who in whose if is_of_forces or who.ent_type_ not in NATIONS), None)
