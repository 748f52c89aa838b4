"""Judge whether a question reads nothing but the lake, by the tree that DuckDB parses it into."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import duckdb

from sql.errors import QuestionError
from sql.literals import literal
from sql.scripts import statement

TABLE_FUNCTIONS = frozenset({"generate_series", "json_each", "json_tree", "range", "repeat", "repeat_row", "unnest"})
"""What may stand in FROM: functions that make rows of their arguments. Any other may read a file, or the settings."""

REFUSED_FUNCTIONS = frozenset(
    {
        "combine",  # takes states of aggregates, which are memory as it is
        "current_setting",  # folders, and the machine's
        "currval",
        "finalize",
        "json_serialize_plan",  # binds a question of its own, and so opens the files that it names
        "nextval",
        "write_log",
    }
)
"""Functions of DuckDB itself that do more than reckon with their arguments."""

IN_THE_GRAMMAR = frozenset({"unnest"})
"""Functions that DuckDB knows and does not list."""

TABLE_KINDS = frozenset(
    {"BASE_TABLE", "EMPTY", "EXPRESSION_LIST", "JOIN", "PIVOT", "SHOW_REF", "SUBQUERY", "TABLE_FUNCTION"}
)
"""What the parser makes of FROM; another kind would be new to this module, and is refused."""

SHOWN = frozenset({'"tables"', "__show_tables_expanded"})
"""SHOW TABLES and SHOW ALL TABLES, as the parser names them; SHOW of a table is a question of its own."""

OF_THE_LAKE = frozenset({("", "main"), ("", "lake"), ("lake", "main")})
"""How a table of the lake may be qualified, as catalogue and schema."""

INFORMATION = frozenset({"columns", "schemata", "tables", "views"})
"""The views of the standard's information_schema that tell of tables and their columns."""

_PLAIN_NAME = re.compile(r"\w+")

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a question may name: functions, tables and views of the lake, and no name of DuckDB's own views."""

    functions: frozenset[str]
    tables: frozenset[str]
    system_views: frozenset[str]


def require_confined(connection: duckdb.DuckDBPyConnection, question: str) -> None:
    """Raise QuestionError when `question`, one statement, names anything but the lake and functions that only reckon.

    All that is not known to be harmless is refused: it does not matter where in the question it stands, for every node
    of the tree is looked at. `connection` is one that reads the lake; duckdb.Error is raised for what is no SQL.
    """
    # As a literal: for a parameter DuckDB looks whether it is one of pandas, and so loads pandas where it is installed.
    serialized = connection.execute(f"select json_serialize_sql({literal(question)})").fetchall()[0][0]
    try:
        tree = json.loads(serialized)
    except RecursionError:
        raise QuestionError("the question is nested too deeply to be judged") from None
    if tree["error"]:
        raise QuestionError(f"the question cannot be judged: {tree['error_message']}")
    nodes = list(_nodes(tree["statements"]))
    vocabulary = _vocabulary(connection)
    ctes = _ctes(nodes, vocabulary)
    table_functions = {id(node["function"]) for node in nodes if node.get("type") == "TABLE_FUNCTION"}
    for node in nodes:
        if "function_name" in node:
            allowed = TABLE_FUNCTIONS if id(node) in table_functions else vocabulary.functions
            _require_function(node, allowed)
        elif "class" not in node and "sample" in node and "alias" in node:
            _require_table(node, vocabulary.tables, ctes)


def _nodes(tree: object) -> Iterator[Node]:
    """Yield every object of the tree; without recursion, for a question may be nested deeply."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _vocabulary(connection: duckdb.DuckDBPyConnection) -> Vocabulary:
    functions, views = _names_of_duckdb()
    tables = {name.lower() for name, *_ in connection.execute(statement("list_tables")).fetchall()}
    return Vocabulary(functions - REFUSED_FUNCTIONS | IN_THE_GRAMMAR, frozenset(tables), views)


@cache
def _names_of_duckdb() -> tuple[frozenset[str], frozenset[str]]:
    """Return DuckDB's functions, and its views that need no schema: as they are without extensions.

    What those bring reads what no setting keeps them from.
    """
    with duckdb.connect() as plain:
        functions = frozenset(name for (name,) in plain.execute(statement("plain_functions")).fetchall())
        views = frozenset(name for (name,) in plain.execute(statement("views_without_schema")).fetchall())
    return functions, views


def _ctes(nodes: Collection[Node], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the names that the question gives to parts of itself.

    Where such a name is out of scope it means something else: so it may be none that DuckDB has a view of, nor look
    like a file.
    """
    names = {entry["key"].lower() for node in nodes for entry in node.get("cte_map", {}).get("map", ())}
    for name in names:
        if not _PLAIN_NAME.fullmatch(name) or name in vocabulary.system_views:
            raise QuestionError(f"a part of the question cannot be named {name}")
    return frozenset(names)


def _require_function(node: Node, allowed: Collection[str]) -> None:
    name = node["function_name"].lower()
    is_window = node.get("class") == "WINDOW" and node["type"] != "WINDOW_AGGREGATE"  # these the grammar itself lists
    if not is_window and name not in allowed:  # what stands before the name may be a column: title.upper()
        raise QuestionError(f"the function {name} is not for questions, which read the lake alone")


def _require_table(node: Node, tables: Collection[str], ctes: Collection[str]) -> None:
    kind = node["type"]
    if kind not in TABLE_KINDS:
        raise QuestionError(f"the question cannot be judged: {kind}")
    if kind == "TABLE_FUNCTION" and "function_name" not in node["function"]:
        raise QuestionError("the question cannot be judged: FROM calls what is no function")
    if kind == "SHOW_REF" and not node["query"] and node["table_name"] not in SHOWN:
        raise QuestionError(f"SHOW {node['table_name']} is not for questions, which read the lake alone")
    if kind == "BASE_TABLE" and not _is_readable(node, tables, ctes):
        raise QuestionError(f"there is no table or view {node['table_name']} in the lake; `newslake tables` lists them")


def _is_readable(node: Node, tables: Collection[str], ctes: Collection[str]) -> bool:
    name = node["table_name"].lower()
    place = (node["catalog_name"].lower(), node["schema_name"].lower())
    if place == ("", ""):
        return name in tables or name in ctes
    return (place in OF_THE_LAKE and name in tables) or (place == ("", "information_schema") and name in INFORMATION)
