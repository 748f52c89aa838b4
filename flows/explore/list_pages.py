"""The pages that list: articles by words and facets, entities, the map of places, the tables of the lake."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from flows.answers.reader import Question, Row, question
from flows.explore.downloads import download
from flows.explore.filters import Filters
from flows.explore.rendering import address, page, reader_of, wanted_style
from flows.explore.words import MOST_FOUND, found_by_words, snippets
from flows.pages.charts import Chart, land, over_time, world_map
from sql.asking.views import views
from sql.tables import tables as lake_tables

A_PAGE = 25
"""Articles on a page: what is read through before the words are changed."""

MOST_LISTED = 200
"""Entities that a page lists; their names narrow it down."""

MOST_PLACES = 400
"""Places on a map, which more would cover."""

DAYS_LISTED = 12
"""As many as of each other facet."""

THE_LAKE = "the lake, by the articles' days of publication"

FACETS = {"outlet": "Outlet", "language": "Language", "section": "Section", "entity": "Who and what"}


def articles(request: Request) -> Response:
    """Show the articles that match the words and facets of the address."""
    reader, filters = reader_of(request), Filters.of(request.query_params)
    number = _page_number(request)
    wanted = _wanted(request, filters)
    if style := wanted_style(request):
        return download(reader, _articles(wanted, None, 0), style)
    asked_of_facets = question("article_facets", wanted, matching="matching_articles")
    lake = request.app.state.lake
    with reader.at_once() as ask:
        facets, found = ask(asked_of_facets), ask(_articles(wanted, A_PAGE, (number - 1) * A_PAGE))
    return page(
        request,
        "articles.html",
        found=found,
        snippets=snippets(reader, lake, filters.q, [row["article_id"] for row in found]) if filters.q else {},
        total=sum(row["articles"] for row in facets if row["facet"] == "day"),
        facets={name: [row for row in facets if row["facet"] == name] for name in FACETS},
        headings=FACETS,
        days=_latest_days(facets),
        volume=_volume(facets),
        is_cut=bool(filters.q) and len(wanted["found"].split()) == MOST_FOUND,
        most=MOST_FOUND,
        filters=filters,
        chosen=_chosen(filters, request),
        number=number,
        a_page=A_PAGE,
    )


def entities(request: Request) -> Response:
    """Show the entities that most articles name, those with the words of the address in their name."""
    reader, given = reader_of(request), request.query_params
    words, kind = given.get("q", "").strip() or None, given.get("kind") or None
    style = wanted_style(request)
    asked = question("entity_list", {"words": words, "kind": kind, "most": None if style else MOST_LISTED})
    if style:
        return download(reader, asked, style)
    return page(request, "entities.html", entities=reader.rows(asked), most=MOST_LISTED, words=words, kind=kind)


def places(request: Request) -> Response:
    """Show on a map the places that the matching articles mention."""
    reader, filters = reader_of(request), Filters.of(request.query_params)
    style = wanted_style(request)
    asked = question(
        "matching_places",
        _wanted(request, filters) | {"most": None if style else MOST_PLACES},
        matching="matching_articles",
    )
    if style:
        return download(reader, asked, style)
    shown = [
        (row["name"], row["latitude"], row["longitude"], row["articles"], _of_place(filters, row))
        for row in reader.rows(asked)
        if row["latitude"] is not None
    ]
    world = world_map("Places that articles mention", "articles", "places resolved by GeoNames", shown)
    return page(request, "map.html", map=world, land=land(), filters=filters, chosen=_chosen(filters, request))


def tables(request: Request) -> Response:
    """Show the tables and views that there are to ask, with what their columns mean."""
    return page(request, "tables.html", tables=[*views().values(), *lake_tables().values()])


def _wanted(request: Request, filters: Filters) -> dict[str, Any]:
    """Return the parameters of what matches the filters, with the articles that have the words."""
    reader, lake = reader_of(request), request.app.state.lake
    return filters.parameters(found_by_words(reader, lake, filters.q) if filters.q else None)


def _articles(wanted: Mapping[str, Any], most: int | None, skipped: int) -> Question:
    return question("article_list", {**wanted, "most": most, "skipped": skipped}, matching="matching_articles")


def _page_number(request: Request) -> int:
    given = request.query_params.get("page", "")
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def _chosen(filters: Filters, request: Request) -> list[tuple[str, Any, str]]:
    """Return what the address narrows to: the name, the value as people know it, and the address without it."""
    chosen = filters.chosen()
    named: dict[str, Any] = {}
    words = {"q": "words"}
    if filters.entity:
        found = reader_of(request).rows(question("entity_header", {"entity": filters.entity}))
        named["entity"] = found[0]["name"] if found else filters.entity
    return [
        (words.get(name, name), named.get(name, value), address(request.url.path, chosen, **{name: None}))
        for name, value in chosen.items()
    ]


def _of_place(filters: Filters, row: Row) -> str:
    return address("/", filters.chosen(), place=row["geonames_id"])


def _latest_days(facets: Iterable[Row]) -> list[Row]:
    days = [row for row in facets if row["facet"] == "day" and row["value"]]
    return sorted(days, key=lambda row: row["value"], reverse=True)[:DAYS_LISTED]


def _volume(facets: Iterable[Row]) -> Chart:
    days = ((row["value"], row["articles"]) for row in facets if row["facet"] == "day" and row["value"])
    return over_time("Articles", "articles", THE_LAKE, [(date.fromisoformat(day), count) for day, count in days])
