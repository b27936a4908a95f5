"""One flow of one product through the window: its months, its years and the year so far, as facts.

What a book holds only in part is a fact of scope `least`: it is shown as "at least", and never compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from tidewaiter.analysis import assembly, printed
from tidewaiter.analysis.cells import TOTAL
from tidewaiter.analysis.review.facts import Fact, Facts, Subject
from tidewaiter.analysis.review.window import Window
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.series import best
from tidewaiter.analysis.shelf import Lane, Shelf
from tidewaiter.analysis.timeline import Point, Series
from tidewaiter.reference.goods import TOTAL as ALL_GOODS
from tidewaiter.reference.groups import Product

#: The card of published figures.
PRESS = "press"
ALL = Product(ALL_GOODS, "All goods", (TOTAL,))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a review asks of every lane: the window, the day it is asked on, the currency."""

    country: str
    window: Window
    as_of: date | None
    currency: str


@dataclass(frozen=True)
class Told:
    """What is told of a flow: by the best customs book, and by newspapers; None where they tell nothing."""

    book: Series | None
    press: Series | None

    @property
    def series(self) -> tuple[Series, ...]:
        """Those that tell something."""
        return tuple(one for one in (self.book, self.press) if one is not None)

    @cached_property
    def booked(self) -> Mapping[str, Point]:
        """The book's points by period."""
        return {point.period: point for point in self.book} if self.book else {}

    @cached_property
    def printed(self) -> Mapping[str, Point]:
        """The newspapers' points by period."""
        return {point.period: point for point in self.press} if self.press else {}


