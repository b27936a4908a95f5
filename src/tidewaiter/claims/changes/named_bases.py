"""The period that an expression of time names as a base, for the period that is held against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tidewaiter.claims import periods
from tidewaiter.claims.changes.comparison import name_of
from tidewaiter.claims.changes.unnamed_bases import Base
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import When
from tidewaiter.period import Period

_YEARLY = frozenset({"ago_years", "yoy", "base_month_year", "base_fiscal"})
_MONTHLY = frozenset({"ago_month", "mom"})
#: Forms that say by their distance alone what a change is measured against.
RATES = _YEARLY | _MONTHLY
_DISTANCES = RATES | {"ago_same", "qoq"}
#: Days after which "last month" is no month before the one spoken of.
_A_SEASON = 100
#: Characters that "the whole of " takes.
_WHOLE_OF = 14
_WHOLES = frozenset({"all", "average", "entire", "full", "mean", "peak", "whole"})
#: Characters that "in an average month of " takes; what an average over a time is called, and all of a year.
_AVERAGED, _MEANS = 20, frozenset({"average", "mean"})
ALL_YEAR = ("한 해", "한해", "전체", "연간", "평균", "全年", "平均", "月均", "季均")
#: Years that need not begin in January.
_OWN_YEARS = frozenset({"fiscal", "season"})
#: Forms of what was last, be it the one spoken of.
_LAST = frozenset({"rel_month_name", "rel_year"})


@dataclass(frozen=True, slots=True)
class NamedBase:
    """An expression that is a base, and the period held against it, which its figure tells in such a form.

    `change` says that the figure is a change and no ratio.
    """

    reading: Reading
    when: When
    period: Period | None
    form: str
    context: Context
    change: bool

    def named(self, base: Period | None) -> tuple[str, Period | None]:
        """What a base makes of the comparison, and the base."""
        return name_of(self.period, base, form=self.form), base


def resolved(asked: NamedBase) -> Base:
    """(comparison, base period, rule) for a base that is named."""
    when = asked.when
    rule = f"compared with “{asked.reading.text[when.start : when.end]}”"
    name, base = _by_distance(asked) if when.form in _DISTANCES else _by_name(asked)
    return name, base, rule


def _by_distance(asked: NamedBase) -> tuple[str, Period | None]:
    """ "A year earlier", "on the month": reckoned from the period held against it."""
    form, period, context = asked.when.form, asked.period, asked.context
    if form in _MONTHLY and not asked.form and period is not None and period.whole_months and not period.is_year:
        # "Up 5 percent on the month", in a text on the first nine months: the last of them.
        period = period.last_month()
    base = periods.resolve(asked.when.expression, context.anchor.speaking_of(period), language=asked.reading.language)
    if base is None:
        return ("yoy" if form in _YEARLY else "mom" if form in _MONTHLY else "vs_period"), None
    carried = not asked.form and form in _YEARLY and period is not None and context.compared_period == period
    if carried and context.comparison in {"yoy", "ytd_yoy"} and context.base == base:
        # A period carried on keeps what it was called: a first quarter is no year to date.
        return context.comparison, base
    name = name_of(period, base, form=asked.form)
    up_to = asked.reading.language != "en" and period is not None and period.start is None and form in _YEARLY
    # "2.6 million tonnes as of May 15, a year-on-year rise of 8 percent".
    return ("yoy" if name == "vs_period" and (form == "yoy" or up_to) else name), base


def _by_name(asked: NamedBase) -> tuple[str, Period | None]:
    """ "In 2021", "last year", "in the previous fiscal year"."""
    reading, when, period, base = asked.reading, asked.when, asked.period, asked.when.period
    if when.form == "rel_year" and base is None and "year" in reading.words(when.start, when.end):
        # "Compared to the preceding year" of a period that cannot be told.
        return "yoy", None if period is None else period.back_years(1)
    if when.form == "rel_year" and period is None and _is_last(asked) and not _is_whole(asked):
        # "More than at this time last year", of a time that is not told.
        return "yoy", None
    if base is None and _is_own_year(asked):
        # "From the previous fiscal year" of a country whose fiscal years are not known, or of a text without a day.
        return asked.named(period.back_years(1)) if period is not None and _is_last(asked) else ("yoy", None)
    if base is None or period is None:
        return "vs_period", base
    for fit in _FITS:
        base = fit(asked, period, base)
    return asked.named(base)


def _month_before(asked: NamedBase, period: Period, base: Period) -> Period:
    """Data of the month before last, "compared to the past month": the month before the data's."""
    if asked.when.form != "rel_month" or not period.is_month:
        return base
    return period.previous() if 0 <= (base.last_day - period.last_day).days < _A_SEASON else base


