"""Countries and places among the entities bear the identifier of the place that the article means."""

import pytest

from transforms.entities.index import EntityIndex
from transforms.places.located_entities import located_entities
from transforms.records.article_records import Entity, Mention, Place


def located(kind: str, *toponyms: tuple[str, str, int | None]) -> int | None:
    """Return the identifier of an entity with these mentions, each with the toponym in it and what that means."""
    mentions, places, at = [], [], 0
    for number, (text, toponym, geonames_id) in enumerate(toponyms):
        end = at + len(text)
        mentions.append(
            Mention(article_id="a", entity_id="e", start_char=at, end_char=end, text=text, label="GPE", method="m")
        )
        places.append(
            Place(
                article_id="a",
                place_id=number,
                start_char=at + text.index(toponym),
                end_char=at + text.index(toponym) + len(toponym),
                text=toponym,
                method="toponym",
                geonames_id=geonames_id,
            )
        )
        at = end + 1
    entity = Entity(article_id="a", entity_id="e", kind=kind, name="x", method="m")
    (found,) = located_entities([entity], EntityIndex([entity], mentions), places)
    return found.geonames_id


@pytest.mark.parametrize(
    ("kind", "toponyms", "expected"),
    [
        ("country", [("Iraq", "Iraq", 99237)], 99237),
        ("country", [("the Netherlands", "Netherlands", 2750405), ("Netherlands", "Netherlands", 2750405)], 2750405),
        ("country", [("The Netherlands", "Netherlands", 2750405)], 2750405),
        ("place", [("Mosul", "Mosul", 99072)], 99072),
        ("place", [("Springfield", "Springfield", 4250542), ("Springfield", "Springfield", 4409896)], None),
        ("place", [("Springfield", "Springfield", 4250542), ("Springfield", "Springfield", None)], None),
        ("organization", [("Reading", "Reading", 2639577)], None),
        ("place", [("New Mosul district", "Mosul", 99072)], None),
    ],
)
def test_what_an_entity_is_in_geonames(
    kind: str, toponyms: list[tuple[str, str, int | None]], expected: int | None
) -> None:
    assert located(kind, *toponyms) == expected
