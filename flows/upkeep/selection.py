"""Find what is to be forgotten: the documents that were asked for, and all that is of them in the lake."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import duckdb

from sql.literals import identifier
from sql.scripts import statement
from sql.tables import tables
from transforms.text.urls import address_hash, folded, host_of, is_web_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be forgotten: one of these."""

    url: str | None = None
    source: str | None = None
    entity: str | None = None
    article: str | None = None
    older_than: timedelta | None = None

    def asked_by(self) -> str:
        """Return which of them is given."""
        return next(
            name for name in ("url", "source", "entity", "article", "older_than") if getattr(self, name) is not None
        )


@dataclass(frozen=True, slots=True)
class Article:
    """An article that is to be forgotten, as people know it, and how many versions the lake has."""

    article_id: str
    title: str | None
    url: str
    versions: int


@dataclass(frozen=True, slots=True)
class Going:
    """All that is to be forgotten.

    `addresses` has the lake's addresses with the hash by which the ledger shall know each; `kept_out` the addresses of
    the web that must not bring it back, hashed; `rows` the number of rows by table.
    """

    wanted: Wanted
    document_ids: frozenset[str]
    articles: tuple[Article, ...]
    addresses: Mapping[str, str]
    kept_out: frozenset[str]
    inputs: int
    rows: Mapping[str, int] = field(default_factory=dict)

    def is_empty(self) -> bool:
        """Whether there is nothing to be forgotten."""
        return not (self.document_ids or self.inputs or self.rows)


def select(connection: duckdb.DuckDBPyConnection, wanted: Wanted, now: datetime | None = None) -> Going:
    """Find what is `wanted` and all that is of it; its documents are in the temporary table `going_documents` then.

    With an article go all its versions, and the documents that say the same: those that gave no article of their own,
    and came from the same address or were told to be the same. `now` is the time it is, unless given.
    """
    document_ids = _wanted_documents(connection, wanted, now or datetime.now(UTC))
    connection.execute(statement("begin_going"), {"document_ids": sorted(document_ids)})
    while more := [row[0] for row in connection.execute(statement("more_going")).fetchall()]:
        connection.execute(statement("add_going"), {"document_ids": more})
        document_ids.update(more)
    addresses, kept_out = _addresses(connection, wanted)
    parameters = {"addresses": list(addresses), "source": wanted.source}
    inputs = connection.execute(statement("count_inputs"), parameters).fetchall()[0][0]
    articles = tuple(Article(*row) for row in connection.execute(statement("going_articles")).fetchall())
    polls = connection.execute(statement("count_polls"), parameters).fetchall()[0][0]
    rows = _rows(connection) | ({"polls": polls} if polls else {})
    return Going(wanted, frozenset(document_ids), articles, addresses, kept_out, inputs, rows)


def _wanted_documents(connection: duckdb.DuckDBPyConnection, wanted: Wanted, now: datetime) -> set[str]:
    parameters: dict[str, object]
    if wanted.url is not None:
        addresses = sorted({wanted.url, *_variants(connection, [wanted.url])})
        name, parameters = "documents_of_addresses", {"addresses": addresses}
    elif wanted.source is not None:
        name, parameters = "documents_of_source", {"source": wanted.source}
    elif wanted.entity is not None:
        name, parameters = "documents_of_entity", {"entity": wanted.entity}
    elif wanted.article is not None:
        name, parameters = "documents_of_article", {"article": wanted.article}
    else:
        name, parameters = "documents_before", {"before": now - (wanted.older_than or timedelta())}
    return {row[0] for row in connection.execute(statement(name), parameters).fetchall()}


def _addresses(connection: duckdb.DuckDBPyConnection, wanted: Wanted) -> tuple[dict[str, str], frozenset[str]]:
    """Return the addresses of the lake that tell of it, with their hashes, and the hashes of those of the web."""
    rows = connection.execute(statement("going_addresses"), {"source": wanted.source}).fetchall()
    own = {address for address, claimed_by in rows if claimed_by is None or _is_trusted(address, claimed_by)}
    if wanted.url:
        own.add(wanted.url)
    found = own | _variants(connection, own)
    hashes = {address: address_hash(address) for address in found}
    return hashes, frozenset(hashes[address] for address in found if is_web_address(address))


def _is_trusted(address: str, claimed_by: str) -> bool:
    """Whether a page may say that it is the one at `address`: one of the same host, or a file."""
    return not is_web_address(claimed_by) or host_of(address) == host_of(claimed_by)


def _variants(connection: duckdb.DuckDBPyConnection, addresses: Iterable[str]) -> set[str]:
    """Return the addresses of the lake that differ from these as variants of one address do."""
    wanted = {_folded(address) for address in addresses if is_web_address(address)}
    if not wanted:
        return set()
    rows = connection.execute(statement("web_addresses")).fetchall()
    return {address for (address,) in rows if _folded(address) in wanted}


def _folded(address: str) -> str:
    try:
        urlsplit(address)
        return folded(address)
    except ValueError:
        return address


def _rows(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return how many rows of each table are of it, but for the ledger."""
    counts = {}
    for name, condition in conditions():
        question = f"select count(*) from {identifier(name)} where {condition}"  # noqa: S608 - names of tables
        counts[name] = connection.execute(question).fetchall()[0][0]
    return {name: count for name, count in counts.items() if count}


def conditions() -> list[tuple[str, str]]:
    """Return each table with rows of articles and documents, and which of them are of `going_documents`.

    The articles come last, for by them those of the others are told.
    """
    articles = "article_id in (select article_id from articles where document_id in (from going_documents))"
    documents = "document_id in (from going_documents)"
    found = []
    for name, table in tables().items():
        columns = {column.name for column in table.columns}
        ways = [way for column, way in (("article_id", articles), ("document_id", documents)) if column in columns]
        if ways and name not in {"inputs", "articles", "stories"}:
            found.append((name, " or ".join(ways)))
    return [*found, ("articles", documents)]