def _same_months_of_own_year(asked: NamedBase, period: Period, base: Period) -> Period:
    """ "Up 511 percent in the first four months compared to the last fiscal year": the same four months of it."""
    if period.start is None or not _is_own_year(asked) or _is_whole(asked):
        return base
    same = period.back_years(1)
    # Told after a year's end, "the previous fiscal year" is the one before that, and not itself.
    return same if base.covers(same) or period.covers_year or base == period else base


def _same_figure(asked: NamedBase, period: Period, base: Period) -> Period:
    """ "Half the same figure for 2022" of nine months."""
    if not base.is_year or period.covers_year:
        return base
    when = asked.when
    same = "same" in asked.reading.words(when.start - _WHOLE_OF - 4, when.start)
    return period.back_years(max(period.end.year - base.end.year, 0)) if same else base


def _before_itself(asked: NamedBase, period: Period, base: Period) -> Period:
    """ "In the full year of 2022 … from last year", written in January; "in August …, down from last August"."""
    itself = asked.when.form in _LAST and base == period and _is_last(asked)
    return period.back_years(1) if itself else base


def _same_months(asked: NamedBase, period: Period, base: Period) -> Period:
    """ "Up 5% from last year" of a month: the same month last year; "fell 10% in July compared with 2021": July."""
    if not base.is_year or period.is_year or _is_all_of_year(asked):
        return base
    years = period.end.year - base.end.year
    if asked.when.form == "rel_year":
        if years == 0 and asked.reading.language == "en" and _is_last(asked):
            # "To $2,168 million in July-December, from $2,591 million last year", written in January.
            years = 1
        return period.back_years(years if period.is_month else max(years, 0))
    return period.back_years(max(years, 0)) if asked.change and not _is_whole(asked) else base


def _is_own_year(asked: NamedBase) -> bool:
    return asked.when.form in _OWN_YEARS and "fr" in asked.when.expression.parts


def _is_all_of_year(asked: NamedBase) -> bool:
    """ "작년 한 해 수입액의 70%", "是去年全年的2.3倍", "last year's monthly average": all of a year."""
    reading, when = asked.reading, asked.when
    if reading.language == "en":
        around = reading.words(when.start - _AVERAGED, when.start), reading.words(when.end, when.end + _AVERAGED)
        return bool(_MEANS & {*around[0], *around[1]})
    return any(word in reading.text[when.start : when.end + 4] for word in ALL_YEAR)


def _is_last(asked: NamedBase) -> bool:
    return bool({"last", "previous", "past"} & set(asked.reading.words(asked.when.start, asked.when.end)))


def _is_whole(asked: NamedBase) -> bool:
    """ "15% more than in the whole of 2021": a part of this year against all of another."""
    return bool(_WHOLES & set(asked.reading.words(asked.when.start - _WHOLE_OF, asked.when.end)))


#: What is meant by a base of another length than the period held against it, or by one that is not before it.
_FITS: tuple[Callable[[NamedBase, Period, Period], Period], ...] = (
    _month_before, _same_months_of_own_year, _same_figure, _before_itself, _same_months,
)  # fmt: skip
