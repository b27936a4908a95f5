"""A series put together from one source's rows, month by month or year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.analysis import goods, held
from tidewaiter.analysis.calendar_years import MONTHS, in_part, knows, months_of, summed_year
from tidewaiter.analysis.cells import TOTAL, common_unit, in_currency, one_level, outermost, stands_alone
from tidewaiter.analysis.doubts import doubts, rounded
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.shelf import Lane, Shelf, Wish
from tidewaiter.analysis.timeline import Point, Series
from tidewaiter.ledger.coverage import Covered
from tidewaiter.reference.concordance import joint
from tidewaiter.reference.editions import edition_for

#: Digits that all countries share; a finer line is one country's own.
_SUBHEADING = 6
#: Stretches that are neither a month nor a calendar year, such as fiscal years.
STRETCHES = "O"
#: How many characters a month, a year and another stretch are written with.
_WIDTH = {"M": 7, "A": 4, STRETCHES: 15}


def sources(shelf: Shelf, asked: Series) -> list[str]:
    """The sources that hold rows for the question, or that have published some of its time."""
    if not shelf.has_books:
        return []
    lane = _lane(asked)
    years = {period[:4] for period in asked.periods}
    published = shelf.periods(lane).items()
    found = {source for source, periods in published if any(period[:4] in years for period in periods)}
    if shelf.corrections(lane):
        # Rows moved by hand can stand where their book has published nothing.
        freqs = {asked.freq} if asked.freq == STRETCHES else {"M", asked.freq}
        found |= {row.source for freq in freqs for row in _rows(shelf, asked, freq)}
    return sorted(found)


def answer(shelf: Shelf, asked: Series, source: str, unit: str | None, *, months: Series | None = None) -> Series:
    """What one source says, and how far it can; of years, with its `months` where they are put together already."""
    if asked.freq != "A":
        return _assemble(shelf, asked, source, _rows(shelf, asked, asked.freq, source), unit)
    return _years(shelf, asked, source, unit, months)


def codes_in(asked: Series, period: str) -> tuple[str, ...]:
    """The code prefixes asked for, in the edition of a period."""
    if asked.hs[0].islower() and period[:4] not in asked.codes:
        return goods.codes_of_goods(asked.hs, int(period[:4]), reporter=asked.reporter).prefixes
    return asked.codes.get(period[:4], asked.hs)


def in_editions(shelf: Shelf, asked: Series, source: str) -> Series:
    """The question with the codes that hold its goods in the edition that the source's book used in each year."""
    if asked.hs == (TOTAL,):
        return asked
    if asked.hs[0].islower():
        return _coarser(shelf, asked, source)
    used = shelf.editions(_lane(asked), source)
    by_year = {year: used.get(year) or edition_for(int(year)) for year in dict.fromkeys(p[:4] for p in asked.periods)}
    found = joint(asked.hs, tuple(dict.fromkeys(sorted(by_year.values()))))
    if found.kind == "same":
        return asked
    codes = {year: found.codes[edition] for year, edition in by_year.items()}
    return replace(asked, codes=codes, notes=(*asked.notes, *found.notes))


def _coarser(shelf: Shelf, asked: Series, source: str) -> Series:
    """Goods of which the reporter's tariff has lines of its own, by the international code where a book stops there."""
    codes: dict[str, tuple[str, ...]] = {}
    for year in dict.fromkeys(period[:4] for period in asked.periods):
        own = goods.codes_of_goods(asked.hs, int(year), reporter=asked.reporter).prefixes
        shared = goods.codes_of_goods(asked.hs, int(year), reporter="").prefixes
        if own != shared and shared:
            codes[year] = shared
    if not codes or shelf.finest(_lane(asked), source) > _SUBHEADING:
        return asked
    named = ", ".join(dict.fromkeys(code for each in codes.values() for code in each))
    note = f"the book stops at six digits: {named} may hold other goods too"
    return replace(asked, codes=codes, notes=(*asked.notes, note))


