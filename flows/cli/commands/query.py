"""The command `newslake query`: one subcommand for each question that comes with newslake."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from flows.cli.options import answer_options
from flows.inputs.errors import UsageError
from sql.asking.queries import Parameter, Query, queries


class Questions(click.Group):
    """The queries as commands, each with its parameters as options."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the queries."""
        return list(queries())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Return the command that asks a query; raises UsageError when there is none of that name."""
        found = queries().get(cmd_name)
        if found is None:
            raise UsageError(f"there is no query {cmd_name}; `newslake query` lists them")
        return _command(found)


@click.command(cls=Questions, invoke_without_command=True, subcommand_metavar="NAME [OPTIONS]")
@click.pass_context
def query(context: click.Context) -> None:
    """Ask one of the questions that come with newslake; without NAME, list them.

    `newslake query NAME --help` shows what NAME asks, and its parameters.
    """
    if context.invoked_subcommand is None:
        width = max(map(len, queries())) + 2
        for found in queries().values():
            click.echo(f"{found.name:<{width}}{found.about}")


def _command(query: Query) -> click.Command:
    def ask(
        lake: Path,
        style: str,
        output: Path | None,
        assignments: Sequence[str],
        *,
        width: int | None,
        **given: str | None,
    ) -> None:
        from flows.cli.commands.sql import answer

        parameters = {name: value for name, value in given.items() if value is not None} | _assigned(query, assignments)
        if missing := [parameter for parameter in query.parameters if parameter.name not in parameters]:
            raise UsageError(f"{query.name} needs --{missing[0].name}: {missing[0].meaning}")
        answer(lake, query.text, parameters, style, output, width=width)

    command: Any = click.option(
        "--param", "assignments", multiple=True, metavar="KEY=VALUE", help="A parameter, for programs."
    )(ask)
    command = answer_options(command)
    for parameter in reversed(query.parameters):
        command = _option(parameter)(command)
    return click.command(query.name, help=query.about, short_help=query.about)(command)


def _option(parameter: Parameter) -> Any:  # noqa: ANN401 - a decorator of click's
    needed = (
        " [required]" if parameter.default is None else f" [default: {parameter.default}]" if parameter.default else ""
    )
    name = parameter.name
    return click.option(f"--{name}", name, default=parameter.default, metavar="TEXT", help=parameter.meaning + needed)


def _assigned(query: Query, assignments: Sequence[str]) -> dict[str, str]:
    assigned = dict(assignment.partition("=")[::2] for assignment in assignments)
    unknown = sorted(assigned.keys() - {parameter.name for parameter in query.parameters})
    if unknown:
        raise UsageError(f"{query.name} has no parameter {unknown[0]}; `newslake query {query.name} --help` lists them")
    return assigned
