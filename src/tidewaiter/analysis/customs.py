"""Evidence from customs books: what the exporter booked as exports, and what the importer booked as imports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tidewaiter.analysis.assembly import STRETCHES, answer, sources
from tidewaiter.analysis.cells import outermost
from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.analysis.goods import Codes, codes_of
from tidewaiter.analysis.series import best, booked_series
from tidewaiter.analysis.shelf import Lane, Shelf, Wish
from tidewaiter.analysis.timeline import Point, Series
from tidewaiter.interval import Interval
from tidewaiter.period import Period
from tidewaiter.reference import units

_MONTHS = 12


def answers(shelf: Shelf, question: Question) -> list[Evidence]:
    """What either side's customs book says; nothing where no book holds or covers any of it."""
    if not shelf.has_books or not question.period.months():
        return []
    one, other = question.exporter, question.importer
    if question.two_way:
        found = [_both_ways(shelf, question, reporter, partner) for reporter, partner in ((one, other), (other, one))]
    else:
        lanes = (Lane(one, other, "export"), Lane(other, one, "import"))
        found = [_one_way(shelf, question, lane) for lane in lanes]
    return [evidence for evidence in found if evidence is not None]


def wishes(question: Question) -> Iterator[Wish]:
    """The rows that answering a question will take, so that those of many can be fetched together."""
    one, other = question.exporter, question.importer
    for reporter, partner, flow in (
        (one, other, "export"), (other, one, "import"),
        *(((one, other, "import"), (other, one, "export")) if question.two_way else ()),
    ):  # fmt: skip
        for spell in _spells(question, reporter) if question.period.months() else ():
            if spell.codes.prefixes:
                years = int(spell.first[:4]), int(spell.last[:4])
                yield Wish(Lane(reporter, partner, flow), spell.codes.prefixes, years)


def _both_ways(shelf: Shelf, question: Question, reporter: str, partner: str) -> Evidence | None:
    """One reporter's exports and imports together; two reporters' books are never added."""
    parts = [_one_way(shelf, question, Lane(reporter, partner, flow)) for flow in ("export", "import")]
    known = [part for part in parts if part is not None]
    if not known:
        return None
    figure = Interval.exactly(Decimal(0))
    for part in known:
        figure = figure + part.figure
    missing = "" if len(known) == 2 else f"only the {known[0].flow}s are known"
    limits = "; ".join(dict.fromkeys(filter(None, (missing, *(part.limits for part in known)))))
    first = known[0]
    return Evidence(
        figure=figure,
        unit=first.unit,
        kind="customs",
        source=first.source,
        release=first.release,
        released_on=first.released_on,
        rows=tuple(ref for part in known for ref in part.rows),
        label=" and ".join(part.label for part in known),
        complete=len(known) == 2 and all(part.complete for part in known),
        wide=any(part.wide for part in known),
        zero=all(part.zero for part in known),
        limits=limits or None,
        repeat=first.repeat,
        reporter=reporter,
        flow="trade",
        made="sum",
        value=figure.low,
        corrections=tuple(dict.fromkeys(why for part in known for why in part.corrections)),
        dated=all(part.dated for part in known),
    )


def _one_way(shelf: Shelf, question: Question, lane: Lane) -> Evidence | None:
    """What one side's book says; of a publisher's own year what stands there for it, if not all months are told."""
    spells = list(_spells(question, lane.reporter))
    found = [_series(shelf, question, lane, spell) for spell in spells]
    by_months = _evidence(shelf, question, lane, spells, found)
    if (by_months is not None and by_months.complete) or not _own_year(question.period):
        return by_months
    return _stretch(shelf, question, lane, spells) or by_months


def _own_year(period: Period) -> bool:
    """Whether it is twelve months that are no calendar year, as fiscal years are."""
    return len(period.months()) == _MONTHS and not period.is_year


def _stretch(shelf: Shelf, question: Question, lane: Lane, spells: Sequence[_Spell]) -> Evidence | None:
    """The same from the rows that a book has for the whole stretch of time."""
    prefixes = outermost(prefix for spell in spells for prefix in spell.codes.prefixes)
    if not prefixes or not all(spell.codes.prefixes for spell in spells):
        return None
    stretch = f"{spells[0].first}/{spells[-1].last}"
    if not any(stretch in periods for periods in shelf.periods(lane).values()):
        return None
    money = units.is_currency(question.unit)
    currency = question.unit if money else "USD"
    points = (Point(stretch, currency=currency),)
    asked = Series(lane.reporter, lane.partner, lane.flow, prefixes, STRETCHES, question.as_of, currency, points)
    told = booked_series(shelf, asked, unit=None if money else question.unit)
    found = _evidence(shelf, question, lane, spells, [told])
    if found is None or not money:
        return found
    # Such books are rounded row by row, and a sum of many rows is off by more than any of them.
    refs = set(found.rows)
    rows = (row for row in shelf.spanning([lane]).get(lane, ()) if row.ref in refs)
    off = sum(((row.high - row.low) / 2 for row in rows if row.low is not None and row.high is not None), Decimal(0))
    around = Interval(max(found.figure.low or Decimal(0), off) - off, (found.figure.high or Decimal(0)) + off)
    return replace(found, figure=around) if off else found


