"""Lines that recur in a publication are dropped, whichever reader kept them."""

from transforms.records.page import Page, PageBlock
from transforms.records.reasons import BlockReason, Role
from transforms.text.recurring_lines import drop_recurring

LINES = {"The Post": frozenset({"Get our app"}), "folder": frozenset({"Tip line: 555"})}

STORY = "A ship ran aground off the cape."


def page(*texts: str, site: str | None = None, reason: BlockReason = BlockReason.EXTRACTOR) -> Page:
    return Page(blocks=tuple(PageBlock(text=t, kept=True, role=Role.BODY, reason=reason) for t in texts), site=site)


def kept(page: Page) -> list[str]:
    return [block.text for block in page.blocks if block.kept]


def test_what_recurs_in_the_publication_is_dropped_and_recorded() -> None:
    read = drop_recurring(page(STORY, "Get our app", "Tip line: 555", site="The Post"), "folder", LINES)
    assert kept(read) == [STORY, "Tip line: 555"]
    assert read.blocks[1].reason is BlockReason.RECURRING
    assert len(read.blocks) == 3


def test_without_a_site_the_source_counts() -> None:
    assert kept(drop_recurring(page(STORY, "Tip line: 555"), "folder", LINES)) == [STORY]
    assert kept(drop_recurring(page(STORY, "Tip line: 555"), "elsewhere", LINES)) == [STORY, "Tip line: 555"]


def test_given_text_stays_to_the_letter() -> None:
    given = page(STORY, "Get our app", site="The Post", reason=BlockReason.GIVEN)
    assert drop_recurring(given, "folder", LINES) == given


def test_what_would_leave_less_than_half_of_an_article_is_not_dropped() -> None:
    notice = page("Get our app", "Done.", site="The Post")
    assert drop_recurring(notice, "folder", LINES) == notice
