"""Plain text: title, head and body of scrapes; every block accounted for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.plain.page import read_plain_text
from transforms.records.page import Page
from transforms.records.reasons import Role

SEED = Path(__file__).parents[3] / "data" / "samples" / "islamic-resistance-in-iraq.txt"

BRIDGE = [
    "The old bridge over the Lenne will stay closed to lorries until spring, the town council decided on Tuesday.",
    "Engineers had found cracks in two of the four piers during an inspection in August, and advised against lorries.",
    "The council expects the repair of the bridge to cost about four million euros, half of which the state will pay.",
    "Residents of the upper town complained that lorries now pass the primary school, and want a speed limit.",
]
TITLE = "Old bridge stays closed to lorries until spring"


def scrape(*lines: str) -> str:
    return "\n\n".join(lines)


def kept(page: Page) -> list[str]:
    return [block.text for block in page.blocks if block.kept]


def roles(page: Page) -> dict[str, Role]:
    return {block.text: block.role for block in page.blocks}


def test_the_seed_is_five_paragraphs_without_title_count_and_form() -> None:
    page = read_plain_text(SEED.read_text("utf-8"))
    assert page.title is not None
    assert page.title.value == "Islamic resistance in Iraq vows continued strikes against US-led coalition forces"
    assert page.comment_count == 0
    assert page.published_at is None, "2014 in the prose is no date of the article"
    assert page.modified_at is None
    assert page.authors is None
    body = kept(page)
    assert len(body) == 5
    assert body[0].startswith("Armed groups aligned with Iran pledged to persist")
    assert body[-1].endswith("forming part of the anti-IS coalition established in 2014.")
    dropped = {block.text: block.role for block in page.blocks if not block.kept}
    assert dropped == {
        page.title.value: Role.TITLE,
        "0": Role.COMMENT_COUNT,
        "Leave a Reply": Role.COMMENT_FORM,
        "Your email address will not be published. Required fields are marked *": Role.COMMENT_FORM,
    }


def test_title_byline_and_date_are_found_among_menus() -> None:
    menu = ["Home", "News", "Sport", "Weather", "Subscribe", "Log in"]
    page = read_plain_text(
        scrape(
            *menu,
            TITLE,
            "By Jane Roe and John Doe",
            "Published: 12 November 2024, 18:05",
            *BRIDGE,
            "Share",
            "Tweet",
            *menu,
        )
    )
    assert page.title is not None
    assert page.title.value == TITLE
    assert page.authors is not None
    assert page.authors.value == ("Jane Roe", "John Doe")
    assert page.published_at is not None
    assert page.published_at.value.at == datetime(2024, 11, 12, 18, 5, tzinfo=UTC)
    assert kept(page) == BRIDGE


def test_a_byline_may_run_over_lines() -> None:
    page = read_plain_text(scrape(TITLE, BRIDGE[0], "By", "Jane Roe", "John Doe", *BRIDGE[1:]))
    assert page.authors is not None
    assert page.authors.value == ("Jane Roe", "John Doe")
    assert kept(page) == BRIDGE


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("Von Anna Schmidt", "Anna Schmidt"),
        ("Par Claire Dubois", "Claire Dubois"),
        ("Por María López", "María López"),
        ("di Luca Bianchi", "Luca Bianchi"),
    ],
)
def test_bylines_of_other_languages(byline: str, author: str) -> None:
    page = read_plain_text(scrape(TITLE, byline, *BRIDGE))
    assert page.authors is not None, byline
    assert page.authors.value == (author,)


def test_dates_of_the_story_are_not_the_articles() -> None:
    body = [
        "The bridge was opened on 4 May 1932 and has carried lorries since the town abandoned its tram in June 1961.",
        *BRIDGE,
    ]
    page = read_plain_text(scrape(TITLE, *body, "Copyright 2024", "Old bridge closed for a day", "3 March 2023"))
    assert page.published_at is None
    assert page.authors is None


@pytest.mark.parametrize(
    ("published", "modified"),
    [
        ("Published: 12 November 2024", "Updated: 14 November 2024"),
        ("Publié le 12 novembre 2024", "Mis à jour le 14 novembre 2024"),
    ],
)
def test_publication_and_change_are_told_apart(published: str, modified: str) -> None:
    page = read_plain_text(scrape(TITLE, modified, published, *BRIDGE))
    assert page.published_at is not None
    assert page.published_at.value.at.day == 12
    assert page.modified_at is not None
    assert page.modified_at.value.at.day == 14


def test_a_first_paragraph_with_a_dateline_stays_in_the_body() -> None:
    first = "ALTENA, Nov 12 (Newswire) — " + BRIDGE[0]
    page = read_plain_text(scrape(TITLE, first, *BRIDGE[1:]))
    assert kept(page) == [first, *BRIDGE[1:]]


@pytest.mark.parametrize(
    "footer",
    [
        [
            "Leave a Reply",
            "Cancel reply",
            "Your email address will not be published. Required fields are marked *",
            "Comment *",
        ],
        ["Please enable JavaScript to view the comments powered by Disqus.", "Sort by Best"],
        ["Add new comment", "Log in or register to post comments"],
        [
            "Schreibe einen Kommentar",
            "Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert",
        ],
        [
            "Laisser un commentaire",
            "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
        ],
        [
            "Deja una respuesta",
            "Tu dirección de correo electrónico no será publicada. Los campos obligatorios están marcados",
        ],
        ["Добавить комментарий", "Ваш адрес email не будет опубликован. Обязательные поля помечены *"],
        ["コメントを残す", "メールアドレスが公開されることはありません。 ※ が付いている欄は必須項目です"],
    ],
)
def test_comment_forms_are_no_body(footer: list[str]) -> None:
    page = read_plain_text(scrape(TITLE, *BRIDGE, *footer))
    assert kept(page) == BRIDGE
    assert roles(page)[footer[0]] is Role.COMMENT_FORM


def test_teasers_of_other_articles_are_no_body() -> None:
    teasers = [
        "You may also like",
        "School fair draws crowds",
        "Bakery wins prize",
        "Choir seeks tenors",
        "Fire drill on Friday",
    ]
    page = read_plain_text(scrape(TITLE, *BRIDGE, *teasers))
    assert kept(page) == BRIDGE


def test_a_heading_and_a_list_in_the_body_are_kept() -> None:
    lines = [
        *BRIDGE[:2],
        "What happens now",
        BRIDGE[2],
        "- The northern pier comes first.",
        "- The southern one follows in May.",
        BRIDGE[3],
    ]
    page = read_plain_text(scrape(TITLE, *lines))
    assert kept(page) == lines
    assert roles(page)["What happens now"] is Role.HEADING
    assert roles(page)["- The northern pier comes first."] is Role.LIST


def test_a_page_that_gives_its_text_twice_keeps_it_once() -> None:
    page = read_plain_text(scrape(TITLE, *BRIDGE, TITLE, *BRIDGE))
    assert kept(page) == BRIDGE


def test_lines_may_be_paragraphs() -> None:
    assert kept(read_plain_text("\n".join([TITLE, *BRIDGE]))) == BRIDGE


def test_wrapped_lines_are_joined() -> None:
    import textwrap

    text = "\n\n".join([TITLE, *(textwrap.fill(paragraph, 60) for paragraph in BRIDGE)])
    assert kept(read_plain_text(text)) == BRIDGE


def test_japanese_is_read() -> None:
    body = [
        "市議会は火曜日の夜、古い橋のトラック通行止めを春まで続けることを決めた。橋脚にひびが見つかったためである。",
        "修理の費用はおよそ四億円と見込まれ、その半分を県が負担する。住民は学校の前の速度制限を求めている。",
    ]
    page = read_plain_text(scrape("ホーム", "ニュース", "古い橋の通行止め、春まで続く", *body))
    assert page.title is not None
    assert page.title.value == "古い橋の通行止め、春まで続く"
    assert kept(page) == body


@pytest.mark.parametrize(
    "text",
    ["", "\n \n", "three lonely words", scrape("Home", "News", "Sport", "Weather"), scrape(*map(str, range(300)))],
)
def test_what_is_no_article_keeps_nothing(text: str) -> None:
    page = read_plain_text(text)
    assert kept(page) == []
    assert page.title is None


LINES = st.one_of(
    st.sampled_from(
        [
            TITLE,
            *BRIDGE,
            "Home",
            "0",
            "By Jane Roe",
            "By",
            "12 November 2024",
            "Leave a Reply",
            "Photo: AFP",
            "- item",
            "Read more:",
        ]
    ),
    st.text(max_size=120),
)


@settings(max_examples=150)
@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\n\n", "\r\n", "\n \t\n\n"]))
def test_blocks_hold_all_the_text_in_order(lines: list[str], separator: str) -> None:
    text = separator.join(lines)
    page = read_plain_text(text)
    assert "".join("".join(block.text.split()) for block in page.blocks) == "".join(text.split())


def test_text_wrapped_at_a_wide_column_is_joined() -> None:
    text = (
        "Ports to reopen\n\n"
        "The minister of trade said on Monday that the government would publish its plan for the ports next week. She\n"
        "spoke to reporters in Lisbon after a long meeting with the unions.\n\n"
        "Dock workers had stopped work in three harbours since the weekend, and ships were waiting off the coast. The\n"
        "union said that they would go on until their pay was raised.\n"
    )
    kept = [block.text for block in read_plain_text(text).blocks if block.kept]
    assert [paragraph.endswith(("unions.", "raised.")) for paragraph in kept] == [True, True]
