"""Ask the PostgreSQL server of a shared lake for what a file cannot be on many machines: locks, and what is there."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from sql.errors import LakeError
from sql.sharing.shared import Shared

if TYPE_CHECKING:
    import psycopg

POLL = 0.1  # seconds between two tries

SESSION = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "application_name": "newslake",
}
"""Defaults of libpq's: a machine that is gone loses its locks after a minute, not after two hours."""

CATALOGUE_TABLES = """
select schemaname, tablename, pg_total_relation_size(format('%I.%I', schemaname, tablename)::regclass)
from pg_tables
where schemaname = current_schema() and starts_with(tablename, 'ducklake_')
"""
"""The tables of a DuckLake's catalogue, with their sizes in bytes."""


@contextmanager
def session(shared: Shared) -> Iterator["psycopg.Connection[Any]"]:
    """Give a connection to the database of a lake, each statement a transaction of its own.

    Raises LakeError when there is none to be had.
    """
    import psycopg
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    given = conninfo_to_dict(shared.database)
    unsaid: dict[str, Any] = {name: value for name, value in SESSION.items() if name not in given}
    try:
        connection = psycopg.connect(make_conninfo(shared.database, **unsaid), autocommit=True)
    except psycopg.OperationalError as error:
        words = " ".join(str(error).split())
        raise LakeError(f"the PostgreSQL server of the lake {shared.address} cannot be reached: {words}") from None
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def advisory_lock(
    shared: Shared, name: str, *, is_shared: bool = False, patience: float | None = None
) -> Iterator[bool]:
    """Hold a lock of the lake by its name, which the server lets go of when this process ends.

    Gives False when others have it for longer than `patience` in seconds; None waits for ever. One that `is_shared`
    any number of processes have at a time.
    """
    import psycopg

    mode = "_shared" if is_shared else ""
    key = "hashtextextended(%s, 0)"
    with session(shared) as connection:
        if patience is None:
            connection.execute(f"select pg_advisory_lock{mode}({key})", [f"newslake {name}"])
            is_held = True
        else:
            is_held = _tried(connection, f"select pg_try_advisory_lock{mode}({key})", f"newslake {name}", patience)
        try:
            yield is_held
        finally:
            if is_held:  # asked for, since the server takes a moment to see that a session has ended
                with suppress(psycopg.Error):
                    connection.execute(f"select pg_advisory_unlock{mode}({key})", [f"newslake {name}"])


def _tried(connection: "psycopg.Connection[Any]", question: Any, name: str, patience: float) -> bool:  # noqa: ANN401
    deadline = monotonic() + patience
    while not (is_held := bool(connection.execute(question, [name]).fetchall()[0][0])) and monotonic() < deadline:
        sleep(POLL)
    return is_held


def data_place(shared: Shared) -> str | None:
    """Return where the catalogue of a lake says that its files are, without a slash at its end; None without a lake."""
    with session(shared) as connection:
        if connection.execute("select to_regclass('ducklake_metadata')").fetchall() == [(None,)]:
            return None
        question = "select value from ducklake_metadata where key = 'data_path' and scope is null"
        found = connection.execute(question).fetchall()
    return str(found[0][0]).rstrip("/") if found else None


def vacuum(shared: Shared) -> int:
    """Let the server write the catalogue's tables anew, without what was deleted; return their size in bytes."""
    from psycopg.sql import SQL, Identifier

    with session(shared) as connection:
        names = connection.execute(CATALOGUE_TABLES).fetchall()
        for schema, table, _ in names:
            connection.execute(SQL("vacuum (full) {}").format(Identifier(schema, table)))
    return catalogue_bytes(shared)


def catalogue_bytes(shared: Shared) -> int:
    """Return the size of the catalogue's tables in bytes."""
    with session(shared) as connection:
        return sum(size for *_, size in connection.execute(CATALOGUE_TABLES).fetchall())
