"""The local web page to read a lake: its addresses, and what it answers with beside the pages themselves."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from flows.answers.limits import Limits
from flows.answers.reader import Reader, question
from flows.explore import article_pages, entity_pages, list_pages, sql_page
from flows.explore.listing import Listing
from flows.explore.rendering import TEMPLATES, page
from flows.inputs.errors import UsageError
from flows.pages import environment as shared_pages
from flows.pages.environment import environment
from flows.scheduling.guarded_app import App, Receive, Scope, Send, guarded, names_of
from flows.search.index import read_ahead
from sql.asking.views import views
from sql.errors import LakeError
from sql.lake import read_lake

STYLE = Path(shared_pages.__file__).with_name("style.css")
ICON = Path(__file__).parent / "static" / "icon.svg"

HEADERS = {
    # A page brings no script, shows nothing from elsewhere, and stands in no other page.
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",  # the address of a view holds what was searched for
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}

ROUTES = {
    "/": list_pages.articles,
    "/article/{article_id}": article_pages.article,
    "/article/{article_id}/values": article_pages.article_values,
    "/article/{article_id}/dropped": article_pages.dropped,
    "/article/{article_id}/versions": article_pages.versions,
    "/article/{article_id}/copies": article_pages.copies,
    "/entities": list_pages.entities,
    "/entity/{entity_id}": entity_pages.entity,
    "/entity/{entity_id}/{part}": entity_pages.entity_part,
    "/map": list_pages.places,
    "/sql": sql_page.sql,
    "/tables": list_pages.tables,
}


@contextmanager
def explore_app(lake: Path, port: int, limits: Limits) -> Iterator[App]:
    """Give the app that shows the lake in the folder `lake` to this machine's browsers at `port`.

    It can change nothing: its connections read the lake alone, and what it answers to are requests to GET. One has the
    listed articles in memory, where a second thread takes longer than it saves; the other has all threads for the rest.
    The articles are listed before it is given: 10 seconds at a hundred thousand of them.
    Raises LakeError when there is no lake, or it cannot be opened.
    """
    with (
        read_lake(lake, limits.memory, hold=False, threads=1) as connection,
        read_lake(lake, limits.memory, hold=False) as for_lake,
        ThreadPoolExecutor(1) as thread,
    ):
        routes = [Route(path, endpoint, methods=["GET"]) for path, endpoint in ROUTES.items()]
        app = Starlette(
            routes=[*routes, Route("/static/{name}", _static, methods=["GET"])],
            exception_handlers={HTTPException: _wrong, UsageError: _wrong, LakeError: _wrong},
        )
        listing = Listing(connection, lake, thread)
        app.state.reader = Reader(connection, limits, lake, lambda: listing.snapshot)
        app.state.lake_reader = Reader(for_lake, limits, lake)
        app.state.listing = listing
        app.state.lake = lake
        _make_ready(lake, listing, app.state.reader, app.state.lake_reader)
        yield guarded(_with_headers(app), names_of("127.0.0.1", port))


def _make_ready(lake: Path, listing: Listing, reader: Reader, lake_reader: Reader) -> None:
    """Do before anybody waits for it what the first pages would do: it takes them a second longer than later ones.

    Templates are compiled, what the tables mean is read, what their files say of themselves, the index of the search is
    read, and DuckDB looks for the libraries whose values it can take.
    """
    listing.follow()
    for name in (templates := environment(TEMPLATES)).list_templates(extensions=["html"]):
        templates.get_template(name)
    views()
    read_ahead(lake)
    for row in reader.rows(question("any_article", {})):
        lake_reader.rows(question("one_article", row))
        lake_reader.rows(question("article_values", row))


def _static(request: Request) -> Response:
    files = {"style.css": (STYLE, "text/css"), "icon.svg": (ICON, "image/svg+xml")}
    if request.path_params["name"] not in files:
        raise HTTPException(404, "There is no such file.")
    path, media_type = files[request.path_params["name"]]
    return FileResponse(path, media_type=media_type)


def _wrong(request: Request, error: Exception) -> Response:
    """Say in a page what cannot be shown, and why."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    return page(request, "wrong.html", status, said=error.detail if isinstance(error, HTTPException) else str(error))


def _with_headers(app: App) -> App:
    """Return `app` with HEADERS on all that it answers, and deaf to what pages of other sites embed.

    A browser says with Sec-Fetch-Site that another site's page asks; where the person follows a link, it may.
    """

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Scope) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        if scope["type"] == "http" and _is_embedded(scope):
            await sent({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
            await sent({"type": "http.response.body", "body": b"This page is not for other sites to embed.\n"})
        else:
            await app(scope, receive, sent)

    return answered


def _is_embedded(scope: Scope) -> bool:
    headers = {name.lower(): value for name, value in scope["headers"]}
    is_foreign = headers.get(b"sec-fetch-site", b"none") in {b"cross-site", b"same-site"}
    return is_foreign and headers.get(b"sec-fetch-mode") != b"navigate"
