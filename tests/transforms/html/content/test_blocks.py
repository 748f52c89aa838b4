"""A page is cut into its text blocks in reading order."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from transforms.html.content.blocks import text_blocks


def texts(markup: str) -> list[str]:
    return [block.text for block in text_blocks(html.document_fromstring(markup))]


def test_blocks_end_where_block_elements_do() -> None:
    assert texts("<div>Intro <b>bold</b><p>One,\n two</p>tail</div><ul><li>Item <p>deep</p> after</li></ul>") == [
        "Intro bold", "One, two", "tail", "Item", "deep", "after"
    ]  # fmt: skip


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    assert texts("<div>One<br>line<br><br>Two</div>") == ["One line", "Two"]


def test_scripts_styles_and_buttons_are_no_text() -> None:
    assert texts("<p>A</p><script>x</script><style>y</style><button>z</button><template><p>t</p></template>B") == [
        "A",
        "B",
    ]


def test_links_keep_their_place() -> None:
    block = text_blocks(html.document_fromstring("<p>See  the <a href='/x'> old pier </a>, now.</p>"))[0]
    (anchor,) = block.anchors
    assert (anchor.href, block.text[anchor.start : anchor.end]) == ("/x", "old pier")


def test_a_link_around_blocks_is_one_in_each() -> None:
    blocks = text_blocks(html.document_fromstring("<a href='/card'><h3>Card</h3><p>Teaser</p></a>"))
    assert [(b.text, [(a.start, a.end) for a in b.anchors]) for b in blocks] == [
        ("Card", [(0, 4)]),
        ("Teaser", [(0, 6)]),
    ]


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zs", "Zl", "Zp"]), min_size=1))
)
def test_no_character_of_a_paragraph_is_lost(words: list[str]) -> None:
    paragraph = html.Element("p")
    paragraph.text = " ".join(words)
    assert " ".join(block.text for block in text_blocks(paragraph)) == " ".join(paragraph.text.split())
