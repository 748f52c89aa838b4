"""Tell pounds of money from pounds of weight."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

MONEY, WEIGHT = "GBP", "pound"
PAYING = {
    "award", "bet", "borrow", "charge", "claim", "cost", "donate", "earn", "fine", "fetch", "get", "give", "invest",
    "lend", "make", "offer", "owe", "pay", "raise", "receive", "save", "sell", "send", "spend", "steal", "win",
}  # fmt: skip
WEIGHING = {"weigh", "shed", "gain", "lift"}
BIGGEST_WEIGHT = 1_000_000  # news gives what is heavier in tons


def unit_of_pounds(number: "Span", measure: str, after: str, value: float) -> str | None:
    """Return the unit of a number of pounds: `GBP`, `pound` of weight, or None where it can't be told.

    `measure` is the number with its unit as written, `after` the text that follows it.
    """
    if "-" in measure or not measure.lower().endswith(("pound", "pounds")) or after.startswith((" of ", " heav")):
        return WEIGHT
    verb = next((above for above in number.root.ancestors if above.pos_ == "VERB"), None)
    if value >= BIGGEST_WEIGHT or (verb is not None and verb.lemma_ in PAYING):
        return MONEY
    return WEIGHT if verb is not None and verb.lemma_ in WEIGHING else None
