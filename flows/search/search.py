"""Search the articles of a lake: ranked, narrowed down, and with the place of the hit."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path

import duckdb

from flows.search.index import OnProgress, open_index
from flows.search.places import Snippet, snippet
from flows.search.terms import Term, match_expression, read_terms
from sql.scripts import statement

_RANKED = """
select entries.article_id, -bm25(texts, 4.0, 1.0, 0.0) as score
from texts
join entries on entries.entry_id = texts.rowid
where texts match :match
    and (:since is null or entries.published_on >= :since)
    and (:until is null or entries.published_on <= :until)
    and (:language is null or entries.language = :language)
"""
"""BM25, in which a word of the headline counts four times as much as one of the text; names only narrow down."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and what it is narrowed down by: first and last day, outlet, language, entity named."""

    words: str
    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    language: str | None = None
    entity: str | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found: the higher the score, the better.

    `start_char` and `end_char` are the place of the first hit in `articles.text`; None when the words are in the
    headline alone. `snippet` is the text around it.
    """

    article_id: str
    version: int
    score: float
    title: str | None
    outlet: str | None
    language: str | None
    published_at: datetime | None
    url: str
    start_char: int | None
    end_char: int | None
    snippet: Snippet

    def as_row(self) -> dict[str, object]:
        """Return it as plain values, times in ISO 8601; `hits` are all places of the snippet, in the text."""
        row: dict[str, object] = {field.name: getattr(self, field.name) for field in fields(self)}
        return row | {
            "score": round(self.score, 4),
            "published_at": self.published_at and self.published_at.isoformat(),
            "snippet": self.snippet.marked(),
            "hits": [list(span) for span in self.snippet.hits],
        }


def search(
    folder: Path,
    lake: duckdb.DuckDBPyConnection,
    asked: Search,
    on_progress: OnProgress = lambda done, of: None,
) -> list[Hit]:
    """Return the current articles of the lake in `folder`, which `lake` reads, that have what is asked for, best first.

    Raises UsageError when there is no word to look for.
    """
    terms = read_terms(asked.words)
    ranked = ranked_articles(folder, lake, asked, on_progress)
    found = lake.execute(
        statement("found_articles"), {"article_ids": [article_id for article_id, _ in ranked]}
    ).fetchall()
    articles = {article_id: rest for article_id, *rest in found}
    # What the lake no longer has since the index was brought up to it is not shown.
    return [
        _hit(article_id, score, articles[article_id], terms) for article_id, score in ranked if article_id in articles
    ]


def ranked_articles(
    folder: Path,
    lake: duckdb.DuckDBPyConnection,
    asked: Search,
    on_progress: OnProgress = lambda done, of: None,
) -> list[tuple[str, float]]:
    """Return the article_id and the score of what `search` finds, without reading the articles."""
    with open_index(folder, lake, on_progress) as index:
        return _ranked(index, lake, asked, read_terms(asked.words))


def _ranked(
    index: sqlite3.Connection, lake: duckdb.DuckDBPyConnection, asked: Search, terms: tuple[Term, ...]
) -> list[tuple[str, float]]:
    question, parameters = _RANKED, _parameters(asked, terms)
    if asked.outlet:
        outlets = lake.execute(statement("outlets_named"), {"outlet": asked.outlet}).fetchall()
        of_domains = [f":domain{number}" for number in range(len(outlets))]
        of_sites = [f":site{number}" for number in range(len(outlets))]
        question += (
            f" and (domain in ({', '.join(of_domains)}) or (domain is null and site in ({', '.join(of_sites)})))"
        )
        for number, (domain, site) in enumerate(outlets):
            parameters |= {f"domain{number}": domain, f"site{number}": site}
    return index.execute(f"{question} order by score desc, entries.article_id limit :limit", parameters).fetchall()


def _parameters(asked: Search, terms: tuple[Term, ...]) -> dict[str, object]:
    match = match_expression(terms)
    if asked.entity:
        named = Term(tuple(word for term in read_terms(asked.entity) for word in term.words))
        match = f"({match}) AND ({match_expression((named,), 'names')})"
    return {
        "match": match,
        "since": asked.since and asked.since.isoformat(),
        "until": asked.until and asked.until.isoformat(),
        "language": asked.language,
        "limit": asked.limit,
    }


def _hit(article_id: str, score: float, article: Sequence[object], terms: tuple[Term, ...]) -> Hit:
    version, title, outlet, language, published_at, url, text = article
    around = snippet(str(text), terms)
    start, end = around.hits[0] if around.hits else (None, None)
    return Hit(article_id, version, score, title, outlet, language, published_at, url, start, end, around)  # type: ignore[arg-type]
