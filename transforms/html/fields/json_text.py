"""Read the JSON that a page holds for machines, as broken as templates write it."""

import json
from typing import Any

import regex

_CDATA = regex.compile(
    r"^\s*+(?:(?://|/\*)\s*+)?(?:<!\[CDATA\[|<!--)(?:\*/)?|(?:(?://|/\*)\s{0,9})?(?:\]\]>|-->)(?:\*/)?\s*+;?\s*+$"
)
_TRAILING_COMMA = regex.compile(r",(\s*[}\]])")
_BARE_DATE = regex.compile(
    r'("\s*:\s*)(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)(?=\s*[,}])'
)
"""A date as a value without its quotation marks, as templates write it that were meant for a number."""

_FIELD = regex.compile(
    r'"(@type|headline|datePublished|dateModified|articleSection)"\s*:\s*"((?:[^"\\\n]|\\.)*)"\s*[,}]', regex.V1
)


def parse_json(text: str) -> object:
    """Return what a text of JSON says, mended where that is safe; of what stays broken its plain fields."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        mended = _TRAILING_COMMA.sub(r"\1", _CDATA.sub("", text.replace("\ufeff", "")))
        mended = _BARE_DATE.sub(r'\1"\2"', mended)
    try:
        return json.loads(mended, strict=False)
    except (ValueError, RecursionError):
        return _parse_prefix(mended)


def _parse_prefix(text: str) -> object:
    # Two objects in one script, or rubbish after the first.
    try:
        return json.JSONDecoder(strict=False).raw_decode(text.lstrip())[0]
    except (ValueError, RecursionError):
        return _broken_fields(text)


def _broken_fields(text: str) -> object:
    # What cannot be parsed as a whole, for a stray quotation mark in a description, still has its plain fields.
    fields: dict[str, Any] = {}
    for name, value in _FIELD.findall(text):
        fields.setdefault(name, value)
    return fields
