"""Make the tables and views of a lake, and bring those of an older lake up to date."""

from pathlib import Path

import duckdb

from sql.attach import files_of
from sql.errors import LakeError
from sql.inlining import inline_small_writes
from sql.literals import identifier, literal
from sql.scripts import HERE, Script, scripts, statement
from sql.tables import tables


def current_version(scripts_folder: Path = HERE) -> int:
    """Return the schema version of this code: the number of the last migration, 1 when there is none."""
    migrations = scripts("migrations", scripts_folder)
    return _number(migrations[-1]) if migrations else 1


def _number(migration: Script) -> int:
    return int(migration.name.split("_")[0])  # 0002_what_it_does.sql


def lake_version(connection: duckdb.DuckDBPyConnection) -> int | None:
    """Return the schema version of the attached lake; None when it has no tables yet."""
    made = connection.execute(statement("has_schema_versions")).fetchone()
    if not made:
        return None
    row = connection.execute(statement("lake_version")).fetchone()
    return int(row[0]) if row else None


def require_known(version: int | None, scripts_folder: Path = HERE) -> None:
    """Raise LakeError when a lake of schema `version` is newer than this code."""
    newest = current_version(scripts_folder)
    if version is not None and version > newest:
        raise LakeError(f"the lake has schema version {version}, this newslake knows up to {newest}; upgrade newslake")


def bring_up_to_date(connection: duckdb.DuckDBPyConnection, newslake_version: str, scripts_folder: Path = HERE) -> None:
    """Make all tables of an empty lake, or run the migrations that an older one lacks; then make the views anew.

    The comments and the options of an older one become those of this code. To be called inside a transaction.
    """
    version = lake_version(connection)
    require_known(version, scripts_folder)
    if version is None:
        pending = scripts("schema", scripts_folder)
        reached = [current_version(scripts_folder)]
    else:
        pending = tuple(m for m in scripts("migrations", scripts_folder) if _number(m) > version)
        reached = [_number(migration) for migration in pending]
    for script in (*pending, *scripts("views", scripts_folder)):
        connection.execute(script.text)
    connection.execute(statement("set_file_options"))
    _comment_anew(connection)
    for number in reached:
        connection.execute(statement("record_schema_version"), [number, newslake_version])


def set_options(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Say how the files of the lake in `folder` are written; in a commit after the one that made it or migrated it.

    On S3 a row group costs a request for each column that is read of it, and DuckLake's own, large ones stay.
    """
    inline_small_writes(connection)
    if not files_of(folder).startswith("s3://"):
        connection.execute(statement("set_row_groups"))


def _comment_anew(connection: duckdb.DuckDBPyConnection) -> None:
    """Give each column of the lake the comment that the schema gives it, so that no migration need repeat it."""
    rows = connection.execute(statement("comments")).fetchall()
    found = {(table, column): comment for table, column, comment in rows}
    for table in tables().values():
        for column in table.columns:
            if found.get((table.name, column.name), column.comment) != column.comment:
                name = f"{identifier(table.name)}.{identifier(column.name)}"
                connection.execute(f"comment on column {name} is {literal(column.comment)}")
