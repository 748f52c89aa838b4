"""The other extractors that pages are given to; those that are not installed are left out."""

import sys
from collections.abc import Callable
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from quality_sets.runs import Prediction

Tool = Callable[[str], Prediction]


def trafilatura(html: str) -> Prediction:
    """Return what trafilatura finds."""
    from trafilatura import bare_extraction

    found = bare_extraction(html, with_metadata=True)
    if found is None:
        return {}
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return {"title": found.title, "authors": authors, "date": found.date, "text": found.text}


def newspaper(html: str) -> Prediction:
    """Return what newspaper4k finds."""
    from newspaper import Article

    article = Article("https://news.example/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return {"title": article.title, "authors": article.authors, "date": article.publish_date, "text": article.text}


def news_please(html: str) -> Prediction:
    """Return what news-please finds."""
    from newsplease import NewsPlease

    found = NewsPlease.from_html(html, url=None, fetch_images=False)
    return {"title": found.title, "authors": found.authors, "date": found.date_publish, "text": found.maintext}


def installed_tools() -> dict[str, Tool]:
    """Return the extractors that are installed, by name and version; trafilatura is always among them."""
    tools: dict[str, Tool] = {"trafilatura": trafilatura, "newspaper4k": newspaper, "news-please": news_please}
    return {f"{name} {found}": tool for name, tool in tools.items() if (found := _installed(name))}


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def predicted(tool: Tool, page: Path) -> Prediction:
    """Return what a tool makes of a page; nothing when it fails on it."""
    try:
        return tool(page.read_text("utf-8", "replace"))
    except Exception as error:  # noqa: BLE001 - the tools raise what they like, and a failure is their result
        print(f"{tool.__name__} failed on a page: {error}", file=sys.stderr)
        return {}


def as_paragraphs(tool: Tool) -> Tool:
    """Let a tool for pages read plain text: its blocks as paragraphs of a page."""

    def read(text: str) -> Prediction:
        return tool(
            f"<html><body>{''.join(f'<p>{escape(block)}</p>' for block in text.split(chr(10) * 2))}</body></html>"
        )

    return read
