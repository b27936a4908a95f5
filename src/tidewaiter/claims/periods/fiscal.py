"""Fiscal years and their parts, by the month in which the country's begins.

Parts: `fr` a relative year ("current"), `fy`/`fy2` the years it is named by, `fe`/`fey` the month it ends in,
`fb`/`fby` the month it begins in, `m`/`m2` months of it, `n` how many of its months, `o` which half or quarter, `g` the
month that this one begins with, `cal` whose year it is ("Iranian"), `cy` what that counting calls it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tidewaiter.claims.periods import calendars
from tidewaiter.claims.periods.anchor import Anchor
from tidewaiter.claims.periods.calendars import Calendar
from tidewaiter.claims.periods.grammar import Grammar
from tidewaiter.claims.words.lexicon import load_yaml
from tidewaiter.period import Period, Point

#: Months in which fiscal years begin somewhere: a run of months given for one is taken to start with it.
_STARTS = frozenset({4, 7, 10})
#: So many months are no season, nor a half year.
_HALF = 6
_YEAR = 12
#: From such a number on a year is of a counting of its own (Nepal's 2079 began in 2022).
_OWN_COUNTING = 2060
_BEFORE = frozenset({"last", "previous", "preceding", "past", "prior"})


@dataclass(frozen=True, slots=True)
class Begun:
    """The month in which a fiscal year begins; `calendar` is the one whose months it has, None for the usual one."""

    point: Point
    calendar: Calendar | None = None

    def months(self, skip: int, count: int) -> Period:
        """`count` of its months, after the first `skip`."""
        if self.calendar is not None:
            return self.calendar.stretch(self.point.year, skip, count)
        first = self.point.year * 12 + self.point.month - 1 + skip
        last = first + count - 1
        return Period(Point(first // 12, first % 12 + 1), Point(last // 12, last % 12 + 1))


def build_fiscal(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """A fiscal year; of several, the calendar years it runs over."""
    if "fy" in parts and "fy2" in parts:
        first, last = _year(parts["fy"]), _second(parts)
        if last > first + 1:
            return Period(Point(first), Point(last))
    begins = begin(parts, anchor, g)
    return None if begins is None else begins.months(0, 12)


def build_fiscal_months(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The first five months of the current fiscal year", "the first five months (July-November) of 2020-21"."""
    begins, n = begin(parts, anchor, g), g.number(parts.get("n", ""))
    if "q" in parts:
        n = 3 * (g.number(parts["q"]) or 0)
    return None if begins is None or n is None or not 1 <= n <= 12 else begins.months(0, n)


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
    return begins.months((which - 1) * size, size)


