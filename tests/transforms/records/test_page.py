"""Blocks get their places in the text that they make."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.records.page import PageBlock, PageLink, article_text, place_blocks
from transforms.records.reasons import BlockReason, Role


def block(text: str, *, kept: bool = True, links: tuple[PageLink, ...] = ()) -> PageBlock:
    role = Role.BODY if kept else Role.NAVIGATION
    return PageBlock(text=text, kept=kept, role=role, reason=BlockReason.EXTRACTOR, links=links)


def test_links_move_with_their_block() -> None:
    link = PageLink(url="https://a.example/", start=4, end=8)
    blocks, links = place_blocks(
        "a", (block("Menu", kept=False), block("Größe 🙂"), block("See that page.", links=(link,)))
    )
    assert [(b.position, b.start_char, b.end_char) for b in blocks] == [(0, None, None), (1, 0, 7), (2, 9, 23)]
    assert [(found.anchor, found.start_char, found.end_char) for found in links] == [("that", 13, 17)]


def test_links_of_dropped_blocks_are_no_links_of_the_body() -> None:
    menu = block("Menu", kept=False, links=(PageLink(url="https://a.example/", start=0, end=4),))
    assert place_blocks("a", (menu,))[1] == ()


@given(st.lists(st.builds(lambda text, kept: block(text, kept=kept), st.text(min_size=1), st.booleans())))
def test_spans_hold_and_kept_blocks_are_the_text(page_blocks: list[PageBlock]) -> None:
    text = article_text(tuple(page_blocks))
    blocks, _ = place_blocks("a", tuple(page_blocks))
    assert [b.text for b in blocks] == [b.text for b in page_blocks]
    assert "\n\n".join(b.text for b in blocks if b.kept) == text
    assert all(text[b.start_char : b.end_char] == b.text for b in blocks if b.kept)
