"""Years and their months: what months add up to, and which of two figures of one year knows more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.analysis.timeline import Point

MONTHS = 12


def in_part(point: Point) -> Point:
    """A year of other codes than the months have: the least that it can be, and unknown where it has no row."""
    if point.rows:
        return replace(point, covered=False, selection=False)
    return replace(point, value=None, quantity=None, unit=None, covered=False, selection=False)


def months_of(year: str) -> list[str]:
    """The twelve months of a calendar year, in order."""
    return [f"{year}-{month:02d}" for month in range(1, MONTHS + 1)]


def knows(point: Point) -> tuple[bool, bool, Decimal, int]:
    """How much a point knows: the whole before a part, nothing before the unknown, the larger part first."""
    return point.whole, point.value is not None, point.value or Decimal(0), point.rows


def summed_year(year: str, months: Sequence[Point], currency: str) -> Point:
    """A year from its months: their sum, which is a part of the year where one of them is not known whole."""
    whole = all(month.whole for month in months)
    values = [month.value for month in months if month.value is not None]
    quantities = [month.quantity for month in months if month.rows or month.covered]
    amounts = [quantity for quantity in quantities if quantity is not None]
    units = {month.unit for month in months if month.unit is not None}
    rows = sum(month.rows for month in months)
    one_unit = len(amounts) == len(quantities) and len(units) == 1 and bool(rows)
    known = rows > 0 or all(month.whole or month.covered for month in months)
    valued = known and len(values) == sum(month.rows > 0 or month.covered for month in months)
    return Point(
        period=year,
        value=sum(values, Decimal(0)) if valued else None,
        quantity=sum(amounts, Decimal(0)) if one_unit else None,
        unit=units.pop() if one_unit else None,
        covered=all(month.covered for month in months),
        rows=rows,
        refs=tuple(ref for month in months for ref in month.refs),
        currency=currency,
        own_rows=whole,
        selection=any(month.selection for month in months),
    )
