"""A lake that machines share: catalogue in PostgreSQL, files where all reach them, and a folder on each machine.

The folder is what the rest of newslake takes for the lake. In it lies what is this machine's alone, such as the index
of the search, and a small file that names the database and the place of the Parquet files.
"""

import hashlib
import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from uuid import uuid4

from sql.errors import LakeError

POINTER = "shared-lake.json"

ADDRESS = re.compile(r"(?:postgres|postgresql):(?P<uri>//)?", re.IGNORECASE)

BUCKET = re.compile(r"s3://[^/?*\[\]]+(?:/[^?*\[\]]*)?")
"""A place on S3; DuckDB would take the other characters for a pattern of names."""

PASSWORD = "PGPASSWORD"  # noqa: S105 - the name of a variable of libpq
"""Where every client of PostgreSQL looks for the password."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared lake: the `database` as libpq names it, without its password, and the place of the Parquet files.

    `data` is an address on S3 or a folder, without a slash at its end; None while nobody has said or looked where it
    is. `is_given` says that it is what --data gave, which the catalogue has not confirmed yet.
    """

    database: str
    data: str | None = None
    is_given: bool = False

    @property
    def address(self) -> str:
        """What --lake takes for it."""
        return f"postgres:{self.database}"

    @property
    def is_on_s3(self) -> bool:
        """Whether the files are on S3."""
        return bool(self.data and self.data.startswith("s3://"))


def is_shared_address(lake: str) -> bool:
    """Whether `lake`, as --lake takes it, names a database and no folder."""
    return ADDRESS.match(lake) is not None


def lake_folder(lake: str | Path, data: str | None = None) -> Path:
    """Return the folder of a lake that --lake names; for a shared one this machine's, made where it is missing.

    `data` is where the files of a shared lake are to be. A password in the address goes to where PostgreSQL's clients
    look for it, and nowhere else. Raises LakeError for an address that is none.
    """
    if not is_shared_address(str(lake)):
        return Path(lake)
    shared = Shared(_database(str(lake)), _place(data), is_given=data is not None)
    folder = _machine_folder() / hashlib.sha256(shared.database.encode()).hexdigest()[:16]
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
        if shared.is_given or shared_lake(folder) is None:
            _write(folder, shared)
    except OSError as error:
        raise LakeError(f"{folder}, for what is this machine's of a shared lake, cannot be written: {error}") from error
    return folder


def shared_lake(folder: Path) -> Shared | None:
    """Return the shared lake that `folder` is this machine's part of; None for a lake that is all in a folder."""
    try:
        return Shared(**json.loads((folder / POINTER).read_text("utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return None


def is_on_s3(folder: Path) -> bool:
    """Whether the files of the lake in `folder` are on S3."""
    shared = shared_lake(folder)
    return shared is not None and shared.is_on_s3


def note_place(folder: Path, data: str) -> None:
    """Note where the files of the shared lake of `folder` are, so that nobody need be asked again."""
    shared = shared_lake(folder)
    if shared and (shared.is_given or shared.data != data):
        _write(folder, replace(shared, data=data, is_given=False))


def address_of(folder: Path) -> str:
    """Return what --lake takes for the lake in `folder`, to be shown."""
    shared = shared_lake(folder)
    return shared.address if shared else str(folder)


def _write(folder: Path, shared: Shared) -> None:
    new = folder / f"{POINTER}.{uuid4()}"  # others may be writing theirs
    new.write_text(json.dumps(asdict(shared)), "utf-8")
    new.replace(folder / POINTER)  # whole, for those who read it meanwhile


def require_in_a_folder(folder: Path, what: str, instead: str) -> None:
    """Raise LakeError for a shared lake: `what` is done with a lake in a folder alone, `instead` says what to do."""
    if shared := shared_lake(folder):
        raise LakeError(f"{what} is for a lake in a folder, and {shared.address} is in PostgreSQL: {instead}")


def _database(address: str) -> str:
    """Return the database that an address names, in libpq's form; its password goes into the environment."""
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict, make_conninfo
    except ImportError:
        raise LakeError("a lake in PostgreSQL needs the cluster extra: pip install 'newslake[cluster]'") from None
    found = ADDRESS.match(address)
    is_uri = found is not None and found["uri"]
    try:
        named = conninfo_to_dict(address if is_uri else ADDRESS.sub("", address, count=1))
    except ProgrammingError:  # what it says quotes the address, with the password
        raise LakeError('--lake is no address of PostgreSQL, such as "postgres:dbname=news host=db"') from None
    if "sslpassword" in named:
        raise LakeError("--lake takes no sslpassword: give a key without one, or let PostgreSQL's service file name it")
    if password := named.pop("password", None):
        os.environ[PASSWORD] = str(password)
    return make_conninfo("", **{key: named[key] for key in sorted(named)})


def _place(data: str | None) -> str | None:
    if data is None:
        return None
    if "://" not in data:
        return str(Path(data).absolute())
    if not BUCKET.fullmatch(data):
        raise LakeError(f"--data takes s3://BUCKET/PREFIX or a folder that every machine reaches, not {data}")
    return data.rstrip("/")


def _machine_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME")
    with suppress(RuntimeError):  # no home
        return (Path(base) if base else Path.home() / ".cache") / "newslake"
    raise LakeError("a shared lake needs a folder of this machine: set XDG_CACHE_HOME")