class Track:
    """A product on a lane. Facts are made when they are asked for; None is not known, a fact of 0 is nothing."""

    def __init__(self, facts: Facts, shelf: Shelf, asked: Asked, lane: Lane, product: Product) -> None:
        self.facts, self.lane, self.product = facts, lane, product
        self.window = asked.window
        self._shelf, self._asked = shelf, asked

    @property
    def exporter(self) -> str:
        """Who sent the goods."""
        return self.lane.exporter

    @property
    def importer(self) -> str:
        """Who received them."""
        return self.lane.importer

    @property
    def outward(self) -> bool:
        """Whether the goods leave the country that is reviewed."""
        return self.exporter == self._asked.country

    def subject(self, period: str, *, against: str | None = None) -> Subject:
        """What a figure of this flow is of."""
        return Subject(self.product.title, self.exporter, self.importer, period, against)

    # The series behind it.

    @cached_property
    def monthly(self) -> Told:
        """The months, as the best book has them and as newspapers printed them."""
        return self._told(self._empty("M", self.window.months), self._monthly_books)

    @cached_property
    def yearly(self) -> Told:
        """The full years likewise."""
        asked = self._empty("A", [str(year) for year in self.window.years])
        books = {
            source: assembly.answer(self._shelf, asked, source, None, months=self._monthly_books.get(source))
            for source in (assembly.sources(self._shelf, asked) if asked.points else ())
        }
        return self._told(asked, books)

    @cached_property
    def _monthly_books(self) -> Mapping[str, Series]:
        """The months as each book has them."""
        asked = self._empty("M", self.window.months)
        sources = assembly.sources(self._shelf, asked)
        return {source: assembly.answer(self._shelf, asked, source, None) for source in sources}

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know of the series, each note once."""
        told = [series for each in (self.monthly, self.yearly) for series in each.series]
        return tuple(dict.fromkeys(note for series in told for note in series.notes))

    def _empty(self, freq: str, periods: Sequence[str]) -> Series:
        """The question, with nothing known yet."""
        lane, currency = self.lane, self._asked.currency
        points = tuple(Point(period, currency=currency) for period in periods)
        hs, as_of = self.product.hs, self._asked.as_of
        return Series(lane.reporter, lane.partner, lane.flow, hs, freq, as_of, currency, points)

    def _told(self, asked: Series, books: Mapping[str, Series]) -> Told:
        press = self._shelf.printed(self.lane.reporter, self.lane.partner)
        told = printed.series_of(press, asked, None, good=self._good) if press and asked.points else None
        return Told(best(books.values()), told)

    # Figures.

    def month(self, period: str, *, quantity: bool = False) -> Fact | None:
        """The figure of a month."""
        return self._fact(self.monthly, period, quantity)

    def year(self, year: int, *, quantity: bool = False) -> Fact | None:
        """The figure of a calendar year."""
        return self._fact(self.yearly, str(year), quantity)

    def so_far(self, year: int, *, quantity: bool = False) -> Fact | None:
        """January through the last month, in a year: as printed so, or the sum of the months.

        Where only some of the months are known it is a fact of scope `least`.
        """
        if self.window.whole_year:
            known = self.year(year, quantity=quantity)
            if known is not None:
                return known
        periods = self.window.months_so_far(year)
        months = [self.month(period, quantity=quantity) for period in periods]
        known_months = [month for month in months if month is not None]
        subject = self.subject(self.window.so_far(year))
        if len(known_months) == len(months) and len({month.unit for month in known_months}) == 1:
            return self.facts.total(subject, known_months)
        told = None if quantity else self._printed_and_months(year, months)
        if told is not None:
            return told
        if quantity or not known_months or not any(month.value for month in known_months):
            return None
        return self.facts.least(subject, known_months)

    def _printed_and_months(self, year: int, months: Sequence[Fact | None]) -> Fact | None:
        """The longest stretch from January that was printed as one figure, and the months after it."""
        for last in range(len(months), 1, -1):
            rest = [month for month in months[last:] if month is not None]
            first = f"{year:04d}-01/{year:04d}-{last:02d}"
            direct = self._direct(first) if len(rest) == len(months) - last else None
            if direct is not None and all(comparable(month) and month.unit == direct.unit for month in rest):
                return self.facts.total(self.subject(self.window.so_far(year)), [direct, *rest])
        return None

    def _fact(self, told: Told, period: str, quantity: bool) -> Fact | None:
        """The book's figure where it is whole, else the newspapers', else the part that the book has."""
        booked = self._point(told.book, told.booked.get(period), quantity)
        if booked is not None and comparable(booked):
            return booked
        press = self._point(told.press, told.printed.get(period), quantity)
        # A book of fish alone would make "at least" so much of all goods: true, and of no use to anybody.
        return press if press is not None or self.product is ALL else booked

    def _point(self, series: Series | None, point: Point | None, quantity: bool) -> Fact | None:
        if series is None or point is None:
            return None
        value = point.quantity if quantity else point.value
        unit = point.unit if quantity else point.currency
        if value is None or unit is None:
            return None
        # A figure that a newspaper printed is whole in itself; a book's may be a part of what was asked for.
        whole = point.whole or series.source == PRESS
        scope = "whole" if whole else "selection" if point.selection else "least"
        return self.facts.booked(
            self.subject(point.period),
            unit,
            value,
            rows=point.refs,
            scope=scope,
            source=series.source or "",
            repeat=self._repeat(series, point.period),
        )

    def _direct(self, period: str) -> Fact | None:
        """A figure that was printed for just this stretch of time."""
        found: Row | None = None
        for figure in self._shelf.printed(self.lane.reporter, self.lane.partner):
            row = figure.row
            if row.period != period or (row.reporter, row.flow) != (self.lane.reporter, self.lane.flow):
                continue
            if self._asked.as_of is not None and row.released_on > self._asked.as_of:
                continue
            if figure.good == self._good and row.currency == self._asked.currency:
                found = row
        if found is None or found.value is None:
            return None
        return self.facts.booked(
            self.subject(period), self._asked.currency, found.value, rows=(found.ref,), source=found.source
        )

    @property
    def _good(self) -> str:
        """What newspapers' figures call the goods, by whatever codes a book is asked for them."""
        return ALL_GOODS if self.product.hs == (TOTAL,) else self.product.id

    def _repeat(self, series: Series, period: str) -> str:
        asked = (self.product.id,) if series.source == PRESS and self.product is not ALL else self.product.hs
        codes = " ".join(f"--hs {code}" for code in asked)
        return (
            f"tidewaiter series --reporter {series.reporter} --partner {series.partner} --flow {series.flow} {codes} "
            f"--from {period} --to {period} --freq {series.freq} --source {series.source}"
            + (f" --currency {series.currency}" if series.currency != "USD" else "")
            + (f" --as-of {series.as_of}" if series.as_of else "")
        )


def comparable(fact: Fact | None) -> bool:
    """Whether a figure may stand in a comparison: known, and not only a part."""
    return fact is not None and fact.scope != "least"


def is_zero(fact: Fact | None) -> bool:
    """Whether a figure is known, and nothing."""
    return comparable(fact) and fact is not None and fact.value == Decimal(0)
