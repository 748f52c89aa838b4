"""Show what was measured: as tables in Markdown, and as the page docs/performance.md with its chart."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

TEMPLATE = Path(__file__).parent / "performance.md"

LABELS, SCALE, ROW = 220, 480, 30
"""Widths of the names and of the longest bar, and the height of a bar with its gap, in pixels."""


def tables(found: dict[str, Any]) -> str:
    """Return the steps, the sizes and the questions that were measured."""
    return "\n".join(_lines(found))


def write_page(found: dict[str, Any], docs: Path) -> None:
    """Write performance.md and images/performance.svg into the folder `docs`."""
    page = TEMPLATE.read_text("utf-8").replace("{{ tables }}", tables(found))
    (docs / "performance.md").write_text(page, "utf-8")
    (docs / "images" / "performance.svg").write_text(_chart(found), "utf-8")


def _lines(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['articles']:,} articles, {found['day']}; {found['machine']}.\n"
    columns = list(next(iter(found["steps"].values())))
    yield f"| step | {' | '.join(columns)} |"
    yield f"| --- |{' ---: |' * len(columns)}"
    for name, row in found["steps"].items():
        yield f"| {name} | {' | '.join(map(str, row.values()))} |"
    yield "\n| run | CPU time beside reading and fields |\n| --- | ---: |"
    for name, share in found["beside the fields"].items():
        yield f"| {name} | {share:.1%} |"
    yield "\n| bytes | MB |\n| --- | ---: |"
    for name, size in found["bytes"].items():
        yield f"| {name} | {size / 1e6:.1f} |"
    yield "\n| question | s |\n| --- | ---: |"
    for name, seconds in found["questions"].items():
        yield f"| {name} | {seconds} |"


def _chart(found: dict[str, Any]) -> str:
    """Return bars of the articles per second of the steps that extract, as SVG."""
    rates = {name: row["articles/s"] for name, row in found["steps"].items() if "unchanged" not in name}
    most, height = max(rates.values()), ROW * (len(rates) + 1)
    bars = "".join(_bar(number, name, rate, most) for number, (name, rate) in enumerate(rates.items()))
    title = f"Articles per second, {found['articles']:,} articles, {escape(found['machine'])}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LABELS + SCALE + 80} {height}" role="img" '
        f'font-family="sans-serif" font-size="14"><title>{title}</title>'
        f'<text x="0" y="18" fill="#777">{title}</text>{bars}</svg>\n'
    )


def _bar(number: int, name: str, rate: float, most: float) -> str:
    top, width = ROW * (number + 1), SCALE * rate / most
    return (
        f'<text x="0" y="{top + 17}" fill="#777">{escape(name)}</text>'
        f'<rect x="{LABELS}" y="{top + 3}" width="{width:.0f}" height="{ROW - 10}" fill="#4a7ebb"/>'
        f'<text x="{LABELS + width + 8:.0f}" y="{top + 17}" fill="#777">{rate}</text>'
    )