def _lane(asked: Series) -> Lane:
    return Lane(asked.reporter, asked.partner, asked.flow)


def _rows(shelf: Shelf, asked: Series, freq: str, source: str | None = None) -> list[Row]:
    """The rows of months or years that stood on the day asked for."""
    prefixes = outermost(code for period in asked.periods for code in codes_in(asked, period))
    if not prefixes:
        return []
    if freq == STRETCHES:
        return _stretches(shelf, asked, prefixes, source)
    first, last = int(asked.periods[0][:4]), int(asked.periods[-1][:4])
    width = _WIDTH[freq]
    return [
        row
        for row in shelf.booked(Wish(_lane(asked), prefixes, (first, last))).under(prefixes, (first, last))
        if len(row.period) == width and source in (None, row.source) and row.stood(asked.as_of)
    ]


def _stretches(shelf: Shelf, asked: Series, prefixes: Sequence[str], source: str | None) -> list[Row]:
    """The rows of the other stretches asked for that stood on the day asked for."""
    lane, periods = _lane(asked), set(asked.periods)
    return [
        row
        for row in shelf.spanning([lane]).get(lane, ())
        if row.period in periods
        and source in (None, row.source)
        and row.stood(asked.as_of)
        and any(prefix == TOTAL or (row.hs or "").startswith(prefix) for prefix in prefixes)
    ]


def _covered(shelf: Shelf, asked: Series, source: str) -> dict[str, Covered]:
    """What the ledger says of all the codes together, by period."""
    found = dict.fromkeys(asked.periods, Covered("no", "no code is known for these goods"))
    lane = _lane(asked)
    for prefixes, periods in _by_codes(asked):
        each = {
            prefix: shelf.covers_each(lane, hs=prefix, periods=periods, source=source, as_of=asked.as_of)
            for prefix in prefixes
        }
        if len(each) == 1:
            found |= {period: said[period] for said in each.values() for period in periods}
        elif each:
            for period in periods:
                found[period] = held.together((prefix, said[period]) for prefix, said in each.items())
    return found


def _by_codes(asked: Series) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The code prefixes asked for, and the periods in whose edition they stand."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for period in asked.periods:
        found[codes_in(asked, period)].append(period)
    yield from found.items()


def _assemble(shelf: Shelf, asked: Series, source: str, rows: Sequence[Row], unit: str | None) -> Series:
    chosen, foreign = _choose(asked, rows)
    taken = [row for period in asked.periods for row in chosen[period]]
    shared, units = common_unit(taken, unit)
    covered, codes = held.alike(_covered(shelf, asked, source))
    notes = dict.fromkeys(asked.notes)
    notes |= dict.fromkeys(
        f"the book is kept in {currency}; no rate to {asked.currency} is applied" for currency in foreign
    )
    if len(units) > 1 and shared not in units:
        notes[f"quantities come in {', '.join(sorted(units))} and are not added"] = None
    editions = sorted({row.edition for row in taken if row.edition})
    if len(editions) > 1 and not asked.codes:
        notes[f"the codes are of several HS editions ({', '.join(editions)}): lines may have moved between them"] = None
    notes |= dict.fromkeys(doubts(covered))
    notes |= dict.fromkeys(rounded(taken))
    corrected = corrections(shelf, asked)
    notes |= dict.fromkeys(by_hand(corrected))
    newest = max(taken, key=lambda row: row.released_on, default=None)
    valuations = {row.valuation for row in taken}
    return replace(
        asked,
        points=tuple(
            _point(asked, period, chosen[period], shared, covered=covered[period]) for period in asked.periods
        ),
        source=source,
        release=newest.release if newest else next((one.release for one in covered.values() if one), None),
        released_on=newest.released_on if newest else None,
        valuation=valuations.pop() if len(valuations) == 1 else None,
        notes=tuple(notes),
        corrections=corrected,
        held=codes,
    )


