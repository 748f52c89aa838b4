"""The page that answers a question in SQL: as a table, a chart when its columns allow, and a file."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from flows.answers.questions import require_answerable
from flows.answers.reader import Question, Row, fetched
from flows.explore.downloads import download
from flows.explore.rendering import lake_reader_of, page, wanted_style
from flows.inputs.errors import UsageError
from flows.pages.charts import Chart, chart, over_time
from sql.errors import LakeError
from sql.scripts import scripts

MOST_ROWS = 1_000
"""Rows that the page shows; a file has them all."""

MOST_BARS = 40
"""Bars that can be told apart."""

EXAMPLE = """\
select speaker, count(*) as quotes
from who_said_what
where speaker is not null
group by speaker
order by quotes desc
limit 20"""


def sql(request: Request) -> Response:
    """Answer the question `q` of the address, which reads the lake alone."""
    reader, asked = lake_reader_of(request), request.query_params.get("q", "").strip()
    if asked and (style := wanted_style(request)):
        return download(reader, Question("answer", asked, {}), style, judged=False)
    shown: dict[str, Any] = {"rows": None, "chart": None, "kind": "", "wrong": "", "is_more": False}
    if asked:
        try:
            with reader.cursor() as cursor:
                require_answerable(cursor, asked, {})
                rows = fetched(cursor.execute(asked), MOST_ROWS + 1)
            shown |= {"rows": rows[:MOST_ROWS], "is_more": len(rows) > MOST_ROWS}
            shown["kind"], shown["chart"] = drawn(rows[:MOST_ROWS])
        except (UsageError, LakeError) as error:
            shown["wrong"] = str(error)
    examples = [script for script in scripts("queries") if "$" not in script.text]
    status = 400 if shown["wrong"] else 200
    return page(
        request,
        "sql.html",
        status,
        asked=asked or EXAMPLE,
        most=MOST_ROWS,
        examples=examples,
        is_asked=bool(asked),
        **shown,
    )


def drawn(rows: Sequence[Row]) -> tuple[str, Chart | None]:
    """Return how rows can be drawn, as columns or bars, and their chart; None when their columns do not allow it.

    They do when the first column that is no number, or the first when all are, has a value of its own in each row, and
    another is a number: days make columns over time, words and years make bars.
    """
    if not rows:
        return "", None
    labels = next((name for name in rows[0] if not _is_number(rows, name)), next(iter(rows[0])))
    numbers = next((name for name in rows[0] if name != labels and _is_number(rows, name)), None)
    if numbers is None:
        return "", None
    values = [(row[labels], float(row[numbers] or 0)) for row in rows if row[labels] is not None]
    if len({str(label) for label, _ in values}) < len(values) or len(values) < 2:
        return "", None
    if all(isinstance(label, date) for label, _ in values):
        days = [(label.date() if isinstance(label, datetime) else label, value) for label, value in values]
        return "columns", over_time(numbers, numbers, "this question", days)
    bars = [(str(label)[:80], value) for label, value in values[:MOST_BARS]]
    return "bars", chart(f"{numbers} by {labels}", numbers, "this question", bars)


def _is_number(rows: Sequence[Row], name: str) -> bool:
    values = [row[name] for row in rows if row[name] is not None]
    return bool(values) and all(
        isinstance(value, int | float | Decimal) and not isinstance(value, bool) for value in values
    )
