"""Search the articles of a lake: ranked, narrowed down, and with the place of the hit."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from flows.search.index import OnProgress, open_index
from flows.search.places import Snippet, snippet
from flows.search.terms import Term, match_expression, read_terms

_RANKED = """
select texts.rowid as entry_id, {score} as score
from texts
{join}
where texts match :match {narrowed}
order by {order}
limit :limit
"""

_BY_WORDS = {
    "score": "-bm25(texts, 4.0, 1.0, 0.0)",
    "order": "score desc, entry_id",
    "shown": "score desc, article_id",
}
"""BM25, in which a word of the headline counts four times as much as one of the text; names only narrow down."""

_BY_ENTRY = {"score": "0.0", "order": "entry_id desc", "shown": "entry_id desc"}
"""For words that a third of many articles have, to which BM25 gives little weight: what was entered last is first."""

MANY = 10_000
"""Articles that are ranked in no time: of a hundred thousand that have a word, ranking alone takes 0.2 s."""

_ARE_COMMON = """
with found as (select count(*) as articles from texts where texts match :match)
select articles > :many and 3 * articles > (select count(*) from entries) from found
"""

_NARROWED = """
    and (:since is null or published_on >= :since)
    and (:until is null or published_on <= :until)
    and (:language is null or language = :language)
    and (
        :domains is null
        or domain in (select value from json_each(:domains))
        or (domain is null and lower(site) = :outlet)
    )
"""

_SHOWN = """
with ranked as ({ranked})
select article_id, version, score, title, domain, site, language, published_at, url, text
from ranked
join entries using (entry_id)
join articles using (entry_id)
order by {shown}
"""

_SCORES = """
with ranked as ({ranked})
select article_id, score
from ranked
join entries using (entry_id)
order by {shown}
"""

_TEXTS = """
select article_id, text
from entries
join articles using (entry_id)
where article_id in (select value from json_each(?))
"""

_NAMES = """
select domain, site
from entries
where site is not null and (:domains is null or domain in (select value from json_each(:domains)))
group by domain, site
order by count(*), site desc
"""
"""The names that articles of a domain give, the usual one last: as the view articles_by_outlet has it."""


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

    Raises UsageError when there is no word to look for, LakeError when the index cannot be written.
    """
    terms = read_terms(asked.words)
    with open_index(folder, lake, on_progress) as index:
        ranked = _ask(index, _SHOWN, asked, terms)
        names = _usual_names(index, {row[4] for row in ranked if row[4]})
    return [_hit(row, names, terms) for row in ranked]


def ranked_articles(
    folder: Path,
    lake: duckdb.DuckDBPyConnection,
    asked: Search,
    on_progress: OnProgress = lambda done, of: None,
) -> list[tuple[str, float]]:
    """Return the article_id and the score of what `search` finds, without reading the articles."""
    terms = read_terms(asked.words)
    with open_index(folder, lake, on_progress) as index:
        return _ask(index, _SCORES, asked, terms)


def texts_of(folder: Path, lake: duckdb.DuckDBPyConnection, article_ids: Sequence[str]) -> dict[str, str]:
    """Return the texts of some current articles from the index: the lake reads all of its texts for a few."""
    with open_index(folder, lake) as index:
        return dict(index.execute(_TEXTS, [json.dumps(list(article_ids))]).fetchall())


def _ask(index: sqlite3.Connection, question: str, asked: Search, terms: tuple[Term, ...]) -> list[Any]:
    # Ranking alone is quick; a word of every article is looked up among the entries only to narrow it down.
    is_narrowed = any((asked.since, asked.until, asked.language, asked.outlet))
    join = "join entries on entries.entry_id = texts.rowid" if is_narrowed else ""
    parameters = _parameters(index, asked, terms)
    ((are_common,),) = index.execute(_ARE_COMMON, {"match": parameters["match"], "many": MANY})
    by = _BY_ENTRY if are_common else _BY_WORDS
    ranked = _RANKED.format(join=join, narrowed=_NARROWED if is_narrowed else "", **by)
    return index.execute(question.format(ranked=ranked, **by), parameters).fetchall()


def _usual_names(index: sqlite3.Connection, domains: set[str] | None) -> dict[str, str]:
    """Return the usual name of the outlet of each domain that has one; of all domains for None."""
    asked = None if domains is None else json.dumps(sorted(domains))
    return dict(index.execute(_NAMES, {"domains": asked}).fetchall())


def _domains_of(index: sqlite3.Connection, outlet: str) -> str:
    """Return as JSON the domains whose outlet goes by a name, and the domain of that name."""
    names = _usual_names(index, None)
    return json.dumps([outlet, *(domain for domain, name in names.items() if domain and name.lower() == outlet)])


def _parameters(index: sqlite3.Connection, asked: Search, terms: tuple[Term, ...]) -> dict[str, object]:
    match = match_expression(terms)
    if asked.entity:
        named = Term(tuple(word for term in read_terms(asked.entity) for word in term.words))
        match = f"({match}) AND ({match_expression((named,), 'names')})"
    outlet = asked.outlet.lower() if asked.outlet else None
    return {
        "match": match,
        "since": asked.since and asked.since.isoformat(),
        "until": asked.until and asked.until.isoformat(),
        "language": asked.language,
        "outlet": outlet,
        "domains": _domains_of(index, outlet) if outlet else None,
        "limit": asked.limit,
    }


def _hit(row: Sequence[Any], names: Mapping[str, str], terms: tuple[Term, ...]) -> Hit:
    article_id, version, score, title, domain, site, language, published_at, url, text = row
    around = snippet(text, terms)
    start, end = around.hits[0] if around.hits else (None, None)
    return Hit(
        article_id=article_id,
        version=version,
        score=score,
        title=title,
        outlet=names.get(domain) or site or domain,
        language=language,
        published_at=published_at and datetime.fromisoformat(published_at),
        url=url,
        start_char=start,
        end_char=end,
        snippet=around,
    )
