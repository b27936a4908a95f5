"""What relative expressions of time hang on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tidewaiter.period import Period, Point


@dataclass(slots=True)
class Anchor:
    """What relative expressions hang on.

    `day` is the day of publication, `month` the same to the month where the day is not known. `current` is the period
    the text is speaking of, `data_end` the last month of this year that its data are known to cover, `fiscal_start`
    the month its country's fiscal year begins in, `fiscal_by_first` whether that is called after the year it begins in,
    `fiscal_country` whose it is, `season_start` the month that its marketing years begin with.
    """

    day: date | None = None
    year: int | None = None
    month: int | None = None
    current: Period | None = None
    data_end: Point | None = None
    fiscal_start: int | None = None
    fiscal_by_first: bool = False
    fiscal_country: str | None = None
    season_start: int | None = None

    def speaking_of(self, current: Period | None) -> Anchor:
        """The same anchor in a text that is speaking of a period."""
        fiscal = self.fiscal_start, self.fiscal_by_first, self.fiscal_country, self.season_start
        return Anchor(self.day, self.year, self.month, current, self.data_end, *fiscal)

    def year_of(self, relative: str) -> int | None:
        """The year that "this", "last", "the previous" year means."""
        if relative.lower() == "the next":
            # "The next year brought a recovery": after the one spoken of.
            return None if self.current is None else self.current.end.year + 1
        word = relative.lower().removeprefix("the ")
        if word in {"same", "that", "the"}:
            return None if self.current is None else self.current.end.year
        if word in {"previous", "preceding", "prior"}:
            return None if self.current is None else self.current.end.year - 1
        if word == "following":
            return None if self.current is None else self.current.end.year + 1
        if self.year is None:
            return None
        shift = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "before_last": -2}
        return self.year + shift.get(word, 0)

    def latest(self, month: int) -> int | None:
        """The year of the latest such month that had begun when the text was published."""
        if self.year is not None:
            if self.month is None:
                return self.year
            return self.year if month <= self.month else self.year - 1
        return None if self.current is None else self.current.end.year
