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
    """UsageError for a month that has not come yet; what is no month passes, and fails as a window."""
    period = Period.parse(month)
    if period.first_day is not None and period.last_day.replace(day=1) > date.today():
        raise UsageError(f"that month has not come yet: {month}", cure="name one that is over")


@dataclass(frozen=True)
class Window:
    """From January of the year `since` through the month `through` (`2022-04`), both inclusive."""

    since: int
    through: str

    def __post_init__(self) -> None:
        period = Period.parse(self.through)
        if not period.is_month:
            raise UsageError(f"not a month: {self.through!r}", cure="write 2022-04")
        if not 1900 <= self.since <= int(self.through[:4]):
            raise UsageError(f"the review would begin after it ends: {self.since}", cure="name an earlier year")

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
