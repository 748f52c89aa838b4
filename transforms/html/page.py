"""Read an HTML page: one parse, from which its text blocks, its body and its fields come."""

from collections.abc import Sequence

from lxml.html import HtmlElement
from trafilatura import load_html

from transforms.html.content.block_labels import BlockLabel, Claims
from transforms.html.content.blocks import TextBlock, text_blocks
from transforms.html.content.body import judge
from transforms.html.content.main_content import main_content
from transforms.html.content.no_article import no_article
from transforms.html.content.script_data import embedded_article, embedded_date
from transforms.html.fields.authors import authors
from transforms.html.fields.canonical_url import canonical_url, is_front_page
from transforms.html.fields.date_elements import PageDates
from transforms.html.fields.dates_apart import date_apart
from transforms.html.fields.heading import find_heading
from transforms.html.fields.metadata import gather
from transforms.html.fields.published_at import modified_at, published_at
from transforms.html.fields.site_metadata import (
    comment_count,
    declared_language,
    descriptions,
    image_url,
    license_of,
    paywalled,
    publisher_country,
    regional_language,
    section,
    site,
    topics,
)
from transforms.html.fields.title import seo_title, site_names, title
from transforms.records.page import Page, PageBlock, PageLink
from transforms.records.reasons import Role
from transforms.text.urls import web_address

NEAR_TITLE = 12
"""How many blocks before and after a title are looked at for its byline."""


def read_html(html: str, uri: str | None = None) -> Page:
    """Read a page; one without text has no blocks. `uri` is where it was read from, which its links start from."""
    tree = load_html(html)
    if tree is None:
        return Page(blocks=())
    evidence = gather(tree)
    canonical = canonical_url(evidence)
    base = _base(tree, canonical or uri or "")
    publication = site(evidence)
    heading = find_heading(evidence, publication)
    names = site_names(evidence, publication, canonical, uri)
    headline = title(evidence, heading, names)
    blocks = text_blocks(tree)
    declared = declared_language(evidence)
    dates = PageDates(tree, heading, regional_language(evidence))
    published = published_at(evidence, dates, canonical)
    is_dated = published is not None
    if (embedded := embedded_article(tree, blocks, evidence.article.get("articleBody"))) is not None:
        published = published or embedded_date(tree)
        is_dated = published is not None
        tree, blocks = embedded, text_blocks(embedded)
    published = published or date_apart(evidence.tree, heading, canonical, dates.language)
    near = _near(heading, blocks) if embedded is None else [block.text for block in blocks[:NEAR_TITLE]]
    written_by = authors(evidence, names, near, heading)
    claims = Claims(
        heading=heading,
        titles=tuple(filter(None, (headline.value if headline else None, *evidence.meta.get("og:title", ())))),
        descriptions=descriptions(evidence),
        authors=written_by.value if written_by else (),
        is_dated=is_dated,
    )
    labels = judge(blocks, *main_content(tree, blocks, heading), claims)
    return Page(
        blocks=tuple(_page_block(*judged, base) for judged in zip(blocks, labels, strict=True)),
        title=headline,
        seo_title=seo_title(evidence, names, headline.value if headline else None),
        subtitle=_subtitle(blocks, labels),
        authors=written_by,
        published_at=published,
        modified_at=modified_at(evidence, dates, published),
        language=declared,
        section=section(evidence),
        topics=topics(evidence),
        canonical_url=canonical,
        site=publication,
        publisher_country=publisher_country(evidence),
        image_url=image_url(evidence, base),
        comment_count=comment_count(evidence),
        license=license_of(evidence),
        paywalled=paywalled(evidence),
        no_article=no_article(tree, blocks, labels, dated=is_dated, is_front=is_front_page(evidence, uri)),
    )


def _base(tree: HtmlElement, address: str) -> str:
    """Return what the links of a page at `address` start from: its first base (HTML, 4.2.3), or itself."""
    given = tree.xpath("string(//base[@href][1]/@href)")
    return (web_address(address, given) if given else None) or address


def _near(heading: HtmlElement | None, blocks: Sequence[TextBlock]) -> list[str]:
    at = next((position for position, block in enumerate(blocks) if block.element is heading), None)
    return [] if at is None else [block.text for block in blocks[max(0, at - NEAR_TITLE) : at + NEAR_TITLE]]


def _subtitle(blocks: Sequence[TextBlock], labels: Sequence[BlockLabel]) -> str | None:
    leads = (block.text for block, label in zip(blocks, labels, strict=True) if label.role == Role.SUBTITLE)
    return next(leads, None)


def _page_block(block: TextBlock, label: BlockLabel, base: str) -> PageBlock:
    links = tuple(
        PageLink(url=url, start=anchor.start, end=anchor.end)
        for anchor in block.anchors
        if label.kept and (url := web_address(base, anchor.href))
    )
    return PageBlock(text=block.text, kept=label.kept, role=label.role, reason=label.reason, links=links)
