"""Keep the rows of small writes in the catalogue until they are many, so that a run does not leave a file a table."""

import duckdb

from sql.literals import identifier, literal
from sql.scripts import statement
from sql.tables import Table, tables
from sql.threads import one_thread

MOST_ROWS = 200
"""Rows of one insert that stay in the catalogue: measured with `inputs`, more take longer there than in a new file."""

ENOUGH_ROWS = 20_000
"""Rows in the catalogue that a run writes to Parquet at its end: half a day of polls of four feeds that each announce a
hundred addresses. So many make it 3 MB larger, and a count over them 0.02 s slower (measured with `inputs`)."""


def is_inlined(table: Table) -> bool:
    """Whether small writes of a table may stay in the catalogue.

    Raw documents are too large for it. Lists of text go into it as the text of the list, and a NUL in one breaks the
    statement that DuckLake makes of it: with an article's tables fails its batch.
    """
    return not any(column.type in {"BLOB", "VARCHAR[]"} for column in table.columns)


def inline_small_writes(connection: duckdb.DuckDBPyConnection) -> None:
    """Let the attached lake keep small writes in the catalogue, from now on; to be called when its tables are there."""
    for table in filter(is_inlined, tables().values()):
        connection.execute(
            f"call lake.set_option('data_inlining_row_limit', {literal(MOST_ROWS)}, table_name => $1)",
            [table.name],
        )


def inlined_rows(connection: duckdb.DuckDBPyConnection) -> int:
    """Return how many rows the catalogue holds itself, with those that are of older snapshots alone."""
    names = [name for (name,) in connection.execute(statement("inlined_tables")).fetchall()]
    if not names:
        return 0
    # One question for all of them: a question for each took six times as long.
    is_in_postgres = connection.execute(statement("is_in_postgres")).fetchall()
    place = "" if is_in_postgres else "__ducklake_metadata_lake."
    counts = " union all ".join(f"select count(*) as rows from {place}{identifier(name)}" for name in names)  # noqa: S608
    # DuckDB knows those tables alone that were there when it was connected, and PostgreSQL is asked itself.
    source = f"postgres_query('__ducklake_metadata_lake', {literal(counts)})" if is_in_postgres else f"({counts})"
    return int(connection.execute(f"select sum(rows) from {source}").fetchall()[0][0])  # noqa: S608


def flush(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the rows that the catalogue holds to Parquet files; older snapshots stay what they were."""
    one_thread(connection)
    connection.execute("call ducklake_flush_inlined_data('lake')")
