"""Tell which questions the lake takes: one statement that reads, confined to the lake, with its parameters."""

from collections.abc import Mapping

import duckdb

from flows.inputs.errors import UsageError
from sql.asking.confinement import require_confined


def require_answerable(connection: duckdb.DuckDBPyConnection, question: str, parameters: Mapping[str, str]) -> None:
    """Let one statement pass that only reads: COPY could write to the lake's own folder, which is open to reading.

    Raises UsageError when it is another statement or takes other `parameters`; QuestionError when it asks for more than
    the lake.
    """
    statements = connection.extract_statements(question)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise UsageError("ask one question that reads: SELECT, FROM, WITH, DESCRIBE, SHOW or SUMMARIZE")
    require_confined(connection, question)
    expected = statements[0].named_parameters
    if expected != set(parameters):
        needed = " ".join(f"--param {name}=…" for name in sorted(expected)) or "no --param"
        raise UsageError(f"this question takes {needed}")
