"""A sources file is read as it is written, and what is wrong in it is named with its line."""

import string
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.inputs.errors import UsageError
from flows.inputs.schedules import is_overdue, next_run, polling_interval
from flows.inputs.source import Kind, Source
from flows.scheduling.sources_file import add_sources, find_problems, load_sources, read_sources

GOOD = """\
# What we read.
[[source]]
name = "harbour-post"            # the paper of the port
kind = "feed"
address = "https://example.org/rss"
schedule = "15m"
limit = 50
delay = 2.5

[[source]]
name = "old-pages"
kind = "files"
address = "data/old/*.html.gz"
enabled = false
"""

SOURCES = (
    Source(
        name="harbour-post",
        kind=Kind.FEED,
        address="https://example.org/rss",
        schedule="15m",
        limit=50,
        delay=2.5,
    ),
    Source(name="old-pages", kind=Kind.FILES, address="data/old/*.html.gz", enabled=False),
)

MONDAY = datetime(2024, 3, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sources.toml"


def problems(text: str) -> list[str]:
    return [f"{problem.line}: {problem.message}" for problem in read_sources(text)[1]]


def one(line: str) -> str:
    """Return a sources file with a source that has `line`, as the fourth, in place of its own or beside them."""
    key = line.partition("=")[0].strip()
    lines = {"name": 'name = "a"', "kind": 'kind = "feed"', "address": 'address = "https://example.org/rss"'}
    lines.pop(key, None)
    return "\n".join(["[[source]]", *list(lines.values())[:2], line, *list(lines.values())[2:]])


def test_sources_are_read(path: Path) -> None:
    path.write_text(GOOD)
    assert load_sources(path) == SOURCES
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_sources(path) == SOURCES


@pytest.mark.parametrize("kind", ["feed", "sitemap", "pages", "archive"])
def test_a_scheme_may_be_in_capitals(path: Path, kind: str) -> None:
    path.write_text(f'[[source]]\nname = "a"\nkind = "{kind}"\naddress = "HTTP://example.org/a"\n')
    assert [source.address for source in load_sources(path)] == ["HTTP://example.org/a"]


def test_a_file_without_sources_is_no_error(path: Path) -> None:
    path.write_text("# none yet\n")
    assert load_sources(path) == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('name = "Harbour Post"', 'name must be of the letters a-z, digits and hyphens, not "Harbour Post"'),
        ("name = 3", "name must be of the letters a-z, digits and hyphens, not 3"),
        ('kind = "fed"', 'kind must be one of files, feed, sitemap, pages, archive, not "fed"; did you mean feed?'),
        ("kind = []", "kind must be one of files, feed, sitemap, pages, archive, not []"),
        ('address = " "', 'address must be a path, a glob or a URL, not " "'),
        ('address = "rss.xml"', "a feed has a URL that begins with http:// or https://, not rss.xml"),
        ('address = "ftp://example.org/"', "ftp://example.org/: only http and https are fetched"),
        ("enabled = 1", "enabled must be true or false, not 1"),
        ('allow_private = "yes"', 'allow_private must be true or false, not "yes"'),
        ("limit = 0", "limit must be a whole number from 1 on, not 0"),
        ("limit = true", "limit must be a whole number from 1 on, not true"),
        ("delay = -1", "delay must be a number of seconds from 0 on, not -1"),
        ("delay = nan", "delay must be a number of seconds from 0 on, not nan"),
        ('folder = " "', 'folder must be text, not " "'),
        ("schedule = 15", 'schedule must be text, such as "15m" or "0 6 * * *", not 15'),
        ('shedule = "15m"', "unknown key shedule; did you mean schedule?"),
        (
            "colour = 1",
            "unknown key colour; there are name, kind, address, schedule, enabled, limit, delay, allow_private, folder",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(line: str, message: str) -> None:
    assert problems(one(line)) == [f"4: {message}"]


@pytest.mark.parametrize("schedule", ["0m", "15", "m", "1.5h", "15 min", "* * * *", "61 * * * *", "0 0 30 2 *", ""])
def test_what_is_no_schedule_is_said(schedule: str) -> None:
    (problem,) = problems(one(f'schedule = "{schedule}"'))
    assert problem.startswith(f'4: schedule "{schedule}" is neither an interval, such as "15m"'), problem


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[[source]]\nname = "a"\n', ["1: the source has no address", "1: the source has no kind"]),
        ('\n[source]\nname = "a"\n', ["2: a source begins with [[source]], in two pairs of brackets"]),
        ("source = 3", ["1: a source begins with [[source]], in two pairs of brackets"]),
        (
            GOOD + "[[sources]]\n",
            ["15: unknown table or key sources; a source begins with [[source]] — did you mean [[source]]?"],
        ),
        ("\nlake = 1\n", ["2: unknown table or key lake; a source begins with [[source]]"]),
        (GOOD.replace("old-pages", "harbour-post"), ["11: the name harbour-post is taken by the source on line 3"]),
        (GOOD.replace('"files"', '"files'), ["12: this is not TOML: illegal character '\\n'"]),
        (GOOD + "[[source", ["15: this is not TOML: expected ']]' at the end of an array declaration"]),
        ('source = [{name = "A", kind = "files", address = "x"}]', None),
    ],
)
def test_problems_of_the_file(text: str, found: list[str] | None) -> None:
    expected = found or ['1: name must be of the letters a-z, digits and hyphens, not "A"']
    assert problems(text) == expected


