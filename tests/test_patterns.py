"""No pattern of the project takes more than linear time: each is driven with what makes patterns go back and forth."""

import importlib
import inspect
import itertools
import pkgutil
import re
import signal
from collections.abc import Iterator
from time import process_time
from types import FrameType
from typing import Any

import pytest
import regex

import flows
import sql
import transforms

LENGTH = 4_500
"""Characters: quadratic time is a sixtieth of a second or more on them, linear time some milliseconds."""

SECONDS = 0.01
"""CPU time that a pattern may take over them before it is looked at more closely; a third of it is usual."""

LIMIT = 0.6
"""Seconds of processor after which a search is given up: no linear one takes so long."""

REPEATED = (
    *" \n\t aA01.,-([{<>)\"'“’:;/@&%$+#_=|–é中",
    *(
        "a ",
        "A ",
        "a.",
        "A. ",
        "a,",
        "a-",
        "--",
        "a@",
        "(a",
        "a(",
        "[a",
        "<a ",
        "a=",
        "a'",
        "“a",
        "1 ",
        "1,",
        "1.",
        "1-",
    ),
    *(
        " ,",
        " \n",
        "a\n",
        "\n\n",
        "://",
        "www.",
        "U.S. ",
        "Mr. ",
        "Aa ",
        "and ",
        "of the ",
        "on ",
        "said ",
        "a“",
        "１",
        "/a",
    ),
)
"""What adversarial strings are made of, again and again."""

LANGUAGES = ("en", "fr", "de", "he", "ja", "zh")


def modules() -> Iterator[Any]:
    for package in (flows, sql, transforms):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(module.name)


def made_by(function: Any) -> Iterator[object]:
    """What a function gives that says that it gives patterns, whatever it is asked for."""
    signature = inspect.signature(function)
    if "Pattern" in str(signature.return_annotation):
        choices = {"language": LANGUAGES, "comma": (False, True)}
        for arguments in itertools.product(*(choices[name] for name in signature.parameters)):
            yield function(*arguments)


def patterns_in(value: object) -> Iterator[Any]:
    if isinstance(value, re.Pattern | regex.Pattern):
        yield value
    elif isinstance(value, tuple | list | frozenset | set):
        for each in value:
            yield from patterns_in(each)
    elif isinstance(value, dict):
        for each in (*value, *value.values()):
            yield from patterns_in(each)


def all_patterns() -> dict[str, Any]:
    """Every pattern that a module has, or makes once, by where it stands."""
    found: dict[int, tuple[str, Any]] = {}
    for module in modules():
        for name, value in vars(module).items():
            is_own = getattr(value, "__module__", None) == module.__name__ and hasattr(value, "__wrapped__")
            values = made_by(value) if is_own or inspect.isfunction(value) else [value]
            for number, pattern in enumerate(each for value in values for each in patterns_in(value)):
                found.setdefault(id(pattern), (f"{module.__name__}.{name} {number or ''}", pattern))
    return dict(found.values())


PATTERNS = all_patterns()


def strings(pattern: Any) -> Iterator[str]:
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    words = sorted(set(re.findall(r"[A-Za-z]{2,}", source)))[:4]
    for repeated in (*REPEATED, *words, *(f"{word} " for word in words)):
        yield (repeated * (LENGTH // len(repeated) + 1))[:LENGTH] + "!"


def seconds(pattern: Any, text: str) -> float:
    """CPU time of finding all matches and of a whole one; infinite when it takes twenty times too long."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    given = text if isinstance(pattern.pattern, str) else text.encode()
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    start = process_time()
    try:
        for _ in pattern.finditer(given):
            pass
        pattern.fullmatch(given)
    except TimeoutError:
        return float("inf")
    else:
        return process_time() - start
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def slow_string(pattern: Any) -> str | None:
    """Return the beginning of a string over which a pattern takes more than linear time; None when there is none."""
    return next((text[:20] for text in strings(pattern) if is_slow(pattern, text)), None)


def is_slow(pattern: Any, text: str) -> bool:
    """Whether four times the text takes eight times as long; in quadratic time it takes sixteen. The best counts."""
    if seconds(pattern, text) < SECONDS:
        return False
    part, whole = (min(seconds(pattern, each) for _ in range(3)) for each in (text, 4 * text[:-1] + text[-1]))
    return whole == float("inf") or whole > 8 * part


@pytest.mark.parametrize("where", PATTERNS)
def test_a_pattern_takes_linear_time(where: str) -> None:
    assert slow_string(PATTERNS[where]) is None


def test_patterns_are_found_and_slow_ones_told() -> None:
    assert len(PATTERNS) > 150
    assert slow_string(re.compile(r"\s+x")) is not None
    assert slow_string(regex.compile(r"\s+[xy]")) is not None
    assert slow_string(re.compile(r"(?<!\s)\s++x")) is None
