"""Answer a request with a page, or with the page's rows as a file."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from flows.answers.reader import Reader
from flows.explore.downloads import MEDIA_TYPES
from flows.pages.environment import environment
from sql.sharing.shared import address_of

TEMPLATES = Path(__file__).parent / "templates"

PAGES = {"/": "Articles", "/entities": "Who and what", "/map": "Map", "/sql": "SQL", "/tables": "Tables"}
"""The pages that every page leads to."""


def reader_of(request: Request) -> Reader:
    """Return what asks the lake, as it is when a request first needs it, for this server's pages."""
    if not getattr(request.state, "is_of_now", False):
        request.app.state.listing.follow()
        request.state.is_of_now = True
    reader: Reader = request.app.state.reader
    return reader


def lake_reader_of(request: Request) -> Reader:
    """Return what asks the lake alone, not what is listed of it in memory."""
    reader: Reader = request.app.state.lake_reader
    return reader


def wanted_style(request: Request) -> str | None:
    """Return the format that a request wants its rows in; None for a page."""
    style = request.query_params.get("format") or "html"
    return None if style == "html" else style


def page(request: Request, template: str, status: int = 200, **shown: Any) -> Response:  # noqa: ANN401 - what templates show
    """Return a page made of a template, with what all pages show."""
    path = request.url.path
    common = {
        "pages": PAGES,
        "path": path,
        "lake": address_of(request.app.state.lake),
        "styles": {style: address(path, {**request.query_params, "format": style}) for style in MEDIA_TYPES},
        "standalone": False,
        "address": address,
    }
    return HTMLResponse(environment(TEMPLATES).get_template(template).render(common | shown), status)


def address(path: str, parameters: dict[str, Any], **other: Any) -> str:  # noqa: ANN401 - what an address can hold
    """Return the address of a view: `parameters`, with `other` in place of theirs, but those without a value."""
    kept = {name: value for name, value in {**parameters, **other}.items() if value not in (None, "")}
    return f"{path}?{urlencode(kept)}" if kept else path
