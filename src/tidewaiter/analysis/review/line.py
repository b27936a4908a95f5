"""What a review says of one product on one flow: the figures a reader compares, each a fact or not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tidewaiter.analysis.review.facts import Fact, Subject
from tidewaiter.analysis.review.track import Track, comparable, is_zero
from tidewaiter.reference import goods
from tidewaiter.reference.prices import LEAST_USD_PER_KG


@dataclass(frozen=True)
class Line:
    """A track, and what follows from it. Each property is None where the books do not allow it."""

    track: Track

    @property
    def title(self) -> str:
        """The goods."""
        return self.track.product.title

    @property
    def partner(self) -> str:
        """The exporter and importer, whichever kept the book."""
        return self.track.lane.reporter

    @cached_property
    def now(self) -> Fact | None:
        """The year so far."""
        return self.track.so_far(self.track.window.year)

    @cached_property
    def before(self) -> Fact | None:
        """The same months of the year before."""
        return self._earlier(self.track.window.year - 1)

    @cached_property
    def change(self) -> Fact | None:
        """The year so far against the same months a year earlier, in percent."""
        return self._change(self.now, self.before)

    @cached_property
    def quantity(self) -> Fact | None:
        """How much of it in the year so far, in the book's unit."""
        return self.track.so_far(self.track.window.year, quantity=True)

    @cached_property
    def unit_value(self) -> Fact | None:
        """Value by quantity in the year so far."""
        now, quantity = self.now, self.quantity
        if now is None or quantity is None or not comparable(now) or not now.value:
            return None
        subject = self.track.subject(now.subject.period)
        return self.track.facts.made("unit_value", subject, f"{now.unit}_per_{quantity.unit}", [now, quantity])

    @property
    def misweighed(self) -> bool:
        """Whether the goods would cost less a kilogram than anything does: the weight or the value is off."""
        each = self.unit_value
        return each is not None and each.unit == "USD_per_kg" and each.value < LEAST_USD_PER_KG

    @cached_property
    def month(self) -> Fact | None:
        """The last month."""
        return self.track.month(self.track.window.through)

    @cached_property
    def month_before(self) -> Fact | None:
        """The month before it."""
        period = self.track.window.month_before()
        return None if period is None else self.track.month(period)

    @cached_property
    def same_month_before(self) -> Fact | None:
        """The same month a year earlier."""
        period = self.track.window.same_month_before()
        return None if period is None else self.track.month(period)

    @cached_property
    def month_on_month(self) -> Fact | None:
        """The last month against the one before, in percent."""
        return self._change(self.month, self.month_before)

    @cached_property
    def month_on_year(self) -> Fact | None:
        """The last month against the same one a year earlier, in percent."""
        return self._change(self.month, self.same_month_before)

    @cached_property
    def years(self) -> dict[int, Fact]:
        """The calendar years that are known, oldest first, those known in part included."""
        known = {year: self.track.year(year) for year in self.track.window.years}
        return {year: fact for year, fact in known.items() if fact is not None}

    @property
    def last_full(self) -> int:
        """The last full calendar year of the review."""
        window = self.track.window
        return window.year if window.whole_year else window.year - 1

    @cached_property
    def year(self) -> Fact | None:
        """The last full year."""
        return self.years.get(self.last_full)

    @cached_property
    def year_before(self) -> Fact | None:
        """The year before it."""
        return self.years.get(self.last_full - 1)

    @cached_property
    def year_change(self) -> Fact | None:
        """The last full year against the one before, in percent."""
        return self.changes.get(self.last_full)

    @cached_property
    def changes(self) -> dict[int, Fact]:
        """The change on year of every full year whose year before is known too."""
        found = {year: self._change(fact, self.years.get(year - 1)) for year, fact in self.years.items()}
        return {year: fact for year, fact in found.items() if fact is not None}

    @cached_property
    def years_before(self) -> tuple[Fact, ...]:
        """The full years before the last one, as far back as each of them is known whole, the nearest first."""
        found: list[Fact] = []
        for year in range(self.last_full - 1, self.track.window.since - 1, -1):
            fact = self.years.get(year)
            if fact is None or not comparable(fact):
                break
            found.append(fact)
        return tuple(found)

    @cached_property
    def same_months(self) -> tuple[Fact, ...]:
        """The same months of the earlier years, ten at most, the nearest first; those known whole."""
        found = (self._earlier(year) for year in self.track.window.decade)
        return tuple(fact for fact in found if fact is not None and comparable(fact))

    @cached_property
    def rank(self) -> Fact | None:
        """The place of the year so far among the same months of the earlier years known, 1 the largest."""
        if self.now is None or not comparable(self.now) or not self.same_months or not self.now.value:
            return None
        return self.track.facts.made("rank", self._subject(), "place", [self.now, *self.same_months])

    @cached_property
    def of_last_year(self) -> Fact | None:
        """The year so far in percent of the whole last year; none where the review ends with a December."""
        if self.track.window.whole_year:
            return None
        return self._of(self.year)

    @cached_property
    def wide(self) -> tuple[str, ...]:
        """Codes of the product that hold other goods too, in the edition of the last year; none without a book."""
        product = self.track.product
        if self.track.monthly.book is None and self.track.yearly.book is None:
            return ()
        if not product.named:
            return product.wide
        found = goods.codes(product.id, self.track.window.year, reporter=self.track.lane.reporter)
        return tuple(sorted(code.code for code in found if code.wide))

    @property
    def known(self) -> bool:
        """Whether anything at all is booked of it in the window."""
        return any(fact.value for fact in (self.now, *self.years.values()) if fact is not None)

    @property
    def whole(self) -> bool:
        """Whether anything is known of it that is more than a part."""
        return any(fact.value for fact in (self.now, *self.years.values()) if fact is not None and comparable(fact))

    @property
    def largest(self) -> Fact | None:
        """The largest figure of a year, or of the year so far: how much the line matters."""
        found = [fact for fact in (self.now, *self.years.values()) if fact is not None]
        return max(found, key=lambda fact: fact.value, default=None)

    def share_of(self, whole: Line) -> Fact | None:
        """The year so far in percent of another line's, of which it is a part."""
        if self.now is None or whole.now is None or not comparable(self.now) or not comparable(whole.now):
            return None
        if self.now.unit != whole.now.unit or self.now.value > whole.now.value:
            return None
        subject = Subject(self.title, self.track.exporter, self.track.importer, self.now.subject.period, of=whole.title)
        return self.track.facts.made("share", subject, "percent", [self.now, whole.now])

    def _earlier(self, year: int) -> Fact | None:
        return self.track.so_far(year) if year >= self.track.window.since else None

    def _subject(self, *, against: str | None = None) -> Subject:
        window = self.track.window
        return self.track.subject(window.so_far(window.year), against=against)

    def _change(self, now: Fact | None, before: Fact | None) -> Fact | None:
        if now is None or before is None or not comparable(now) or not comparable(before) or now.unit != before.unit:
            return None
        subject = self.track.subject(now.subject.period, against=before.subject.period)
        return self.track.facts.made("change", subject, "percent", [now, before])

    def together(self, years: Sequence[Fact]) -> Fact:
        """The sum of neighbouring full years, the nearest first."""
        first, last = years[-1].subject.period, years[0].subject.period
        return self.track.facts.total(self.track.subject(f"{first}/{last}"), years)

    def _of(self, year: Fact | None) -> Fact | None:
        now = self.now
        if now is None or year is None or not comparable(now) or not comparable(year) or now.unit != year.unit:
            return None
        return self.track.facts.made("multiple", self._subject(against=year.subject.period), "times", [now, year])

    @cached_property
    def silence(self) -> tuple[Fact, int] | None:
        """The last month with any trade and how many months since are known and nothing; None where unknown."""
        for count, month in enumerate(reversed(self.track.window.months)):
            fact = self.track.month(month)
            if fact is None or not comparable(fact):
                return None
            if fact.value:
                return (fact, count) if count else None
        return None

    def months_of(self, year: int) -> tuple[Fact, ...]:
        """The months of a full year that have any trade; empty where one of the twelve is not known whole."""
        months = [self.track.month(f"{year:04d}-{month:02d}") for month in range(1, 13)]
        if not all(comparable(month) for month in months):
            return ()
        return tuple(month for month in months if month is not None and month.value)

    def among(self, *, itself: bool = False) -> Fact | None:
        """How many earlier years the year so far is ranked among; with `itself` it is counted too."""
        if not self.same_months or self.now is None:
            return None
        counted = [self.now, *self.same_months] if itself else self.same_months
        return self.track.facts.made("count", self._subject(), "years", counted)

    @property
    def recent(self) -> Fact | None:
        """The largest figure of the last two years and the year so far: how much the line matters now."""
        found = [fact for fact in (self.now, self.year, self.year_before) if fact is not None]
        return max(found, key=lambda fact: fact.value, default=None)


def zero_run(line: Line, year: int) -> int:
    """How many full years in a row, going back from `year`, are known and nothing."""
    count = 0
    while is_zero(line.years.get(year - count)):
        count += 1
    return count