def corrections(shelf: Shelf, asked: Series) -> tuple[str, ...]:
    """What was corrected by hand in the rows of the question, or was taken out of them."""
    width = _WIDTH[asked.freq]
    periods = set(asked.periods)
    return tuple(
        dict.fromkeys(
            why
            for hs, period, why in shelf.corrections(_lane(asked))
            if period[:width] in periods and any(p == TOTAL or hs.startswith(p) for p in codes_in(asked, period))
        )
    )


def by_hand(corrected: Sequence[str]) -> list[str]:
    """The notes that a series which was corrected carries."""
    return [f"corrected by hand ({why})" for why in corrected]


def _choose(asked: Series, rows: Sequence[Row]) -> tuple[dict[str, list[Row]], set[str]]:
    """The rows of each period that make up its figure, and the currencies they are in where it is not the one asked."""
    by_period: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_period[row.period].append(row)
    chosen: dict[str, list[Row]] = {}
    foreign = set()
    for period in asked.periods:
        booked = by_period.get(period)
        found = [row for prefix in codes_in(asked, period) for row in one_level(booked, prefix)] if booked else []
        chosen[period], known = in_currency(found, asked.currency)
        if not known:
            foreign.add(chosen[period][0].currency or "no currency")
    return chosen, foreign


def _point(asked: Series, period: str, rows: Sequence[Row], unit: str | None, *, covered: Covered) -> Point:
    selection = covered.state == "selection"
    published = bool(covered) or selection
    if not rows:
        nothing = Decimal(0) if published else None
        of = unit if published else None
        return Point(period, nothing, nothing, of, published, currency=asked.currency, selection=selection)
    values = [row.value for row in rows if row.currency == asked.currency and row.value is not None]
    quantities = [amount for row in rows if unit and (amount := row.amount(unit)) is not None]
    whole = len(quantities) == len(rows)
    return Point(
        period=period,
        value=sum(values, Decimal(0)) if len(values) == len(rows) else None,
        quantity=sum(quantities, Decimal(0)) if whole else None,
        unit=unit if whole else None,
        covered=published,
        rows=len(rows),
        refs=tuple(row.ref for row in rows),
        currency=asked.currency,
        own_rows=stands_alone(rows, codes_in(asked, period)),
        selection=selection,
    )


def _years(shelf: Shelf, asked: Series, source: str, unit: str | None, monthly: Series | None) -> Series:
    """Years as the source books them; where it books them only in part, or by the month, what the months add up to."""
    years = _assemble(shelf, asked, source, _rows(shelf, asked, "A", source), unit)
    if all(point.whole for point in years.points):
        return years
    if monthly is None:
        empty = tuple(Point(month) for year in asked.periods for month in months_of(year))
        rows = _rows(shelf, asked, "M", source)
        monthly = _assemble(shelf, replace(asked, freq="M", points=empty), source, rows, unit)
    by_period = {point.period: point for point in monthly.points}
    notes: dict[str, None] = {}
    points = []
    apart = years.held is not None and monthly.held is not None and not held.same(years.held, monthly.held)
    for annual in years.points:
        if apart and annual.selection:
            annual = in_part(annual)
        months = [by_period[month] for month in months_of(annual.period)]
        summed = summed_year(annual.period, months, asked.currency)
        if annual.whole or knows(annual) >= knows(summed):
            points.append(annual)
            continue
        points.append(summed)
        missing = [month.period for month in months if not month.covered and not month.own_rows]
        if missing:
            known = MONTHS - len(missing)
            notes[
                f"{annual.period}: {known} of 12 months are known whole ({missing[0]} is not), so it is at least this"
            ] = None
    newest = monthly if years.released_on is None else years
    return replace(
        years,
        points=tuple(points),
        notes=tuple(dict.fromkeys((*notes, *years.notes, *monthly.notes))),
        corrections=tuple(dict.fromkeys((*years.corrections, *monthly.corrections))),
        release=newest.release,
        released_on=newest.released_on,
        valuation=newest.valuation,
    )
