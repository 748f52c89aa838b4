"""The labels on a page's blocks: what markup says is believed, unless it would take the article."""

from lxml import html

from transforms.html.content.block_labels import BlockLabel, Claims
from transforms.html.content.blocks import text_blocks
from transforms.html.content.body import judge
from transforms.records.reasons import BlockReason, Role

LONG = "The pier of the harbour town burned down in the night to Monday, the fire brigade said on the radio."


def labels(markup: str, claims: Claims | None = None) -> list[tuple[str, BlockLabel]]:
    blocks = text_blocks(html.document_fromstring(markup))
    judged = judge(blocks, [True] * len(blocks), BlockReason.EXTRACTOR, claims or Claims())
    return [(block.text, label) for block, label in zip(blocks, judged, strict=True)]


def test_a_caption_within_the_body_is_dropped() -> None:
    caption = "The pier in flames on Sunday night."
    found = dict(
        labels(f"<div><p>{LONG} 1.</p><div class='image-caption'>{caption}</div><p>{LONG} 2.</p><p>{LONG} 3.</p></div>")
    )
    assert (found[caption].kept, found[caption].role, found[caption].reason) == (
        False,
        Role.CAPTION,
        BlockReason.MARKUP,
    )
    assert found[f"{LONG} 1."].kept


def test_markup_that_would_take_the_article_is_not_believed() -> None:
    paragraphs = "".join(f"<div class='promo'><p>{LONG} {n}.</p></div>" for n in range(4))
    assert all(label.kept for _, label in labels(paragraphs))


def test_what_stands_behind_a_paywall_is_kept() -> None:
    paragraphs = "".join(f"<p>{LONG} {n}.</p>" for n in range(8))
    assert all(label.kept for _, label in labels(f"{paragraphs}<p class='paywall'>{LONG} And more.</p>"))


def test_names_that_would_take_most_of_the_text_are_not_believed() -> None:
    boxes = "".join(f"<div class='{name}'><p>{LONG} {name}.</p></div>" for name in ("teaser", "newsletter", "comment"))
    assert all(label.kept for _, label in labels(boxes))


def test_an_element_with_the_headline_in_it_is_no_furniture() -> None:
    heading, lead = "The pier burned down", f"{LONG} Nobody was hurt."
    tree = html.document_fromstring(f"<div class='teaser'><h1>{heading}</h1><p>{lead}</p></div>" + f"<p>{LONG}</p>" * 5)
    blocks = text_blocks(tree)
    judged = judge(blocks, [True] * len(blocks), BlockReason.EXTRACTOR, Claims(heading=tree.find(".//h1")))
    assert judged[1].kept


def test_an_article_within_its_heading_is_not_the_title() -> None:
    tree = html.document_fromstring(f"<h1>The pier burned down. {LONG} {LONG} {LONG}</h1>")
    claims = Claims(heading=tree.find(".//h1"), titles=("The pier burned down",))
    blocks = text_blocks(tree)
    assert judge(blocks, [True], BlockReason.EXTRACTOR, claims)[0].kept


def test_comments_may_be_longer_than_the_article() -> None:
    article = f"<div class='text'><p>{LONG} 1.</p><p>{LONG} 2.</p></div>"
    comments = "".join(f"<div class='visitor_comment'><p>{LONG} I saw it {n}.</p></div>" for n in range(4))
    assert [label.kept for _, label in labels(article + comments)] == [True, True, False, False, False, False]


def test_what_would_all_be_comments_is_a_text() -> None:
    assert all(
        label.kept for _, label in labels("".join(f"<div class='comment'><p>{LONG} {n}.</p></div>" for n in range(4)))
    )


def test_short_lines_share_what_is_found_of_the_paragraphs_set_like_them() -> None:
    ticker = "".join(f"<div class='comment'><p>{LONG} {n}.</p></div>" for n in range(4))
    assert all(
        label.kept for _, label in labels(f"{ticker}<div class='comment'><p>The corner comes to nothing.</p></div>")
    )


def test_headlines_of_other_articles_do_not_outweigh_a_short_one() -> None:
    related = "".join(f"<h3><a href='/{n}'>{LONG} That is what page {n} is about</a></h3>" for n in range(9))
    found = labels(f"<div><p>{LONG}</p></div><div>{related}</div>")
    assert [label.kept for _, label in found] == [True] + [False] * 9
