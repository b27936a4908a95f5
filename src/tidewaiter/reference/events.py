"""Dated events around a country's trade: borders shut and opened, outbreaks, vaccines, changes in the statistics."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from tidewaiter.period import Period, Point
from tidewaiter.reference import tables


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a period, to some countries (alpha-3), with where it was read and how sure it is."""

    period: Period
    countries: tuple[str, ...]
    category: str
    event: str
    source: str
    url: str
    confidence: str
    note: str


@cache
def all_events() -> tuple[Event, ...]:
    """Every event, by date."""
    found = [
        Event(
            _period(row["date"], row["precision"], row["end_date"]),
            tuple(row["countries"].split()),
            row["category"],
            row["event"],
            row["source"],
            row["url"],
            row["confidence"],
            row["note"],
        )
        for row in tables.rows("events.csv")
    ]
    return tuple(sorted(found, key=lambda event: event.period.last_day))


def events(
    country: str | None = None, *, since: date | None = None, until: date | None = None, category: str | None = None
) -> tuple[Event, ...]:
    """The events of a country, or all, that touch the days from `since` to `until`, by date."""
    return tuple(
        event
        for event in all_events()
        if (country is None or country in event.countries)
        and (category is None or event.category == category)
        and (since is None or event.period.last_day >= since)
        and (until is None or (event.period.first_day or date.min) <= until)
    )


def _period(day: str, precision: str, end: str) -> Period:
    start = Point.parse(day[:7] if precision == "month" else day)
    return Period(start, Point.parse(end) if end else start)
