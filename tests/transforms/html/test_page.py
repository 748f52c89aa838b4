"""A whole page: every block gets a label, the kept ones are the article, the fields come from the evidence."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.html.page import read_html
from transforms.records.page import Page, article_text, place_blocks
from transforms.records.reasons import Role

PARAGRAPHS = (
    "The old pier of the harbour town burned down in the night to Monday, the fire brigade said.",
    "Nobody was hurt, but the ferry to the islands will not call at the town until summer, the mayor told us.",
    "“We will rebuild it, and it will be more beautiful than before,” she said on the beach to hundreds of people.",
    "The pier was built in 1901 and had survived two storms and a collision with a coal ship.",
)
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Pier burns down | The Harbour Times</title>
<link rel="canonical" href="https://paper.example/local/pier?utm_source=feed">
<meta property="og:site_name" content="The Harbour Times">
<meta property="og:description" content="A fire took the town's landmark, and the ferry with it.">
<meta property="article:published_time" content="2024-04-24T10:58:00+02:00">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pier burns down",
"author": {"name": "Jane Roe"}, "articleSection": "Local"}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Pier burns down</h1><p class="standfirst">A fire took the town's landmark, and the ferry with it.</p>
<p class="byline">By Jane Roe</p><div class="share-bar">Share this story</div>
<figure><img src="p.jpg"><figcaption>The pier in flames. Photo: John Doe</figcaption></figure>
<p>PARAGRAPH0</p><p>PARAGRAPH1</p>
<aside class="related"><h3>Related</h3><ul><li><a href="/ferry">Ferry timetable changes again</a></li></ul></aside>
<h2>Rebuilding</h2><p>PARAGRAPH2</p><p>PARAGRAPH3 See <a href="/history">its history</a>.</p>
<p><a href="/more">Read more about the harbour</a></p>
<p>Sign up for our daily newsletter and get it to your inbox.</p></article>
<section class="comments"><h3>2 comments</h3>
<p>I proposed to my wife on that pier, and now it is gone forever. So sad.</p></section>
<footer>© 2024 The Harbour Times. All rights reserved.</footer></body></html>"""
for number, paragraph in enumerate(PARAGRAPHS):
    PAGE = PAGE.replace(f"PARAGRAPH{number}", paragraph)


def kept(page: Page) -> list[str]:
    return [block.text for block in page.blocks if block.kept]


def test_the_body_is_the_article_and_nothing_else() -> None:
    assert kept(read_html(PAGE)) == [
        "A fire took the town's landmark, and the ferry with it.",
        PARAGRAPHS[0],
        PARAGRAPHS[1],
        "Rebuilding",
        PARAGRAPHS[2],
        PARAGRAPHS[3] + " See its history.",
    ]


def test_every_text_of_the_page_is_in_a_block_with_its_role() -> None:
    roles = {block.text: block.role for block in read_html(PAGE).blocks}
    assert roles["Home"] == Role.NAVIGATION
    assert roles["Pier burns down"] == Role.TITLE
    assert roles["By Jane Roe"] == Role.BYLINE
    assert roles["Share this story"] == Role.SHARE
    assert roles["The pier in flames. Photo: John Doe"] == Role.CAPTION
    assert roles["Ferry timetable changes again"] == Role.RELATED
    assert roles["Rebuilding"] == Role.HEADING
    assert roles["I proposed to my wife on that pier, and now it is gone forever. So sad."] == Role.COMMENT


def test_fields() -> None:
    page = read_html(PAGE)
    assert page.title is not None
    assert page.title.value == "Pier burns down"
    assert page.subtitle == "A fire took the town's landmark, and the ferry with it."
    assert page.authors is not None
    assert page.authors.value == ("Jane Roe",)
    assert page.published_at is not None
    assert page.published_at.value.at.isoformat() == "2024-04-24T10:58:00+02:00"
    assert page.section is not None
    assert page.section.value == "Local"
    assert page.canonical_url == "https://paper.example/local/pier"
    assert page.site == "The Harbour Times"


