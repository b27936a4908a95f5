"""Movements over a run of months or years: from the first of them to the last, or so much in each."""

from __future__ import annotations

from tidewaiter.claims.changes import comparison
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Timed
from tidewaiter.period import Period

#: Forms that a change may begin at, and those that name two times at once.
_POINTS = frozenset({"month", "month_range_last", "year"})
_RUNS = frozenset({"months", "months_listed", "months_years", "years"})
#: "Over the past decade", and characters of "over ".
_STRETCHES, _YEARS, _OPENING = frozenset({"in", "over", "within"}), frozenset({"decade", "decades", "years"}), 5
#: What says that so much was added each year, and characters before its change in which it is said.
_EACH_YEAR, _PACE = frozenset({"annual", "annually", "annum", "average", "averaged", "year", "yearly"}), 24


def _is_step(draft: Draft, period: Period, first: list[str]) -> bool:
    """ "Fell 9 percent between May and June": from the one month to the next, and not so far in the year."""
    between = draft.moved.relation == "by" and first == ["between"] and period.whole_months
    return between and period.start is not None and period.start.month != 1 and len(period.months()) == 2


def _is_each_year(reading: Reading, draft: Draft, end: int) -> bool:
    """ "Grew by an average of 9 percent a year", "average annual growth of 9 percent"; not "average prices grew"."""
    figure, cue = draft.figure, draft.moved.cue
    said = reading.words(figure.end, end)
    if cue is not None and cue.end <= figure.begins:
        said += reading.words(max(0, cue.start - _PACE), cue.start)[-1:] + reading.words(cue.end, figure.begins)
    else:
        said += reading.words(max(0, figure.begins - _PACE), figure.begins)
    return not _EACH_YEAR.isdisjoint(said)


def _over_years(reading: Reading, draft: Draft) -> bool:
    """ "Over the past decade", "in the ten years to 2022": whether a movement took several years as a whole."""
    timed, period = draft.timed, draft.period
    if timed is None or timed.when is None or period is None or period.start is None or period.start.month:
        return False
    if period.end.year == period.start.year or _is_each_year(reading, draft, timed.when.end):
        return False
    said = reading.words(timed.when.start - _OPENING, timed.when.end)
    return not _STRETCHES.isdisjoint(said[:2]) and not _YEARS.isdisjoint(said)


def over_a_run(reading: Reading, context: Context, draft: Draft, drafts: list[Draft]) -> bool:
    """ "Grew 26% between 2022 and 2023", "has risen 53% since 2019": from the first time to the last."""
    timed, period = draft.timed, draft.period
    if timed is None or timed.when is None or draft.figure.kind == "zero":
        return False
    when = timed.when
    first = reading.words(when.start, when.end)[:1]
    if when.role == "since" and when.form in _POINTS and draft.moved.relation == "by":
        since = when.period
        base = (
            None if since is None else Period(since.start, since.start) if since.start else Period(since.end, since.end)
        )
        told = [
            d.period for d in drafts if d.figure.end <= draft.figure.start and d.period and d.moved.relation != "from"
        ]
        now = told[-1] if told else context.period
        draft.timed = Timed(
            now if now is not None and base is not None and now.last_day > base.last_day else None, timed.rule, when
        )
        draft.base, draft.comparison = base, comparison.name_of(draft.period, base) if base else "vs_period"
    elif when.form in _RUNS and first in (["between"], ["from"]) and period is not None and period.start is not None:
        years = period.start.month == period.end.month and period.start.year != period.end.year
        if not (years or _is_step(draft, period, first)) or period.start.day:
            return False
        if years and draft.moved.relation == "by" and _is_each_year(reading, draft, when.start):
            # "Grew by an average of 18 percent a year between 2010 and 2015": so much in each of them.
            draft.base, draft.comparison = None, "none"
            draft.rules["comparison"] = "so much in each year"
            return True
        draft.timed = Timed(Period(period.end, period.end), timed.rule, when)
        draft.base = Period(period.start, period.start)
        draft.comparison = comparison.name_of(draft.period, draft.base)
    elif _over_years(reading, draft) and period is not None:
        # "Over the past decade it fell from $9 million to $4 million": since some year before.
        draft.timed = Timed(Period.year(period.end.year), timed.rule, when)
        draft.base, draft.comparison = None, "vs_period"
    else:
        return False
    draft.rules["comparison"] = "from the first time to the last"
    return True
