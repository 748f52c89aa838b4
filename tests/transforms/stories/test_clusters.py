"""Stories are the same in whatever order their copies are found."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.records.reasons import Relation
from transforms.stories.clusters import Copies, alone, join
from transforms.stories.likeness import Likeness

NAMES = "abcdefgh"


def pair(one: str, other: str, similarity: float = 0.7) -> Copies:
    return Copies(one, other, Likeness(Relation.NEAR, similarity))


def test_a_story_is_named_after_its_least_article() -> None:
    rows = join([alone("b", 1), alone("c", 2), alone("a", 1), alone("d", 1)], [pair("c", "a"), pair("b", "c", 0.9)])
    assert {row.article_id: row.story_id for row in rows} == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert {row.article_id: row.like_article_id for row in rows} == {"a": "c", "b": "c", "c": "b", "d": None}


def test_of_equally_like_copies_the_least_is_named() -> None:
    rows = join([alone(name, 1) for name in "abc"], [pair("c", "b"), pair("c", "a"), pair("a", "b")])
    assert {row.article_id: row.like_article_id for row in rows} == {"a": "b", "b": "a", "c": "a"}


pairs = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda names: names[0] < names[1]), unique=True
)


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(names: list[tuple[str, str]], order: object) -> None:
    copies = [pair(one, other, (ord(one) + ord(other)) / 1000) for one, other in names]
    at_once = join([alone(name, 1) for name in NAMES], copies)
    arrived = list(NAMES)
    order.shuffle(arrived)  # type: ignore[attr-defined]
    held = []
    for at, name in enumerate(arrived):
        known = {*arrived[: at + 1]}
        held = join(
            [*held, alone(name, 1)], [c for c in copies if name in (c.one, c.other) and {c.one, c.other} <= known]
        )
    assert sorted(held, key=lambda row: row.article_id) == sorted(at_once, key=lambda row: row.article_id)
