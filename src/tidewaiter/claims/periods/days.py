"""Days, and parts of a month that are told in days."""

from __future__ import annotations

import re
from datetime import date

from tidewaiter.claims.periods.anchor import Anchor
from tidewaiter.claims.periods.grammar import Grammar
from tidewaiter.claims.periods.months import build_month, build_rel_month
from tidewaiter.claims.periods.parts import is_named, year_in
from tidewaiter.period import Period, Point


def build_day(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """One day."""
    month = g.month(parts["m"])
    day = int(re.sub(r"\D", "", parts["d"]))
    if month is None:
        return None
    year = year_in(parts, anchor, g) if is_named(parts) else anchor.latest(month)
    if year is None:
        return None
    date(year, month, day)
    return Period(Point(year, month, day), Point(year, month, day))


def build_days(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """Days of one month, or from one month into another."""
    first = build_day(parts, anchor, g)
    if first is None:
        return None
    day = int(re.sub(r"\D", "", parts["d2"]))
    month = g.month(parts["m2"]) if "m2" in parts else first.end.month
    if month is None:
        return None
    start = first.end
    turned = (month, day) < (start.month, start.day)
    # "Between April 1 2016 and January 7 this year"
    year = int(parts["y2"]) if "y2" in parts else year_in({"r": parts["r2"]}, anchor, g) if "r2" in parts else None
    if year is None:
        year = start.year + turned
    elif "y" not in parts:
        start = Point(year - turned, start.month, start.day)
    if not {"y", "y2", "r", "r2"} & parts.keys() and _is_to_come(Point(year, month, day), anchor):
        # "Between 1 January and 31 October", written in March: of the year before.
        start, year = Point(start.year - 1, start.month, start.day), year - 1
    date(year, month, day)
    return Period(start, Point(year, month, day))


def _is_to_come(end: Point, anchor: Anchor) -> bool:
    """Whether a day that another month's day runs to lies behind the month of the publication."""
    if anchor.year is None or anchor.month is None or end.month is None:
        return False
    return (end.year, end.month) > (anchor.year, anchor.month)


def build_part_of_month(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """The first or second half of a month, a third of it, or its first so many days."""
    # "1일부터 20일까지" is of the month in which it is written, "中旬" of the one spoken of.
    if "m" in parts:
        month = build_month(parts, anchor, g)
    elif "third" in parts and "r" not in parts:
        month = _month_spoken_of(anchor)
    else:
        month = build_rel_month({"r": "this", **parts}, anchor, g)
    if month is None:
        return None
    year, number = month.end.year, month.end.month
    last = month.last_day.day
    if "third" in parts:
        # "上旬", "中旬", "下旬": ten days each, the last to the end of the month.
        which = g.number(parts["third"]) or 1
        to = g.number(parts.get("to", "")) or which
        first, until = 10 * which - 9, last if to == 3 else 10 * to
    elif "o" in parts:
        first, until = (1, 15) if g.number(parts["o"]) == 1 else (16, last)
    else:
        first, until = 1, g.number(parts["n"]) or 0
    date(year, number, until)
    return Period(Point(year, number, first), Point(year, number, until))


def _month_spoken_of(anchor: Anchor) -> Period | None:
    """The month that the time spoken of is, is a part of, or ends with."""
    end = None if anchor.current is None else anchor.current.end
    return Period.month(end.year, end.month) if end is not None and end.month else None


def build_year_to_day(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """From New Year to a day: "올들어 이달 20일까지"."""
    if "m" in parts:
        last = build_day(parts, anchor, g)
    else:
        month = build_rel_month(parts, anchor, g)
        last = (
            None
            if month is None
            else build_day({"y": str(month.end.year), "m": str(month.end.month), "d": parts["d"]}, anchor, g)
        )
    return None if last is None else Period(Point(last.end.year, 1, 1), last.end)
