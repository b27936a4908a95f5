"""A series in another currency, by a dated table of rates that the ledger names. Without a rate it is not converted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from tidewaiter.analysis.timeline import Conversion, Point, Series
from tidewaiter.ledger.rates import RateTable
from tidewaiter.ledger.store import Ledger
from tidewaiter.sources.sql import literal

_CENT = Decimal("0.01")
#: The series in a currency, asked in the same words otherwise; a source where only one is meant.
Ask = Callable[[str, str | None], Series]


def converted(ledger: Ledger, found: Series, table: RateTable, *, source: str | None, ask: Ask) -> Series:
    """The series with what its book has in other currencies converted into its own.

    What the book has in that currency already stays; a sum of both kinds is never made. A point whose rate the table
    lacks is left unknown, with a note.
    """
    best = found
    for currency in _currencies(ledger, found, source or found.source):
        theirs = ask(currency, source or found.source)
        candidate = _filled(found if found.source == theirs.source else None, theirs, table, found.currency)
        if _known(candidate) > _known(best):
            best = candidate
    return best


def _filled(ours: Series | None, theirs: Series, table: RateTable, currency: str) -> Series:
    """A series of another currency, converted; points that the book has in the wanted one are taken as they are."""
    points, lacking = [], []
    for at, point in enumerate(theirs.points):
        own = ours.points[at] if ours is not None else None
        if own is not None and own.value is not None and own.rows:
            points.append(own)
            continue
        points.append(_point(point, table, currency))
        if point.value and points[-1].value is None:
            lacking.append(point.period)
    notes = list(theirs.notes)
    if any(point.conversion for point in points):
        notes.append(
            f"converted from {theirs.currency} by the table {table.name} ({table.file}, loaded {table.loaded_on})"
        )
    notes += [
        f"{table.name} has no rate from {theirs.currency} to {currency} for {period}: not converted"
        for period in lacking
    ]
    return replace(theirs, currency=currency, points=tuple(points), notes=tuple(notes), rates=table.name)


def _point(point: Point, table: RateTable, currency: str) -> Point:
    if point.value is None or point.value == 0:
        return replace(point, currency=currency)
    rate = table.rate(point.currency, currency, point.period)
    if rate is None:
        return replace(point, value=None, currency=currency)
    made = Conversion(point.value, point.currency, rate.value, rate.basis, table.name, table.sha256)
    return replace(point, value=(point.value * rate.value).quantize(_CENT), currency=currency, conversion=made)


def _known(series: Series) -> int:
    return sum(point.value is not None for point in series.points)


def _currencies(ledger: Ledger, asked: Series, source: str | None) -> list[str]:
    """The other currencies in which the books have this flow."""
    where = (
        f"reporter = {literal(asked.reporter)} AND partner = {literal(asked.partner)} AND flow = {literal(asked.flow)}"
    )
    if source is not None:
        where += f" AND source = {literal(source)}"
    rows = ledger.connect().execute(
        f"SELECT DISTINCT currency AS currency FROM book WHERE {where} AND currency IS NOT NULL ORDER BY 1"
    )
    return [currency for (currency,) in rows.fetchall() if currency != asked.currency]
