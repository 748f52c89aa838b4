"""Let DuckDB read and write the files of a lake on S3, with the access that AWS's own tools would have."""

import os
from urllib.parse import urlsplit

import duckdb

from sql.literals import literal

EXTENSIONS = ("httpfs", "aws")
"""What a connection must have loaded."""

ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
"""The variables in which AWS's tools look for another store that speaks S3."""


def allow_s3(connection: duckdb.DuckDBPyConnection, data: str) -> None:
    """Give a connection access to what is below `data`, an address on S3, and to nothing else there.

    Keys and region are looked for where AWS's tools look: variables, the profile of ~/.aws, the role of the machine;
    keys that pass are got anew before they do.
    """
    bucket = data.removeprefix("s3://").split("/")[0]
    options = ["type s3", f"scope {literal(f's3://{bucket}/')}", *_endpoint()]
    if os.environ.get("AWS_ACCESS_KEY_ID"):
        options += _keys()
    else:
        options += ["provider credential_chain", "refresh auto"]
    if region := os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION"):
        options.append(f"region {literal(region)}")
    connection.execute(f"create secret files_of_the_lake ({', '.join(options)})")


def _keys() -> list[str]:
    names = {"key_id": "AWS_ACCESS_KEY_ID", "secret": "AWS_SECRET_ACCESS_KEY", "session_token": "AWS_SESSION_TOKEN"}
    return [f"{name} {literal(os.environ[variable])}" for name, variable in names.items() if os.environ.get(variable)]


def _endpoint() -> list[str]:
    """Return the options for a store that is not AWS's: such stores are asked for a bucket by its path."""
    url = urlsplit(next((found for name in ENDPOINTS if (found := os.environ.get(name))), ""))
    if not url.netloc:
        return []
    return [
        f"endpoint {literal(url.netloc)}",
        "url_style 'path'",
        f"use_ssl {'false' if url.scheme == 'http' else 'true'}",
    ]