def build_fiscal_span(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "July-May 2020-21", "April-August of the current fiscal year"; "2020-21 (July-June)"; "July of FY24"."""
    begins, first, last = begin(parts, anchor, g), g.month(parts["m"]), g.month(parts.get("m2", parts["m"]))
    if "m2" not in parts and anchor.fiscal_start in {None, 1}:
        return None
    if begins is None or first is None or last is None:
        return None
    skipped = (first - begins.point.month) % 12
    return begins.months(skipped, (last - first) % 12 + 1)


def build_fiscal_to_day(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "As of 5 July in this fiscal year": from its beginning."""
    month, day = g.month(parts.get("m") or parts["m2"]), "".join(filter(str.isdigit, parts.get("d") or parts["d2"]))
    begins = begin({key: parts[key] for key in ("fy", "fy2") if key in parts}, anchor, g)
    if begins is None and month is not None and "y" in parts:
        return Period(None, Point(int(parts["y"]), month, int(day)))
    if begins is None or month is None:
        return None
    first = begins.point
    year = first.year + ((month, int(day)) < (first.month, first.day or 1))
    if "y" in parts and "fy" not in parts:
        # "As of 31 January 2023 in this fiscal year".
        first, year = Point(first.year + int(parts["y"]) - year, first.month, first.day), int(parts["y"])
    elif anchor.day is not None and Point(year, month, int(day)).first_day > anchor.day:
        # "As of 31 January in this fiscal year", told in June: of another than the one that it was told in.
        return None
    return Period(Point(first.year, first.month, first.day or 1), Point(year, month, int(day)))


def build_season(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """A marketing year, or its first so many months."""
    start = anchor.season_start
    if start is None or "part" in parts:
        # "The first half of the season" is none of a calendar year.
        return None
    named = parts.get("cy", parts.get("cy2"))
    if named is not None:
        year = int(named[:4])
    elif "fy" in parts:
        year = _year(parts["fy"])
    elif anchor.day is not None:
        word = parts.get("fr", "this").lower()
        year = anchor.day.year - (anchor.day.month < start) - (word in _BEFORE) + (word == "next")
    else:
        return None
    if "sofar" in parts:
        # "So far in the 2023/24 July-June season": up to the month that a text was written in.
        now = Point(anchor.year, anchor.month) if anchor.year and anchor.month else None
        opens = Point(year, start)
        return Period(opens, now) if now is not None and opens.first_day <= now.first_day else None
    count = g.number(parts["n"]) if "n" in parts else _YEAR
    return None if count is None or not 1 <= count <= _YEAR else Begun(Point(year, start)).months(0, count)


def begin(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Begun | None:
    """When the fiscal year named begins; None where nothing says when such years begin."""
    calendar = _calendar(parts, anchor)
    start = calendar.months[0][0] if calendar is not None else _start(parts, anchor, g)
    if start is None or start == 1:
        return None
    year = _begun(parts, anchor, g, start, calendar)
    if year is None:
        return None
    for since, month in _changes(parts, anchor):
        if year >= since:
            start = month
    return Begun(Point(year, start) if calendar is None else calendar.begins(year), calendar)


def _calendar(parts: dict[str, str], anchor: Anchor) -> Calendar | None:
    """The calendar of the year named: of the people it is called after, else of whose trade the text tells."""
    if "cal" in parts:
        return calendars.of_words().get(parts["cal"].lower())
    if "cy" in parts:
        # "The first five months of 1402".
        return calendars.of_words()["solar"]
    if {"fe", "fb", "m"} & parts.keys():
        # "Ended July 7" and "July-November" say their months.
        return calendars.of_country(anchor.fiscal_country) if "m" not in parts else None
    return calendars.of_country(anchor.fiscal_country)


def _changes(parts: dict[str, str], anchor: Anchor) -> list[tuple[int, int]]:
    """The years (first one, month) from which a country's fiscal years begin otherwise; none where the text says."""
    if {"fe", "fb", "m", "g"} & parts.keys():
        return []
    return sorted(_table().get(anchor.fiscal_country or "", {}).items())


@cache
def _quarters() -> frozenset[str]:
    return frozenset(load_yaml("fiscal_years.yml")["quarters"])


@cache
def _table() -> dict[str, dict[int, int]]:
    rows: dict[str, dict[str, str]] = load_yaml("fiscal_years.yml")["changes"]
    return {code: {int(year): int(month) for year, month in row.items()} for code, row in rows.items()}


def _begun(parts: dict[str, str], anchor: Anchor, g: Grammar, start: int, calendar: Calendar | None) -> int | None:
    """The year in which the fiscal year named begins."""
    named = parts.get("cy", parts.get("cy2"))
    if named is not None and calendar is not None:
        counted = int(named[:4])
        return counted + calendar.era if len(named) == len("1400") else counted
    if "fey" in parts:
        ends = g.month(parts["fe"])
        if calendar is not None and ends is not None and start < ends:
            # "The first quarter of the Ethiopian fiscal year which ended on October 10": the quarter did.
            return int(parts["fey"])
        return int(parts["fey"]) - 1
    if "fby" in parts:
        return int(parts["fby"])
    if "fe" in parts and not {"fr", "fy2"} & parts.keys():
        # "The fiscal year ended July 7": the last one that had when the text was written.
        ended = anchor.latest(g.month(parts["fe"]) or 0)
        return None if ended is None else ended - 1
    if calendar is not None and "fy" in parts and _year(parts["fy"]) >= _OWN_COUNTING:
        # "FY 2079/80" is said by its own counting.
        return _year(parts["fy"]) + calendar.era
    if "fy2" in parts:
        return None if _second(parts) > _year(parts["fy"]) + 1 else _year(parts["fy"])
    if "fy" in parts:
        # "FY24" and "fiscal 2024" are called after the year they end in, save where a country does otherwise.
        return _year(parts["fy"]) - (not anchor.fiscal_by_first)
    word = g.relative.get(parts.get("fr", ""), parts.get("fr", "this")).lower()
    current = anchor.current
    months = {start, *(month for _, month in _changes(parts, anchor))}
    if word == "before_this" and current is not None and current.start is not None and current.start.month in months:
        return current.start.year - 1
    if anchor.day is None:
        return None
    day = anchor.day
    for since, month in _changes(parts, anchor):
        start = month if (day.year, day.month) >= (since, month) else start
    first = day.year - ((day.month, day.day) < (start, calendar.months[0][1] if calendar else 1))
    return first - (word in _BEFORE) + (word == "next")


def part_now(anchor: Anchor, skip: int, count: int) -> Period | None:
    """Months of the fiscal year that a text was written in, or of the one before where they were still to come."""
    if anchor.day is None or anchor.fiscal_country not in _quarters():
        return None
    calendar = calendars.of_country(anchor.fiscal_country)
    start = anchor.fiscal_start
    if start is None:
        return None
    for year in (anchor.day.year, anchor.day.year - 1):
        begun = Begun(Point(year, start) if calendar is None else calendar.begins(year), calendar)
        found = begun.months(skip, count)
        if found.last_day < anchor.day:
            return found
    return None


def begins_year(anchor: Anchor) -> bool:
    """Whether the text speaks of a fiscal year, or of its months so far, that did not begin in January."""
    current = anchor.current
    if current is None or current.start is None or current.start.month <= 1:
        return False
    if current.start.day and (own := calendars.of_country(anchor.fiscal_country)) is not None:
        return own.begins(current.start.year) == current.start
    if not current.whole_months:
        return False
    count = len(current.months())
    return count == 12 or (count > _HALF and current.start.month == anchor.fiscal_start)


def is_first_of(period: Period, count: int, anchor: Anchor) -> bool:
    """Whether a period is the first so many months of a fiscal year that does not begin in January."""
    if period.start is not None and period.start.day and calendars.of_country(anchor.fiscal_country) is not None:
        return begins_year(anchor.speaking_of(period)) and months_from(period, anchor, count) == period
    if period.start is None or not period.whole_months or anchor.fiscal_start in {None, 1}:
        return False
    return period.start.month == anchor.fiscal_start and len(period.months()) == count


def months_from(year: Period, anchor: Anchor, count: int) -> Period:
    """ "The first eleven months", told beside a fiscal year: of that year."""
    assert year.start is not None
    own = calendars.of_country(anchor.fiscal_country) if year.start.day else None
    return Begun(year.start, own).months(0, count)


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
