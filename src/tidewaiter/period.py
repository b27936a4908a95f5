"""A stretch of calendar time as statistics name it, written in ISO 8601.

`2022-05` a month, `2020` a year, `2022-01/2022-04` inclusive, `/2022-06-09` everything up to a day, `2022-06-09` a day.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tidewaiter.errors import UsageError

#: Stands in for the year of a text that names none, so that its months can be set against each other.
SOME_YEAR = 2190
#: From the first day of a year to its last.
_YEAR_DAYS = 364
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)


_LONG_OR_SHORT = {month: 30 if month in {4, 6, 9, 11} else 31 for month in range(1, 13) if month != 2}


def _days(year: int, month: int) -> int:
    """How many days a month has; the calendar is asked for Februaries only, and for months there are none of."""
    return _LONG_OR_SHORT.get(month) or calendar.monthrange(year, month)[1]


#: A day of the calendar; a text asks for the same few again and again.
_day = lru_cache(maxsize=4096)(date)


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A year, a month or a day; `month` and `day` are 0 where the text is coarser."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> Point:
        """Read `2022`, `2022-05` or `2022-05-09`; UsageError for anything that is not on the calendar."""
        match = _POINT.match(text)
        if match is None:
            raise UsageError(f"not a period: {text!r}", cure="write 2022, 2022-05 or 2022-05-09")
        year, month, day = (int(part or 0) for part in match.groups())
        if not year:
            raise UsageError(f"no such year: {text!r}", cure="years run from 0001")
        if match[2] is not None and not 1 <= month <= 12:
            raise UsageError(f"no such month: {text!r}", cure="months run from 01 to 12")
        if match[3] is not None and not 1 <= day <= _days(year, month):
            raise UsageError(f"no such day: {text!r}")
        return cls(year, month, day)

    def __str__(self) -> str:
        month = f"-{self.month:02d}" if self.month else ""
        return f"{self.year:04d}{month}-{self.day:02d}" if self.day else f"{self.year:04d}{month}"

    @property
    def first_day(self) -> date:
        """The first day the point covers."""
        return _day(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day the point covers."""
        month = self.month or 12
        return _day(self.year, month, self.day or _days(self.year, month))


@dataclass(frozen=True, slots=True)
class Period:
    """From a point to a point, both inclusive; `start` None means cumulative up to `end`."""

    start: Point | None
    end: Point

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read an ISO 8601 period; UsageError where it names no time or runs backwards."""
        before, slash, after = text.partition("/")
        if not slash:
            point = Point.parse(before)
            return cls(point, point)
        end = Point.parse(after)
        if not before:
            return cls(None, end)
        start = Point.parse(before)
        if start.first_day > end.last_day:
            raise UsageError(f"period runs backwards: {text!r}")
        return cls(start, end)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """One calendar month."""
        point = Point(year, month)
        return cls(point, point)

    @classmethod
    def year(cls, year: int) -> Period:
        """One calendar year."""
        point = Point(year)
        return cls(point, point)

    def __str__(self) -> str:
        if self.start is None:
            return f"/{self.end}"
        return str(self.end) if self._is_point else f"{self.start}/{self.end}"

    @property
    def _is_point(self) -> bool:
        # Mostly both are the same object, which takes no comparing.
        return self.start is self.end or self.start == self.end

    @property
    def cumulative(self) -> bool:
        """Whether it has no beginning ("to date")."""
        return self.start is None

    @property
    def is_month(self) -> bool:
        """Whether it is one calendar month, written as such."""
        return self.end.month > 0 and self.end.day == 0 and self._is_point

    @property
    def is_year(self) -> bool:
        """Whether it is one calendar year, written as such."""
        return self.end.month == 0 and self._is_point

    @property
    def first_day(self) -> date | None:
        """The first day covered, None where cumulative."""
        return None if self.start is None else self.start.first_day

    @property
    def last_day(self) -> date:
        """The last day covered."""
        return self.end.last_day

    @property
    def covers_year(self) -> bool:
        """Whether it is a year or longer."""
        return self.start is None or (self.last_day - self.start.first_day).days >= _YEAR_DAYS

    @property
    def whole_months(self) -> bool:
        """Whether it begins and ends with a month, so that monthly statistics can add up to it."""
        return self.start is not None and self.start.day == 0 and self.end.day == 0

    def months(self) -> tuple[str, ...]:
        """The months covered, `2022-01`, `2022-02` …; none where it is no run of whole months."""
        return _months(self.start, self.end) if self.start is not None and self.whole_months else ()

    def covers(self, other: Period) -> bool:
        """Whether every day of `other` lies inside."""
        if self.last_day < other.last_day:
            return False
        if self.first_day is None:
            return True
        return other.first_day is not None and self.first_day <= other.first_day

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        after = other.first_day is not None and other.first_day > self.last_day
        before = self.first_day is not None and self.first_day > other.last_day
        return not (after or before)

    def same_days(self, other: Period) -> bool:
        """Whether both cover the same days, however written (`2020` and `2020-01/2020-12`)."""
        return self.first_day == other.first_day and self.last_day == other.last_day

    def back_years(self, years: int = 1) -> Period:
        """The same stretch so many years before: what "year on year" compares with."""

        def back(point: Point) -> Point:
            year = point.year - years
            day = min(point.day, _days(year, point.month)) if point.day else 0
            return Point(year, point.month, day)

        return Period(None if self.start is None else back(self.start), back(self.end))

    def last_month(self) -> Period:
        """The month that a run of whole months ends with; any other period as it is."""
        return Period(self.end, self.end) if self.whole_months and self.end.month else self

    def previous(self) -> Period:
        """The stretch of the same length just before: last month, last year, the four months before."""
        if self.start is None or not self.whole_months:
            raise UsageError(f"no previous period of {self}", cure="only runs of whole months have one")
        if self.is_year:
            return Period.year(self.end.year - 1)
        first = self.start.year * 12 + (self.start.month or 1) - 1
        last = self.end.year * 12 + (self.end.month or 12) - 1
        start, end = (Point(month // 12, month % 12 + 1) for month in (2 * first - last - 1, first - 1))
        return Period(start, end)


@lru_cache(maxsize=4096)
def _months(start: Point, end: Point) -> tuple[str, ...]:
    first, last = start.first_day, end.last_day
    after = 12 * last.year + last.month
    return tuple(f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(12 * first.year + first.month - 1, after))
