"""The time of a review: a month it runs through, the year so far, and the years before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tidewaiter.errors import UsageError
from tidewaiter.period import Period

#: With how many earlier years the year so far is compared.
DECADE = 10


def check_over(month: str) -> None:
    """UsageError for a month that has not come yet, and for what is no month."""
    if _month(month).end.first_day > date.today():
        raise UsageError(f"that month has not come yet: {month}", cure="name one that is over")


def _month(text: str) -> Period:
    """The month that somebody wrote; UsageError for anything else, a month in words among it."""
    try:
        period = Period.parse(text)
    except UsageError:
        period = None
    if period is None or not period.is_month:
        raise UsageError(f"not a month: {text!r}", cure="write 2022-04")
    return period


@dataclass(frozen=True)
class Window:
    """From January of the year `since` through the month `through` (`2022-04`), both inclusive."""

    since: int
    through: str

    def __post_init__(self) -> None:
        _month(self.through)
        if not 1900 <= self.since <= int(self.through[:4]):
            raise UsageError(f"the review would begin after it ends: {self.since}", cure="name an earlier year")

    @classmethod
    def ending(cls, through: str, *, since: int | None = None, years: int) -> Window:
        """The window that ends with a month, from a year or, where none is said, so many years before the month's."""
        return cls(_month(through).end.year - years if since is None else since, through)

    @property
    def year(self) -> int:
        """The year that the review ends in."""
        return int(self.through[:4])

    @property
    def month(self) -> int:
        """The number of the month that it ends with."""
        return int(self.through[5:])

    @property
    def whole_year(self) -> bool:
        """Whether it ends with a December, so that the year so far is the year."""
        return self.month == 12

    @cached_property
    def months(self) -> tuple[str, ...]:
        """Every month of the review."""
        return Period.parse(f"{self.since}-01/{self.through}").months()

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The full years, oldest first."""
        return tuple(range(self.since, self.year + self.whole_year))

    @cached_property
    def decade(self) -> tuple[int, ...]:
        """The years before the last one, ten at most, the nearest first."""
        return tuple(range(self.year - 1, max(self.since, self.year - DECADE) - 1, -1))

    def so_far(self, year: int) -> str:
        """January through the month that the review ends with, in a year, in ISO 8601."""
        if self.whole_year:
            return f"{year:04d}"
        first = f"{year:04d}-01"
        return first if self.month == 1 else f"{first}/{year:04d}-{self.month:02d}"

    def months_so_far(self, year: int) -> tuple[str, ...]:
        """The months of `so_far`."""
        return tuple(f"{year:04d}-{month:02d}" for month in range(1, self.month + 1))

    def month_before(self) -> str | None:
        """The month before the last one; None where the review begins with it."""
        return self.months[-2] if len(self.months) > 1 else None

    def same_month_before(self) -> str | None:
        """The last month a year earlier; None before the review begins."""
        earlier = f"{self.year - 1:04d}-{self.month:02d}"
        return earlier if self.year > self.since else None
