"""Give articles their versions, and tell those that say what the lake has already."""

from collections.abc import Iterable
from dataclasses import replace

from flows.pipeline.lake_index import Known, KnownArticle
from transforms.records.article_records import Article
from transforms.records.fingerprint import article_id_of


def claimed_id(article: Article) -> str:
    """Return the identifier of the address that an article's page claims, which may be another host's."""
    return article_id_of(article.canonical_url or article.url)


class Numbering:
    """The versions of some articles, those of the lake and those that are about to be added to it."""

    def __init__(self, known: Known, article_ids: Iterable[str]) -> None:
        """Look up the articles."""
        self._versions = known.articles(set(article_ids))
        self.is_forgotten = known.is_forgotten
        self._known_currents = {each.article_id for versions in self._versions.values() for each in versions}
        self._changed: set[str] = set()
        self.retired: set[str] = set()
        """The articles of the lake whose current version is no longer that."""

    @property
    def changed(self) -> list[KnownArticle]:
        """All versions of the articles that got a new one."""
        return [version for article_id in sorted(self._changed) for version in self._versions[article_id]]

    def saying_the_same(self, article: Article) -> KnownArticle | None:
        """Return the version that says what `article` says: the one before it in time, or the one after it.

        What was fetched just now stands behind all others; a capture of an archive may stand between two. A page that
        claims an address of another host is a copy of the article there when any of its versions says the same.
        """
        versions = self._versions.get(article.article_id, [])
        before = [version for version in versions if version.fetched_at <= article.fetched_at]
        after = [version for version in versions if version.fetched_at > article.fetched_at]
        beside = [
            *([max(before, key=lambda version: (version.fetched_at, version.version))] if before else []),
            *([min(after, key=lambda version: (version.fetched_at, version.version))] if after else []),
        ]
        if claimed_id(article) != article.article_id:
            beside += self._versions.get(claimed_id(article), [])
        return next((version for version in beside if version.fingerprint == article.fingerprint), None)

    def number(self, article: Article, uri: str) -> KnownArticle:
        """Return the version that an article gets, from 1; it is current unless a later one is there."""
        versions = self._versions.setdefault(article.article_id, [])
        is_current = all(version.fetched_at <= article.fetched_at for version in versions)
        number = max((version.version for version in versions), default=0) + 1
        new = KnownArticle(article.article_id, number, article.fingerprint, uri, is_current, article.fetched_at)
        if is_current:
            versions[:] = [replace(version, is_current=False) for version in versions]
            self.retired |= {article.article_id} & self._known_currents
        versions.append(new)
        self._changed.add(article.article_id)
        return new
