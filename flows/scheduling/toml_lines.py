"""Find the lines of a TOML file on which the tables of an array, and their keys, stand."""

from dataclasses import dataclass, field

import regex

# Strings and comments are matched so that nothing inside them is taken for a key or a header.
_TOKEN = regex.compile(
    r"""^[ \t]*\[{1,2}[ \t]*(?P<table>[^\]\n]*?)[ \t]*\]{1,2}"""
    r"""|^[ \t]*(?P<key>[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*="""
    r"""|\"{3}(?:[^\\]|\\.)*?\"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*""",
    regex.MULTILINE | regex.DOTALL,
)


@dataclass(frozen=True, slots=True)
class TableLines:
    """Where a table begins, and its keys: numbers of lines, counted from 1."""

    table: str
    line: int
    keys: dict[str, int] = field(default_factory=dict)


def table_lines(text: str) -> list[TableLines]:
    """Return where the tables of a TOML file stand, in order; the first is what stands before all headers."""
    found = [TableLines("", 1)]
    for token in _TOKEN.finditer(text):
        line = text.count("\n", 0, token.start()) + 1
        if token["table"] is not None:
            found.append(TableLines(token["table"].strip("\"'"), line))
        elif token["key"] is not None:
            found[-1].keys.setdefault(token["key"].strip("\"'"), line)
    return found
