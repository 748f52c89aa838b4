"""Report a run to people, in Markdown: the articles it stored, and what it rejected and why."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from flows.pipeline.run import Summary
from sql.lake import read_lake
from sql.scripts import statement
from transforms.records.reasons import SENTENCES, Outcome
from transforms.text.urls import is_web_address

MOST = 200
"""How many articles, and how many rejected inputs, are listed: what one page can show; the lake has the rest."""

AS_IT_IS = "%/:?#[]@!$&'()*+,;=~"
"""What an address keeps: its percent signs and the characters that are reserved in it (RFC 3986)."""

MARKUP = re.compile(r"([\\`*_\[\]<>~|&]|^[#+-])")


def run_report(summary: Summary) -> str:
    """Return the report of the run that `summary` is of, in CommonMark, from what its lake holds."""
    wanted = {"run_id": summary.run_id, "most": MOST}
    with read_lake(Path(summary.lake)) as connection:
        articles = connection.execute(statement("run_articles"), wanted).fetchall()
        rejections = connection.execute(statement("run_rejections"), wanted).fetchall()
    stored = (
        f"- {_link(title or '(no title)', url)}"
        + (f", {published_at:%Y-%m-%d}" if published_at else "")
        + (f", version {version}" if version > 1 else "")
        for title, url, published_at, version in articles
    )
    rejected = (f"- {_link(uri, uri)}: {_text(detail or SENTENCES[reason])}" for uri, reason, detail in rejections)
    lines = [f"{summary}, into the lake `{summary.lake}`, as run `{summary.run_id}`."]
    lines += _section("Stored", list(stored), summary.count(Outcome.STORED))
    lines += _section("Rejected", list(rejected), summary.count(Outcome.REJECTED))
    return "\n".join(lines) + "\n"


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
