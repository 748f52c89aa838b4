"""Read an article that comes as a JSON object: a line of a JSONL file, with its fields given."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from transforms.html.fields.published_at import parse_date
from transforms.html.page import read_html
from transforms.records.page import PARAGRAPH_BREAK, Found, Moment, Page, PageBlock, Rejection
from transforms.records.reasons import BlockReason, Reason, Role
from transforms.text.byline import parse_byline
from transforms.text.dates import from_epoch

GIVEN = "given"
"""Evidence of a field that the JSON object gives."""

SPELLINGS = {
    "url": ("url", "link", "source_url"),
    "canonical_url": ("canonical_url", "canonical"),
    "title": ("title", "headline"),
    "subtitle": ("subtitle", "standfirst", "description"),
    "authors": ("authors", "author", "byline"),
    "published_at": (
        "date",
        "published_at",
        "date_published",
        "datePublished",
        "publish_date",
        "published",
        "pub_date",
    ),
    "modified_at": ("modified_at", "date_modified", "dateModified", "updated_at", "date_modify"),
    "language": ("language", "lang"),
    "section": ("section", "category"),
    "topics": ("topics", "tags", "keywords"),
    "site": ("site", "site_name", "sitename", "publisher"),
    "image_url": ("image_url", "image", "top_image"),
    "license": ("license",),
    "comment_count": ("comment_count",),
    "paywalled": ("paywalled",),
}
"""Under which keys exports of common scrapers hold a field; the first that is there counts."""


_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def read_json_article(text: str) -> Page | Rejection:
    """Read one article from a JSON object with `text` or `html`; Rejection says what is wrong with it.

    `text` is kept as it is: its paragraphs are its blocks. Fields given win over those that its `html` holds.
    """
    try:
        record = json.loads(text)
        if _SURROGATE.search(text):  # half of a character: no encoding can store it
            record = json.loads(json.dumps(record, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        return _malformed(f"it is not valid JSON: {error}")
    if not isinstance(record, dict):
        return _malformed("it is not a JSON object")
    body, html = record.get("text"), record.get("html")
    if isinstance(body, str) and body.strip():
        page = Page(blocks=_verbatim(body))
    elif isinstance(html, str) and html.strip():
        page = read_html(html, _text(record, "url"))
    else:
        return _malformed('it has neither "text" nor "html"')
    return _with_given(page, record)


def _malformed(detail: str) -> Rejection:
    return Rejection(reason=Reason.MALFORMED, detail=detail)


def _verbatim(body: str) -> tuple[PageBlock, ...]:
    return tuple(
        PageBlock(text=paragraph, kept=True, role=Role.BODY, reason=BlockReason.GIVEN)
        for paragraph in body.split(PARAGRAPH_BREAK)
    )


def _with_given(page: Page, record: Mapping[str, Any]) -> Page:
    given: dict[str, Any] = {
        **{
            field: _text(record, field)
            for field in ("url", "canonical_url", "subtitle", "site", "image_url", "license")
        },
        **{field: _found(_text(record, field)) for field in ("title", "section")},
        "language": _found(_language(_text(record, "language"))),
        "authors": _found(_authors(_value(record, "authors"))),
        "published_at": _found(_moment(_value(record, "published_at"))),
        "modified_at": _found(_moment(_value(record, "modified_at"))),
        "topics": _names(_value(record, "topics")),
        "comment_count": _typed(_value(record, "comment_count"), int),
        "paywalled": _typed(_value(record, "paywalled"), bool),
    }
    return replace(page, **{field: value for field, value in given.items() if value not in (None, ())})


def _value(record: Mapping[str, Any], field: str) -> object:
    return next((record[key] for key in SPELLINGS[field] if record.get(key) not in (None, "", [])), None)


def _text(record: Mapping[str, Any], field: str) -> str | None:
    value = _value(record, field)
    if isinstance(value, Mapping):  # {"name": …} of a publisher, {"url": …} of an image
        value = value.get("name") or value.get("url")
    return value.strip() or None if isinstance(value, str) else None


def _authors(value: object) -> tuple[str, ...]:
    # A list names them one by one; a string may be a byline.
    return (parse_byline(value) or _names(value)) if isinstance(value, str) else _names(value)


def _names(value: object) -> tuple[str, ...]:
    items: Iterable[object] = value if isinstance(value, list) else (value,)
    names = (item.get("name") if isinstance(item, Mapping) else item for item in items)
    return tuple(dict.fromkeys(name.strip() for name in names if isinstance(name, str) and name.strip()))


def _language(text: str | None) -> str | None:
    code = (text or "").lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isalpha() else None


def _moment(value: object) -> Moment | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return from_epoch(value)
    return parse_date(value) if isinstance(value, str) else None


def _typed(value: object, kind: type) -> object:
    return value if type(value) is kind else None


def _found(value: Any) -> Found[Any] | None:  # noqa: ANN401 - a field's value, of its own type
    return Found(value, GIVEN) if value not in (None, ()) else None
