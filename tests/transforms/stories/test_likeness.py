"""How two texts are alike."""

import pytest

from tests.transforms.stories.made_texts import cut, introduced, reordered, unrelated, updated
from transforms.records.reasons import Relation
from transforms.stories.likeness import LikenessTo, hashed
from transforms.stories.shingles import shingles

TEXT = unrelated(1, "en")


def alike(one: str, other: str) -> Relation | None:
    first, second = hashed(shingles(one)), hashed(shingles(other))
    found, back = LikenessTo(first).of(second), LikenessTo(second).of(first)
    assert found == back
    return found.relation if found else None


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (TEXT.upper(), Relation.EXACT),
        (reordered(TEXT), Relation.NEAR),
        (updated(TEXT), Relation.NEAR),
        (cut(TEXT), Relation.NEAR),
        (introduced(TEXT), Relation.NEAR),
        ("\n\n".join(TEXT.split("\n\n")[:2]), Relation.PART),
        (unrelated(2, "en"), None),
    ],
)
def test_relations(other: str, expected: Relation | None) -> None:
    assert alike(TEXT, other) == expected


def test_short_texts_are_alike_by_form_and_no_copies() -> None:
    first = "2月3日午前9時15分ごろ、北部で地震がありました。震源の深さは10キロです。津波の心配はありません。"
    assert alike(first, first.replace("9時15分", "4時20分")) is None
    assert alike(first, first) == Relation.EXACT


def test_the_share_is_that_of_the_shingles_themselves() -> None:
    one, other = shingles(TEXT), shingles(updated(TEXT))
    found = LikenessTo(hashed(one)).of(hashed(other))
    assert found is not None
    assert found.similarity == len(one.found & other.found) / len(one.found | other.found)
