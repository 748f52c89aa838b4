"""The body is the best run of paragraphs, not every long block."""

from transforms.plain.blocks import PlainBlock, plain_blocks
from transforms.plain.body import body_positions, body_run, weight

PARAGRAPHS = [
    "The harbour of Split was closed on Saturday after a tanker lost power in its entrance, officials said.",
    "Two tugs pulled the tanker to safety. Nobody was hurt, but eleven ferries had to wait for hours.",
    "The tanker had left the harbour of Rijeka on Friday night with a cargo of fuel. Its captain is being questioned.",
]
MENU = ["Home", "News", "Sport", "Weather", "Jobs", "Cars", "Homes", "Contact"]
TEASER = "Ten recipes that will make you love the humble turnip, chosen by the cooks of our own kitchen over the years."


def blocks(*texts: str) -> tuple[PlainBlock, ...]:
    return plain_blocks("\n\n".join(texts))


def test_the_run_leaves_menus_and_lone_teasers_out() -> None:
    page = blocks(TEASER, *MENU, *PARAGRAPHS, *[f"{word} again" for word in MENU], "Imprint")
    assert [page[p].text for p in body_run(page)] == PARAGRAPHS


def test_a_heading_between_paragraphs_is_bridged() -> None:
    page = blocks(PARAGRAPHS[0], "A long wait", *PARAGRAPHS[1:])
    assert [page[p].text for p in body_positions(page)] == [PARAGRAPHS[0], "A long wait", *PARAGRAPHS[1:]]


def test_what_is_no_article_has_no_body() -> None:
    assert list(body_run(blocks(*MENU))) == []
    assert list(body_run(blocks("1", "2", "3"))) == []
    assert list(body_run(())) == []


def test_prose_speaks_for_the_body_and_furniture_against() -> None:
    prose, link, form = blocks(PARAGRAPHS[0], "Harbour of Split", "Leave a Reply")
    assert weight(prose) > 0 > weight(link) > weight(form)


ABOUT = "The magazine of our house on {} has stories, tips and courses for the whole family. It comes out each month."
TOPICS = ("cooking", "travel", "health", "gardens", "money", "letters", "schools", "museums", "sport")
DIRECTORY = [line for topic in TOPICS for line in (f"{topic.title()} now", ABOUT.format(topic))]
HEADLINE = "Tanker without power closes harbour of Split"


def test_a_run_under_the_repeated_headline_goes_before_a_longer_directory() -> None:
    page = blocks(HEADLINE, *MENU, HEADLINE, *PARAGRAPHS, *MENU * 4, *DIRECTORY)
    assert [page[p].text for p in body_run(page)] == PARAGRAPHS


def test_without_a_repeated_headline_the_longer_run_wins() -> None:
    page = blocks(HEADLINE, *PARAGRAPHS, *MENU * 4, *DIRECTORY)
    assert page[body_run(page)[-1]].text == DIRECTORY[-1]
