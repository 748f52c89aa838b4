"""The code samples of README and docs: the fenced blocks of their pages, and how each language of them is run."""

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from flows.cli.main import cli

ROOT = Path(__file__).parents[2]
PAGES = {str(path.relative_to(ROOT)): path for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))}

LAKE = re.compile(r"^<!-- the samples ask a lake of (\S+) -->$", re.MULTILINE)
"""A page's own line that says of which articles its lake is; of data/samples without one."""

_BLOCK = re.compile(
    r"^(?:<!-- not run: (?P<reason>[^\n]+) -->\n+)?```(?P<language>\w*)[^\n]*\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)

_TIME = re.compile(r"in [\d.]+ s(?:, [\d.]+ articles/s)?(?=;)")
"""How long a run took, which is never the same."""

_ANSWERS = {"sql": ["--format", "json"], "query": ["--format", "json"], "search": ["--json"]}
"""What makes a command that answers a question print JSON."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; `reason` says why it is not run, None for one that is when its language can be run."""

    line: int
    language: str
    code: str
    reason: str | None


def blocks(text: str) -> list[Block]:
    """Return the fenced blocks of a page, in order."""
    return [
        Block(text.count("\n", 0, found.start()) + 1, found["language"], found["code"], found["reason"])
        for found in _BLOCK.finditer(text)
    ]


@dataclass(frozen=True, slots=True)
class Runner:
    """What runs the blocks of one page, one after the other, in the folder that is the current one.

    `known` are commands with what they printed when somebody ran them in such a folder before, which takes seconds.
    """

    known: dict[str, str]
    names: dict[str, Any] = field(default_factory=dict)

    def run(self, block: Block) -> None:
        """Run a block; raises AssertionError when it fails, or shows what does not come out."""
        {"bash": self._bash, "console": self._console, "python": self._python, "sql": self._sql, "r": self._r}[
            block.language
        ](block.code)

    def _bash(self, code: str) -> None:
        for line in re.sub(r"\\\n\s*", "", code).splitlines():
            words = shlex.split(line, comments=True)
            if words:
                self._answered(words)

    def _answered(self, words: list[str]) -> None:
        """Run a command, and require that a question has an answer."""
        asked = _ANSWERS.get(words[1] if len(words) > 1 else "", [])
        is_list = words[:2] == ["newslake", "query"] and len(words) == 2
        is_bare = not is_list and not {"--format", "--json", "--output", "--help"} & set(words)
        printed = self._command([*words, *asked] if is_bare else words)
        if asked and is_bare:
            assert json.loads(printed) != [], f"{shlex.join(words)} has no answer"

    def _console(self, code: str) -> None:
        for command, shown in re.findall(r"^\$ ([^\n]+)\n(.*?)(?=^\$ |\Z)", code, re.MULTILINE | re.DOTALL):
            printed = self._command(shlex.split(command))
            assert matches(shown, printed), f"$ {command}\n{printed}"

    def _command(self, words: list[str]) -> str:
        command = shlex.join(words).removeprefix("uv run ")
        if command in self.known and not Path("data/lake").exists():
            shutil.copytree(self.known["lake"], "data/lake")
            return self.known[command]
        arguments = shlex.split(command)
        if arguments[0] == "duckdb":
            return _outside(arguments)
        assert arguments[0] == "newslake", f"{command} is no command of newslake: say why it is not run"
        *arguments, file = arguments if ">" in arguments[:-1] else [*arguments, ""]
        done = invoked(*arguments[1 : -1 if file else None])
        if file:
            Path(file).write_text(done.stdout, "utf-8")
        return done.output

    def _python(self, code: str) -> None:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(code, "sample", "exec"), self.names)  # noqa: S102 - the project's own docs

    def _sql(self, code: str) -> None:
        for statement in filter(str.strip, code.split(";")):
            invoked("sql", statement, "--format", "json")

    def _r(self, code: str) -> None:
        """Run it where R is; a warning, such as of a command that failed, is an error."""
        if rscript := shutil.which("Rscript"):
            _outside([rscript, "-e", "options(warn = 2)", "-e", code])


def invoked(*arguments: str) -> Result:
    """Run newslake in this process, as from a terminal of 80 columns; raises AssertionError when it fails."""
    done = CliRunner(env={"COLUMNS": "80", "PREFECT_API_URL": ""}).invoke(
        cli, arguments, default_map={"ingest": {"workers": 1}}
    )
    assert done.exit_code == 0, f"{shlex.join(arguments)}: {done.output} {done.exception!r}"
    return done


def _outside(command: list[str]) -> str:
    """Run another program, which may be installed beside this Python; raises AssertionError when it fails."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    found = shutil.which(command[0], path=path)
    assert found, f"there is no {command[0]}"
    surroundings = os.environ | {"PATH": path}
    line = [found, *command[1:]]
    done = subprocess.run(line, env=surroundings, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert done.returncode == 0, f"{shlex.join(command)}: {done.stdout} {done.stderr}"
    return done.stdout


def matches(shown: str, printed: str) -> bool:
    """Whether a page shows what was printed: but for blanks at the ends and what an ellipsis stands for."""
    pattern = ".*?".join(map(re.escape, _stripped(shown).split("…")))
    return re.fullmatch(pattern, _stripped(printed), re.DOTALL) is not None


def _stripped(text: str) -> str:
    timeless = _TIME.sub("in … s", text.strip("\n"))
    return "\n".join(line.rstrip() for line in timeless.splitlines())


def examples(page: str) -> Iterator[list[str]]:
    """Yield the commands that a page's blocks run, as words."""
    for block in blocks(PAGES[page].read_text("utf-8")):
        if block.language == "bash" and block.reason is None:
            for line in re.sub(r"\\\n\s*", "", block.code).splitlines():
                yield shlex.split(line, comments=True)
