"""The period that an expression names, by the form it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

from tidewaiter.claims.periods import bases, days, fiscal, months, years
from tidewaiter.claims.periods.anchor import Anchor
from tidewaiter.claims.periods.expression import Expression
from tidewaiter.claims.periods.grammar import Grammar, grammar
from tidewaiter.errors import UsageError
from tidewaiter.period import Period

#: Years that news of trade can speak of.
_YEARS = (1800, 2200)


def resolve(expression: Expression, anchor: Anchor, *, language: str = "en") -> Period | None:
    """The period an expression names; None where the text and the anchor do not settle it."""
    return _resolved(expression.form, tuple(expression.parts.items()), language, _key(anchor))


#: The fields of an anchor in order, all of them hashable.
_key: Callable[[Anchor], tuple[Any, ...]] = attrgetter(*(field.name for field in fields(Anchor)))


@lru_cache(maxsize=4096)
def _resolved(
    form: str, parts: tuple[tuple[str, str], ...], language: str, anchor: tuple[Any, ...]
) -> Period | None:  # fmt: skip
    """The same expression is asked after by several rules, under the same anchor: it is worked out once."""
    builder = _BUILDERS.get(form)
    if builder is None:
        return None
    try:
        period = builder(dict(parts), Anchor(*anchor), grammar(language))
        if period is None or not _plausible(period):
            return None
        return Period.parse(str(period))
    except (UsageError, ValueError, LookupError):
        # "February 30", "13月", a run that ends before it begins: words, and no time on the calendar.
        return None


def _plausible(period: Period) -> bool:
    points = (period.end,) if period.start is None else (period.start, period.end)
    return all(_YEARS[0] <= point.year <= _YEARS[1] for point in points)


_BUILDERS: dict[str, Callable[[dict[str, str], Anchor, Grammar], Period | None]] = {
    "year": years.build_year,
    "rel_year": years.build_rel_year,
    "full_year": years.build_full_year,
    "the_year": years.build_the_year,
    "the_quarter": months.build_the_quarter,
    "months_so_far": months.build_months_so_far,
    "ytd": years.build_ytd,
    "to_date": years.build_to_date,
    "last_years": years.build_last_years,
    "years_before_event": years.build_years_before_event,
    "years": years.build_years,
    "years_listed": years.build_years_listed,
    "decade": years.build_decade,
    "month": months.build_month,
    "month_range_last": months.build_month,
    "month_of_year": months.build_month_of_year,
    "rel_month_name": months.build_rel_month_name,
    "months": months.build_months,
    "months_years": months.build_months,
    "months_listed": months.build_months_listed,
    "first_months": months.build_first_months,
    "last_months": months.build_last_months,
    "last_months_year": months.build_last_months_year,
    "quarter": months.build_quarter,
    "quarters": months.build_quarters,
    "half": months.build_half,
    "other_part": months.build_other_part,
    "rel_month": months.build_rel_month,
    "part_of_month": days.build_part_of_month,
    "day": days.build_day,
    "days": days.build_days,
    "day_range": days.build_days,
    "year_to_day": days.build_year_to_day,
    "fiscal": fiscal.build_fiscal,
    "fiscal_months": fiscal.build_fiscal_months,
    "fiscal_part": fiscal.build_fiscal_part,
    "season": fiscal.build_season,
    "fiscal_span": fiscal.build_fiscal_span,
    "fiscal_to_day": fiscal.build_fiscal_to_day,
    "ago_years": bases.build_ago_years,
    "yoy": bases.build_ago_years,
    "year_so_far": years.build_year_so_far,
    "event_year": years.build_event_year,
    "months_after": months.build_months_after,
    "years_after": years.build_years_after,
    "years_later": bases.build_years_later,
    "ago_month": bases.build_ago_month,
    "mom": bases.build_ago_month,
    "ago_same": bases.build_ago_same,
    "qoq": bases.build_ago_same,
    "same_period": bases.build_same_period,
    "base_fiscal": bases.build_base_fiscal,
    "base_month_year": bases.build_base_month_year,
    "same_each_decade": bases.build_same_each_decade,
}
