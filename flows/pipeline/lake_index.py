"""What the lake holds already, so that nothing is stored twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sql.lake import Lake
from sql.scripts import statement
from transforms.records.article_records import Article
from transforms.records.raw_document import Raw
from transforms.text.recurring_lines import RecurringLines
from transforms.text.urls import address_hash, is_web_address

T = TypeVar("T")

Documents = Mapping[tuple[str, datetime | None], str]
"""The documents of inputs, each by its address, as it is or as it was captured at a time."""

NOT_COPIED = -1
"""No snapshot of a lake has this number."""


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """What the lake knows of an arrival: was it seen with this content, and which input brought the content first.

    `is_forgotten` says that its content or its address was removed, and is not to come back.
    """

    is_unchanged: bool
    first_uri: str | None
    is_forgotten: bool = False


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """A version of an article, what it says (a fingerprint), and the input that brought it, fetched at some time."""

    article_id: str
    version: int
    fingerprint: str
    uri: str
    is_current: bool
    fetched_at: datetime


class Known:
    """A copy, in temporary tables, of what a run must look up often, brought up to date with other runs by `commit`."""

    def __init__(self, lake: Lake) -> None:
        """Copy from an open lake."""
        self._lake = lake
        self._connection = lake.connection
        self._snapshot = NOT_COPIED
        self._forgotten: frozenset[tuple[str, str]] = frozenset()
        with lake.one_snapshot():
            self._copy_if_old()

    def commit(self, work: Callable[[], T]) -> T:
        """Run `work` in one transaction on the lake, with what other processes committed before it copied already.

        What `work` itself adds to the lake is no reason to copy anew: it is to `note` what must be known of it.
        """

        def up_to_date() -> T:
            self._copy_if_old()
            self._snapshot = NOT_COPIED  # until this transaction has come to its end: it may undo the copy
            return work()

        result, self._snapshot = self._lake.commit(up_to_date)
        return result

    def _copy_if_old(self) -> None:
        snapshot = self._lake.snapshot()
        if snapshot != self._snapshot:
            for name in ("load_known_inputs", "load_known_documents", "load_known_articles"):
                self._connection.execute(statement(name))
            self._forgotten = frozenset(self._connection.execute(statement("forgotten_hashes")).fetchall())
            self._snapshot = snapshot

    def documents(self, raws: Sequence[Raw]) -> list[KnownDocument]:
        """Return what is known of each of `raws`, in their order."""
        parameters = {
            "uris": [raw.uri for raw in raws],
            "document_ids": [raw.document_id for raw in raws],
            "captured_at": [raw.captured_at for raw in raws],
        }
        rows = self._connection.execute(statement("find_known_documents"), parameters).fetchall()
        return [
            KnownDocument(is_unchanged, first_uri, self._is_forgotten(raw))
            for (is_unchanged, first_uri), raw in zip(rows, raws, strict=True)
        ]

    def _is_forgotten(self, raw: Raw) -> bool:
        if not self._forgotten:
            return False
        by_address = is_web_address(raw.uri) and ("address", address_hash(raw.uri)) in self._forgotten
        return by_address or ("document", raw.document_id) in self._forgotten

    def is_forgotten(self, article: Article) -> bool:
        """Whether an article, or one that says the same, was removed and is not to come back."""
        return not self._forgotten.isdisjoint({("article", article.article_id), ("text", article.fingerprint)})

    def recurring_lines(self) -> RecurringLines:
        """Return the lines that recur in many articles of a publication, by publication."""
        found: dict[str, set[str]] = defaultdict(set)
        for publication, line in self._connection.execute(statement("recurring_lines")).fetchall():
            found[publication].add(line)
        return {publication: frozenset(lines) for publication, lines in found.items()}

    def articles(self, article_ids: Iterable[str]) -> dict[str, list[KnownArticle]]:
        """Return the versions that are known of the articles asked for, by their identifiers."""
        rows = self._connection.execute(statement("find_known_articles"), {"article_ids": list(article_ids)}).fetchall()
        found: dict[str, list[KnownArticle]] = defaultdict(list)
        for row in rows:
            found[row[0]].append(KnownArticle(*row))
        return found

    def note_documents(self, uris: Mapping[str, str]) -> None:
        """Take note of documents that were added, each with its input."""
        parameters = {"document_ids": list(uris), "uris": list(uris.values())}
        self._connection.execute(statement("note_known_documents"), parameters)

    def note_inputs(self, documents: Documents) -> None:
        """Take note of inputs that were dealt with."""
        parameters = {
            "uris": [uri for uri, _ in documents],
            "captured_at": [captured_at for _, captured_at in documents],
            "document_ids": list(documents.values()),
        }
        for name in ("forget_known_inputs", "note_known_inputs"):
            self._connection.execute(statement(name), parameters)

    def note(self, articles: Sequence[KnownArticle]) -> None:
        """Take note of all versions of some articles."""
        ids = [article.article_id for article in articles]
        self._connection.execute(statement("forget_known_articles"), {"article_ids": ids})
        parameters = {
            "article_ids": ids,
            "versions": [article.version for article in articles],
            "fingerprints": [article.fingerprint for article in articles],
            "uris": [article.uri for article in articles],
            "is_current": [article.is_current for article in articles],
            "fetched_at": [article.fetched_at for article in articles],
        }
        self._connection.execute(statement("note_known_articles"), parameters)
