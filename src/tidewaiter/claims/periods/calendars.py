"""Years that begin within a month of the usual calendar: Iran's, Nepal's, Ethiopia's fiscal ones."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from tidewaiter.claims.words.lexicon import load_yaml
from tidewaiter.period import Period, Point

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Calendar:
    """`months` is the day (month, day) on which each month begins; year 0 of its own counting began in year `era`.

    `early`: where it begins behind the day that a leap year of the usual calendar adds, all its months are a day early.
    """

    era: int
    months: tuple[tuple[int, int], ...]
    early: bool = False

    def begins(self, year: int) -> Point:
        """The first day of the year that begins in a year of the usual calendar."""
        return self._day(year, 0)

    def stretch(self, year: int, skip: int, count: int) -> Period:
        """`count` months of the year that begins in `year`, after the first `skip` of them."""
        last = self._day(year, skip + count).first_day - timedelta(days=1)
        return Period(self._day(year, skip), Point(last.year, last.month, last.day))

    def _day(self, year: int, number: int) -> Point:
        month, day = self.months[number % _MONTHS]
        turned = (month, day) < self.months[0]
        begun = year + number // _MONTHS
        return Point(begun + turned, month, day - (self.early and isleap(begun)))


def of_country(code: str | None) -> Calendar | None:
    """The calendar by which a country keeps its fiscal years; None where it is the usual one."""
    return None if code is None else _of_countries().get(code)


def opens_year(day: Point) -> bool:
    """Whether such a year begins on a day, or on the day beside it ("March 20" in a leap year)."""
    return (day.month, day.day) in _opening_days()


@cache
def _opening_days() -> frozenset[tuple[int, int]]:
    firsts = [own.months[0] for own in _of_countries().values()]
    return frozenset((month, day + beside) for month, day in firsts for beside in (-1, 0, 1))


@cache
def _of_countries() -> Mapping[str, Calendar]:
    return {
        code: Calendar(int(row["era"]), tuple(_day(text) for text in row["months"]), bool(row.get("early")))
        for code, row in _table().items()
    }


@cache
def of_words() -> Mapping[str, Calendar]:
    """The same by the word that names such a year ("Iranian")."""
    return {word: _of_countries()[code] for code, row in _table().items() for word in row["words"]}


def _day(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    return int(month), int(day)


@cache
def _table() -> dict[str, Any]:
    return dict(load_yaml("fiscal_years.yml")["calendars"])
