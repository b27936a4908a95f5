"""What the time spoken of is held against: a year earlier, the same month last year."""

from __future__ import annotations

from tidewaiter.claims.periods import fiscal
from tidewaiter.claims.periods.anchor import Anchor
from tidewaiter.claims.periods.grammar import Grammar
from tidewaiter.period import Period, Point

#: Days of a month, more or less.
_MONTH_DAYS = 30.44


def build_ago_years(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "A year earlier", "three years before"."""
    current = anchor.current
    if "b" in parts:
        # "前年同期": of the year before last, whatever year is spoken of.
        if current is None or anchor.year is None:
            return None
        return current.back_years(current.end.year - anchor.year + 2)
    n = g.number(parts["n"]) if "n" in parts else 10 if "decade" in parts else 1
    if anchor.current is None and "ago" in parts and n is not None and anchor.year is not None:
        # "Two years ago", in a text that has told no time yet.
        return Period.year(anchor.year - n)
    return None if anchor.current is None or n is None else anchor.current.back_years(n)


def build_years_later(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "Four years later", of the time spoken of."""
    current, n = anchor.current, g.number(parts["n"]) if "n" in parts else 1
    if current is None or n is None or (anchor.year is not None and current.end.year + n > anchor.year):
        # "Within three years", of those that the text has just told of.
        return None
    return current.back_years(-n)


def build_ago_month(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "A month earlier", "two months before", of a month."""
    current, n = anchor.current, g.number(parts.get("n", "1")) or 0
    if current is None or not current.is_month or n < 1:
        return None
    index = current.end.year * 12 + current.end.month - 1 - n
    return Period.month(index // 12, index % 12 + 1)


def build_ago_same(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The previous quarter": as long a stretch just before."""
    return None if anchor.current is None or not anchor.current.whole_months else anchor.current.previous()


def build_base_month_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The same period of 2021", "the corresponding month last year"."""
    current = anchor.current
    if current is None:
        return None
    if "y" not in parts:
        return current.back_years(1)
    return current.back_years(current.end.year - int(parts["y"]))


def build_same_each_decade(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The same period each year of the last decade"."""
    n = 10 if "n" not in parts else g.number(parts["n"])
    year = anchor.year if anchor.year is not None else (anchor.current.end.year if anchor.current else None)
    return None if year is None or n is None else Period(Point(year - n), Point(year - 1))


def build_same_period(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The same period": the one spoken of; "those six months", if it has as many."""
    current, n = anchor.current, g.number(parts["n"]) if "n" in parts else None
    if n is None or current is None or current.start is None:
        return current
    months = round((current.last_day - current.start.first_day).days / _MONTH_DAYS)
    return current if months == n * (12 if parts.get("unit", "").lower() == "years" else 1) else None


def build_base_fiscal(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The same period of the last fiscal year", "the corresponding months of 2020-21"."""
    current = anchor.current
    if current is None or current.start is None:
        return None
    if "fr" in parts and "fy" not in parts:
        return current.back_years(1)
    begins = fiscal.begin(parts, anchor, g)
    if begins is None:
        return None
    first = begins.point
    years = current.start.year - first.year - ((current.start.month, current.start.day) < (first.month, first.day))
    return current.back_years(years) if years > 0 else None
