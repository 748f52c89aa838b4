"""What is put back into a body."""

from lxml import html

from transforms.html.content.alignment import key
from transforms.html.content.block_labels import BlockLabel, Body
from transforms.html.content.blocks import text_blocks
from transforms.html.content.restore import (
    restore_headings,
    restore_lead,
    restore_lists,
    restore_opening,
    restore_prose,
    restore_sections,
)
from transforms.records.reasons import BlockReason, Role

LONG = "The pier of the harbour town burned down in the night to Monday, the fire brigade said on the radio."


def body(markup: str, *, kept: set[int]) -> Body:
    blocks = text_blocks(html.document_fromstring(markup))
    labels = [
        BlockLabel(True, Role.BODY, BlockReason.EXTRACTOR)
        if n in kept
        else BlockLabel(False, Role.OTHER, BlockReason.NOT_BODY)
        for n in range(len(blocks))
    ]
    return Body(blocks, [key(block.text).casefold() for block in blocks], labels)


def test_a_paragraph_set_like_the_others_comes_back() -> None:
    page = body(f"<div><p>{LONG} 1.</p><p>{LONG} 2.</p><p>{LONG} 3.</p><p>Share</p></div>", kept={0, 2})
    restore_prose(page, 0)
    assert [label.kept for label in page.labels] == [True, True, True, False]
    assert page.labels[1].reason == BlockReason.RESTORED


def test_a_heading_between_paragraphs_comes_back() -> None:
    page = body(
        f"<div><p>{LONG}</p><h2>The fire</h2><p>{LONG} 2.</p></div><aside><h2>Most read</h2></aside>", kept={0, 2}
    )
    restore_headings(page)
    assert [label.kept for label in page.labels] == [True, True, True, False]
    assert page.labels[1].role == Role.HEADING


def test_the_standfirst_comes_back_by_its_class_or_the_description() -> None:
    markup = f"<h1>Pier burns</h1>{{}}<p>12 May</p><p>{LONG}</p><p>{LONG} 2.</p>"
    marked = body(markup.format('<p class="standfirst">The fire took the ferry with it</p>'), kept={3, 4})
    restore_lead(marked, 1, [])
    described = body(markup.format("<p>The fire took the ferry with it</p>"), kept={3, 4})
    restore_lead(described, 1, ["The fire took the ferry with it"])
    for page in (marked, described):
        assert [label.role for label in page.labels if label.kept] == [Role.SUBTITLE, Role.BODY, Role.BODY]


def test_a_caption_that_the_page_describes_itself_by_is_its_text() -> None:
    said = "Sport stands still in the city, and nobody knows for how long."
    page = body(f"<h1>t</h1><div>{said}</div>{'<p>Menu</p>' * 20}<p>{LONG}</p>", kept={22})
    page.labels[1].drop(Role.CAPTION, BlockReason.MARKUP)
    restore_lead(page, 1, [])
    assert not page.labels[1].kept
    restore_lead(page, 1, [said])
    assert page.labels[1].kept


def test_an_advertisement_is_no_standfirst_though_the_description_begins_with_it() -> None:
    page = body(f"<h1>Pier burns</h1><p>Advertisement, paid for by the ferry</p><p>{LONG}</p>", kept={2})
    page.labels[1].drop(Role.ADVERTISEMENT, BlockReason.PHRASE)
    restore_lead(page, 1, ["Advertisement, paid for by the ferry"])
    assert not page.labels[1].kept


def test_a_line_without_either_stays_out() -> None:
    page = body(f"<h1>Pier burns</h1><p>The fire took the ferry with it</p><p>{LONG}</p>", kept={2})
    restore_lead(page, 1, [])
    assert [label.kept for label in page.labels] == [False, False, True]


def test_a_table_between_paragraphs_and_the_list_in_its_cell() -> None:
    table = "<table><tr><td>Monday</td><td><ul><li>10 to 8</li></ul></td></tr></table>"
    page = body(f"<div><p>{LONG} 1.</p>{table}<p>{LONG} 2.</p></div>", kept={0, 3})
    restore_lists(page)
    assert [label.kept for label in page.labels] == [True] * 4


def test_a_list_of_links_is_not_put_back() -> None:
    links = "<ul><li><a href='/f'>Ferry stops</a></li></ul>"
    page = body(f"<div><p>{LONG} 1.</p>{links}<p>{LONG} 2.</p></div>", kept={0, 2})
    restore_lists(page)
    assert [label.kept for label in page.labels] == [True, False, True]


def test_a_linked_sentence_among_paragraphs_is_put_back_and_one_after_them_is_not() -> None:
    linked = f"<p><a href='/f'>{LONG}</a></p>"
    page = body(f"<div><p>{LONG} 1.</p>{linked}<p>{LONG} 2.</p>{linked}</div>", kept={0, 2})
    restore_prose(page, 0)
    assert [label.kept for label in page.labels] == [True, True, True, False]


def test_a_first_paragraph_that_a_box_of_links_has_ended_comes_back() -> None:
    page = body(
        f"<div><p><div><ul><li>Other news</li></ul></div>{LONG} 1.</p><p>{LONG} 2.</p><p>{LONG} 3.</p></div>",
        kept={2, 3},
    )
    restore_opening(page, 0)
    assert [label.kept for label in page.labels] == [False, True, True, True]


def test_text_that_stands_bare_elsewhere_stays_out() -> None:
    page = body(f"<div>{LONG} 1.<section><p>{LONG} 2.</p><p>{LONG} 3.</p></section>{LONG} 4.</div>", kept={1, 2})
    restore_opening(page, 0)
    assert [label.kept for label in page.labels] == [False, True, True, False]


def test_what_stands_in_a_list_of_links_stays_out() -> None:
    links = "<li><a href='/d'>Download the plan</a></li><li><a href='/f'>Forum of the town</a></li>"
    items = "<li>Plan: harbour/2024/pier.pdf</li>"
    page = body(f"<div><p>{LONG}</p><ul>{links}{items}</ul><p>{LONG} 2.</p></div>", kept={0, 4})
    restore_lists(page)
    assert [n for n, label in enumerate(page.labels) if label.kept] == [0, 4]


SECTION = "".join(f"<li>Rule {n} of the harbour is that nobody leaves a boat at the pier.</li>" for n in range(5))


def test_a_section_between_two_kept_ones_comes_back() -> None:
    markup = f"<article><div><p>{LONG}</p></div><div class=x><h2>Rules</h2><ul>{{}}</ul></div><p>{LONG}</p></article>"
    page = body(markup.format(SECTION), kept={0, 7})
    restore_sections(page)
    assert all(label.kept for label in page.labels)
    few = body(markup.format(SECTION[: SECTION.rindex("<li>")]), kept={0, 6})
    prompt = body(markup.format(f"{SECTION}<li>Sign up for our newsletter</li>"), kept={0, 8})
    named = body(markup.format(SECTION), kept={0, 7})
    named.labels[3].drop(Role.PAYWALL, BlockReason.MARKUP)
    apart = body(markup.format(SECTION).replace("article", "body"), kept={0, 7})
    for other in (few, prompt, named, apart):
        restore_sections(other)
        assert sum(label.kept for label in other.labels) == 2
