"""The page of an entity over time: what it says, what is said of it, what it does, where, when and with whom."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from flows.answers.reader import question
from flows.explore.downloads import download
from flows.explore.rendering import page, reader_of, wanted_style
from flows.pages.charts import over_time

A_FEW = 15
"""Rows of each part on the page of an entity; the part's own page has more."""

MOST_ROWS = 1_000
"""Rows on the page of a part; a file has them all."""

PARTS = {
    "said": "What {name} says",
    "told": "What others say of {name}",
    "events": "What {name} does, and what is done to {name}",
    "with": "Who and what is named together with {name}",
}
"""The parts of the page: each is sql/statements/explore/entity_*.sql."""


def entity(request: Request) -> Response:
    """Show an entity with a few rows of each part."""
    reader, key = reader_of(request), {"entity": request.path_params["entity_id"]}
    asked = question("entity_header", key)
    if style := wanted_style(request):
        return download(reader, asked, style)
    asked_of_parts = [question(f"entity_{part}", key | {"most": A_FEW + 1}) for part in PARTS]
    with reader.at_once() as ask:
        found, *rows = map(ask, [asked, *asked_of_parts])
    if not found:
        raise HTTPException(404, "No current article of the lake names such an entity.")
    parts = dict(zip(PARTS, rows, strict=True))
    days = list((found[0]["days"] or {}).items())
    name = found[0]["name"]
    return page(
        request,
        "entity.html",
        entity=found[0],
        parts_of=parts,
        headings={part: heading.format(name=name) for part, heading in PARTS.items()},
        few=A_FEW,
        days=over_time("Articles", "articles", "the lake, by the articles' days of publication", days),
    )


def entity_part(request: Request) -> Response:
    """Show the rows of one part of an entity's page."""
    reader, part = reader_of(request), request.path_params["part"]
    if part not in PARTS:
        raise HTTPException(404, "There is no such page.")
    key = {"entity": request.path_params["entity_id"]}
    style = wanted_style(request)
    asked = question(f"entity_{part}", key | {"most": None if style else MOST_ROWS})
    if style:
        return download(reader, asked, style)
    with reader.at_once() as ask:
        found, rows = ask(question("entity_header", key)), ask(asked)
    if not found:
        raise HTTPException(404, "No current article of the lake names such an entity.")
    return page(
        request,
        "rows.html",
        heading=PARTS[part].format(name=found[0]["name"]),
        rows=rows,
        about=f"At most {MOST_ROWS:,} rows; a file has them all.",
    )
