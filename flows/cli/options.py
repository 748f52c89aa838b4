"""The options that several commands have."""

import os
from pathlib import Path

import click

lake_option = click.option(
    "--lake",
    envvar="NEWSLAKE_LAKE",
    default="data/lake",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The folder of the lake, also $NEWSLAKE_LAKE.",
)

file_option = click.option(
    "--file",
    "path",
    envvar="NEWSLAKE_SOURCES",
    default="sources.toml",
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The sources file, also $NEWSLAKE_SOURCES.",
)

workers_option = click.option(
    "--workers",
    type=click.IntRange(1),
    default=lambda: os.cpu_count() or 1,
    show_default="one a core",
    help="Processes that extract.",
)

model_option = click.option(
    "--model", envvar="NEWSLAKE_MODEL", help="spaCy model, also $NEWSLAKE_MODEL.  [default: the best installed]"
)

contact_option = click.option(
    "--contact",
    envvar="NEWSLAKE_CONTACT",
    metavar="ADDRESS",
    help="Web or mail address at which sites can reach you, sent in the User-Agent; also $NEWSLAKE_CONTACT.",
)

strict_option = click.option("--strict", is_flag=True, help="Exit with status 1 when an input was rejected.")

json_option = click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
