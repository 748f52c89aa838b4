"""The environment of the pages' templates: whatever a template shows is text, whoever wrote it."""

from datetime import date, datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from flows.answers.display import visible
from transforms.text.urls import is_web_address

HERE = Path(__file__).parent
SHARED = HERE / "templates"


@cache
def environment(folder: Path) -> Environment:
    """Return the environment of the templates in `folder` and of those that all pages share.

    Text is escaped in every template, whatever its name, and characters that act instead of being seen are written as
    their codes: a name from a page cannot bring markup, nor turn the direction of what stands beside it.
    """
    made = Environment(
        loader=FileSystemLoader([folder, SHARED]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"number": number, "shortened": shortened, "day": day, "moment": moment}
    made.tests |= {"web_address": is_web_address, "moment": lambda value: isinstance(value, datetime)}
    made.globals["style"] = style
    return made


def _shown(value: object) -> object:
    if value is None:
        return ""
    return visible(value, lines=True) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def style() -> Markup:
    """Return the style sheet of all pages, for those that carry it in themselves."""
    return Markup((HERE / "style.css").read_text("utf-8"))  # noqa: S704 - our own file


def number(value: float | None) -> str:
    """Return a number as people write it: 2,500 and 0.25; nothing for None."""
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.4g}"


def day(value: date | datetime | None) -> str:
    """Return the day of a date or moment in ISO 8601; nothing for None."""
    return "" if value is None else f"{value:%Y-%m-%d}"


def moment(value: datetime | None) -> str:
    """Return a moment to the minute, with its zone; nothing for None."""
    return "" if value is None else f"{value:%Y-%m-%d %H:%M} {value.tzname() or ''}".rstrip()


def shortened(text: str, length: int = 160) -> str:
    """Return the beginning of a text, in a line."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
