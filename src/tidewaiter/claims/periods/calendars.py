"""Years that begin within a month of the usual calendar: Iran's, Nepal's, Ethiopia's fiscal ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tidewaiter.claims.lexicon import load_yaml
from tidewaiter.period import Period, Point

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Calendar:
    """`months` is the day (month, day) on which each month begins; year 0 of its own counting began in year `era`."""

    era: int
    months: tuple[tuple[int, int], ...]

    def begins(self, year: int) -> Point:
        """The first day of the year that begins in a year of the usual calendar."""
        return Point(year, *self.months[0])

    def stretch(self, year: int, skip: int, count: int) -> Period:
        """`count` months of the year that begins in `year`, after the first `skip` of them."""
        following = self._day(year, skip + count)
        end = Point.parse(date_before(following))
        return Period(self._day(year, skip), end)

    def _day(self, year: int, number: int) -> Point:
        month, day = self.months[number % _MONTHS]
        turned = (month, day) < self.months[0]
        return Point(year + number // _MONTHS + turned, month, day)


def date_before(point: Point) -> str:
    """The day before a day, in ISO 8601."""
    from datetime import timedelta

    return (point.first_day - timedelta(days=1)).isoformat()


@cache
def of_countries() -> Mapping[str, Calendar]:
    """The calendars of the countries that keep their fiscal years by one of their own."""
    return {
        code: Calendar(int(row["era"]), tuple(_day(text) for text in row["months"])) for code, row in _table().items()
    }


@cache
def of_words() -> Mapping[str, Calendar]:
    """The same by the word that names such a year ("Iranian")."""
    return {word: of_countries()[code] for code, row in _table().items() for word in row["words"]}


def _day(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    return int(month), int(day)


@cache
def _table() -> dict[str, Any]:
    return dict(load_yaml("fiscal_years.yml")["calendars"])
