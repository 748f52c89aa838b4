"""The entity that a span names is found by overlap."""

from transforms.entities.index import EntityIndex
from transforms.records.article_records import Entity, Mention

#       0123456789012345678901234567
TEXT = "The United States and Iraq’s"


def entity(entity_id: str) -> Entity:
    return Entity(article_id="a", entity_id=entity_id, kind="country", name=entity_id, method="test")


def mention(entity_id: str, start: int, end: int) -> Mention:
    return Mention(
        article_id="a",
        entity_id=entity_id,
        start_char=start,
        end_char=end,
        text=TEXT[start:end],
        label="GPE",
        method="test",
    )


INDEX = EntityIndex([entity("USA"), entity("IRQ")], [mention("IRQ", 22, 26), mention("USA", 4, 17)])


def test_the_greatest_overlap_wins() -> None:
    found = [INDEX.entity_of(*span) for span in ((0, 17), (22, 28), (10, 24), (16, 26))]
    assert [each.entity_id if each else None for each in found] == ["USA", "IRQ", "USA", "IRQ"]


def test_touching_is_not_overlapping() -> None:
    assert INDEX.entity_of(17, 22) is None
    assert INDEX.within(0, 4) == ()


def test_mentions_come_in_reading_order() -> None:
    assert [m.text for m in INDEX.within(0, 28)] == ["United States", "Iraq"]
    assert EntityIndex([], []).within(0, 5) == ()
