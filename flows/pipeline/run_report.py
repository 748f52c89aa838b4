"""Report a run to people, in Markdown: the articles it stored, and what it rejected and why."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import duckdb

from flows.pipeline.run import Summary
from sql.lake import read_lake
from sql.scripts import statement, statement_on
from sql.sharing.shared import lake_folder
from transforms.records.reasons import SENTENCES, Outcome
from transforms.text.urls import is_web_address

MOST = 200
"""How many articles, and how many rejected inputs, are listed: what one page can show; the lake has the rest."""

AS_IT_IS = "%/:?#[]@!$&'()*+,;=~"
"""What an address keeps: its percent signs and the characters that are reserved in it (RFC 3986)."""

FEW = 5
"""Names in a line of what the articles tell."""

SUMMED_UP = {
    "Outlets": "reported_outlets",
    "Most quoted": "reported_speakers",
    "Places": "reported_places",
    "Events": "reported_event_types",
}
"""What the articles tell, by the statements of `newslake report`."""

COUNTS = ("quotes", "events", "articles")
"""What the statements count by, the nearest first."""

MARKUP = re.compile(r"([\\`*_\[\]<>~|&]|^[#+-])")


def run_report(summary: Summary) -> str:
    """Return the report of the run that `summary` is of, in CommonMark, from what its lake holds."""
    wanted = {"run_id": summary.run_id, "most": MOST}
    with read_lake(lake_folder(summary.lake)) as connection:
        articles = connection.execute(statement("run_articles"), wanted).fetchall()
        rejections = connection.execute(statement("run_rejections"), wanted).fetchall()
        summed_up = list(_summed_up(connection, summary.run_id))
    stored = (
        f"- {_link(title or '(no title)', url)}"
        + (f", {published_at:%Y-%m-%d}" if published_at else "")
        + (f", version {version}" if version > 1 else "")
        for title, url, published_at, version in articles
    )
    rejected = (f"- {_link(uri, uri)}: {_text(detail or SENTENCES[reason])}" for uri, reason, detail in rejections)
    lines = [f"{summary}, into the lake `{summary.lake}`, as run `{summary.run_id}`."]
    lines += _section("What they tell", summed_up, len(summed_up))
    lines += _section("Stored", list(stored), summary.count(Outcome.STORED))
    lines += _section("Rejected", list(rejected), summary.count(Outcome.REJECTED))
    return "\n".join(lines) + "\n"


def _summed_up(connection: duckdb.DuckDBPyConnection, run_id: str) -> Iterator[str]:
    """Yield what `newslake report` shows at length of the articles that the run stored, in a line each."""
    asked = {"run": run_id, "since": None, "until": None, "most": FEW}
    for heading, name in SUMMED_UP.items():
        cursor = connection.execute(statement_on(name, "reported_articles"), asked)
        names = [column[0] for column in cursor.description or ()]
        label, count = names.index("name"), next(names.index(each) for each in COUNTS if each in names)
        if rows := cursor.fetchall():
            yield f"- {heading}: {', '.join(f'{_text(row[label])} ({row[count]:,})' for row in rows)}"


def _section(heading: str, items: list[str], count: int) -> Iterator[str]:
    if items:
        yield from ("", f"## {heading}", "", *items)
    if len(items) < count:
        yield f"- and {count - len(items):,} more; the table `inputs` has them all"


def _link(words: str, url: str) -> str:
    return f"[{_text(words)}](<{quote(url, safe=AS_IT_IS)}>)" if is_web_address(url) else _text(words)


def _text(words: str) -> str:
    """Return `words` such that none of them is taken for markup."""
    return MARKUP.sub(r"\\\1", " ".join(words.split()))
