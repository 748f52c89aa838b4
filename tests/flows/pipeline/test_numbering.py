"""Versions are numbered as they come, and the one that was fetched last is current."""

from datetime import UTC, datetime

from flows.pipeline.lake_index import KnownArticle
from flows.pipeline.numbering import Numbering
from transforms.records.article_records import Article


class Known:
    """Stands in for what the lake knows: one article, with these days and texts of its versions."""

    def __init__(self, *versions: tuple[int, str]) -> None:
        newest = max((day for day, _ in versions), default=0)
        self.versions = [
            KnownArticle("a", number, text, f"u{number}", day == newest, datetime(2024, 5, day, tzinfo=UTC))
            for number, (day, text) in enumerate(versions, 1)
        ]

    def articles(self, article_ids: set[str]) -> dict[str, list[KnownArticle]]:
        return {"a": self.versions} if "a" in article_ids and self.versions else {}

    def is_forgotten(self, _: Article) -> bool:
        return False


def article(day: int, text: str, article_id: str = "a") -> Article:
    at = datetime(2024, 5, day, tzinfo=UTC)
    return Article(
        article_id=article_id, document_id="d", fetched_at=at, url="u", text=text, word_count=1, fingerprint=text
    )


def test_a_later_version_is_current_and_retires_that_of_the_lake() -> None:
    numbering = Numbering(Known((1, "A"), (2, "B")), {"a"})  # type: ignore[arg-type]
    numbered = numbering.number(article(3, "C"), "u")
    assert (numbered.version, numbered.is_current, numbering.retired) == (3, True, {"a"})
    assert [(v.version, v.is_current) for v in numbering.changed] == [(1, False), (2, False), (3, True)]


def test_one_fetched_at_the_same_time_is_current() -> None:
    assert Numbering(Known((1, "A")), {"a"}).number(article(1, "B"), "u").is_current  # type: ignore[arg-type]


def test_an_older_version_is_numbered_last_and_retires_nothing() -> None:
    numbering = Numbering(Known((2, "B")), {"a"})  # type: ignore[arg-type]
    numbered = numbering.number(article(1, "A"), "u")
    assert (numbered.version, numbered.is_current, numbering.retired) == (2, False, set())
    assert [v.is_current for v in numbering.changed] == [True, False]


def test_a_new_article_retires_nothing_also_with_two_versions_at_once() -> None:
    numbering = Numbering(Known(), {"b"})  # type: ignore[arg-type]
    assert [numbering.number(article(day, "A", "b"), "u").version for day in (1, 2)] == [1, 2]
    assert numbering.retired == set()


def test_the_same_is_what_stands_beside_it_in_time() -> None:
    numbering = Numbering(Known((1, "A"), (5, "B"), (9, "A")), {"a"})  # type: ignore[arg-type]
    found = {
        (day, text): same.version if (same := numbering.saying_the_same(article(day, text))) else None
        for day, text in [(10, "A"), (10, "B"), (3, "A"), (3, "B"), (7, "A"), (1, "A"), (2, "C")]
    }
    assert found == {(10, "A"): 3, (10, "B"): None, (3, "A"): 1, (3, "B"): 2, (7, "A"): 3, (1, "A"): 1, (2, "C"): None}
    assert numbering.saying_the_same(article(1, "A", "other")) is None
