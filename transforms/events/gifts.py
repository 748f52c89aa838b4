"""Tell what is given as aid from what is paid for, or only spoken of."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transforms.parsing.tokens import Token

SOLD = {
    "share", "stake", "company", "firm", "business", "unit", "asset", "plant", "barrel", "ton", "tonne", "house",
    "ticket", "player", "painting", "car", "land", "site", "rights", "stock", "bond",
}  # fmt: skip
"""What money is given for without aid."""

AMOUNTS = {
    "ton", "tonne", "million", "billion", "package", "shipment", "delivery", "load", "truckload", "convoy", "tranche",
    "amount", "lot", "number", "worth", "bag", "box", "supply", "dose", "kind", "form", "range", "offer", "gift",
    "round", "plane", "planeload", "shipload", "piece", "batch", "set", "array", "consignment", "hundred", "thousand",
    "dozen",
}  # fmt: skip
"""Nouns before `of` that tell how much of something is given."""


GIVERS = {"from", "by"}
"""Prepositions before whom something comes from: released a letter from his doctor."""


def is_other_gift(entry_type: str, found: "list[Token]") -> bool:
    """Whether what is given is only spoken of: gave a defense of the credits; not: gave 50 tons of food."""
    if entry_type != "AID":
        return False
    return any(
        token.head.lower_ in GIVERS or (token.head.lower_ == "of" and not _is_amount(token.head.head))
        for token in found
    )


def _is_amount(noun: "Token") -> bool:
    return noun.lemma_.lower() in AMOUNTS or noun.like_num or noun.ent_type_ in {"CARDINAL", "MONEY", "QUANTITY"}


def is_price(verb: "Token") -> bool:
    """Whether money is given for a thing: offered 60 dollars for each share."""
    prices = [child for child in verb.rights if child.dep_ == "dobj" and child.ent_type_ == "MONEY"]
    fors = [
        inner for child in (verb, *prices) for prep in child.rights if prep.lower_ == "for" for inner in prep.rights
    ]
    return bool(prices) and any(inner.lemma_.lower() in SOLD for inner in fors)
