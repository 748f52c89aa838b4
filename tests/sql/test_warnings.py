"""Sources that cannot be read, or that have fallen silent by their own habit, are warned of."""

from datetime import date, timedelta

import duckdb
import pytest

from sql.scripts import scripts

WARNINGS = {script.name: script.text for script in scripts("warnings")}


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    """Tables without rows, and the views over them."""
    made = duckdb.connect()
    for script in (*scripts("schema"), *scripts("views")):
        made.execute(script.text)
    return made


@pytest.mark.parametrize(
    ("lately", "silent"),
    [
        ([10, 10, 10], []),
        ([0, 0, 0], ["wire"]),
        ([2, 3, 2], ["wire"]),
        ([6, 4, 5], []),
        ([0] * 40, ["wire"]),
        ([0] * 100, []),
    ],
)
def test_a_source_that_falls_silent_is_warned_of(
    connection: duckdb.DuckDBPyConnection, lately: list[int], silent: list[str]
) -> None:
    for days_ago, stored in enumerate(reversed([10] * 10 + lately)):
        rows = [("wire", "stored")] * stored + [("other", "stored")] * 4
        for source, outcome in rows:
            connection.execute(
                "insert into inputs (run_id, uri, source, outcome, seen_at) "
                "values ('r', uuid()::varchar, ?, ?, timestamptz '2026-03-20 12:00:00+00' - ? * interval 1 day)",
                [source, outcome, days_ago],
            )
    found = connection.execute(WARNINGS["silent_sources"], {"now": "2026-03-20 13:00:00+00"}).fetchall()
    assert [row[0] for row in found] == silent


MONDAY = date(2026, 3, 2)
WEEKDAYS = {"each day": range(1, 8), "on working days": range(1, 6), "on two days": (2, 5)}


@pytest.mark.parametrize(
    ("published", "weeks", "now", "silent"),
    [
        ("on working days", 4, "2026-03-30 06:00:00+00", False),  # a Monday, early
        ("on working days", 4, "2026-03-30 23:00:00+00", False),
        ("on working days", 4, "2026-04-01 23:00:00+00", True),  # nothing from Monday to Wednesday
        ("each day", 4, "2026-03-31 23:00:00+00", False),
        ("each day", 4, "2026-04-01 01:00:00+00", True),  # nothing since Sunday
        ("on two days", 4, "2026-04-02 23:00:00+00", False),
        ("on two days", 4, "2026-04-07 23:00:00+00", True),  # nothing on a Tuesday, a Friday and a Tuesday
        ("on two days", 2, "2026-04-07 23:00:00+00", False),  # four days with articles make no habit
        ("on working days", 1, "2026-03-09 06:00:00+00", False),
        ("on working days", 1, "2026-03-11 23:00:00+00", True),
    ],
)
def test_silence_is_measured_by_the_weekdays_of_a_source(
    connection: duckdb.DuckDBPyConnection, published: str, weeks: int, now: str, silent: bool
) -> None:
    asked = [MONDAY + timedelta(days=n) for n in range(45)]
    for day in asked:
        speaks = day.isoweekday() in WEEKDAYS[published] and day < MONDAY + timedelta(weeks=weeks)
        connection.execute(
            "insert into inputs (run_id, uri, source, outcome, seen_at) "
            "select 'r', uuid()::varchar, 'wire', $1, $2::date + interval 18 hour from range(10)",
            ["stored" if speaks else "unchanged", day],
        )
    assert bool(connection.execute(WARNINGS["silent_sources"], {"now": now}).fetchall()) == silent


def test_a_source_without_weekdays_of_its_own_has_no_habit(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "insert into inputs (run_id, uri, source, outcome, seen_at) select 'r', uuid()::varchar, 'wire', "
        "if(n % 5 = 0 and n < 30, 'stored', 'unchanged'), timestamptz '2026-03-02 12:00:00+00' + n * interval 1 day "
        "from range(35) as days (n)"
    )
    assert connection.execute(WARNINGS["silent_sources"], {"now": "2026-04-05 13:00:00+00"}).fetchall() == []


def test_silence_is_measured_by_the_clock(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "insert into inputs (run_id, uri, source, outcome, seen_at) select 'r', uuid()::varchar, 'wire', 'stored', "
        "timestamptz '2026-03-01 12:00:00+00' + n * interval 1 day from range(10) as days (n), range(4)"
    )
    found = {
        now: connection.execute(WARNINGS["silent_sources"], {"now": now}).fetchall()
        for now in ("2026-03-10 20:00:00+00", "2026-03-20 20:00:00+00")
    }
    assert [len(rows) for rows in found.values()] == [0, 1]


@pytest.mark.parametrize(
    ("statuses", "failing"),
    [(["failed"], [("wire", 1)]), (["completed", "failed", "failed"], [("wire", 2)]), (["failed", "completed"], [])],
)
def test_a_source_that_could_not_be_read_is_warned_of(
    connection: duckdb.DuckDBPyConnection, statuses: list[str], failing: list[tuple[str, int]]
) -> None:
    for number, status in enumerate(statuses):
        outcome = "rejected" if status == "failed" else "stored"
        connection.execute(
            "insert into runs (run_id, command, started_at, status, stored, unchanged, duplicate, rejected, "
            "newslake_version, schema_version) values (?, 'ingest', now(), ?, ?, 0, 0, ?, '1', 1)",
            [str(number), status, int(outcome == "stored"), int(outcome == "rejected")],
        )
        connection.execute(
            "insert into inputs (run_id, uri, source, outcome, detail, document_id, seen_at) "
            "values (?, 'http://a.example/feed', 'wire', ?, 'the server answered 500', ?, "
            "timestamptz '2026-03-01 12:00:00+00' + ? * interval 1 day)",
            [str(number), outcome, None if outcome == "rejected" else "d", number],
        )
    found = connection.execute(WARNINGS["failing_sources"]).fetchall()
    assert [(source, runs) for source, _, runs, _ in found] == failing
    assert all(reason == "the server answered 500" for *_, reason in found)


def test_a_source_is_well_again_when_it_answers_and_has_nothing_new(connection: duckdb.DuckDBPyConnection) -> None:
    runs = {"1": "failed", "2": "completed"}
    for run_id, status in runs.items():
        connection.execute(
            "insert into runs by name select $1 as run_id, 'ingest' as command, now() as started_at, $2 as status, "
            "0 as stored, 0 as unchanged, 0 as duplicate, 0 as rejected, '1' as newslake_version, 1 as schema_version",
            [run_id, status],
        )
    connection.execute(
        "insert into inputs (run_id, uri, source, outcome, detail, seen_at) "
        "values ('1', 'u', 'wire', 'rejected', 'gone', timestamptz '2026-03-01 12:00:00+00')"
    )
    (failing,) = connection.execute(WARNINGS["failing_sources"]).fetchall()
    assert (failing[0], *failing[2:]) == ("wire", 1, "gone")
    connection.execute(
        "insert into polls by name select '2' as run_id, 'u' as url, 'wire' as source, now() as polled_at, "
        "200 as http_status, 0 as announced, true as complete"
    )
    assert connection.execute(WARNINGS["failing_sources"]).fetchall() == []
