"""A flow over time: one reporter's book about one partner, one flow, some codes, month by month or year by year.

Nothing is added that overlaps: one source, the release that stood on the day asked for, one level of the nomenclature
in a period, one currency, months or years. A period that the source has published and that holds no row is zero; a
period outside its coverage is not known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis import rows as book
from tidewaiter.analysis.cells import TOTAL, common_unit, in_currency, one_level, outermost
from tidewaiter.analysis.rows import Row
from tidewaiter.errors import UsageError
from tidewaiter.ledger.coverage import STATES, Covered
from tidewaiter.ledger.schema import FLOWS
from tidewaiter.period import Period
from tidewaiter.provenance import RowRef
from tidewaiter.reference import countries

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

_CODE = re.compile(r"\d{2,12}\Z")


@dataclass(frozen=True, slots=True)
class Point:
    """One month or year: `value` in the series' currency, `quantity` in `unit`; None is not known, 0 is none at all.

    `covered`: the book was published whole for this period. Rows may stand in a period that is not covered: they are a
    part of it then, and the figure is the least it can be.
    """

    period: str
    value: Decimal | None
    quantity: Decimal | None
    unit: str | None
    covered: bool
    rows: int
    refs: tuple[RowRef, ...]
    currency: str = "USD"

    @property
    def value_usd(self) -> Decimal | None:
        """The value where it is in US dollars, else None."""
        return self.value if self.currency == "USD" else None


@dataclass(frozen=True, slots=True)
class Series:
    """What one source says of a flow, as of a day; `notes` say what a reader must know before trusting a point."""

    reporter: str
    partner: str
    flow: str
    hs: tuple[str, ...]
    freq: str
    as_of: date | None
    currency: str
    points: tuple[Point, ...]
    source: str | None = None
    release: str | None = None
    released_on: date | None = None
    valuation: str | None = None
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.points)

    def __iter__(self) -> Iterator[Point]:
        return iter(self.points)

    @property
    def periods(self) -> tuple[str, ...]:
        """The months or years asked for, in order."""
        return tuple(point.period for point in self.points)


def series(
    ledger: Ledger,
    *,
    reporter: str,
    partner: str,
    flow: str,
    hs: str | Sequence[str],
    start: str,
    end: str,
    freq: str = "M",
    as_of: date | None = None,
    source: str | None = None,
    currency: str = "USD",
) -> Series:
    """The series of `hs` (a code prefix, several of them, or TOTAL) from `start` to `end`, both inclusive.

    `flow` is as the reporter saw it: North Korea's imports from China are `reporter="CHN", flow="export"`. Without a
    `source` the one that covers most of the time is taken, never two. UsageError for a country, flow, code or period
    that does not exist.
    """
    for code in (reporter, partner):
        countries.country(code)
    if flow not in FLOWS:
        raise UsageError(f"no such flow: {flow!r}", cure=f"one of {', '.join(FLOWS)}")
    empty = tuple(Point(period, None, None, None, False, 0, (), currency) for period in _periods(start, end, freq))
    asked = Series(reporter, partner, flow, _prefixes(hs), freq, as_of, currency, empty)
    sources = [source] if source is not None else _sources(ledger, asked)
    answers = [_answer(ledger, asked, source) for source in sources]
    if not answers:
        return replace(asked, notes=("no customs book in the ledger covers this",))
    return max(answers, key=_merit)


def _merit(answer: Series) -> tuple[int, int, date, str]:
    covered = sum(point.covered for point in answer.points)
    filled = sum(point.rows > 0 for point in answer.points)
    return covered, filled, answer.released_on or date.min, answer.source or ""


def _prefixes(hs: str | Sequence[str]) -> tuple[str, ...]:
    codes = [hs] if isinstance(hs, str) else list(hs)
    clean = [code.strip().upper().replace(".", "") for code in codes]
    for code in clean:
        if code != TOTAL and _CODE.match(code) is None:
            raise UsageError(f"no such HS code: {code!r}", cure="write digits such as 30 or 300220, or TOTAL")
    if not clean:
        raise UsageError("no HS code given", cure="write digits such as 30 or 300220, or TOTAL")
    return outermost(clean)


def _periods(start: str, end: str, freq: str) -> tuple[str, ...]:
    if freq not in ("M", "A"):
        raise UsageError(f"no such frequency: {freq!r}", cure="M for months or A for years")
    months = list(Period.parse(f"{start}/{end}").months())
    if not months:
        raise UsageError(f"not a run of months or years: {start} to {end}", cure="write 2019-01 or 2019")
    return tuple(months) if freq == "M" else tuple(dict.fromkeys(month[:4] for month in months))


def _sources(ledger: Ledger, asked: Series) -> list[str]:
    """The sources that hold rows for the question, or that cover some of it without holding any."""
    found = {row.source for freq in {"M", asked.freq} for row in _rows(ledger, asked, freq, None)}
    for period in asked.periods:
        covered = _covers(ledger, asked, period, None)
        if covered.state != "no" and covered.source is not None:
            found.add(covered.source)
    return sorted(found)


def _rows(ledger: Ledger, asked: Series, freq: str, source: str | None) -> list[Row]:
    first, last = asked.periods[0], asked.periods[-1]
    if freq == "M" and asked.freq == "A":
        first, last = f"{first}-01", f"{last}-12"
    return book.booked(
        ledger,
        reporter=asked.reporter,
        partner=asked.partner,
        flow=asked.flow,
        prefixes=asked.hs,
        freq=freq,
        first=first,
        last=last,
        as_of=asked.as_of,
        source=source,
    )


def _covers(ledger: Ledger, asked: Series, period: str, source: str | None) -> Covered:
    """The worst that the ledger says of any of the codes."""
    worst: Covered | None = None
    for prefix in asked.hs:
        covered = ledger.covers(
            reporter=asked.reporter,
            partner=asked.partner,
            flow=asked.flow,
            hs=prefix,
            period=period,
            source=source,
            as_of=asked.as_of,
        )
        if worst is None or STATES.index(covered.state) > STATES.index(worst.state):
            worst = covered
    assert worst is not None
    return worst


def _answer(ledger: Ledger, asked: Series, source: str) -> Series:
    """What one source says, and how far it can."""
    if asked.freq == "M":
        return _assemble(ledger, asked, source, _rows(ledger, asked, "M", source))
    return _with_months(ledger, asked, source)


def _assemble(ledger: Ledger, asked: Series, source: str, rows: Sequence[Row]) -> Series:
    notes: dict[str, None] = {}
    by_period: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_period[row.period].append(row)
    chosen: dict[str, list[Row]] = {}
    for period in asked.periods:
        found = [row for prefix in asked.hs for row in one_level(by_period[period], prefix)]
        chosen[period], known = in_currency(found, asked.currency)
        if not known:
            notes[f"the book is kept in {chosen[period][0].currency}; no rate to {asked.currency} is applied"] = None
    taken = [row for period in asked.periods for row in chosen[period]]
    unit, units = common_unit(taken)
    if len(units) > 1 and (unit is None or unit not in units):
        notes[f"quantities come in {', '.join(sorted(units))} and are not added"] = None
    editions = sorted({row.edition for row in taken if row.edition})
    if len(editions) > 1:
        notes[f"the codes are of several HS editions ({', '.join(editions)}): lines may have moved between them"] = None
    points = []
    for period in asked.periods:
        covered = _covers(ledger, asked, period, source)
        if covered.state == "partial":
            notes[covered.why] = None
        points.append(_point(period, chosen[period], unit, asked.currency, covered=bool(covered)))
    newest = max(taken, key=lambda row: row.released_on, default=None)
    valuations = {row.valuation for row in taken}
    return replace(
        asked,
        points=tuple(points),
        source=source,
        release=newest.release if newest else _covers(ledger, asked, asked.periods[-1], source).release,
        released_on=newest.released_on if newest else None,
        valuation=valuations.pop() if len(valuations) == 1 else None,
        notes=tuple(notes),
    )


def _point(period: str, rows: Sequence[Row], unit: str | None, currency: str, *, covered: bool) -> Point:
    if not rows:
        nothing = Decimal(0) if covered else None
        return Point(period, nothing, nothing, unit if covered else None, covered, 0, (), currency)
    values = [row.value for row in rows if row.currency == currency and row.value is not None]
    quantities = [row.quantities().get(unit or "") for row in rows]
    known = [quantity for quantity in quantities if quantity is not None]
    whole = len(known) == len(rows)
    return Point(
        period=period,
        value=sum(values, Decimal(0)) if len(values) == len(rows) else None,
        quantity=sum(known, Decimal(0)) if whole else None,
        unit=unit if whole else None,
        covered=covered,
        rows=len(rows),
        refs=tuple(row.ref for row in rows),
        currency=currency,
    )


def _with_months(ledger: Ledger, asked: Series, source: str) -> Series:
    """Years as the source books them; where it books only months, their sum if it covers all twelve."""
    years = _assemble(ledger, asked, source, _rows(ledger, asked, "A", source))
    if all(point.rows or point.covered for point in years.points):
        return years
    months = tuple(
        Point(f"{year}-{month:02d}", None, None, None, False, 0, ()) for year in asked.periods for month in range(1, 13)
    )
    monthly = _assemble(ledger, replace(asked, freq="M", points=months), source, _rows(ledger, asked, "M", source))
    notes = dict.fromkeys((*years.notes, *monthly.notes))
    points = []
    for place, point in enumerate(years.points):
        of_year = monthly.points[place * 12 : place * 12 + 12]
        if point.rows or point.covered or not any(month.rows or month.covered for month in of_year):
            points.append(point)
            continue
        points.append(_year(point.period, of_year, asked.currency))
        missing = [month.period for month in of_year if not month.covered]
        if missing:
            notes[f"{point.period}: {12 - len(missing)} of 12 months covered, so no sum ({missing[0]} is missing)"] = (
                None
            )
    newest = monthly if years.released_on is None else years
    return replace(
        years,
        points=tuple(points),
        notes=tuple(notes),
        release=newest.release,
        released_on=newest.released_on,
        valuation=newest.valuation,
    )


def _year(year: str, months: Sequence[Point], currency: str) -> Point:
    """A year from its months: the sum where all are covered, else only the rows that there are."""
    refs = tuple(ref for month in months for ref in month.refs)
    rows = sum(month.rows for month in months)
    if not all(month.covered for month in months):
        return Point(year, None, None, None, False, rows, refs, currency)
    values = [month.value for month in months if month.value is not None]
    quantities = [month.quantity for month in months if month.quantity is not None]
    units = {month.unit for month in months if month.unit is not None}
    whole = len(quantities) == len(months) and len(units) == 1
    return Point(
        period=year,
        value=sum(values, Decimal(0)) if len(values) == len(months) else None,
        quantity=sum(quantities, Decimal(0)) if whole else None,
        unit=units.pop() if whole else None,
        covered=True,
        rows=rows,
        refs=refs,
        currency=currency,
    )
