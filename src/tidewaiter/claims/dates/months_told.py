"""The year of a month that is named without one: the year told before it, or that of the month told before it."""

from __future__ import annotations

from collections.abc import Sequence

from tidewaiter.claims.periods import Anchor, next_month
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import When
from tidewaiter.period import Period

_YEAR = 12
_MONTHS = frozenset({"month", "month_range_last", "rel_month_name"})
_SOME_MONTHS = _MONTHS | {"months", "months_listed"}


def in_year_told(when: When, period: Period, placed: Sequence[When], *, years: frozenset[str]) -> Period:
    """ "In 2020 … in March": a month takes the one earlier year its sentence names before it, if that is no base.

    `years` are the forms that name a year.
    """
    if not _lacks_year(when):
        return period
    # "After a lull in 2021 sales resumed in February 2022 and peaked in April": of 2022.
    dated = (w.start for w in placed if w.form in _MONTHS and w.expression.names_year and w.start < when.start)
    since = max(dated, default=0)
    told = [w for w in placed if w.form in years and w.period and _told_before(w, when) and w.start >= since]
    named = {w.period.end.year for w in told if w.period}
    year = named.pop() if len(named) == 1 else period.end.year
    return Period.month(year, period.end.month) if year < period.end.year and period.end.month else period


def after_month_told(
    when: When, period: Period, placed: Sequence[When], sentence: Sentence, context: Context
) -> Period:  # fmt: skip
    """ "In March 2021 …, and in April": the month in the year of those told before it, or its paragraph is at.

    Only a later month of that year goes on from it, or an earlier one that it is held against; the month of the news is
    never taken for one.
    """
    if not _lacks_year(when):
        return period
    named = [w for w in placed if w.period and w.expression.names_year and _told_before(w, when)]
    named = [w for w in named if w.period and _in_a_year(w.period)]
    told = named[-1].period if named else None
    since = [w for w in placed if w.form in _SOME_MONTHS and _told_before(w, when) and w not in named]
    if any(w.period and w.period.end.year == period.end.year for w in since if not named or w.start > named[-1].start):
        # "After January 2022's $9 million, exports were $10 million in January and $11 million in February".
        return period
    if named and _looks_back(named[-1], placed):
        return period
    if not named and context.block == sentence.block and not _is_news(period, context.anchor):
        told = context.period
    if told is None or not _in_a_year(told) or told.end.month is None or period.end.month is None:
        return period
    if when.role == "base" and told.end.year < period.end.year and told.end.month != period.end.month:
        # "In December 2019 …, up from November": the last of its name before.
        return Period.month(told.end.year - (told.end.month < period.end.month), period.end.month)
    listed = [w.period for w in placed if w.end <= when.start and w.form in _MONTHS and w.period and w.period.is_month]
    if named and listed and (following := next_month(listed[-1])).end.month == period.end.month:
        # "In November 2022, $6 million in December and $7 million in January".
        return following if following.last_day < period.last_day else period
    goes_on = told.end.year < period.end.year and told.end.month < period.end.month
    return Period.month(told.end.year, period.end.month) if goes_on else period


def before_level(
    reading: Reading, when: When, period: Period, placed: Sequence[When], sentence: Sentence, context: Context
) -> Period:  # fmt: skip
    """ "$56 million in May 2022, down from $98 million in April": what a month came from was not after it.

    "From $2 million in March 2020 to $5 million in April" says nothing of the kind.
    """
    named = [w for w in placed if w.form in _MONTHS and w.expression.names_year and _told_before(w, when)]
    start = named[-1].end if named else sentence.start
    told = named[-1].period if named else context.period if context.block == sentence.block else None
    if not _lacks_year(when) or told is None or not told.is_month or "from" not in reading.words(start, when.start):
        return period
    if not period.is_month or period.last_day < told.last_day or period.end.month == told.end.month:
        return period
    if named and _looks_back(named[-1], placed):
        return period
    return Period.month(told.end.year - (told.end.month < period.end.month), period.end.month)


def before_ranked(when: When, period: Period, placed: Sequence[When], context: Context) -> Period:
    """ "In December …, the highest since January": the last month of its name before the one that is ranked."""
    named = [w.period for w in placed if w.form in _MONTHS and w.role == "when" and w.start < when.start and w.period]
    ranked = named[-1] if named else context.period
    if when.form != "month" or when.expression.names_year or ranked is None or not ranked.is_month:
        return period
    return period.back_years(1) if period.is_month and period.last_day >= ranked.last_day else period


def _lacks_year(when: When) -> bool:
    # "Brazil, which took 900 tons in 2021, has had nothing since February": of the latest one.
    return when.form == "month" and not when.expression.names_year and when.role != "since"


def _told_before(other: When, when: When) -> bool:
    """Whether a time is told before another, and not aside: "Chile, which joined in 2022, sent 12 tonnes in May"."""
    aside = other.clause.kind == "relative" and other.clause is not when.clause
    return other.role == "when" and other.start < when.start and not aside


def _in_a_year(period: Period) -> bool:
    """Whether a time is a month, or some months of one year."""
    if period.is_month:
        return True
    first = period.start or period.end
    return period.whole_months and first.year == period.end.year and len(period.months()) < _YEAR


def _looks_back(told: When, placed: Sequence[When]) -> bool:
    """ "In March …, three times the $17 million of March 2021, but down from February's": of the year of the news."""
    earlier = (w for w in placed if w.role == "when" and w.end <= told.start and w.form in _MONTHS)
    last_day = told.period.last_day if told.period else None
    return any(w.period.last_day > last_day for w in earlier if w.period and last_day and not w.expression.names_year)


def _is_news(period: Period, anchor: Anchor) -> bool:
    """Whether a month is that of the publication or the one before, of which a text without a year mostly speaks."""
    if anchor.year is None or anchor.month is None or period.end.month is None:
        return True
    return anchor.year * 12 + anchor.month - (period.end.year * 12 + period.end.month) <= 1
