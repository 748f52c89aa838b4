"""The pages of an article: its text with the values marked, what cleaning dropped, its versions and its copies."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from flows.answers.reader import Ask, Question, Row, question
from flows.explore.differences import differences
from flows.explore.downloads import download
from flows.explore.marks import marked_paragraphs, values_of
from flows.explore.rendering import lake_reader_of, page, reader_of, wanted_style
from transforms.records.reasons import BlockReason

HEADER = ("subtitle", "authors", "site", "published_at", "modified_at", "section", "topics", "language", "url")
"""What is said of an article above its text."""

MORE = (
    "word_count", "comment_count", "license", "paywalled", "canonical_url", "published_at_from", "published_precision",
    "fetched_at", "document_id", "article_id", "version",
)  # fmt: skip
"""What is said of it to who asks for more."""


def article(request: Request) -> Response:
    """Show an article with its values marked in the text and listed beside it."""
    reader, key = lake_reader_of(request), _key(request)
    asked = question("one_article", key)
    if style := wanted_style(request):
        return download(reader, asked, style)
    with reader.at_once() as ask:
        found = _one(ask, request)
        rows = ask(values_asked(found))
    return page(request, "article.html", **article_shown(found, rows))


def values_asked(found: Row) -> Question:
    """Return the question for the values of an article."""
    return question("article_values", {"article_id": found["article_id"], "version": found["version"]})


def article_shown(found: Row, rows: list[Row]) -> dict[str, Any]:
    """Return what the template of an article shows of one, and of the rows of its values."""
    values = values_of(rows)
    return {
        "article": found,
        "header": {name: found[name] for name in HEADER if found[name] not in (None, [], "")},
        "more": {name: found[name] for name in MORE if found[name] not in (None, [], "")},
        "paragraphs": list(marked_paragraphs(found["text"], values)),
        "values": values,
    }


def article_values(request: Request) -> Response:
    """Show the values of an article as a table of their own."""
    reader = lake_reader_of(request)
    found = _one(reader.rows, request)
    asked = values_asked(found)
    if style := wanted_style(request):
        return download(reader, asked, style)
    return page(request, "rows.html", heading=f"Values of {_name(found)}", rows=reader.rows(asked), about="")


def dropped(request: Request) -> Response:
    """Show every block of the document of an article: kept or dropped, as what, and why."""
    reader = lake_reader_of(request)
    found = _one(reader.rows, request)
    asked = question("article_blocks", {"article_id": found["article_id"], "version": found["version"]})
    if style := wanted_style(request):
        return download(reader, asked, style)
    blocks = reader.rows(asked)
    sentences = {reason.value: reason.sentence for reason in BlockReason}
    return page(request, "dropped.html", article=found, blocks=blocks, sentences=sentences)


def versions(request: Request) -> Response:
    """Show the versions of an article, each with how it differs from the one before."""
    reader = lake_reader_of(request)
    found = _one(reader.rows, request)
    asked = question("version_texts", {"article_id": found["article_id"]})
    if style := wanted_style(request):
        return download(reader, asked, style)
    rows = reader.rows(asked)
    pairs = list(zip([rows[0], *rows], rows, strict=False))
    titles = [list(differences(old["title"] or "", new["title"] or "")) for old, new in pairs]
    texts = [list(differences(old["text"], new["text"])) for old, new in pairs]
    return page(request, "versions.html", article=found, versions=list(zip(rows, titles, texts, strict=True)))


def copies(request: Request) -> Response:
    """Show the articles of the story that an article belongs to, the first published first."""
    reader = reader_of(request)
    found = _one(lake_reader_of(request).rows, request)
    asked = question("article_copies", {"article_id": found["article_id"]})
    if style := wanted_style(request):
        return download(reader, asked, style)
    return page(request, "copies.html", article=found, copies=reader.rows(asked))


def _key(request: Request) -> dict[str, Any]:
    version = request.query_params.get("version", "")
    is_number = version.isascii() and version.isdigit() and len(version) < 9
    return {"article_id": request.path_params["article_id"], "version": int(version) if is_number else None}


def _one(ask: Ask, request: Request) -> Row:
    found = ask(question("one_article", _key(request)))
    if not found:
        raise HTTPException(404, "The lake has no such article, or no such version of it.")
    return found[0]


def _name(found: Row) -> str:
    return str(found["title"] or found["url"])
