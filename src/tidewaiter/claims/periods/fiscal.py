"""Fiscal years, by the month in which the country's begins."""

from __future__ import annotations

from tidewaiter.claims.periods.anchor import Anchor
from tidewaiter.claims.periods.grammar import Grammar
from tidewaiter.period import Period, Point


def build_fiscal(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """A fiscal year, by the month in which the country's begins; one that names its last month ends there."""
    if "m" in parts:
        last = g.month(parts["m"])
        if last is None:
            return None
        year = int(parts["y2"])
        index = year * 12 + last - 12
        return Period(Point(index // 12, index % 12 + 1), Point(year, last))
    if "y" not in parts and "r" in parts:
        return _fiscal_year_of(parts["r"], anchor)
    if "y" in parts and "y2" in parts:
        first = int(parts["y"])
        last_year = int(parts["y2"]) if len(parts["y2"]) == 4 else first // 100 * 100 + int(parts["y2"])
        if last_year == first + 1:
            start = anchor.fiscal_start
            if start is None or start == 1:
                return None
            return Period(Point(first, start), Point(last_year, start - 1))
        return Period(Point(first), Point(last_year)) if last_year > first else None
    return None


def _fiscal_year_of(relative: str, anchor: Anchor) -> Period | None:
    """This or the last fiscal year, seen from the day of the text."""
    start, day = anchor.fiscal_start, anchor.day
    if start is None or start == 1 or day is None:
        return None
    first = day.year - (day.month < start)
    if relative.lower() in {"last", "previous", "preceding", "past"}:
        first -= 1
    return Period(Point(first, start), Point(first + 1, start - 1))


def build_fiscal_months(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The first five months of the current fiscal year"."""
    year = build_fiscal(parts if "y" in parts else {"r": parts.get("r", "this")}, anchor, g)
    n = g.number(parts["n"])
    if year is None or year.start is None or n is None or not 1 <= n <= 12:
        return None
    index = year.start.year * 12 + year.start.month + n - 2
    return Period(year.start, Point(index // 12, index % 12 + 1))
