"""Evidence from published figures: what newspapers printed of a customs book, added up and taken apart where needed.

Each publication is a witness of its own; figures of several are only put together for different stretches of time or
directions of trade, never added for the same one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tidewaiter.analysis import outlets
from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.analysis.goods import alike, inside
from tidewaiter.analysis.printed import NOTHING, Printed
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.stretches import Stretch, Way, ends, find_way
from tidewaiter.interval import Interval
from tidewaiter.reference.goods import TOTAL

#: Customs offices revise; figures printed at different times and put together may be off by this share of each.
REVISION = Decimal("0.05")


def in_unit(figures: Iterable[Printed], unit: str) -> Iterator[Printed]:
    """The figures that can be told in a unit, in it."""
    told = (figure.in_unit(unit) for figure in figures)
    return (same for same in told if same is not None)


def answers(known: Iterable[Printed], question: Question) -> list[Evidence]:
    """What published figures say to a question: as printed, else put together, else as bounds of part and whole.

    `known` are figures of the question's two countries and unit.
    """
    figures = list(known)
    of_it = [figure for figure in figures if alike(figure.good, question.goods, total=question.total)]
    found = [*_direct(of_it, question), *_composed(of_it, question)]
    if len(question.goods) > 1 and not found:
        found = list(_each(figures, question))
    return found or list(_bounds(figures, question))


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
        if figure.reach is not None:
            stretches.append(Stretch(*figure.reach, figure.figure, figure))
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
    figure = NOTHING
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
    nothing = [f for f in parts if f.figure == NOTHING and f.period.covers(question.period)]
    if len({f.good for f in nothing}) > 1:
        limits = "some of the goods only"
        yield _evidence(question, NOTHING, nothing, made="part", complete=False, limits=limits)
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
        none_at_all = smallest.figure == NOTHING
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
        value=parts[0].value if len(parts) == 1 else None,
        qualifier=rows[0].qualifier or "exact" if len(rows) == 1 else "exact",
        period=parts[0].period if made in ("part", "whole") else None,
        goods=tuple(dict.fromkeys(part.good for part in parts)) if made in ("part", "whole") else (),
    )


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
        f"--hs {'TOTAL' if part.good == TOTAL else part.good} --from {period} --to {period} --freq {freq} "
        f"--source {row.source}"
    )
