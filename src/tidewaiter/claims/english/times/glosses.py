"""Times that say which another one is: "the first seven months (March 21-October 22)", "in 2019, four years later"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims import periods
from tidewaiter.claims.periods import Anchor
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import When
from tidewaiter.period import Period

LATER = "years_later"
#: Forms that say which part of a year a time is.
_PARTS = frozenset({"fiscal", "fiscal_months", "fiscal_part", "first_months", "half", "quarter"})
#: Months that fiscal years begin with.
_YEAR_STARTS = (4, 7, 10)
#: Forms that say from when to when.
_RUNS = frozenset({"days", "months", "months_listed", "months_years"})


def gloss(reading: Reading, placed: list[When], anchor: Anchor) -> None:
    """ "The first seven months (March 21-October 22)": what stands in brackets behind a time says which it is."""
    for when, other in pairwise(placed):
        between = reading.text[when.end : other.start]
        stop = reading.text[other.end : other.end + 1]
        if between.strip() == "," and stop in {",", ".", ";"} and other.form in _PARTS and when.form in _RUNS | _PARTS:
            # "Between April and July, the first four months of its fiscal year, …".
            other.role = "report"
        if LATER in {when.form, other.form} and reading.words(when.end, other.start) in ([","], [",", "in"]):
            # "In 2019, four years later", "four years later, in 2019": the other one says when.
            (when if when.form == LATER else other).role = "report"
        if when.form == "first_months" and other.form in _RUNS | {"fiscal_span"} and _is_of(reading, when, other):
            # "The first three months of April to June": the months say which.
            when.role, other.role = "report", when.role
        if other.form == "fiscal" and other.period is None and when.form == "months" and when.period is not None:
            _of_either(other, when, anchor)
        if other.form == "fiscal" and when.form == "days" and when.role == "when" and _is_of(reading, when, other):
            other.role = "report"
        if other.form == "fiscal" and when.form in _RUNS and _is_of(reading, when, other):
            # "From April to August of the 2023-24 financial year": the year only says whose months they are.
            months = _within(when, other)
            if months is not None:
                when.period, other.role = months, "report"
        if when.form == "fiscal" and other.form in _RUNS and not between.strip() and when.role == "when":
            # "The fiscal year 2020-2021 from April to June".
            months = _within(other, when)
            if months is not None:
                other.period, other.role, when.role = months, "when", "report"
        if between.strip() != "(" or reading.text[other.end : other.end + 1] != ")":
            continue
        if when.role == "when" and other.period is not None and (when.period is None or other.form in _RUNS):
            when.period = other.period
        other.role = "report"


def _of_either(year: When, when: When, anchor: Anchor) -> None:
    """ "From April to August of the current financial year", of two countries: of the one whose year begins so."""
    start = when.period.start.month if when.period is not None and when.period.start is not None else 0
    for begins in (start,) if start in _YEAR_STARTS else _YEAR_STARTS:
        own = Anchor(anchor.day, anchor.year, anchor.month, anchor.current, anchor.data_end, begins)
        year.period = periods.resolve(year.expression, own)
        if _within(when, year) is not None:
            return


def _within(when: When, year: When) -> Period | None:
    """The months of a time in a fiscal year; None where it has none of them, or where they state another year."""
    if when.period is None or year.period is None or not when.period.whole_months:
        return None
    years = when.period.end.year - year.period.end.year
    moved = (when.period.back_years(n) for n in (years, years + 1))
    found = next((period for period in moved if year.period.covers(period)), None)
    return found if found == when.period or when.form == "months" else None


def _is_of(reading: Reading, when: When, other: When) -> bool:
    return reading.words(when.end, other.start) in (["of"], ["of", "the"], ["in"], ["in", "the"])
