"""What is taken out of a body again."""

import pytest
from lxml import html

from transforms.html.content.alignment import key
from transforms.html.content.block_labels import BlockLabel, Body, Claims, body_role
from transforms.html.content.blocks import text_blocks
from transforms.html.content.drop_boilerplate import (
    drop_author_lines,
    drop_dangling,
    drop_furniture,
    drop_repeated,
    drop_stranded,
    drop_title,
)
from transforms.records.reasons import BlockReason, Role

LONG = "The pier of the harbour town burned down in the night to Monday, the fire brigade said on the radio."
QUOTE = "We will rebuild it, more beautiful than before"


def body(markup: str) -> Body:
    blocks = text_blocks(html.document_fromstring(markup))
    labels = [BlockLabel(True, body_role(block), BlockReason.EXTRACTOR) for block in blocks]
    return Body(blocks, [key(block.text).casefold() for block in blocks], labels)


def kept(page: Body) -> list[str]:
    return [block.text for block, label in zip(page.blocks, page.labels, strict=True) if label.kept]


def test_the_title_and_the_short_lines_before_it() -> None:
    page = body(f"<p>Local</p><h1>Pier burns down</h1><p>{LONG}</p>")
    heading = page.blocks[1].element
    assert drop_title(page, Claims(heading=heading, titles=["Pier burns down"])) == 2
    assert kept(page) == [LONG]


def test_sentences_stay_where_the_title_is_one_of_the_headings_of_the_text() -> None:
    lines = "".join(f"<p>The pier has stood there since 192{n}, they say.</p>" for n in range(5))
    page = body(f"{lines}<h1>Pier burns down</h1><p>{LONG}</p>")
    drop_title(page, Claims(heading=page.blocks[5].element, titles=["Pier burns down"]))
    assert len(kept(page)) == 6


def test_code_is_not_read_as_words() -> None:
    page = body(f"<p>{LONG}</p><pre>&gt;&gt;&gt; print(1)</pre>")
    drop_furniture(page)
    assert len(kept(page)) == 2


def test_a_linked_name_in_a_row_of_a_table_stays() -> None:
    page = body(f"<p>{LONG}</p><table><tr><td><a href='/f'>Ferry</a></td><td>12 knots</td></tr></table>")
    drop_furniture(page)
    assert kept(page) == [LONG, "Ferry", "12 knots"]


def test_what_a_subscription_offers_goes_with_the_note_on_it() -> None:
    offer = "<div><p>To continue reading, subscribe now.</p><ul><li>All articles</li></ul><p>Ends any time</p></div>"
    page = body(f"<p>{LONG}</p>{offer}<p>{LONG} Again.</p>")
    drop_furniture(page)
    assert kept(page) == [LONG, f"{LONG} Again."]


@pytest.mark.parametrize("line", ["<p>Read more: Ferry stops</p>", "<p><a href='/f'>Ferry stops</a></p>"])
def test_prompts_and_links(line: str) -> None:
    page = body(f"<p>{LONG}</p>{line}<p>{LONG} Again.</p>")
    drop_furniture(page)
    assert kept(page) == [LONG, f"{LONG} Again."]


def test_a_linked_sentence_among_paragraphs_set_alike_stays() -> None:
    linked = f"{LONG} So it is said."
    page = body(f"<p>{LONG} 1.</p><p><a href='/f'>{linked}</a></p><p>{LONG} 2.</p>")
    drop_furniture(page)
    assert linked in kept(page)


def test_linked_headings_of_a_list_article_stay() -> None:
    games = "".join(f"<h3><a href='/{name}'>{name}</a></h3><p>{LONG} {name}.</p>" for name in ("Rez", "Morning"))
    page = body(games)
    drop_furniture(page)
    assert {"Rez", "Morning"} <= set(kept(page))


def test_the_items_under_read_more_go_with_it() -> None:
    page = body(f"<p>{LONG}</p><h3>Related articles</h3><ul><li>Ferry stops</li><li>Mayor speaks</li></ul>")
    drop_furniture(page)
    assert kept(page) == [LONG]


def test_a_pulled_quotation() -> None:
    page = body(f"<p>“{QUOTE},” she said. {LONG}</p><blockquote>{QUOTE}</blockquote>")
    drop_repeated(page)
    assert (page.labels[1].kept, page.labels[1].reason) == (False, BlockReason.REPEATED)
    assert page.labels[0].kept


