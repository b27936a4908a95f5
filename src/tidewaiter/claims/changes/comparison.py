"""How a change is measured: year on year, month on month, year to date, or against some other period."""

from __future__ import annotations

from tidewaiter.claims.periods import calendars
from tidewaiter.period import Period

#: Months of a quarter.
_QUARTER, _YEAR = 3, 12
#: … and the most days that one takes.
_QUARTER_DAYS = 96
#: Months in which the first half of a fiscal year begins, and hardly ever a second.
_HALVES = (4, 7)
_WHOLE = frozenset({"quarter", "fiscal", "season"})
#: How a fiscal year is named up to some month or day of it.
_SO_FAR = frozenset({"fiscal_months", "fiscal_to_day"})


def name_of(period: Period | None, base: Period | None, *, form: str = "") -> str:
    """The comparison that a base makes with a period."""
    if base is None:
        return "none"
    if period is None:
        return "vs_period"
    if period.start is None:
        # "As of August 15, against the same time last year": of the year so far.
        return "ytd_yoy" if base == period.back_years(1) else "vs_period"
    if period.is_month and base.is_month:
        if base == period.previous():
            return "mom"
        return "yoy" if base == period.back_years(1) else "vs_period"
    if period.is_year:
        return "yoy" if base == period.back_years(1) else "vs_period"
    if period.start is not None and base == period.back_years(1):
        if period.whole_months and len(period.months()) == _YEAR:
            return "yoy"
        # "March 21 to October 22" is told of the Iranian year so far; three months of it are a quarter.
        own = bool(period.start.day) and calendars.opens_year(period.start)
        own = own and (period.last_day - period.start.first_day).days > _QUARTER_DAYS
        begins = period.start.month == 1 or form in _SO_FAR or own
        # "July-March of the fiscal year": three months may be a quarter of it.
        begins = begins or (form == "fiscal_span" and len(period.months()) > _QUARTER)
        # The first half of a fiscal year that begins in April or July.
        begins = begins or (form == "fiscal_part" and period.start.month in _HALVES and len(period.months()) > _QUARTER)
        # "Up to the third quarter" is told by a quarter, and runs from January.
        whole = form in _WHOLE and not (form == "quarter" and period.end.month - period.start.month > 2)
        # The first twenty days of January are days of a month.
        days = bool(period.start.day) and period.start.month == period.end.month
        to_date = begins and period.end.month and not whole and not days
        return "ytd_yoy" if to_date else "yoy"
    return "vs_period"
