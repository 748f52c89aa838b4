"""The pages in a real browser: what a person does with them, wide and narrow, by day and by night."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, ViewportSize, expect, sync_playwright

from flows.answers.limits import UNTIMED
from flows.answers.reader import Reader, question
from flows.explore.article_file import article_file
from flows.report.report import Scope, report
from sql.lake import read_lake

CHROMIUM = shutil.which("chromium")

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="there is no chromium here; on Debian: apt-get install --no-install-recommends chromium"
)

SCREENS = {"desktop": (1200, 900), "phone": (390, 844)}

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
"""Chromium itself asks for nothing, and runs as root in a container."""

GRAVE = {"serious", "critical"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page on the lake's first view; in the end, nothing was said on its console, and nobody else was asked."""
    with browser.new_context(viewport={"width": 1200, "height": 900}, base_url=served) as context:
        opened = context.new_page()
        said: list[str] = []
        asked: list[Request] = []
        opened.on("console", lambda message: said.append(message.text))
        opened.on("pageerror", lambda error: said.append(str(error)))
        context.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - it asks for arguments of a function
        opened.goto("/")
        yield opened
        assert said == []
        assert [request.url for request in asked if not request.url.startswith(f"{served}/")] == []


def test_from_a_search_to_a_receipt_and_back(page: Page) -> None:
    page.get_by_label("Words in title or text").fill("Telegram Pentagon")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Islamic resistance in Iraq vows continued strikes").click()
    text = page.locator(".text")
    expect(text.locator("p")).to_have_count(5)
    quote = text.locator(".quote", has_text="The Islamic Resistance’s response will be").first
    quote.locator("> a").last.click()
    row = page.locator("tr:target")
    expect(row).to_contain_text("direct quote")
    expect(row).to_contain_text("The group (Islamic Resistance in Iraq) assert")
    row.get_by_role("link", name="The Islamic Resistance’s response").click()
    mark = page.locator(".text :target")
    expect(mark).to_have_class("quote")
    expect(mark).to_be_in_viewport()
    page.locator("tr", has_text="The Islamic Resistance’s response").get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Islamic Resistance in Iraq")
    page.get_by_role("link", name="reshuffle the cards").click()
    expect(page.locator(".text :target")).to_have_text("reshuffle the cards")


def test_a_question_in_sql_and_its_file(page: Page, tmp_path: Path) -> None:
    page.get_by_role("link", name="SQL").click()
    page.get_by_label("A question that reads the lake").fill("select title, word_count from articles")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("heading", name="4 rows")).to_be_visible()
    expect(page.locator("svg.bar")).to_have_count(4)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    waiting.value.save_as(tmp_path / "answer.csv")
    lines = (tmp_path / "answer.csv").read_text("utf-8").splitlines()
    assert lines[0] == "title,word_count"
    assert len(lines) == 5


def test_the_keyboard_is_enough(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Words in title or text")).to_be_focused()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"


@pytest.fixture(scope="module")
def addresses(browser: Browser, served: str) -> list[str]:
    """One address of each kind of page."""
    with browser.new_context(base_url=served) as context:
        page = context.new_page()
        page.goto("/?q=Telegram")
        article = page.locator("h3 a").first.get_attribute("href")
        page.goto(f"{article}/values")
        speaker = page.locator('td a[href^="/entity/"]').first.get_attribute("href")
    parts = [f"{article}/{part}" for part in ("dropped", "versions", "copies")]
    return [
        str(article),
        "/sql?q=select+title,word_count+from+articles",
        "/",
        str(speaker),
        "/map",
        "/entities",
        *parts,
    ]


def grave(page: Page) -> list[tuple[str, str]]:
    """Return what of the page keeps people from reading it, by axe-core's rules."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], node["html"]) for one in found if one["impact"] in GRAVE for node in one["nodes"]]


# All pages in the two that differ most; the others share their widths and colours with one of these.
@pytest.mark.parametrize(
    ("screen", "scheme", "pages"),
    [("desktop", "light", 9), ("phone", "dark", 9), ("desktop", "dark", 2), ("phone", "light", 2)],
)
def test_everybody_can_read_it(
    browser: Browser, served: str, addresses: list[str], screen: str, scheme: Literal["light", "dark"], pages: int
) -> None:
    width, height = SCREENS[screen]
    size: ViewportSize = {"width": width, "height": height}
    with browser.new_context(viewport=size, color_scheme=scheme, base_url=served) as context:
        page = context.new_page()
        for address in addresses[:pages]:
            page.goto(address)
            assert grave(page) == [], address
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_files_are_read_without_a_network(browser: Browser, lake: Path, tmp_path: Path) -> None:
    with read_lake(lake) as connection:
        key = question("find_articles", {"words": "Islamic resistance"})
        (found,) = Reader(connection, UNTIMED).rows(key)
        made = article_file(connection, {"article_id": found["article_id"], "version": found["version"]})
    (tmp_path / "article.html").write_text(made, "utf-8")
    (tmp_path / "report.html").write_text(report(lake, Scope()), "utf-8")
    with browser.new_context(offline=True, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        for name in ("article.html", "report.html"):
            page.goto((tmp_path / name).as_uri())
            assert grave(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert said == []
