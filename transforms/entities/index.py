"""Find the entity that a span of an article names."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from transforms.records.article_records import Entity, Mention


class EntityIndex:
    """The entities of one article by the spans that mention them."""

    def __init__(self, entities: Sequence[Entity], mentions: Sequence[Mention]) -> None:
        """Index `mentions`, which may come in any order, with the `entities` they name."""
        self.entities = {entity.entity_id: entity for entity in entities}
        self.mentions = tuple(sorted(mentions, key=lambda mention: mention.start_char))
        self.genders: dict[str, str | None] = {}
        """What the article tells of the genders of those of whom it was asked."""
        self._starts = [mention.start_char for mention in self.mentions]
        self._by_entity: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            self._by_entity[mention.entity_id].append(mention)
        self._longest = max((mention.end_char - mention.start_char for mention in mentions), default=0)

    def within(self, start_char: int, end_char: int) -> tuple[Mention, ...]:
        """Return the mentions that overlap the span, in reading order; offsets are code points of the text."""
        first = bisect_left(self._starts, start_char - self._longest)
        last = bisect_left(self._starts, end_char)
        return tuple([mention for mention in self.mentions[first:last] if mention.end_char > start_char])

    def each_within(self, start_char: int, end_char: int) -> Iterator[Mention]:
        """Yield the mentions that overlap the span, in reading order, looking no further than is asked for."""
        first = bisect_left(self._starts, start_char - self._longest)
        last = bisect_left(self._starts, end_char)
        return (self.mentions[i] for i in range(first, last) if self.mentions[i].end_char > start_char)

    def mentions_of(self, entity_id: str) -> tuple[Mention, ...]:
        """Return the mentions of one entity, in reading order."""
        return tuple(self._by_entity.get(entity_id, ()))

    def entity_of(self, start_char: int, end_char: int) -> Entity | None:
        """Return the entity of the mention that overlaps the span most, the first of equals; None when none does."""
        overlapping = self.within(start_char, end_char)
        if not overlapping:
            return None
        most = max(overlapping, key=lambda m: min(m.end_char, end_char) - max(m.start_char, start_char))
        return self.entities[most.entity_id]
