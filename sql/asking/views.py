"""The views of the lake and what each of their columns means, read from their .sql files."""

import re
from functools import cache

from sql.scripts import Script, scripts
from sql.tables import Column, Table, declared, tables

SAID = re.compile(r"^ *-- (\w+): (.+)$", re.MULTILINE)
"""A line of a view's file that says what a column means, as `-- day: day that it happened on`."""

SELECTED = re.compile(r"^ *(\w+)\.(\w+)(?: as (\w+))?,?$", re.MULTILINE)
"""A line that selects a column of a table or view as it is, perhaps under another name."""

WHOLE = re.compile(r"^ *select\s+\*[^;]*?\n *from (\w+)$|^ *(\w+)\.\*", re.MULTILINE)
"""A view, or a step of one, that has the columns of a table or view as they are."""


@cache
def views() -> dict[str, Table]:
    """Return the views of the lake by name; the comment of a column is empty when nothing says what it means.

    A column that is another table's or view's means what that one does, unless the view's file says what it means.
    """
    found: dict[str, Table] = {}
    for script in scripts("views"):  # by name: a view of another one comes after it
        meanings = _meanings(script, {**tables(), **found})
        columns = [Column(c.name, c.type, True, meanings.get(c.name, "")) for c in declared(script.name)]
        found[script.name] = Table(script.name, script.about, tuple(columns))
    return found


def _meanings(view: Script, others: dict[str, Table]) -> dict[str, str]:
    comments = {table.name: {column.name: column.comment for column in table.columns} for table in others.values()}
    meanings: dict[str, str] = {}
    for alone, beside in WHOLE.findall(view.text):
        meanings |= comments.get(alone or beside, {})
    for table, name, alias in SELECTED.findall(view.text):
        if meaning := comments.get(table, {}).get(name):  # of a step that has it of a table, nothing more is known
            meanings[alias or name] = meaning
    return meanings | dict(SAID.findall(view.text))
