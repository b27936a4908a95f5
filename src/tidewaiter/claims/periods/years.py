"""Years: named, relative, to date, runs of them."""

from __future__ import annotations

from tidewaiter.claims.periods.anchor import Anchor
from tidewaiter.claims.periods.grammar import Grammar
from tidewaiter.claims.periods.parts import months_of, year_in
from tidewaiter.period import Period, Point

#: What tells the year before the one spoken of, and how many days a year has, give or take.
_BEFORE, _YEAR, _GIVE = frozenset({"previous", "preceding", "prior"}), 365, 7


def _is_own_year(period: Period) -> bool:
    """Whether a stretch is as long as a year and begins within one."""
    if period.start is None or period.first_day is None or (period.first_day.month, period.first_day.day) == (1, 1):
        return False
    return abs((period.last_day - period.first_day).days - _YEAR) <= _GIVE


def build_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """A year by its number."""
    year = year_in(parts, anchor, g)
    return None if year is None else Period.year(year)


def build_rel_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "This year", "last year"; "the previous year" in a text on a year of its own, which is the one before that."""
    year = year_in(parts, anchor, g)
    if year is None:
        return None
    before = parts.get("r", "").lower().removeprefix("the ") in _BEFORE
    if before and anchor.current is not None and _is_own_year(anchor.current):
        return anchor.current.back_years(1)
    end = anchor.data_end
    # "This year" in a text whose data end in April is January to April.
    if year == anchor.year and end is not None and end.year == year and 0 < end.month < 12:
        return months_of(year, 1, end.month)
    return Period.year(year)


def build_ytd(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "So far this year": from January to the end of the data."""
    end = anchor.data_end
    if end is None or anchor.year is None or end.year != anchor.year or not end.month:
        return None
    return months_of(end.year, 1, end.month)


def build_the_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The total for the year": the year spoken of, in its course as far as the data go."""
    current = anchor.current
    if current is None or not current.end.month:
        return current
    return months_of(current.end.year, 1, current.end.month) if current.end.day == 0 else None


def build_full_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The full year", beside months of it."""
    return None if anchor.current is None else Period.year(anchor.current.end.year)


def build_to_date(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "To date": without a beginning."""
    if anchor.year is None:
        return None
    return Period(None, Point(anchor.year, anchor.month or 0))


def build_last_years(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The last five years", "the past decade", "the decade to 2019"."""
    n = 10 if "decade" in parts else g.number(parts["n"])
    if n is not None and "y" in parts:
        return Period(Point(int(parts["y"]) - n + 1), Point(int(parts["y"]))) if n > 1 else None
    if n is None or anchor.year is None:
        return None
    last = anchor.year - 1
    if parts.get("r") in {"previous", "preceding", "prior"} and anchor.current is not None:
        last = anchor.current.end.year - 1
    return Period(Point(last - n + 1), Point(last))


def build_year_so_far(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "So far in 2025", of the year that the text was written in: as far as the data go."""
    year = int(parts.get("y") or parts["y2"])
    return build_ytd(parts, anchor, g) if year == anchor.year else Period.year(year)


def build_event_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The first year of the pandemic"."""
    year, which = g.events.get(parts["event"].lower()), g.number(parts["o"])
    return None if year is None or which is None else Period.year(year + which - 1)


def build_years_after(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The two years that followed" the one spoken of; None where they are yet to come."""
    current, n = anchor.current, g.number(parts.get("n") or parts.get("n2") or "")
    if current is None or n is None or n < 2 or current.end.year + n > (anchor.year or 0):
        return None
    return Period(Point(current.end.year + 1), Point(current.end.year + n))


def build_years_before_event(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The decade before the pandemic"."""
    n = 10 if "decade" in parts else g.number(parts["n"])
    year = g.events.get(parts["event"])
    return None if n is None or year is None else Period(Point(year - n), Point(year - 1))


def build_years(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "2016 to 2019"."""
    first, last = int(parts["y"]), int(parts["y2"])
    return Period(Point(first), Point(last)) if first < last else None


def build_years_listed(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "2020, 2021 and 2022", which is their run; of years that follow one another in no row there is none."""
    years = [int(year) for year in (parts["y"], *parts["listed"].replace(",", " ").split(), parts["y2"])]
    return Period(Point(years[0]), Point(years[-1])) if years == list(range(years[0], years[-1] + 1)) else None


def build_decade(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The 1990s"."""
    year = int(parts["y"])
    return Period(Point(year), Point(year + 9))
