"""What deploys newslake names commands, files and units that exist; nothing is built or started here."""

import re
import shlex
import shutil
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

from flows.cli.main import cli

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "docs" / "deploy"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])
NEWSLAKE = "/opt/newslake/bin/newslake"
INSTRUCTIONS = {"ARG", "FROM", "ENV", "RUN", "WORKDIR", "COPY", "USER", "VOLUME", "ENTRYPOINT", "CMD"}


def instructions() -> list[tuple[str, str]]:
    """Return the instructions of the Containerfile with what follows them, lines that go on joined."""
    lines = [line for line in (DEPLOY / "Containerfile").read_text().splitlines() if not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ")
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in joined.splitlines() if line.strip())]


def copied() -> list[str]:
    """Return what is copied from the working tree."""
    return [source for name, rest in instructions() if name == "COPY" and "--from" not in rest
            for source in rest.split()[:-1]]  # fmt: skip


def command_exists(arguments: list[str]) -> bool:
    command = cli
    for name in arguments:
        command = getattr(command, "commands", {}).get(name)
        if command is None:
            return False
    return True


def test_the_image_holds_what_the_package_is_built_of() -> None:
    assert {name for name, _ in instructions()} <= INSTRUCTIONS
    sources = copied()
    assert [source for source in sources if not (ROOT / source).exists()] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {*wheel["packages"], *wheel["force-include"], project["project"]["readme"], "pyproject.toml", "uv.lock"}
    assert needed <= set(sources)


def test_nothing_that_is_copied_is_ignored() -> None:
    rules = [line for line in (DEPLOY / "containerignore").read_text().splitlines() if line and line[0] != "#"]
    assert rules[0] == "*"
    for source in copied():
        parts = source.removeprefix("./").split("/")
        for path in ("/".join(parts[:n]) for n in range(1, len(parts) + 1)):
            deciding = [rule for rule in rules if fnmatch(path, rule.removeprefix("!"))][-1]
            assert deciding.startswith("!"), path


def test_what_the_image_runs_are_shell_and_commands_that_exist() -> None:
    for name, rest in instructions():
        if name == "RUN":
            subprocess.run(["sh", "-n", "-c", rest], check=True)  # noqa: S603, S607 - only parsed
    last = dict(instructions())
    assert last["USER"].split(":")[0] not in {"root", "0"}
    assert re.fullmatch(r'\["newslake"\]', last["ENTRYPOINT"])
    assert command_exists(re.findall(r'"(\w+)"', last["CMD"]))
    stages = [rest.split(" AS ")[1] for name, rest in instructions() if name == "FROM" and " AS " in rest]
    assert {stage for _, rest in instructions() for stage in re.findall(r"--from=(\w+)", rest)} <= set(stages)


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_a_unit_runs_a_command_that_exists(unit: Path) -> None:
    text = unit.read_text()
    if unit.suffix == ".timer":
        assert unit.with_suffix(".service").exists()
        return
    (line,) = re.findall(r"^ExecStart=(.+)$", text, re.MULTILINE)
    program, *arguments = shlex.split(line)
    assert program == NEWSLAKE
    assert command_exists(arguments)
    for setting in ("DynamicUser=yes", "ProtectSystem=strict", "NoNewPrivileges=yes", "UMask=0077"):
        assert setting in text


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    for unit in UNITS:  # newslake itself need not be installed where the tests run
        (tmp_path / unit.name).write_text(unit.read_text().replace(NEWSLAKE, "/bin/true"))
    paths = [str(tmp_path / unit.name) for unit in UNITS]
    asked = ["systemd-analyze", "verify", *paths]
    verified = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 - it runs nothing
    assert (verified.returncode, verified.stderr) == (0, "")


def test_the_page_names_the_files_that_are_there() -> None:
    page = (DEPLOY / "server.md").read_text()
    named = set(re.findall(r"docs/deploy/([\w.-]+)", page)) - {"newslake-"}
    assert {name for name in named if not (DEPLOY / name).exists()} == set()
    assert "docs/deploy/newslake-{sources,maintain}.{service,timer}" in page
    assert {unit.name for unit in UNITS} == {
        "newslake.service",
        *(f"newslake-{name}.{kind}" for name in ("sources", "maintain") for kind in ("service", "timer")),
    }
