"""Report a run, a period or the whole lake in one page: charts and tables, each with its unit and its source."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from flows.answers.limits import UNTIMED
from flows.answers.reader import Question, Reader, Row, question
from flows.inputs.errors import UsageError
from flows.pages.charts import Chart, WorldMap, chart, land, over_time, world_map
from flows.pages.environment import environment
from sql.lake import read_lake
from sql.scripts import scripts
from sql.sharing.shared import address_of
from transforms.lexicons.countries import countries
from transforms.records.reasons import SENTENCES

TEMPLATES = Path(__file__).parent / "templates"

MOST_BARS = 15
"""Bars of a chart: what is read at a glance."""

MOST_ROWS = 25
"""Rows of a table: half a printed page."""

MOST_PLACES = 300

EVENTS = "events told as past, by the day that the article tells, else that of publication"


PLOVER = "types of PLOVER, of events told as past"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about: a run, or the days from `since` to `until`; None for any."""

    run: str | None = None
    since: date | None = None
    until: date | None = None

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of the statements in sql/statements/report."""
        return {"run": self.run, "since": self.since, "until": self.until}

    def named(self) -> str:
        """Return it in words."""
        if self.run:
            return f"the run {self.run}"
        if self.since or self.until:
            return " ".join(f"{word} {day}" for word, day in (("from", self.since), ("to", self.until)) if day)
        return "the whole lake"


def report(lake: Path, scope: Scope, now: datetime | None = None) -> str:
    """Return the report of the lake in the folder `lake` as a page that needs nothing else; `now` is when it is made.

    Of a run it has the articles that the run stored; of a period those published in it, and the inputs seen in it.
    Raises UsageError when there is no such run, and LakeError when there is no lake.
    """
    with read_lake(lake) as connection:
        reader = Reader(connection, UNTIMED)
        scope = _with_known_run(reader, scope)
        shown = {
            "lake": address_of(lake),
            "scope": scope.named(),
            "made_at": now or datetime.now(UTC),
            "charts": _charts(reader, scope),
            "map": _map(reader, scope),
            "land": land(),
            "tables": _tables(reader, scope),
            "checks": _checks(reader),
            "standalone": True,
        }
    return environment(TEMPLATES).get_template("report.html").render(shown)


def _with_known_run(reader: Reader, scope: Scope) -> Scope:
    if scope.run is None:
        return scope
    found = reader.rows(question("run_known", {"run": scope.run}))
    if len(found) != 1:
        several = "several runs have" if found else "no run of the lake has"
        raise UsageError(f"{several} an identifier that begins with {scope.run}; `newslake sql 'from runs'` lists them")
    return Scope(run=found[0]["run_id"])


def _about(name: str, scope: Scope, **other: int) -> Question:
    return question(name, scope.parameters() | other, matching="reported_articles")


def _charts(reader: Reader, scope: Scope) -> dict[str, Chart]:
    inputs = reader.rows(question("reported_inputs", scope.parameters()))
    volume = reader.rows(_about("reported_volume", scope))
    events = reader.rows(_about("reported_events", scope))
    speakers = reader.rows(_about("reported_speakers", scope, most=MOST_BARS))
    freshness = reader.rows(_about("reported_freshness", scope))
    units = reader.rows(_about("reported_units", scope, most=MOST_BARS))
    return {
        "outcomes": chart("Inputs by outcome", "inputs", "the ledger", _most(inputs, "outcome", "inputs")),
        "days": over_time("Articles", "articles", "days of publication", _by_day(volume, "published_on", "articles")),
        "outlets": chart("Articles by outlet", "articles", "current articles", _most(volume, "outlet", "articles")),
        "languages": chart("Articles by language", "articles", "their texts", _most(volume, "language", "articles")),
        "freshness": _bars("Read after publication", "articles", "articles dated to the minute", freshness, "age"),
        "speakers": _bars("Most quoted", "quotes", "quotations whose speaker is named", speakers, "name"),
        "events": over_time("Events", "events", EVENTS, _by_day(events, "day", "events")),
        "event_types": chart("Events by type", "events", PLOVER, _most(events, "event_type", "events")),
        "figures": _bars("What is counted and measured", "figures", "figures in the articles", units, "counted"),
    }  # fmt: skip


def _bars(title: str, unit: str, source: str, rows: Iterable[Row], label: str) -> Chart:
    return chart(title, unit, source, [(row[label], row[unit]) for row in rows])


def _by_day(rows: Iterable[Row], day: str, count: str) -> list[tuple[date, float]]:
    days: Counter[date] = Counter()
    for row in rows:
        if row[day] is not None:
            days[row[day]] += row[count]
    return list(days.items())


def _most(rows: Iterable[Row], label: str, count: str) -> Sequence[tuple[str, float]]:
    """Return the labels with the highest counts, the highest first; rows without a label are counted as not told."""
    counted: dict[str, float] = defaultdict(float)
    for row in rows:
        counted[row[label] or "(not told)"] += row[count]
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_BARS]


def _map(reader: Reader, scope: Scope) -> WorldMap:
    rows = reader.rows(_about("reported_places", scope, most=MOST_PLACES))
    shown = [
        (_place(row), row["latitude"], row["longitude"], row["articles"], None)
        for row in rows
        if row["latitude"] is not None
    ]
    return world_map("Places that articles mention", "articles", "GeoNames; outline Natural Earth", shown)


def _place(row: Row) -> str:
    country = countries().by_code.get(row["country_code"])
    return row["name"] if country is None or country.name == row["name"] else f"{row['name']}, {country.name}"


def _tables(reader: Reader, scope: Scope) -> dict[str, list[Row]]:
    inputs = reader.rows(question("reported_inputs", scope.parameters()))
    said = [row | {"why": SENTENCES.get(row["reason"], row["reason"])} for row in inputs]
    sources = reader.rows(question("reported_sources", scope.parameters() | {"most": MOST_ROWS}))
    stories = reader.rows(_about("reported_stories", scope, most=MOST_ROWS))
    casualties = reader.rows(_about("reported_casualties", scope, most=MOST_ROWS))
    return {"inputs": said, "sources": sources, "stories": stories, "casualties": casualties}


def _checks(reader: Reader) -> list[Row]:
    """Return each data check of the lake with what it looks for and how many rows it finds."""
    found = []
    for check in scripts("checks"):
        asked = Question(check.name, f"select count(*) as rows from ({check.text.rstrip().rstrip(';')})", {})  # noqa: S608 - our own files
        found.append({"name": check.name, "about": check.about, "rows": reader.rows(asked)[0]["rows"]})
    return found
