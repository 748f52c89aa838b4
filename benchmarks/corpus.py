"""Make a corpus of English articles, half of them HTML, varied from data/samples; the same each time."""

import html
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flows.files.paths import find_paths
from flows.files.reader import read_file
from transforms.read import read
from transforms.records.page import Rejection
from transforms.records.raw_document import Raw

SAMPLES = Path(__file__).parents[1] / "data" / "samples"

WORDS = (300, 800)
"""How long an article is at least and at most, where nothing else is asked for."""

REPLACED = 0.7
"""Share of the longer words of a sentence that are replaced: thousands of articles of the same few sentences would be
alike as news are not."""

CITIES = ("Lisbon", "Gdansk", "Nairobi", "Medellin", "Adelaide", "Osaka", "Tunis", "Leeds", "Ghent", "Tbilisi", "Quito")
GIVEN = ("Ana", "Joseph", "Miriam", "Tomas", "Leila", "Grace", "Pavel", "Ines", "Daniel", "Ruth", "Omar", "Clara")
FAMILY = ("Kovac", "Okafor", "Lindqvist", "Moreau", "Haddad", "Petrov", "Silva", "Brandt", "Nakamura", "Reyes", "Byrne")

_NUMBER = re.compile(r"(?<![\d,.])\d{2,3}(?![\d,.])")
_SENTENCE_BREAK = re.compile(r"(?<=[.!?”]) (?=[A-Z“])")
_WORD = re.compile(r"(?<=[a-z,] )[a-z]{5,}(?![\w’'-])")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+\b")

PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title} - The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta property="article:published_time" content="{at}"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>{title}</h1><p class="byline">By {author}</p>{body}</article>
<aside class="related"><h3>Read more</h3><ul><li><a href="/a">Council votes on the budget</a></li></ul></aside>
<section class="comments"><h3>Leave a Reply</h3><p>Your email address will not be published.</p></section>
<footer>Copyright The Harbour Post</footer></body></html>"""


def write_corpus(folder: Path, articles: int, least_and_most: tuple[int, int] = WORDS) -> None:
    """Write so many articles, of at least and at most so many words, to files below a folder, 1,000 to a folder."""
    pool = [sentence for paragraph in _paragraphs() for sentence in _SENTENCE_BREAK.split(paragraph)]
    words = _by_ending(pool)
    for number in range(articles):
        chosen = random.Random(number)  # noqa: S311 - the same corpus each time
        place = folder / f"{number // 1000:04}"
        place.mkdir(parents=True, exist_ok=True)
        title, author, body = _article(pool, words, least_and_most, chosen)
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
        if number % 2:
            text = "\n\n".join([title, f"By {author}", f"{at:%d %B %Y}", *body])
            (place / f"{number:06}.txt").write_text(text, "utf-8")
        else:
            paragraphs = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in body)
            page = PAGE.format(title=title, author=author, at=at.isoformat(), body=paragraphs)
            (place / f"{number:06}.html").write_text(page, "utf-8")


def _paragraphs() -> Iterator[str]:
    """Yield the paragraphs of the English samples."""
    for path in find_paths(str(SAMPLES)):
        for raw in read_file(path, "benchmark"):
            reading = read(raw) if isinstance(raw, Raw) else None
            if reading is None or isinstance(reading, Rejection) or reading.article.language != "en":
                continue
            yield from (text for text in reading.article.text.split("\n\n") if len(text.split()) > 10)


def _by_ending(pool: list[str]) -> dict[str, list[str]]:
    """Return the longer words of some sentences by their last two letters: most of those are of one part of speech."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for word in (word for sentence in pool for word in _WORD.findall(sentence)):
        words[word[-2:]].append(word)
    return words


def _article(
    pool: list[str], words: dict[str, list[str]], least_and_most: tuple[int, int], chosen: random.Random
) -> tuple[str, str, list[str]]:
    body: list[str] = []
    count, wanted = 0, chosen.randint(*least_and_most)
    while count < wanted:
        sentences = chosen.sample(pool, chosen.randint(1, 4))
        body.append(" ".join(_varied(sentence, words, chosen) for sentence in sentences))
        count += len(body[-1].split())
    title = " ".join(_varied(chosen.choice(pool), words, chosen).split()[:9]).rstrip(",.;:")
    return title, _name(chosen), body


def _varied(text: str, words: dict[str, list[str]], chosen: random.Random) -> str:
    """Give a sentence other numbers, names and longer words: two articles share no more than turns of phrase."""
    text = _NUMBER.sub(lambda _: str(chosen.randint(10, 999)), text)
    text = _WORD.sub(
        lambda found: chosen.choice(words[found[0][-2:]]) if chosen.random() < REPLACED else found[0], text
    )
    return _NAME.sub(lambda _: _name(chosen) if chosen.random() < 0.7 else chosen.choice(CITIES), text)


def _name(chosen: random.Random) -> str:
    return f"{chosen.choice(GIVEN)} {chosen.choice(FAMILY)}"
