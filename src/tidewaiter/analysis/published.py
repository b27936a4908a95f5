"""Evidence from published figures: what newspapers printed of a customs book, added up and taken apart where needed.

Each publication is a witness of its own; figures of several are only put together for different stretches of time or
directions of trade, never added for the same one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tidewaiter.analysis import outlets
from tidewaiter.analysis.cells import TOTAL as ALL_CODES
from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.analysis.goods import alike, good_of, inside
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.stretches import Stretch, Way, ends, find_way
from tidewaiter.analysis.timeline import Point, Series
from tidewaiter.interval import Interval
from tidewaiter.period import Period
from tidewaiter.reference import units
from tidewaiter.reference.goods import TOTAL

#: Customs offices revise; figures printed at different times and put together may be off by this share of each.
REVISION = Decimal("0.05")
_ZERO = Interval.exactly(Decimal(0))


@dataclass(frozen=True, slots=True)
class Printed:
    """A published figure: goods of one kind from `exporter` to `importer`, or both ways together."""

    exporter: str
    importer: str
    two_way: bool
    good: str
    unit: str
    period: Period
    figure: Interval
    row: Row

    def goes(self, exporter: str, importer: str) -> bool:
        """Whether it is one way, and that way."""
        return not self.two_way and (self.exporter, self.importer) == (exporter, importer)

    def in_unit(self, unit: str) -> Printed | None:
        """The same figure in a unit, None where it does not say; nothing is nothing in any unit."""
        if self.unit == unit or self.figure == _ZERO:
            return self
        if not units.convertible(self.unit, unit):
            return None
        low, high = self.figure.low, self.figure.high
        figure = Interval(
            None if low is None else units.convert(low, self.unit, unit),
            None if high is None else units.convert(high, self.unit, unit),
        )
        return replace(self, unit=unit, figure=figure)


def printed(row: Row) -> Printed | None:
    """A row of published figures as such; None where it does not say what it is of."""
    good = TOTAL if row.hs == ALL_CODES else good_of(row.good, row.product)
    unit = row.currency or row.unit
    value = _value(row)
    if good is None or unit is None or value is None or row.flow not in ("export", "import", "trade"):
        return None
    bare = row.low is None and row.high is None
    figure = Interval.exactly(value) if bare else Interval(row.low, row.high)
    sends = row.flow != "import"
    exporter, importer = (row.reporter, row.partner) if sends else (row.partner, row.reporter)
    return Printed(exporter, importer, row.flow == "trade", good, unit, Period.parse(row.period), figure, row)


def _value(row: Row) -> Decimal | None:
    return row.value if row.value is not None else row.quantity


def answers(rows: Iterable[Row], question: Question) -> list[Evidence]:
    """What published figures say to a question: as printed, else put together, else as bounds of part and whole."""
    read = (printed(row) for row in rows)
    figures = [same for figure in read if figure and (same := figure.in_unit(question.unit))]
    of_it = [figure for figure in figures if alike(figure.good, question.goods, total=question.total)]
    found = [*_direct(of_it, question), *_composed(of_it, question)]
    if len(question.goods) > 1 and not found:
        found = list(_each(figures, question))
    return found or list(_bounds(figures, question))


def series_of(rows: Iterable[Row], asked: Series, source: str | None) -> Series | None:
    """What newspapers printed of a flow, each month or year as last printed; None where they printed nothing of it."""
    good = TOTAL if asked.hs == (ALL_CODES,) else asked.hs[0]
    last: dict[tuple[str, bool], Row] = {}
    for row in rows:
        if asked.as_of is not None and row.released_on > asked.as_of:
            continue
        figure = printed(row)
        if figure is None or figure.good != good or source not in (None, row.source):
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
        notes=("as newspapers printed it; no customs book in the ledger covers this",),
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


def _direct(figures: Sequence[Printed], question: Question) -> Iterator[Evidence]:
    for figure in figures:
        if figure.period.same_days(question.period) and _same_way(figure, question):
            yield _evidence(question, figure.figure, [figure], made="direct")


def _same_way(figure: Printed, question: Question) -> bool:
    if not question.two_way:
        return figure.goes(question.exporter, question.importer)
    return figure.two_way and {figure.exporter, figure.importer} == {question.exporter, question.importer}


def _composed(figures: Sequence[Printed], question: Question) -> Iterator[Evidence]:
    span = ends(question.period)
    if span is None:
        return
    there = [f for f in figures if f.goes(question.exporter, question.importer)]
    back = [f for f in figures if f.goes(question.importer, question.exporter)]
    both = [f for f in figures if f.two_way]
    own = both if question.two_way else there
    others = [figure for figure in own if not figure.period.same_days(question.period)]
    way = _way(others, span)
    if way is not None and (way.figure.low or way.figure.high is not None):
        parts = [stretch.origin for stretch in (*way.added, *way.taken)]
        made = "difference" if way.taken else "sum"
        yield _evidence(question, way.figure, parts, made=made, label=_spelled(way))
        return
    if question.two_way:
        yield from _paired(question, _way(there, span), _way(back, span), sign=1)
    else:
        yield from _paired(question, _way(both, span), _way(back, span), sign=-1)


def _way(figures: Iterable[Printed], span: tuple[int, int]) -> Way[Printed] | None:
    stretches = []
    for figure in figures:
        reach = ends(figure.period)
        if reach is not None:
            stretches.append(Stretch(*reach, figure.figure, figure))
    return find_way(stretches, *span)


def _paired(
    question: Question, one: Way[Printed] | None, other: Way[Printed] | None, *, sign: int
) -> Iterator[Evidence]:
    """Both ways as the sum of each; one way as both less the other."""
    if one is None or other is None:
        return
    parts = [stretch.origin for way in (one, other) for stretch in (*way.added, *way.taken)]
    if sign > 0:
        yield _evidence(question, one.figure + other.figure, parts, made="sum", label="exports and imports together")
    else:
        figure = one.figure - other.figure
        low = None if figure.low is None else max(figure.low, Decimal(0))
        high = None if figure.high is None else max(figure.high, Decimal(0))
        label = "trade both ways less the other way"
        yield _evidence(question, Interval(low, high), parts, made="balance", label=label)


def _spelled(way: Way[Printed]) -> str:
    added = " and ".join(str(stretch.origin.period) for stretch in way.added)
    taken = " and ".join(str(stretch.origin.period) for stretch in way.taken)
    return f"{added} less {taken}" if taken else added


def _each(figures: Sequence[Printed], question: Question) -> Iterator[Evidence]:
    """Several kinds of goods, each with a figure for just that time: their sum, or the part of it that is known."""
    known: list[Printed] = []
    missing = []
    for good in question.goods:
        own = [f for f in figures if f.good == good and f.period.same_days(question.period) and _same_way(f, question)]
        if own:
            known.append(min(own, key=_width))
        else:
            missing.append(good)
    if not known:
        return
    figure = _ZERO
    for one in known:
        figure = figure + one.figure
    limits = f"nothing was published on {', '.join(missing)}".replace("_", " ") if missing else None
    made = "part" if missing else "sum"
    yield _evidence(question, figure, known, made=made, complete=not missing, limits=limits)


def _width(figure: Printed) -> tuple[bool, Decimal, int]:
    low, high = figure.figure.low, figure.figure.high
    is_open = low is None or high is None
    return is_open, Decimal(0) if low is None or high is None else high - low, -figure.row.released_on.toordinal()


def _bounds(figures: Sequence[Printed], question: Question) -> Iterator[Evidence]:
    """The largest figure for a part of what was asked, and the smallest for more than was asked."""
    mine = [figure for figure in figures if _same_way(figure, question)]
    parts = [f for f in mine if question.period.covers(f.period) and inside(f.good, question.goods, question.total)]
    nothing = [f for f in parts if f.figure == _ZERO and f.period.covers(question.period)]
    if len({f.good for f in nothing}) > 1:
        limits = "some of the goods only"
        yield _evidence(question, _ZERO, nothing, made="part", complete=False, limits=limits)
    elif parts:
        largest = max(parts, key=lambda f: (f.figure.low or Decimal(0), f.period.covers(question.period)))
        yield _evidence(
            question, largest.figure, [largest], made="part", complete=False, limits=_only(largest, question)
        )
    wholes = [
        f
        for f in mine
        if f.figure.high is not None
        and f.period.covers(question.period)
        and all(inside(good, (f.good,), f.good == TOTAL) for good in question.goods)
        and (question.goods or f.good == TOTAL)
    ]
    if wholes:
        smallest = min(wholes, key=lambda f: f.figure.high or Decimal(0))
        none_at_all = smallest.figure == _ZERO
        yield _evidence(
            question, smallest.figure, [smallest], made="direct" if none_at_all else "whole", wide=not none_at_all
        )


def _only(figure: Printed, question: Question) -> str:
    what = []
    if not figure.period.same_days(question.period):
        what.append(f"{figure.period} only")
    if figure.good not in question.goods and figure.good != TOTAL:
        what.append(f"{figure.good.replace('_', ' ')} only")
    return ", ".join(what)


def _evidence(
    question: Question,
    figure: Interval,
    parts: Sequence[Printed],
    *,
    made: str,
    label: str = "",
    complete: bool = True,
    wide: bool = False,
    limits: str | None = None,
) -> Evidence:
    rows = [part.row for part in parts]
    newest = max(rows, key=lambda row: row.released_on)
    sizes = [abs(end) for part in parts for end in (part.figure.high or part.figure.low,) if end is not None]
    names = tuple(dict.fromkeys(outlets.outlet(row.ref.url) for row in rows))
    return Evidence(
        figure=figure,
        unit=question.unit,
        kind="published",
        source=newest.source,
        release=newest.release,
        released_on=newest.released_on,
        rows=tuple(row.ref for row in rows),
        label=", ".join(filter(None, (label, *(f"{name}" for name in names), str(newest.released_on)))),
        complete=complete,
        wide=wide,
        limits=limits or _remark(rows),
        repeat=_repeat(parts[0]),
        reporter=newest.reporter,
        flow=newest.flow,
        outlets=names,
        made=made,
        slack=sum(sizes, Decimal(0)) * REVISION if len(parts) > 1 else Decimal(0),
        value=_printed_value(parts[0]) if len(parts) == 1 else None,
        qualifier=rows[0].qualifier or "exact" if len(rows) == 1 else "exact",
        period=parts[0].period if made in ("part", "whole") else None,
        goods=tuple(dict.fromkeys(part.good for part in parts)) if made in ("part", "whole") else (),
    )


def _printed_value(part: Printed) -> Decimal | None:
    """The figure as printed, in the unit asked for."""
    value, unit = _value(part.row), part.row.currency or part.row.unit
    return value if value is None or unit is None or not value else units.convert(value, unit, part.unit)


def _remark(rows: Sequence[Row]) -> str | None:
    """What the book itself notes in brackets beside the goods ("type not given", another source)."""
    remarked = [row.product for row in rows if row.product and "(" in row.product]
    return f"the figure is for “{remarked[0]}”" if remarked else None


def _repeat(part: Printed) -> str | None:
    """The command that shows a figure; None for stretches and sums that a series does not have."""
    row, period = part.row, part.period
    freq = "M" if period.is_month else "A" if period.is_year else None
    if freq is None or part.two_way:
        return None
    return (
        f"tidewaiter series --reporter {row.reporter} --partner {row.partner} --flow {row.flow} "
        f"--hs {'TOTAL' if part.good == TOTAL else part.good} --from {period} --to {period} --freq {freq}"
    )