def _evidence(
    shelf: Shelf, question: Question, lane: Lane, spells: Sequence[_Spell], found: Sequence[Series | None]
) -> Evidence | None:
    """What the series of some spells come to."""
    told = [one for one in found if one is not None]
    points = [point for one in told for point in one.points]
    amounts = [_amount(point, question.unit) for point in points]
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return None
    whole = None not in found and all(p.whole and a is not None for p, a in zip(points, amounts, strict=True))
    rows = tuple(ref for point in points for ref in point.refs)
    if not rows and not whole:
        return None
    newest = max(told, key=lambda one: one.released_on or date.min)
    return Evidence(
        figure=Interval.exactly(sum(known, Decimal(0))),
        unit=question.unit,
        kind="customs",
        source=newest.source or "",
        release=newest.release or "",
        released_on=newest.released_on,
        rows=rows,
        label=f"{newest.source} {newest.release}, {lane.reporter} {lane.flow} {lane.partner}",
        complete=whole,
        # Nothing at all under wide codes is nothing of the goods either.
        wide=any(spell.codes.also for spell in spells) and any(known),
        zero=not rows,
        limits=None if whole else _limits(points, amounts, told),
        repeat=_repeat(lane, question, spells, told[0].freq, {one.source for one in told}),
        reporter=lane.reporter,
        flow=lane.flow,
        valuation=newest.valuation,
        made="direct" if len(points) == 1 else "sum",
        value=sum(known, Decimal(0)),
        corrections=tuple(dict.fromkeys(why for one in told for why in one.corrections)),
        dated=not any(ref.sha256 in shelf.undated for ref in rows),
    )


def _limits(points: Sequence[Point], amounts: Sequence[Decimal | None], told: Sequence[Series]) -> str:
    """Why the figure may be only a part."""
    lacking = [point.period for point, amount in zip(points, amounts, strict=True) if not point.whole or amount is None]
    named = f"{', '.join(lacking[:3])}{' and more' if len(lacking) > 3 else ''}"
    # Without a point that lacks anything, it is a stretch of time in which no code of the goods is known.
    reason = f"not known whole for {named}" if lacking else "no code of the goods is known for some of the time"
    return "; ".join(dict.fromkeys((reason, *(note for one in told for note in one.notes))))


@dataclass(frozen=True, slots=True)
class _Spell:
    """A run of years in which the goods stand under the same codes."""

    first: str
    last: str
    codes: Codes


def _spells(question: Question, reporter: str) -> Iterator[_Spell]:
    """The question's time, cut where a new edition of the nomenclature gives the goods other codes."""
    months = question.period.months()
    start, codes = 0, codes_of(question, int(months[0][:4]), reporter=reporter)
    for place, month in enumerate(months):
        if month.endswith("-01") and place:
            following = codes_of(question, int(month[:4]), reporter=reporter)
            if following != codes:
                yield _Spell(months[start], months[place - 1], codes)
                start, codes = place, following
    yield _Spell(months[start], months[-1], codes)


def _series(shelf: Shelf, question: Question, lane: Lane, spell: _Spell) -> Series | None:
    """The spell by the year where the book knows every year whole or the months tell nothing, else by the month."""
    if not spell.codes.prefixes:
        return None
    key = (lane, spell, question.unit, question.as_of)
    return shelf.told(key, lambda: _put_together(shelf, question, lane, spell))


def _put_together(shelf: Shelf, question: Question, lane: Lane, spell: _Spell) -> Series | None:
    money = units.is_currency(question.unit)
    months = Period.parse(f"{spell.first}/{spell.last}").months()
    years = list(dict.fromkeys(month[:4] for month in months))
    currency = question.unit if money else "USD"
    unit = None if money else question.unit

    def of(freq: str, periods: Sequence[str]) -> Series:
        points = tuple(Point(period, currency=currency) for period in periods)
        codes = spell.codes.prefixes
        return Series(lane.reporter, lane.partner, lane.flow, codes, freq, question.as_of, currency, points)

    by_month = of("M", months)
    each = {source: answer(shelf, by_month, source, unit) for source in sources(shelf, by_month)}
    monthly, annual = best(each.values()), None
    if len(months) == 12 * len(years):
        by_year = of("A", years)
        annual = best(answer(shelf, by_year, source, unit, months=told) for source, told in each.items())
    if annual is not None and all(point.whole for point in annual.points):
        return annual
    told = monthly is not None and any(point.rows or point.whole for point in monthly.points)
    return monthly if told or annual is None else annual


def _amount(point: Point, unit: str) -> Decimal | None:
    if units.is_currency(unit):
        return point.value
    if point.covered and not point.rows:
        return Decimal(0)
    if point.quantity is None or point.unit is None or not units.convertible(point.unit, unit):
        return None
    return units.convert(point.quantity, point.unit, unit)


def _repeat(lane: Lane, question: Question, spells: Sequence[_Spell], freq: str, sources: set[str | None]) -> str:
    codes = dict.fromkeys(prefix for spell in spells for prefix in spell.codes.prefixes)
    flags = " ".join(f"--hs {code}" for code in codes)
    whose = f" --source {next(iter(sources))}" if len(sources) == 1 else ""
    as_of = f" --as-of {question.as_of}" if question.as_of else ""
    width = 4 if freq == "A" else 7
    return (
        f"tidewaiter series --reporter {lane.reporter} --partner {lane.partner} --flow {lane.flow} {flags} "
        f"--from {spells[0].first[:width]} --to {spells[-1].last[:width]} --freq {freq}{whose}{as_of}"
    )
