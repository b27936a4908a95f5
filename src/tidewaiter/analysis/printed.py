"""Published figures as records, and as a series: each is what one newspaper printed of a customs book on its day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from tidewaiter.analysis.cells import TOTAL as ALL_CODES
from tidewaiter.analysis.goods import good_of
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.stretches import ends
from tidewaiter.analysis.timeline import Point, Series
from tidewaiter.interval import Interval
from tidewaiter.period import Period
from tidewaiter.reference import units
from tidewaiter.reference.goods import TOTAL

#: What a series of published figures says of itself; where a book has a part, that is no longer so.
NO_BOOK = "as newspapers printed it; no customs book in the ledger covers this"
NOTE = "as newspapers printed it"
NOTHING = Interval.exactly(Decimal(0))


@dataclass(frozen=True, slots=True)
class Printed:
    """A published figure: goods of one kind from `exporter` to `importer`, or both ways together.

    `figure` is what the wording allows, `value` the number as printed, both in `unit`. `reach` is the period as two
    month numbers (`stretches.ends`).
    """

    exporter: str
    importer: str
    two_way: bool
    good: str
    unit: str
    period: Period
    figure: Interval
    value: Decimal
    row: Row
    reach: tuple[int, int] | None = None

    def goes(self, exporter: str, importer: str) -> bool:
        """Whether it is one way, and that way."""
        return not self.two_way and (self.exporter, self.importer) == (exporter, importer)

    def in_unit(self, unit: str) -> Printed | None:
        """The same figure in a unit, None where it does not say; nothing is nothing in any unit."""
        if self.unit == unit or self.figure == NOTHING:
            return self
        if not units.convertible(self.unit, unit):
            return None
        low, high = self.figure.low, self.figure.high
        figure = Interval(
            None if low is None else units.convert(low, self.unit, unit),
            None if high is None else units.convert(high, self.unit, unit),
        )
        return replace(self, unit=unit, figure=figure, value=units.convert(self.value, self.unit, unit))


def read(row: Row) -> Printed | None:
    """A row of published figures as such; None where it does not say what it is of."""
    good = TOTAL if row.hs == ALL_CODES else good_of(row.good, row.product)
    unit = row.currency or row.unit
    value = row.value if row.value is not None else row.quantity
    if good is None or unit is None or value is None or row.flow not in ("export", "import", "trade"):
        return None
    bare = row.low is None and row.high is None
    figure = Interval.exactly(value) if bare else Interval(row.low, row.high)
    sends = row.flow != "import"
    exporter, importer = (row.reporter, row.partner) if sends else (row.partner, row.reporter)
    period = Period.parse(row.period)
    both = row.flow == "trade"
    return Printed(exporter, importer, both, good, unit, period, figure, value, row, ends(period))


def series_of(
    figures: Iterable[Printed], asked: Series, source: str | None, *, good: str | None = None
) -> Series | None:
    """What newspapers printed of a flow, each month or year as last printed; None where they printed nothing of it.

    `good` is the id of the goods where they are asked for by codes.
    """
    good = good or (TOTAL if asked.hs == (ALL_CODES,) else asked.hs[0])
    last: dict[tuple[str, bool], Row] = {}
    for figure in figures:
        row = figure.row
        if asked.as_of is not None and row.released_on > asked.as_of:
            continue
        if figure.good != good or source not in (None, row.source):
            continue
        if (row.reporter, row.flow) == (asked.reporter, asked.flow) and row.currency in (None, asked.currency):
            last[row.period, row.currency is not None] = row
    points = tuple(_printed_point(point, last) for point in asked.points)
    newest = max(last.values(), key=lambda row: row.released_on, default=None)
    if newest is None or not any(point.rows for point in points):
        return None
    return replace(
        asked,
        points=points,
        source=newest.source,
        release=newest.release,
        released_on=newest.released_on,
        notes=(NO_BOOK,),
    )


def _printed_point(point: Point, last: Mapping[tuple[str, bool], Row]) -> Point:
    money, counted = last.get((point.period, True)), last.get((point.period, False))
    rows = [row for row in (money, counted) if row is not None]
    return replace(
        point,
        value=money.value if money else None,
        quantity=counted.quantity if counted else None,
        unit=counted.unit if counted else None,
        rows=len(rows),
        refs=tuple(row.ref for row in rows),
    )
