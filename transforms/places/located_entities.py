"""Give the countries and places among an article's entities the identifier of the place that they are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from transforms.entities.index import EntityIndex
from transforms.records.article_records import Entity, Place

LOCATED = frozenset({"country", "place"})
"""Kinds of entities that are places themselves; an organization is only at one."""


def located_entities(entities: Sequence[Entity], index: EntityIndex, places: Sequence[Place]) -> tuple[Entity, ...]:
    """Return the entities with `geonames_id` where the article's toponyms tell it.

    A toponym tells it when it is the whole of a mention, but for an article before it. None for an entity whose
    toponyms were resolved to different places, or to none: Springfield, Illinois, beside Springfield, Missouri.
    """
    found: dict[str, set[int | None]] = defaultdict(set)
    for place in places:
        for mention in index.within(place.start_char, place.end_char):
            if mention.text.removeprefix("the ").removeprefix("The ") == place.text:
                found[mention.entity_id].add(place.geonames_id)
    return tuple(
        replace(entity, geonames_id=next(iter(found[entity.entity_id])))
        if entity.kind in LOCATED and len(found[entity.entity_id]) == 1
        else entity
        for entity in entities
    )
