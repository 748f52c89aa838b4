"""A PostgreSQL server of the tests' own, in a temporary folder, which asks for a password."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PASSWORD = "geheim-4711"  # noqa: S105 - of a server that nobody else reaches

USER = "postgres"


def binaries() -> Path | None:
    """Return the folder of PostgreSQL's programs; None where it is not installed."""
    found = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    path = Path(found).resolve() if found else debian[-1] if debian else None
    return path.parent if path else None


def _account() -> dict[str, Any]:
    """Return whom the server is to be run as: it refuses to be run by root."""
    if os.getuid() != 0:
        return {}
    try:
        found = pwd.getpwnam(USER)
    except KeyError:
        found = pwd.getpwnam("nobody")
    return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}


@contextmanager
def postgres_server(programs: Path) -> Iterator[str]:
    """Start a server and give how it is named to libpq, without database and password."""
    account = _account()
    folder = Path(tempfile.mkdtemp(prefix="newslake-pg-"))
    try:
        (folder / "password").write_text(PASSWORD)
        for path in (folder, folder / "password"):
            os.chown(path, account.get("user", -1), account.get("group", -1))
        made = [programs / "initdb", "-D", folder / "data", "-U", USER, "-A", "scram-sha-256", "-E", "UTF8"]
        made += ["--locale=C", "--no-sync", f"--pwfile={folder / 'password'}"]
        subprocess.run(made, check=True, capture_output=True, **account)  # noqa: S603
        server = [programs / "postgres", "-D", folder / "data", "-k", folder, "-c", "listen_addresses="]
        server += ["-c", "fsync=off", "-c", "lc_messages=C"]
        with (folder / "log").open("wb") as log:
            running = subprocess.Popen(server, stdout=log, stderr=log, **account)  # noqa: S603
        try:
            _wait(programs, folder)
            yield f"host={folder} user={USER}"
        finally:
            running.send_signal(signal.SIGINT)  # ends its sessions too
            running.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(programs: Path, folder: Path) -> None:
    deadline = time.monotonic() + 30
    while subprocess.run([programs / "pg_isready", "-q", "-h", folder], check=False).returncode:  # noqa: S603
        if time.monotonic() > deadline:
            raise TimeoutError((folder / "log").read_text())
        time.sleep(0.05)
