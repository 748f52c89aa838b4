"""Charts leave no day out, and put places where they are."""

from datetime import date, timedelta
from pathlib import Path

from flows.pages.charts import MOST_COLUMNS, chart, land, over_time, world_map
from flows.pages.environment import environment

DAY = date(2026, 1, 30)


def test_days_without_a_number_are_shown_as_none() -> None:
    drawn = over_time("Articles", "articles", "here", [(DAY + timedelta(3), 4), (DAY, 2)])
    assert [(bar.label, bar.value, bar.share) for bar in drawn.bars] == [
        ("2026-01-30", 2, 50),
        ("2026-01-31", 0, 0),
        ("2026-02-01", 0, 0),
        ("2026-02-02", 4, 100),
    ]
    assert drawn.title == "Articles by day"


def test_many_days_are_counted_by_month_and_by_year() -> None:
    months = over_time("A", "articles", "here", [(DAY, 1), (DAY + timedelta(1), 1), (DAY + timedelta(MOST_COLUMNS), 5)])
    assert [(bar.label, bar.value) for bar in months.bars] == [
        ("2026-01", 2), ("2026-02", 0), ("2026-03", 0), ("2026-04", 0), ("2026-05", 5)
    ]  # fmt: skip
    years = over_time("A", "articles", "here", [(date(1900, 5, 1), 1), (date(1902, 1, 1), 1), (date(1999, 1, 1), 3)])
    assert (years.bars[0].label, years.bars[1].value, len(years.bars)) == ("1900", 0, 100)


def test_nothing_makes_an_empty_chart() -> None:
    assert over_time("A", "articles", "here", []).bars == ()
    assert [bar.share for bar in chart("A", "x", "here", [("a", 0), ("b", -1)]).bars] == [0, 0]


def test_places_stand_where_they_are_and_the_small_ones_on_top() -> None:
    places = [("Null Island", 0.0, 0.0, 1.0, None), ("Auckland", -36.8, 174.8, 100.0, "/x")]
    drawn = world_map("Places", "articles", "here", places)
    assert [(point.label, point.x, point.y) for point in drawn.points] == [
        ("Auckland", 709.6, 253.6),
        ("Null Island", 360, 180),
    ]
    assert drawn.points[0].radius > drawn.points[1].radius


def test_the_land_is_a_path() -> None:
    assert land().startswith("M")
    assert set(land()) <= set("Mlz0123456789- ")


def test_a_single_day_is_said_and_not_drawn_as_wide_as_the_page() -> None:
    template = environment(Path()).from_string(
        '{% import "charts.html" as charts %}{{ charts.columns(chart, "days") }}'
    )
    one = template.render(chart=over_time("Articles", "articles", "here", [(DAY, 3)]))
    assert "2026-01-30: 3" in one
    assert "<svg" not in one
    two = template.render(chart=over_time("Articles", "articles", "here", [(DAY, 3), (DAY + timedelta(1), 1)]))
    assert two.count("<rect") == 2
