"""What pages say of themselves is gathered, broken JSON included."""

import pytest
from lxml import html

from transforms.html.fields.metadata import gather, types


def page(head: str) -> html.HtmlElement:
    return html.document_fromstring(f"<html><head>{head}</head><body><p>x</p></body></html>")


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "Pier burns"}',
        '{"@graph": [{"@type": "WebPage"}, {"@type": ["Article", "NewsArticle"], "headline": "Pier burns"}]}',
        '[{"@type": "Organization"}, {"@type": "https://schema.org/NewsArticle", "headline": "Pier burns"}]',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Pier burns",}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Pier\n burns"}',
        '{"@type": "NewsArticle", "description": "a "quoted" word", "headline": "Pier burns"}',
        '{"@type": "NewsArticle", "headline": "Pier burns"} {"@type": "Person"}',
        '{"@type": "NewsArticle", "headline": "Pier burns", "datePublished": 2024-03-05T06:18:10-03:00, "x": 1}',
    ],
)
def test_the_article_is_found(text: str) -> None:
    article = gather(page(ld(text))).article
    assert " ".join(str(article["headline"]).split()) == "Pier burns"


def test_references_are_followed() -> None:
    evidence = gather(
        page(ld('{"@graph": [{"@type": "Article", "author": {"@id": "#j"}}, {"@id": "#j", "name": "Jane Roe"}]}'))
    )
    assert evidence.resolve(evidence.article["author"]) == {"@id": "#j", "name": "Jane Roe"}


def test_meta_tags_are_gathered_by_name_or_property() -> None:
    evidence = gather(page('<meta property="og:title" content="Pier"><meta name="Author" content=" Jane ">'))
    assert evidence.first_meta("twitter:title", "og:title") == ("og:title", "Pier")
    assert evidence.meta["author"] == ("Jane",)


def test_one_tag_of_json_is_read_like_the_plain_tags_of_the_same_service() -> None:
    data = '{"title": "Pier burns", "pub_date": "2024-03-05T06:18:10Z", "authors": ["Jane Roe", "Jim Poe"], "tags": []}'
    meta = gather(page(f"<meta name='parsely-page' content='{data}'>")).meta
    assert meta["parsely-pub-date"] == ("2024-03-05T06:18:10Z",)
    assert meta["parsely-author"] == ("Jane Roe", "Jim Poe")
    assert gather(page("<meta name='parsely-page' content='no data'>")).meta == {"parsely-page": ("no data",)}


def test_a_node_without_type_counts_in_the_context_of_a_search_engine_for_pages() -> None:
    context = '{"@context": "https://ziyuan.baidu.com/contexts/cambrian.jsonld", "pubDate": "2024-03-05T11:10:52"}'
    assert gather(page(ld(context))).article["pubDate"] == "2024-03-05T11:10:52"
    assert gather(page(ld('{"@context": "https://schema.org", "pubDate": "2024-03-05"}'))).article == {}


def test_types_lose_their_prefix() -> None:
    assert types({"@type": ["schema:Article", "http://schema.org/Report"]}) == ["Article", "Report"]


def test_a_page_without_evidence() -> None:
    assert gather(page("")).article == {}


MINE = '{"@type": "NewsArticle", "headline": "Pier burns down", "datePublished": "2024-03-05"}'
OTHER = '{"@type": "NewsArticle", "headline": "Ferry stopped", "datePublished": "2019-01-01", "url": "x", "image": "y"}'


@pytest.mark.parametrize(
    "data",
    [
        f"[{OTHER}, {MINE}]",
        f'{{"@graph": [{OTHER}, {MINE}]}}',
        f'{{"@type": "WebPage", "mainEntity": {MINE}, "hasPart": [{OTHER}]}}',
        f'{{"@type": "WebPage", "relatedLink": [{OTHER}], "mainEntity": {MINE}}}',
        MINE[:-1] + f', "liveBlogUpdate": [{OTHER}]}}',
    ],
)
def test_of_several_articles_the_one_of_the_page_counts(data: str) -> None:
    script = f'<script type="application/ld+json">{data}</script>'
    assert (
        gather(html.document_fromstring(f"<html><body>{script}<h1>Pier burns down</h1></body></html>")).article[
            "datePublished"
        ]
        == "2024-03-05"
    )


def test_a_list_of_other_articles_tells_nothing_of_the_page() -> None:
    listed = f'{{"@type": "ItemList", "itemListElement": [{OTHER}, {OTHER}]}}'
    script = f'<script type="application/ld+json">{listed}</script>'
    assert gather(html.document_fromstring(f"<html><body>{script}<h1>Pier burns</h1></body></html>")).article == {}


@pytest.mark.parametrize(("opened", "closed"), [('{"@graph":', "}"), ("[", "]")])
@pytest.mark.parametrize(("depth", "is_found"), [(6, True), (7, False), (800, False)])
def test_what_lies_deep_is_a_part_of_parts(opened: str, closed: str, depth: int, *, is_found: bool) -> None:
    data = ld(opened * depth + '{"@type": "NewsArticle", "headline": "Pier burns"}' + closed * depth)
    assert ("headline" in gather(page(data)).article) == is_found
