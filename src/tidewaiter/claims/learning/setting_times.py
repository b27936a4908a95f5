"""Which claims tell of a time that the text goes on with."""

from __future__ import annotations

from datetime import date

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.scene import BY_THE_WAY, IN_ITS_CLAUSE, OWNED, Draft, Scene, clause_at
from tidewaiter.period import Period

_MONTHS_OF_YEAR = 12
#: What is planned or expected sets no time.
_TO_COME = frozenset({"expected", "planned"})
#: How many days before its end a year is told of as if it were over.
_LAST_DAYS = 31
_CUMULATIVE = "cumulative"


def sets_time(scene: Scene, draft: Draft, context: Context) -> bool:
    """Whether a claim's time is the one that the text goes on speaking of."""
    timed = draft.timed
    if timed is None or timed.when is None or timed.period is None:
        return False
    if timed.when.expression.parts.get("since", "").lower().startswith(_CUMULATIVE) and context.period is not None:
        # "Cumulatively to October it bought $514 million": by the way, in a text on October.
        return False
    if timed.when.role == "since" and draft.figure.kind == "zero" and context.period is not None:
        # "It has received nothing since February": the text goes on with the time that it was on.
        return False
    if timed.when.role == "since" and not _is_within_year(timed.period):
        # "Since early this year" is a time that the text goes on with, "since 2014" is none.
        return False
    if timed.rule == OWNED and context.period is not None and timed.period.last_day < context.period.last_day:
        # "Last year's total of $3.4 billion is out of reach": held against the news, which the text goes on with.
        return False
    if timed.rule == IN_ITS_CLAUSE and context.period is not None:
        # "The highest since 2015, when exports averaged $95 million": told of that time by the way.
        return False
    if draft.form == "the_quarter" and context.topic != timed.period:
        # "Over the quarter they totalled …": by the way, in a text on its last month, but not in one on the quarter.
        return False
    clause = clause_at(scene.clauses, draft.figure.start)
    # "In 2022, its main exports were tea ($5 million) and zinc ($3 million)": of the time that the sentence opens with.
    bracketed = clause.kind == "aside" and not clause.holds(timed.when.start) and timed.when.role == "when"
    if draft.moved.relation == "from" or (clause.kind in BY_THE_WAY and not bracketed):
        return False
    # What is planned or expected of a time to come is no time of the news.
    day = context.anchor.day
    if day is None:
        return draft.modality not in _TO_COME
    begins = timed.period.first_day
    told = draft.modality == "asserted" or timed.period.last_day <= day or _all_but_over(timed.period, day)
    return (begins is None or begins <= day) and told


def is_relative(scene: Scene, draft: Draft) -> bool:
    """ "Coal, which had earned $42 million in 2022, brought in $9 million": whether a relative clause tells of it."""
    return clause_at(scene.clauses, draft.figure.start).kind == "relative"


def is_untraded(context: Context, draft: Draft) -> bool:
    """ "The FAO puts the shortfall at 860,000 tonnes this year", in a text on two countries: of what is not traded."""
    if draft.flow is not None or draft.measure != "other" or draft.pair.everyone or not context.pair.everyone:
        return False
    return draft.period is not None and not draft.period.is_month


def _is_within_year(period: Period) -> bool:
    """Whether a time begins and ends in one year, or takes no longer than one ("the eight months since October")."""
    if period.start is None or period.start.year == period.end.year:
        return period.start is not None
    return bool(period.start.month and period.end.month) and len(period.months()) <= _MONTHS_OF_YEAR


def _all_but_over(period: Period, day: date) -> bool:
    """Whether a year has so few days left that what is estimated of it is the news."""
    return period.is_year and (period.last_day - day).days <= _LAST_DAYS
