"""A PostgreSQL server, a server that speaks S3, and lakes on both."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.cluster.postgres_server import PASSWORD, binaries, postgres_server

BUCKET = "lakes"

KEYS = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_REGION": "us-east-1",
    "AWS_DEFAULT_REGION": "us-east-1",
}

NewLake = Callable[[], tuple[str, str]]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """How libpq names a PostgreSQL server."""
    programs = binaries()
    if programs is None:
        pytest.skip("there is no PostgreSQL here: install Debian's package postgresql")
    with postgres_server(programs) as named:
        yield named


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """The address of a server that speaks S3."""
    import boto3
    from moto.server import ThreadedMotoServer

    running = ThreadedMotoServer(port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    address = f"http://{host}:{port}"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in KEYS.items():
            patch.setenv(name, value)
        boto3.client("s3", endpoint_url=address).create_bucket(Bucket=BUCKET)
    try:
        yield address
    finally:
        running.stop()


@pytest.fixture(scope="module")
def new_lake(server: str, store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewLake]:
    """Give the address of a database of its own and a place on S3, for a lake that is not there yet."""
    import psycopg

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("machine")))
        patch.setenv("PGPASSWORD", PASSWORD)
        patch.setenv("AWS_ENDPOINT_URL", store)
        for name, value in KEYS.items():
            patch.setenv(name, value)

        def new() -> tuple[str, str]:
            name = f"news_{uuid4().hex[:12]}"  # what one store holds, the next one in this process holds too
            with psycopg.connect(f"{server} dbname=postgres", autocommit=True) as connection:
                connection.execute(f"create database {name}")
            return f"postgres:{server} dbname={name}", f"s3://{BUCKET}/{name}"

        yield new


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles in a language that needs no model."""
    from tests.flows.pipeline.killed_runs import write_texts

    folder = tmp_path_factory.mktemp("cluster") / "texts"
    write_texts(folder)
    return folder


@pytest.fixture(scope="module")
def local_lake(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake in a folder with these articles."""
    from flows.inputs.options import Options
    from flows.pipeline.executors import local
    from flows.pipeline.run import run

    lake = tmp_path_factory.mktemp("local") / "lake"
    run(Options([str(texts)], str(lake)), local(1, None))
    return lake
