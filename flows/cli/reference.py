"""Write the pages of docs that are read from the code: `uv run python -m flows.cli.reference`."""

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields
from html import escape
from pathlib import Path

import click

from flows.cli.dictionary import data_dictionary, markdown_table
from flows.cli.main import cli
from flows.inputs.source import KEYS, MEANINGS, Kind, Source
from sql.asking.queries import Parameter, Query, queries
from sql.scripts import scripts

GENERATED = (
    "This page is written from {source} by `uv run python -m flows.cli.reference`; a test fails when the two differ."
)

_CODE_OR_MARKUP = re.compile(r"(`[^`]*`)|([*<_])")
"""A piece of code, or what Markdown would take for markup outside of code."""


_EXAMPLE = re.compile(r"^comment on view \w+ is '[^\n]*?: ((?:select|from) [^\n]*)';$", re.MULTILINE)
"""The question to begin with that ends what the catalogue says of a view."""


def commands_page() -> str:
    """Return the page of all commands with their arguments and options, as `--help` has them."""
    opening = f"# Commands\n\n{GENERATED.format(source='the commands themselves')}\n"
    return "\n".join([opening, *_commands(cli, "newslake", None)])


def _commands(command: click.Command, name: str, above: click.Context | None) -> Iterable[str]:
    context = click.Context(command, info_name=name.rpartition(" ")[2], parent=above)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    yield f"## {name}\n\n{_help(command)}\n\n```text\n{usage}\n```\n"
    records = [parameter.get_help_record(context) for parameter in command.params]
    options = [record for record in records if record and record[1]]
    if options:
        yield markdown_table(("option", "meaning"), ((_code(given), _text(meaning)) for given, meaning in options))
    if isinstance(command, click.Group) and name != "newslake query":
        for one in command.list_commands(context):
            if found := command.get_command(context, one):
                yield from _commands(found, f"{name} {one}", context)


def _code(given: str) -> str:
    """Return words as code in a cell of a table, where Markdown has no bar in backticks that all renderers agree on."""
    return f"<code>{escape(given).replace('|', '&#124;')}</code>" if "|" in given else f"`{given}`"


def _help(command: click.Command) -> str:
    paragraphs = (command.help or "").split("\n\n")
    return "\n\n".join(_text(" ".join(paragraph.split())) for paragraph in paragraphs)


def _text(words: str) -> str:
    return _CODE_OR_MARKUP.sub(lambda found: found[1] or f"\\{found[2]}", words)


def sources_page() -> str:
    """Return the page of what a sources file may hold."""
    rows = ((f"`{key}`", _needed(key), _text(MEANINGS[key])) for key in KEYS)
    kinds = ", ".join(f"`{kind}`" for kind in Kind)
    return (
        f"# The sources file\n\n{GENERATED.format(source='`flows/inputs/source.py`')}\n\n"
        '`sources.toml` has a table `[[source]]` for each source, and may have a line `notify = "…"` before the first '
        "one ([what it does](../maintenance.md#being-told)). `newslake sources check` says what is wrong, by line. "
        f"The kinds are {kinds}.\n\n" + markdown_table(("key", "default", "meaning"), rows)
    )


def _needed(key: str) -> str:
    (default,) = (field.default for field in fields(Source) if field.name == key)
    return "required" if default is MISSING else "none" if default is None else f"`{str(default).lower()}`"


def views_page() -> str:
    """Return the page of the views: what a row is, and a question to begin with."""
    parts = [f"# Views\n\n{GENERATED.format(source='`sql/views/*.sql`')}\n"]
    for view in scripts("views"):
        parts.append(f"## {view.name}\n\n{_text(view.about)}\n")
        if question := _EXAMPLE.search(view.text):
            parts.append("```sql\n{}\n```\n".format(question[1].replace("''", "'")))
        parts.append(f"[Its columns](../data-dictionary.md#{view.name}-view)\n")
    return "\n".join(parts)


def queries_page() -> str:
    """Return the page of the queries that come with newslake: what each asks, its parameters, its SQL."""
    about = (
        f"# Queries\n\n{GENERATED.format(source='`sql/queries/*.sql`')} Examples of each are in [Queries and views]"
        "(../queries.md).\n"
    )
    return "\n".join([about, *map(_query, queries().values())])


def _query(query: Query) -> str:
    rows = [(f"`--{one.name}`", _default(one), _text(one.meaning)) for one in query.parameters]
    table = markdown_table(("parameter", "default", "meaning"), rows) + "\n" if rows else ""
    body = query.text[query.text.index("\n\n") :].strip()
    unrun = "<!-- not run: tests/flows/cli/commands/test_query.py asks each with its parameters -->"
    return f"## {query.name}\n\n{_text(query.about)}\n\n{table}{unrun}\n```sql\n{body}\n```\n"


def _default(parameter: Parameter) -> str:
    if parameter.default is None:
        return "required"
    return f"`{parameter.default}`" if parameter.default else ""


PAGES: dict[str, Callable[[], str]] = {
    "data-dictionary.md": data_dictionary,
    "reference/commands.md": commands_page,
    "reference/sources-file.md": sources_page,
    "reference/views.md": views_page,
    "reference/queries.md": queries_page,
}
"""The pages by their paths below docs."""


def main(docs: Path) -> None:
    """Write all pages into the folder `docs`."""
    for path, page in PAGES.items():
        (docs / path).parent.mkdir(exist_ok=True)
        (docs / path).write_text(page(), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
