"""Make the pictures in docs/images: the explorer and the report on data/samples, in the Chromium of the system.

Run from the repository's root: uv run python docs/screenshots.py [LAKE], a lake of data/samples, else one is made.
"""

import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import uvicorn
from playwright.sync_api import Page, sync_playwright

from flows.answers.limits import UNTIMED
from flows.explore.app import explore_app
from flows.inputs.options import Options
from flows.pipeline.executors import local
from flows.pipeline.run import run
from flows.report.report import Scope, report

IMAGES = Path(__file__).parent / "images"
SIZE = {"width": 1000, "height": 600}


@contextmanager
def served(lake: Path) -> Iterator[str]:
    """Serve the explorer's pages of a lake, and give their address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        with explore_app(lake, port, UNTIMED) as app:
            server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
            thread = Thread(target=server.run, kwargs={"sockets": [listening]})
            thread.start()
            yield f"http://127.0.0.1:{port}"
            server.should_exit = True
            thread.join()


def take(page: Page, name: str, *, scheme: str = "light") -> None:
    """Take a picture of what the page shows."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.screenshot(path=IMAGES / f"{name}.png")


def pictures(page: Page, address: str, lake: Path, folder: Path) -> None:
    """Take all pictures."""
    page.goto(f"{address}/?q=strike*")
    take(page, "search", scheme="dark")
    page.get_by_role("link", name="Islamic resistance in Iraq").click()
    page.locator(".note").nth(4).click()
    take(page, "article")
    made = folder / "report.html"
    made.write_text(report(Path(lake), Scope()), "utf-8")
    page.goto(made.as_uri())
    page.locator("#volume").evaluate("section => section.scrollIntoView()")
    take(page, "report")


def main() -> None:
    """Make the lake where none is given, and the pictures."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        lake = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "lake"
        if len(sys.argv) == 1:
            run(Options(["data/samples"], str(lake)), local(1, None))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with served(lake) as address:
            pictures(browser.new_page(viewport=SIZE), address, lake, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
