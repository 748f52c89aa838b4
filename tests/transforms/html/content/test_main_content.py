"""Which blocks of a page the extraction takes for the article's."""

from lxml import html

from transforms.html.content.blocks import text_blocks
from transforms.html.content.main_content import is_prose, linked_share, main_content, reads_as_sentence
from transforms.records.reasons import BlockReason

TEASERS = "".join(
    f"<li><a href='/{n}'>Teaser number {n} of the front page of the town's paper.</a></li>" for n in range(9)
)
PROSE = "".join(
    f"<p>The pier of the harbour town burned down in the night to Monday, said witness {n}.</p>" for n in range(6)
)


def test_the_article_is_taken_and_the_menu_is_not() -> None:
    tree = html.document_fromstring(f"<html><body><ul>{TEASERS}</ul><article>{PROSE}</article></body></html>")
    blocks = text_blocks(tree)
    marks, reason = main_content(tree, blocks)
    assert reason == BlockReason.EXTRACTOR
    assert [block.text.startswith("The pier") for block in blocks] == marks


def test_prose_is_told_from_links_and_labels() -> None:
    prose, label, link = text_blocks(
        html.document_fromstring(
            "<p>The pier of the harbour town burned down in the night.</p><p>Local news</p>"
            "<p><a href='/x'>The pier of the harbour town burned down in the night.</a></p>"
        )
    )
    assert [is_prose(block) for block in (prose, label, link)] == [True, False, False]
    assert (linked_share(prose), linked_share(link)) == (0.0, 1.0)


def run(body: str) -> tuple[list[str], BlockReason]:
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    blocks = text_blocks(tree)
    marks, reason = main_content(tree, blocks, tree.find(".//h1"))
    return [block.text for block, mark in zip(blocks, marks, strict=True) if mark], reason


def test_a_list_is_not_given_up_for_a_comment() -> None:
    items = "".join(
        f"<li>The team landed change {n} this week, which makes the reader start faster</li>" for n in range(9)
    )
    article = f"<article><h1>This week</h1><h2>Highlights</h2><ul>{items}</ul></article>"
    found, reason = run(f"{article}<section class='comments'><div>{PROSE}</div></section>")
    assert reason == BlockReason.EXTRACTOR
    assert not any(text.startswith("The pier") for text in found)


def test_a_text_of_many_sentences_is_prose_whatever_it_ends_with() -> None:
    told = "The pier burned down on Monday. Nobody was hurt. The mayor came at noon. (By Ann Lee) Enditem/jr"
    listed = "Harbour ferry. Monday to Friday, 8 a.m. to 6 p.m. No. 12 and no. 14, pier 3, stop B, platform 2"
    chinese = "码头星期一夜里被烧毁。没有人受伤。市长中午来到现场。消防队员说，火是从餐厅开始的。（编辑：王明）完"
    texts = [
        block.text for block in text_blocks(html.document_fromstring(f"<p>{told}</p><p>{listed}</p><p>{chinese}</p>"))
    ]
    assert [reads_as_sentence(text) for text in texts] == [True, False, True]


def test_an_article_in_one_element_that_ends_with_an_agency_s_sign_is_not_given_up_for_a_list() -> None:
    story = " ".join(
        f"The harbour office said that ferry {n} would not sail on Monday because of the fire." for n in range(25)
    )
    news = "".join(
        f"<li><p>Sports</p><p>The town's team wins match {n}</p><p>11/18/2023 0{n}:35 PM</p></li>" for n in range(9)
    )
    head = "<div class='b'><h1>The pier</h1><div>Share</div></div>"
    page = f"<div class='a'>{head}{story} Enditem/jr</div><div><ul>{news}</ul></div>"
    found, _ = run(page)
    assert any(text.startswith("The harbour office") for text in found)