def test_links_are_absolute_and_in_place() -> None:
    (block,) = (block for block in read_html(PAGE).blocks if block.links)
    (link,) = block.links
    assert (link.url, block.text[link.start : link.end]) == ("https://paper.example/history", "its history")


def test_a_page_without_text_has_no_kept_blocks() -> None:
    assert kept(read_html("<html><body><img src=x></body></html>")) == []
    assert read_html("").blocks == ()


sentences = st.lists(
    st.sampled_from(["pier", "fire", "mayor", "ferry", "town", "burned", "rebuilt", "über", "桟橋", "火災"]),
    min_size=3,
    max_size=20,
)
elements = st.sampled_from(("p", "h2", "div", "li", "blockquote"))


@settings(max_examples=40)
@given(st.lists(st.tuples(elements, sentences), min_size=1, max_size=12))
def test_kept_blocks_joined_are_the_text_and_spans_hold(parts: list[tuple[str, list[str]]]) -> None:
    markup = "".join(
        f"<{tag}>{' '.join(words)} <a href='https://x.example/'>{words[0]}</a>.</{tag}>" for tag, words in parts
    )
    page = read_html(f"<html><body><article>{markup}</article></body></html>")
    text = article_text(page.blocks)
    rows, links = place_blocks("id", page.blocks)
    assert "\n\n".join(row.text for row in rows if row.kept) == text
    for row in rows:
        if row.kept:
            assert text[row.start_char : row.end_char] == row.text
    for link in links:
        assert text[link.start_char : link.end_char] == link.anchor


def test_links_start_from_the_base_that_the_page_gives() -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    article = f'<article>{paragraphs}<p>All of it is told in <a href="p/1">a longer story</a> of ours.</p></article>'
    for base, url in (
        ('<base target="_top"><base href="/news/">', "https://a.example/news/p/1"),
        ('<base href="https://b.example/x/y">', "https://b.example/x/p/1"),
        ('<base href="javascript:1">', "https://a.example/2024/p/1"),
        ("", "https://a.example/2024/p/1"),
    ):
        page = read_html(f"<html><head>{base}</head><body>{article}</body></html>", "https://a.example/2024/pier")
        assert [link.url for block in page.blocks for link in block.links] == [url]


def test_a_byline_stands_in_the_article_for_readers_without_scripts() -> None:
    text = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    page = (
        f"<h1>Pier burns down</h1><noscript><p>Posted by Jane Roe and John Doe - The Harbour Team</p>{text}</noscript>"
    )
    found = read_html(f"<html><head><title>Pier burns down</title></head><body>{page}</body></html>")
    assert found.authors is not None
    assert found.authors.value[:2] == ("Jane Roe", "John Doe")


def test_a_dated_list_of_links_is_an_article_and_an_undated_one_is_not() -> None:
    item = "<li><p><a href='/{0}'>Ferry {0} stops at the pier</a></p><p>via Harbour News of the town {0}</p></li>"
    links = "".join(item.format(n) for n in range(9))
    page = f"<html><head>{{}}</head><body><article><h1>Links of the day</h1><ul>{links}</ul></article></body></html>"
    dated = read_html(page.format('<meta property="article:published_time" content="2024-04-24T10:58Z">'))
    undated = read_html(page.format(""))
    assert [sum("Ferry" in b.text and b.kept for b in read.blocks) for read in (dated, undated)] == [9, 0]


def test_a_date_apart_from_the_article_is_its_date_where_there_is_no_other() -> None:
    aside = "<aside><ul><li><p>Mise en ligne</p><p>24.04.2024</p></li></ul></aside>"
    page = f"<html><body><h1>Pier burns down</h1>{{}}<p>{'The pier burned down. ' * 40}</p>{aside}</body></html>"
    apart, near = read_html(page.format("")), read_html(page.format("<p>23.04.2024</p>"))
    assert apart.published_at is not None
    assert near.published_at is not None
    assert (apart.published_at.value.day.day, near.published_at.value.day.day) == (24, 23)
