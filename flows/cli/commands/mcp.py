"""The command `newslake mcp`: let an assistant ask the lake."""

from pathlib import Path

import click

from flows.cli.options import lake_option
from flows.inputs.errors import UsageError


@click.command()
@lake_option
def mcp(lake: Path) -> None:
    """Serve the lake to an assistant: a server of the Model Context Protocol on standard input and output.

    It has the tools tables, ask, query, search and article, and can do nothing but read this lake. Needs the package
    mcp: pip install "newslake[mcp]".
    """
    try:
        from flows.assistants.server import make_server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise UsageError('the package mcp is not installed: pip install "newslake[mcp]"') from error
    make_server(lake.absolute()).run()