def test_what_stands_in_strings_and_comments_has_no_line() -> None:
    text = '''\
[[source]] # [[source]]
name = """
[[source]]
kind = 3
"""
kind = "files" # address = 1
address = '#'
[[ source ]]
"name" = "b"
kind = "files"
address = "x"
limit = 0
'''
    assert [problem.partition(":")[0] for problem in problems(text)] == ["2", "12"]


def test_the_first_problem_is_the_error(path: Path) -> None:
    path.write_text(GOOD.replace("limit = 50", "limit = 0").replace('"files"', '"file"'))
    with pytest.raises(UsageError) as error:
        load_sources(path)
    assert str(error.value) == (
        f"{path}:7: limit must be a whole number from 1 on, not 0 (and 1 more; `newslake sources check` lists them)"
    )
    assert [problem.line for problem in find_problems(path)] == [7, 12]


def test_a_file_that_is_not_there_or_not_text(path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no file .*sources\.toml; `newslake sources add` makes one"):
        load_sources(path)
    path.write_bytes(b"# one\n# \xff\n")
    with pytest.raises(UsageError, match=r"sources.toml:2: the file is not in UTF-8"):
        load_sources(path)


NEW = Source(name="tram", kind=Kind.PAGES, address="pages.txt")


def test_adding_keeps_what_is_there(path: Path) -> None:
    add_sources(path, [NEW])
    assert load_sources(path) == (NEW,)
    for text in (GOOD, GOOD.rstrip(), GOOD.replace("\n", "\r\n"), "# none yet"):
        path.write_bytes(text.encode())
        before = load_sources(path)
        add_sources(path, [NEW])
        assert path.read_bytes().decode().startswith(text)
        assert load_sources(path) == (*before, NEW)


def test_what_cannot_be_added_changes_nothing(path: Path) -> None:
    path.write_text(GOOD)
    with pytest.raises(UsageError, match="the name old-pages is taken by the source on line 11; nothing was added"):
        add_sources(path, [NEW, Source(name="old-pages", kind=Kind.FILES, address="x")])
    assert path.read_text() == GOOD
    path.write_text(GOOD + "x = 1")
    with pytest.raises(UsageError, match="unknown key x"):
        add_sources(path, [NEW])
    assert list(path.parent.iterdir()) == [path], "nothing is left behind"


def test_what_a_link_points_to_is_written(path: Path) -> None:
    real = path.with_name("real.toml")
    real.write_text(GOOD)
    path.symlink_to(real)
    add_sources(path, [NEW])
    assert path.is_symlink()
    assert load_sources(real) == (*SOURCES, NEW)


names = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=20)
texts = st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip)
sources = st.builds(
    Source,
    name=names,
    kind=st.sampled_from([Kind.PAGES, Kind.ARCHIVE]),
    address=texts.filter(lambda text: "://" not in text) | texts.map(lambda text: f"https://example.org/{text}"),
    schedule=st.sampled_from([None, "90s", "1d", "*/5 * * * *", "0 6 * * MON-FRI"]),
    enabled=st.booleans(),
    limit=st.none() | st.integers(1, 2**40),
    delay=st.none() | st.floats(0, 1e6),
    allow_private=st.booleans(),
)


@given(st.lists(sources, unique_by=lambda source: source.name, max_size=5), st.integers(0, 5))
def test_what_was_added_is_read_back(tmp_path_factory: pytest.TempPathFactory, added: list[Source], split: int) -> None:
    path = tmp_path_factory.mktemp("sources") / "sources.toml"
    add_sources(path, added[:split])
    add_sources(path, added[split:])
    assert load_sources(path) == tuple(added)


@pytest.mark.parametrize(
    ("schedule", "time"),
    [
        ("90s", timedelta(seconds=90)),
        (" 15m ", timedelta(minutes=15)),
        ("1h", timedelta(hours=1)),
        ("2d", timedelta(days=2)),
        ("1w", timedelta(weeks=1)),
        ("0 6 * * *", None),
    ],
)
def test_intervals(schedule: str, time: timedelta | None) -> None:
    assert polling_interval(schedule) == time


@pytest.mark.parametrize(
    ("schedule", "at"),
    [
        ("*/15 * * * *", datetime(2024, 3, 4, 9, 45, tzinfo=UTC)),
        ("0 6 * * *", datetime(2024, 3, 5, 6, 0, tzinfo=UTC)),
        ("30 9 * * MON", datetime(2024, 3, 11, 9, 30, tzinfo=UTC)),
        ("15m", None),
    ],
)
def test_the_next_run_of_a_cron_expression(schedule: str, at: datetime | None) -> None:
    assert next_run(schedule, MONDAY) == at


@pytest.mark.parametrize("schedule", ["@daily", "@hourly", "@weekly", "@monthly", "@Daily"])
def test_the_names_of_cron_are_schedules(schedule: str) -> None:
    assert problems(one(f'schedule = "{schedule}"')) == []
    assert next_run(schedule, datetime(2026, 3, 1, 12, tzinfo=UTC)) is not None


@pytest.mark.parametrize(
    ("schedule", "hours", "expected"),
    [
        ("1d", 40, False),
        ("1d", 50, True),
        ("10s", 0.9, False),
        ("10s", 2, True),
        ("0 6 * * *", 40, False),
        ("0 6 * * *", 50, True),
    ],
)
def test_a_source_is_overdue_when_it_has_missed_two_of_its_times(schedule: str, hours: float, expected: bool) -> None:
    last = datetime(2026, 3, 1, 6, 1, tzinfo=UTC)
    assert is_overdue(schedule, last, last + timedelta(hours=hours)) is expected
