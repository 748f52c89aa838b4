"""The data dictionary, from the DDL and the codes: `python -m flows.cli.dictionary > docs/data-dictionary.md`."""

from collections.abc import Iterable, Iterator

from sql.asking.views import views
from sql.tables import Table, tables
from transforms.records.reasons import BlockReason, Code, Outcome, Reason, Role

INTRODUCTION = """# Data dictionary

Every table and view of the lake with its columns. This page is written from `sql/schema/*.sql` and `sql/views/*.sql`,
where each column is declared and explained, by
`uv run python -m flows.cli.dictionary > docs/data-dictionary.md`; a test fails when the two differ.

Offsets count Unicode code points from 0, and `end_char` lies after the last one, as in Python:
`text[start_char:end_char]`. In SQL that is `substring(text, start_char + 1, end_char - start_char)`.
Rows below an article belong to one version of it: join them on `article_id` and `version`.
"""


def data_dictionary() -> str:
    """Return the data dictionary as Markdown."""
    sections = [INTRODUCTION, *map(_table, tables().values()), *map(_view, views().values())]
    for title, codes in (
        ("`inputs.outcome`", Outcome),
        ("`inputs.reason`", Reason),
        ("`blocks.role`", Role),
        ("`blocks.reason`", BlockReason),
    ):
        sections.append(_codes(title, codes))
    return "\n".join(sections)


def _table(table: Table) -> str:
    rows = (
        (f"`{column.name}`", f"{column.type.lower()}{'' if column.nullable else ' not null'}", column.comment)
        for column in table.columns
    )
    return f"## {table.name}\n\n{_sentence(table.comment)}\n\n{markdown_table(('column', 'type', 'meaning'), rows)}"


def _view(view: Table) -> str:
    rows = ((f"`{column.name}`", column.type.lower(), column.comment) for column in view.columns)
    return f"## {view.name} (view)\n\n{view.comment}\n\n{markdown_table(('column', 'type', 'meaning'), rows)}"


def _codes(title: str, codes: Iterable[Code]) -> str:
    rows = ((f"`{code.value}`", code.sentence) for code in codes)
    return f"## Codes of {title}\n\n{markdown_table(('code', 'meaning'), rows)}"


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def markdown_table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table in Markdown; bars in its cells are escaped."""
    return "\n".join(_lines(header, rows)) + "\n"


def _lines(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{' --- |' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


if __name__ == "__main__":
    print(data_dictionary(), end="")