def test_lines_that_recur_in_a_recipe_stay() -> None:
    page = body("<p>Stir for two minutes and wait.</p><p>Add the flour.</p><p>Stir for two minutes and wait.</p>")
    drop_repeated(page)
    assert len(kept(page)) == 3


def test_byline_and_note_about_the_author() -> None:
    middle = "".join(f"<p>{LONG} {n}.</p>" for n in range(5))
    page = body(f"<p>By Jane Roe</p>{middle}<p>Jane Roe is our correspondent at the coast.</p>")
    drop_author_lines(page, ["Jane Roe"])
    assert (page.labels[0].role, page.labels[-1].role) == (Role.BYLINE, Role.AUTHOR_NOTE)
    assert len(kept(page)) == 5


def test_the_turns_of_an_interview_are_no_bylines() -> None:
    middle = "".join(f"<p>{LONG} {n}.</p>" for n in range(5))
    page = body(f"<p>Jane Roe: Where were you?</p>{middle}<p>Jane Roe: And what will you do now that it is gone?</p>")
    drop_author_lines(page, ["Jane Roe"])
    assert len(kept(page)) == 7


def apart(page: Body, *others: int) -> Body:
    """Give the page with some of its blocks said to be no text."""
    for position in others:
        page.labels[position].drop(Role.OTHER, BlockReason.NOT_BODY)
    return page


MENU = "".join(f"<li>Section {n}</li>" for n in range(4))


def test_lines_far_below_the_text() -> None:
    page = apart(body(f"<p>{LONG}</p><p>{LONG * 2}</p>{MENU}<div>Stay connected</div><h2>Most read</h2>"), 2, 3, 4, 5)
    drop_stranded(page)
    assert kept(page) == [LONG, LONG * 2]


@pytest.mark.parametrize(
    ("end", "others"),
    [
        (f"{MENU}<p>So the pier is no more.</p>", (2, 3, 4, 5)),  # set like the paragraphs
        (f"{MENU}<div>{LONG * 3}</div>", (2, 3, 4, 5)),  # so much of the text
        ("<li>An advertisement</li><div>The mayor was not reached.</div>", (2,)),  # hardly anything between
    ],
)
def test_the_end_of_the_text_below_other_things_stays(end: str, others: tuple[int, ...]) -> None:
    page = apart(body(f"<p>{LONG}</p><p>{LONG * 2}</p>{end}"), *others)
    before = kept(page)
    drop_stranded(page)
    assert kept(page) == before


def test_headings_with_nothing_under_them() -> None:
    page = body(f"<h2>The fire</h2><p>{LONG}</p><h2>More</h2><h3>Ferries</h3>")
    drop_dangling(page)
    assert kept(page) == ["The fire", LONG]


def test_a_sentence_set_as_a_heading_is_the_end_of_the_text() -> None:
    last = "He asks whether the story about the pier was true at all."
    page = body(f"<article><p>{LONG}</p><h4>{last}</h4></article><div><h4>{last} Subscribe.</h4></div>")
    drop_dangling(page)
    assert kept(page) == [LONG, last]


def test_a_label_with_nothing_under_it() -> None:
    page = body(f"<p>{LONG}</p><p>About the authors:</p>")
    drop_dangling(page)
    assert kept(page) == [LONG]
    video = body(f"<p>{LONG}</p><p>The video shows how the pier of the harbour town burned:</p>")
    drop_dangling(video)
    assert len(kept(video)) == 2


LINKS = "".join(f"<li><a href='/{n}'>Ferry {n} stops at the pier</a><br>via Harbour News</li>" for n in range(5))


@pytest.mark.parametrize(
    ("markup", "may_be_links", "lines"),
    [
        (f"<ul>{LINKS}</ul>", True, 5),
        (f"<ul>{LINKS}</ul>", False, 0),
        (f"<p>{LONG}</p><ul>{LINKS}</ul>", True, 1),
        (f"<ul>{LINKS[: LINKS.rindex('<li>')]}</ul>", True, 0),
    ],
)
def test_an_article_that_is_a_list_of_links(markup: str, may_be_links: bool, lines: int) -> None:
    page = body(markup)
    drop_furniture(page, may_be_links)
    assert len(kept(page)) == lines
