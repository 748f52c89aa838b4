"""What became of a batch, on its way from the processes that extract to the lake: the rows of its articles as Arrow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sql.arrow import arrow_rows
from transforms.records.article_records import Article, Document
from transforms.records.extraction import Extracted, Extraction, together
from transforms.records.page import Rejection

Tables = Mapping[str, Any]
"""A `pyarrow.Table` for each table below articles, of which there are no type stubs."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A document that was read, and its article; `counts` are the numbers of rows below it, by table."""

    document: Document
    article: Article
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """All rows that come from one document: its own, its article's, and those below the article by table."""

    document: Document
    article: Article
    tables: Tables

    def numbered(self, article_id: str, version: int) -> Tables:
        """Return the rows below the article as those of a version of an article."""
        if (self.article.article_id, self.article.version) == (article_id, version):
            return self.tables  # as the rows of most new articles
        return {name: _of_version(table, article_id, version) for name, table in self.tables.items()}


Result = ArticleRows | Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class RowBatch:
    """What became of a batch: an outline or a rejection for each of its documents, in their order, and the models used.

    `tables` hold the rows below all its articles, in the order of these: made into one object each, rows would take the
    process that commits longer to receive than to store.
    """

    results: tuple[Outline | Rejection, ...]
    tables: Tables = field(default_factory=dict)
    model: str | None

    def each(self) -> Iterator[Result]:
        """Yield the result for each document with its own rows."""
        at = dict.fromkeys(self.tables, 0)
        for result in self.results:
            if isinstance(result, Rejection):
                yield result
                continue
            yield ArticleRows(
                result.document,
                result.article,
                {name: self.tables[name].slice(at[name], count) for name, count in result.counts.items()},
            )
            for name, count in result.counts.items():
                at[name] += count


@cache
def row_schemas() -> Mapping[str, Any]:
    """Return the `pyarrow.Schema` of each table below articles."""
    from sql.tables import arrow_schema

    return {table: arrow_schema(table) for table in Extraction.tables()}


def as_rows(extracted: Extracted, schemas: Mapping[str, Any]) -> RowBatch:
    """Return what was extracted as rows of the `schemas`, which are those of `row_schemas`."""
    children = {
        number: result.children() for number, result in enumerate(extracted.results) if isinstance(result, Extraction)
    }
    return RowBatch(
        results=tuple(_outline(result, children.get(number, {})) for number, result in enumerate(extracted.results)),
        tables={
            table: arrow_rows(schema, (row for rows in children.values() for row in rows[table]))
            for table, schema in schemas.items()
        }
        if children
        else {},
        model=extracted.model,
    )


def joined(batches: Sequence[RowBatch]) -> RowBatch:
    """Return several batches as one, in their order."""
    import pyarrow as pa

    full = [batch.tables for batch in batches if batch.tables]
    return RowBatch(
        results=tuple(result for batch in batches for result in batch.results),
        tables={name: pa.concat_tables([tables[name] for tables in full]) for name in (full[0] if full else ())},
        model=together(batch.model for batch in batches),
    )


def _outline(result: Extraction | Rejection, children: Mapping[str, Sequence[Any]]) -> Outline | Rejection:
    if isinstance(result, Rejection):
        return result
    return Outline(result.document, result.article, {table: len(rows) for table, rows in children.items()})


def _of_version(table: Any, article_id: str, version: int) -> Any:  # noqa: ANN401
    import pyarrow as pa

    for name, value in (("article_id", article_id), ("version", version)):
        column = table.schema.field(name)
        table = table.set_column(
            table.schema.get_field_index(name), column, pa.repeat(pa.scalar(value, column.type), table.num_rows)
        )
    return table
