"""Say of which sector a participant is: government, military, rebels, civilians, …, by PLOVER's codes."""

from functools import cache
from typing import TYPE_CHECKING

from transforms.lexicons.tables import lexicon_rows
from transforms.records.article_records import Entity

if TYPE_CHECKING:
    from transforms.parsing.tokens import Span


def sector(phrase: "Span", entity: Entity | None) -> str | None:
    """Return the sector of a participant; None when neither its words nor its entity tell.

    By the entity's whole name, then the head of the phrase and its other words, the last first: `army spokesman`; then
    by the role of a person. A country or its capital stands for its government.
    """
    by_name = sector_of_word(entity.name.lower()) if entity else None
    if by_name:
        return by_name
    words = [phrase.root, *(token for token in reversed(list(phrase)) if token.i != phrase.root.i)]
    found = next((code for word in words if (code := sector_of_word(word.lemma_.lower()))), None)
    if found is None and entity and entity.role:
        roles = (sector_of_word(word) for word in reversed(entity.role.lower().replace("’s", "").split()))
        found = next((code for code in roles if code), None)
    if found is None and entity and entity.kind in {"country", "place"} and phrase.root.ent_type_ in {"GPE", "NORP"}:
        return "GOV"
    return found


def sector_of_word(lemma: str) -> str | None:
    """Return the sector of a word in lower case; None when it has none."""
    return sector_words().get(lemma)


@cache
def sector_words() -> dict[str, str]:
    """Return the sector of each word; a word of two sectors has the first one."""
    found: dict[str, str] = {}
    for code, words in lexicon_rows("sectors.tsv"):
        for word in words.split("|"):
            found.setdefault(word, code)
    return found
