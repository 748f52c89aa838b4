"""Score newslake and other extractors on gold pages: `uv run python tests/quality.py GOLD EVAL`.

GOLD holds the folders news_pages, article_bodies and places; EVAL the scorers articles.py and spans.py. newslake is run
as a person would, `newslake ingest` and then `newslake sql`; the other tools get the same files, and are left out
when they are not installed (`uv pip install newspaper4k news-please`).
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

Prediction = dict[str, Any]
Tool = Callable[[str], Prediction]

PAGES = "select parse_filename(url, true) as id, title, authors, published_at as date, text from current_articles"
PLACES = """
select current_articles.title as id, any_value(current_articles.text) as text,
    list({'start': start_char, 'end': end_char, 'lat': latitude, 'lon': longitude} order by start_char)
        filter (start_char is not null) as places
from current_articles
left join places using (article_id, version)
group by current_articles.title, current_articles.article_id
"""
COLUMNS = ("body_precision", "body_recall", "body_f1", "title", "date", "wrong_dates", "authors")


def main(gold: Path, scorers: Path) -> None:
    """Print the tables."""
    names = {"trafilatura": trafilatura, "newspaper4k": newspaper, "news-please": news_please}
    tools = {f"{name} {found}": tool for name, tool in names.items() if (found := installed(name))}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in ("news_pages", "article_bodies"):
            prepare(scorers, "unpack", gold / name / "pages", work / name)
            pages_table(f"{name}, HTML", scorers, gold / name / "gold.jsonl", work / name, tools)
        prepare(scorers, "textify", gold / "news_pages" / "pages", work / "textified")
        plain = {name: as_paragraphs(tool) for name, tool in tools.items() if name.startswith("trafilatura")}
        pages_table("news_pages, as plain text", scorers, gold / "news_pages" / "gold.jsonl", work / "textified", plain)
        places_table(scorers, gold / "places" / "gold.jsonl", work / "places")
        cost_table(work / "news_pages")


def installed(name: str) -> str | None:
    """Return the version of a package; None when it is not there."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def prepare(scorers: Path, command: str, pages: Path, folder: Path) -> None:
    """Write the gold pages as HTML files or plain-text scrapes."""
    subprocess.run([sys.executable, scorers / "articles.py", command, pages, folder], check=True)  # noqa: S603


def pages_table(title: str, scorers: Path, gold: Path, pages: Path, tools: dict[str, Tool]) -> None:
    """Print a row of figures for newslake and each of the other tools."""
    print(f"## {title}\n\n| tool | {' | '.join(COLUMNS)} | seconds |\n|{' --- |' * (len(COLUMNS) + 2)}")
    start = time.monotonic()
    rows = list(ask_newslake(pages, PAGES))
    print_row(f"newslake {version('newslake')}", score(scorers / "articles.py", ["score"], gold, rows), start)
    for name, tool in tools.items():
        start = time.monotonic()
        rows = [{"id": page.stem, **predicted(tool, page)} for page in sorted(pages.iterdir())]
        print_row(name, score(scorers / "articles.py", ["score"], gold, rows), start)
    print()


def print_row(name: str, figures: dict[str, Any], start: float) -> None:
    """Print the figures of one tool; a dash for what the gold does not have."""
    cells = ["–" if figures[column] is None else str(figures[column]) for column in COLUMNS]
    print(f"| {name} | {' | '.join(cells)} | {time.monotonic() - start:.0f} |", flush=True)


def ask_newslake(source: Path, question: str) -> Iterator[Prediction]:
    """Ingest `source` into a new lake, and yield the rows that answer `question`."""
    newslake = [sys.executable, "-m", "flows.cli"]
    with tempfile.TemporaryDirectory() as lake:
        subprocess.run([*newslake, "ingest", source, "--lake", lake], check=True, capture_output=True)  # noqa: S603
        answer = [*newslake, "sql", question, "--lake", lake, "--format", "jsonl"]
        lines = subprocess.run(answer, check=True, capture_output=True, text=True).stdout  # noqa: S603
    yield from map(json.loads, lines.splitlines())


def score(scorer: Path, command: list[str], gold: Path, rows: list[Prediction]) -> dict[str, Any]:
    """Return what the scorer says of predictions."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows)
        file.flush()
        done = subprocess.run(  # noqa: S603
            [sys.executable, scorer, *command, gold, file.name], check=True, capture_output=True, text=True
        )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def predicted(tool: Tool, page: Path) -> Prediction:
    """Return what a tool makes of a page; nothing when it fails on it."""
    try:
        return tool(page.read_text("utf-8", "replace"))
    except Exception as error:  # noqa: BLE001 - the tools raise what they like, and a failure is their result
        print(f"{tool.__name__} failed on a page: {error}", file=sys.stderr)
        return {}


def trafilatura(html: str) -> Prediction:
    """Return what trafilatura finds."""
    from trafilatura import bare_extraction

    found = bare_extraction(html, with_metadata=True)
    if found is None:
        return {}
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return {"title": found.title, "authors": authors, "date": found.date, "text": found.text}


def newspaper(html: str) -> Prediction:
    """Return what newspaper4k finds."""
    from newspaper import Article

    article = Article("https://news.example/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return {"title": article.title, "authors": article.authors, "date": article.publish_date, "text": article.text}


def news_please(html: str) -> Prediction:
    """Return what news-please finds."""
    from newsplease import NewsPlease

    found = NewsPlease.from_html(html, url=None, fetch_images=False)
    return {"title": found.title, "authors": found.authors, "date": found.date_publish, "text": found.maintext}


def as_paragraphs(tool: Tool) -> Tool:
    """Let a tool for pages read plain text: its blocks as paragraphs of a page."""

    def read(text: str) -> Prediction:
        return tool(
            f"<html><body>{''.join(f'<p>{escape(block)}</p>' for block in text.split(chr(10) * 2))}</body></html>"
        )

    return read


def places_table(scorers: Path, gold: Path, folder: Path) -> None:
    """Print how well toponyms are found and resolved."""
    folder.mkdir()
    articles = folder / "articles.jsonl"
    subprocess.run([sys.executable, scorers / "spans.py", "jsonl", gold, articles], check=True)  # noqa: S603
    rows = [{**row, "places": row["places"] or []} for row in ask_newslake(articles, PLACES)]
    figures = score(scorers / "spans.py", ["places"], gold, rows)
    found = figures["detection"]
    print("## places\n\n| tool | detection P | R | F1 | within 161 km | median km |\n|" + " --- |" * 6)
    print(
        f"| newslake {version('newslake')} | {found['p']} | {found['r']} | {found['f1']} "
        f"| {figures['within_161km']} | {figures['median_km']} |\n"
    )


def cost_table(pages: Path) -> None:
    """Print the process time of reading a page beside that of trafilatura on the same pages, in one run."""
    from trafilatura import extract

    from transforms.html_page import read_html

    texts = [page.read_text("utf-8", "replace") for page in sorted(pages.iterdir())]
    steps: dict[str, Callable[[str], object]] = {
        "trafilatura, body alone": extract,
        "trafilatura, body and fields": trafilatura,
        "newslake, body and fields": read_html,
    }
    seconds = {}
    for name, tool in steps.items():
        for text in texts[:20]:  # lexicons and month names are loaded once a process
            tool(text)
        start = time.process_time()
        for text in texts:
            tool(text)
        seconds[name] = (time.process_time() - start) / len(texts)
    print("## cost\n\n| step | ms a page |\n| --- | --- |")
    for name, each in seconds.items():
        print(f"| {name} | {each * 1000:.1f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
