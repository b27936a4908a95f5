"""Fiscal years and their parts, by the month in which the country's begins.

Parts: `fr` a relative year ("current"), `fy`/`fy2` the years it is named by, `fe`/`fey` the month it ends in,
`fb`/`fby` the month it begins in, `m`/`m2` months of it, `n` how many of its months, `o` which half or quarter, `g` the
month that this one begins with.
"""

from __future__ import annotations

from tidewaiter.claims.periods.anchor import Anchor
from tidewaiter.claims.periods.grammar import Grammar
from tidewaiter.period import Period, Point

#: Months in which fiscal years begin somewhere: a run of months given for one is taken to start with it.
_STARTS = frozenset({4, 7, 10})
#: So many months are no season, nor a half year.
_HALF = 6
_BEFORE = frozenset({"last", "previous", "preceding", "past", "prior"})


def build_fiscal(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """A fiscal year; of several, the calendar years it runs over."""
    if "fy" in parts and "fy2" in parts:
        first, last = _year(parts["fy"]), _second(parts)
        if last > first + 1:
            return Period(Point(first), Point(last))
    begins = begin(parts, anchor, g)
    return None if begins is None else _months(begins, 0, 12)


def build_fiscal_months(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The first five months of the current fiscal year", "the first five months (July-November) of 2020-21"."""
    begins, n = begin(parts, anchor, g), g.number(parts["n"])
    return None if begins is None or n is None or not 1 <= n <= 12 else _months(begins, 0, n)


def build_fiscal_part(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """A half or a quarter of a fiscal year."""
    size = 6 if "half" in parts else 3
    which = g.number(parts["o"])
    if which is None or not 1 <= which <= 12 // size:
        return None
    opens = g.month(parts["g"]) if "g" in parts else None
    if opens is not None:
        # "The second quarter (October-December)": of a year that began in July.
        anchor.fiscal_start = (opens - 1 - (which - 1) * size) % 12 + 1
    begins = begin(parts, anchor, g)
    if begins is None:
        return None
    return _months(begins, (which - 1) * size, size)


def build_fiscal_span(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "July-May 2020-21", "April-August of the current fiscal year"; "2020-21 (July-June)"."""
    begins, first, last = begin(parts, anchor, g), g.month(parts["m"]), g.month(parts["m2"])
    if begins is None or first is None or last is None:
        return None
    skipped = (first - begins.month) % 12
    return _months(begins, skipped, (last - first) % 12 + 1)


def begin(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Point | None:
    """The month in which the fiscal year named begins; None where nothing says when such years begin."""
    start = _start(parts, anchor, g)
    if start is None or start == 1:
        return None
    if "fey" in parts:
        return Point(int(parts["fey"]) - 1, start)
    if "fby" in parts:
        return Point(int(parts["fby"]), start)
    if "fy2" in parts:
        if _second(parts) > _year(parts["fy"]) + 1:
            return None
        return Point(_year(parts["fy"]), start)
    if "fy" in parts:
        # "FY24" and "fiscal 2024" are called after the year they end in, save where a country does otherwise.
        return Point(_year(parts["fy"]) - (not anchor.fiscal_by_first), start)
    word = g.relative.get(parts.get("fr", ""), parts.get("fr", "this")).lower()
    current = anchor.current
    if word == "before_this" and current is not None and current.start is not None and current.start.month == start:
        return Point(current.start.year - 1, start)
    if anchor.day is None:
        return None
    first = anchor.day.year - (anchor.day.month < start)
    return Point(first - (word in _BEFORE), start)


def begins_year(anchor: Anchor) -> bool:
    """Whether the text speaks of a fiscal year, or of its months so far, that did not begin in January."""
    current = anchor.current
    if current is None or current.start is None or not current.whole_months or current.start.month <= 1:
        return False
    count = len(list(current.months()))
    return count == 12 or (count > _HALF and current.start.month == anchor.fiscal_start)


def months_from(year: Period, count: int) -> Period:
    """ "The first eleven months", told beside a fiscal year: of that year."""
    assert year.start is not None
    return _months(year.start, 0, count)


def _start(parts: dict[str, str], anchor: Anchor, g: Grammar) -> int | None:
    if "fe" in parts:
        ends = g.month(parts["fe"])
        return None if ends is None else ends % 12 + 1
    if "fb" in parts:
        return g.month(parts["fb"])
    if "m" in parts:
        first = g.month(parts["m"])
        # Of two months the first may lie within the year; where the country's start is known, that decides.
        if anchor.fiscal_start in {None, 1} or "gloss" in parts:
            return first if first in _STARTS else None
    return anchor.fiscal_start


def _year(text: str) -> int:
    return int(text) if len(text) == len("2024") else 2000 + int(text)


def _second(parts: dict[str, str]) -> int:
    """The second of the two years that a fiscal year is named by; what does not follow the first is an error."""
    first, text = _year(parts["fy"]), parts["fy2"]
    last = int(text) if len(text) == len("2024") else first // 100 * 100 + int(text)
    if last <= first:
        raise ValueError("the second year does not follow the first")
    return last


def _months(begins: Point, skip: int, count: int) -> Period:
    first = begins.year * 12 + begins.month - 1 + skip
    last = first + count - 1
    return Period(Point(first // 12, first % 12 + 1), Point(last // 12, last % 12 + 1))
