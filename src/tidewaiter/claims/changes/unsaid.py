"""What a movement is against where its sentence does not say so in words."""

from __future__ import annotations

import re
from datetime import date

from tidewaiter.claims.changes import comparison
from tidewaiter.claims.changes.fitting import fitting
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import SINCE_THEN, Draft, Scene, Timed, clause_at
from tidewaiter.period import Period

_KNOWN = frozenset({"yoy", "mom", "ytd_yoy"})
_WHOLE = frozenset({"all", "average", "entire", "full", "mean", "monthly", "quarterly", "weekly", "whole"})
_LEVELS = frozenset({"price", "trade_quantity", "trade_value"})
#: "2010年为175亿美元，到2020年只剩43亿美元，减少了75.4%"
_TO_YEAR = re.compile(r"[，,]?(?:而)?(?:到|至)了?(?:19|20)\d\d年")
#: "The previous year", of part of this one.
_LAST_YEAR = frozenset({"rel_year", "ago_years", "fiscal"})
#: Months of a quarter, which may be held against the one before it.
_QUARTER = 3
#: … and days that are more than one.
_SEASON = 85
#: Words between a level and the change that closes the list: ", an increase of".
_CLOSING = 5


def two_levels(reading: Reading, scene: Scene, draft: Draft, drafts: list[Draft]) -> tuple[Draft, Draft] | None:
    """ "$5 million in April and $8.6 million in May, an increase of 72.1%": the earlier and the later amount."""
    before = [d for d in drafts if d.figure.end <= draft.figure.start]
    cue = draft.moved.cue
    if draft.moved.relation != "by" or draft.figure.kind != "percent" or len(before) < 2 or cue is None:
        return None
    first, second = before[-2:]
    words = reading.words(second.figure.end, draft.figure.start)
    article = bool({"a", "an"} & set(words[-_CLOSING:]))
    follow = [f.start for f in scene.sentence.figures if f.start >= draft.figure.end]
    stop = follow[0] if follow else scene.sentence.end
    to_year = reading.language == "zh" and _TO_YEAR.search(reading.text[first.figure.end : second.figure.start])
    if not (to_year or (article and "," in words)) or any(
        w.role == "base" and draft.figure.end <= w.start < stop for w in scene.whens
    ):
        return None
    if first.figure.unit != second.figure.unit or first.measure not in _LEVELS or second.measure not in _LEVELS:
        return None
    periods = first.period, second.period
    if None in periods or first.period == second.period or first.pair != second.pair:
        return None
    if any(d.moved.relation not in {"none", "stands"} for d in (first, second)) or _other_goods(first, second):
        return None
    earlier, later = sorted((first, second), key=lambda d: d.period.last_day if d.period else date.min)
    return earlier, later


def _other_goods(first: Draft, second: Draft) -> bool:
    goods = [d.subject.product if d.subject else None for d in (first, second)]
    return goods[0] != goods[1]


def same_months(reading: Reading, start: Draft, draft: Draft) -> None:
    """ "Fell to $8 billion in the five months from $9 billion the previous year": the same five months.

    But not of "$9 billion in the whole of the previous year".
    """
    own, period = start.timed, draft.period
    if own is None or own.when is None or own.when.form not in _LAST_YEAR or own.period is None or period is None:
        return
    said = reading.words(min(start.figure.end, own.when.start), own.when.end)
    if not _WHOLE.isdisjoint(said) and "month" not in said:
        return
    years = period.end.year - own.period.end.year
    if years == 0 and own.when.form == "rel_year" and "last" in said:
        # "From $9 billion last year to $8 billion in July-December", written in January.
        years = 1
    if own.when.form == "fiscal" and "fr" in own.when.expression.parts and period.start is not None:
        same = period.back_years(1)
        start.timed = Timed(same, own.rule, own.when) if own.period.covers(same) else own
    if own.period.is_year and not period.covers_year and years > 0:
        start.timed = Timed(period.back_years(years), own.rule, own.when)


def against_last_year(reading: Reading, draft: Draft, drafts: list[Draft]) -> None:
    """ "$128 million in the first two months, against $131 million last year": the same two months."""
    before = [d for d in drafts if d.figure.end <= draft.figure.start]
    if draft.moved.relation != "from" or not before or draft.timed is None or draft.timed.when is None:
        return
    told = before[-1]
    if told.measure != draft.measure or told.figure.unit != draft.figure.unit or draft.measure not in _LEVELS:
        return
    if _WHOLE.isdisjoint(reading.words(told.figure.end, draft.timed.when.end)):
        same_months(reading, draft, told)


def as_told(context: Context, draft: Draft, drafts: list[Draft]) -> None:
    """ "Gold exports were $2.8 billion, down from $3 billion", in a text that compares with the year before."""
    known = context.comparison in _KNOWN and context.base is not None and context.compared_period == draft.period
    other = next((d for d in drafts if d.figure.start >= draft.figure.end), None)
    if draft.base is not None or not known or other is None or other.period is not None:
        return
    draft.comparison, draft.base = context.comparison, context.base
    other.timed = Timed(context.base, "what it is compared with")


def as_the_change(draft: Draft, after: Draft) -> None:
    """ "Fell to 1.5 million barrels in May, a decline of 13% from April": the level has the base of its change."""
    if draft.moved.relation != "to" or draft.base is not None or after.moved.relation != "by" or after.base is None:
        return
    if after.measure == "change" and after.period == draft.period and after.moved.direction == draft.moved.direction:
        draft.comparison, draft.base = after.comparison, after.base
        draft.rules["comparison"] = "as the change after it"


def told_twice(reading: Reading, draft: Draft, after: Draft) -> None:
    """ "Fell by $870 million or 17.2 percent year-on-year": the difference has the base of the percentage."""
    changes = draft.measure == after.measure == "change" and draft.moved.direction == after.moved.direction
    if not changes or draft.comparison != "none" or after.base is None or draft.period != after.period:
        return
    if reading.words(draft.figure.end, after.figure.begins) in (["or"], ["("], [",", "or"]):
        draft.comparison, draft.base = after.comparison, after.base
        draft.rules["comparison"] = "as the change after it"


def imply(context: Context, scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """What a movement is against where its sentence does not say."""
    period = draft.period
    if draft.moved.direction == "none":
        return
    if period is not None and draft.timed is not None and draft.timed.rule == SINCE_THEN and draft.timed.when:
        draft.base = draft.timed.when.period
        draft.comparison = comparison.name_of(period, draft.base)
        draft.rules["comparison"] = "since the time told before"
        return
    before = [d for d in drafts if d.figure.end <= draft.figure.start]
    if draft.moved.relation == "to":
        other = next((d for d in before if _is_earlier(scene, d, draft)), None)
        if other is not None:
            name = comparison.name_of(period, other.period)
            draft.comparison, draft.base, draft.rules["comparison"] = name, other.period, "against the figure before"
            return
    if draft.moved.relation == "to" and (start := _level_before(scene, draft, before)) is not None:
        name = comparison.name_of(period, start.period)
        draft.comparison, draft.base, draft.rules["comparison"] = name, start.period, "against the level told before"
        return
    if (
        draft.figure.kind != "percent"
        and period is not None
        and period.is_month
        and any(d.measure in _LEVELS and d.period == period.previous() for d in before)
    ):
        # "Exports were $90 million, against $72 million in August, while imports fell to $14 million from $19 million".
        draft.comparison, draft.base = "mom", period.previous()
        draft.rules["comparison"] = "against the month told before"
        return
    same = next((d for d in before if d.comparison in _KNOWN or d.base is not None), None)
    if same is not None and same.period == period:
        draft.comparison, draft.base, draft.rules["comparison"] = same.comparison, same.base, "as the figure before"
    elif (step := _month_before(context, draft, before)) is not None:
        draft.comparison, draft.base, draft.rules["comparison"] = "mom", step, "against the month told before"
    elif same is not None and (part := _part_of(same, draft)) is not None:
        draft.comparison, draft.base, draft.rules["comparison"] = "yoy", part, "a part, from a year before as the whole"
    elif (told := _as_a_month_later(context, draft, same)) is not None:
        draft.comparison, draft.base, draft.rules["comparison"] = *told, "as the month after it was compared"
    elif (fits := fitting(context, draft, before)) is not None:
        draft.comparison, draft.base = comparison.name_of(period, fits), fits
        draft.rules["comparison"] = "against the amount told before that it fits"
    elif period is not None and _is_whole_year(period) and _had_by_then(scene, draft):
        draft.comparison, draft.rules["comparison"] = "vs_period", "by then, from something unsaid"
    elif period is not None and _is_whole_year(period):
        draft.comparison, draft.base = "yoy", period.back_years(1)
        draft.rules["comparison"] = "a year's change is against the year before"
    elif (
        context.comparison in _KNOWN
        and context.compared_period == period
        and context.comparison_block >= scene.sentence.block - 3
    ):
        draft.comparison, draft.base = context.comparison, context.base
        if draft.form and context.base is not None:
            # Told again, and otherwise: "April-November of the fiscal year" is a year to date, "April-November" none.
            draft.comparison = comparison.name_of(period, context.base, form=draft.form)
        draft.rules["comparison"] = "as the sentence before"
    elif period is not None and _is_year_to_date(period) and (draft.moved.relation == "by" or _started(draft, drafts)):
        draft.base = period.back_years(1)
        draft.comparison = comparison.name_of(period, draft.base, form=draft.form)
        draft.rules["comparison"] = "a year's change is against the year before"
    elif context.yearly and period is not None and period.start is not None and draft.figure.kind == "percent":
        draft.base = period.back_years(1)
        draft.comparison = comparison.name_of(period, draft.base, form=draft.form)
        draft.rules["comparison"] = "from a year before, like the changes told so far"
    elif draft.moved.relation == "to" and draft.figure.kind != "percent":
        draft.comparison, draft.rules["comparison"] = "vs_period", "moved from something unsaid"


def _had_by_then(scene: Scene, draft: Draft) -> bool:
    """ "By 2020 imports had shrunk to $190 million": over years, and not since the year before."""
    when = draft.timed.when if draft.timed is not None else None
    return when is not None and when.by and bool(scene.sentence.cues_of("pluperfect"))


def _started(draft: Draft, drafts: list[Draft]) -> bool:
    """ "In the eight months to August it slid to €22 million from €27 million": of the same months a year before."""
    return any(d.moved.relation == "from" and d.figure.unit == draft.figure.unit for d in drafts)


def _level_before(scene: Scene, draft: Draft, before: list[Draft]) -> Draft | None:
    """ "They stood at $1.8 billion in 2010 and fell to $500 million in 2012": the year that the fall is from."""
    level = next((d for d in reversed(before) if d.measure == draft.measure), None)
    if level is None or level.period is None or draft.period is None or draft.measure not in _LEVELS:
        return None
    if not (level.period.is_year and draft.period.is_year) or level.period.last_day >= draft.period.last_day:
        return None
    same = level.figure.unit == draft.figure.unit and level.pair == draft.pair and not _other_goods(level, draft)
    return level if same and level.moved.relation in {"none", "to"} else None


def _month_before(context: Context, draft: Draft, before: list[Draft]) -> Period | None:
    """ "$13 million in March, and in April it doubled to $29 million": the month before, told just now."""
    period = draft.period
    if period is None or not period.is_month:
        return None
    levels = [d for d in before if d.measure in _LEVELS and d.pair == draft.pair]
    told = levels[-1].period if levels else context.level if context.level_pair == draft.pair else None
    return told if told is not None and told == period.previous() else None


def _as_a_month_later(context: Context, draft: Draft, same: Draft | None) -> tuple[str, Period] | None:
    """ "They rose 12 percent in April from a year earlier. They had fallen 3 percent in March": from a year earlier."""
    name, later = (same.comparison, same.period) if same else (context.comparison, context.compared_period)
    period = draft.period
    if period is None or later is None or not (period.is_month and later.is_month) or draft.figure.kind != "percent":
        return None
    if draft.moved.relation != "by" or later.previous() != period or name not in {"yoy", "mom"}:
        return None
    return name, period.back_years(1) if name == "yoy" else period.previous()


def _part_of(same: Draft, draft: Draft) -> Period | None:
    """ "Fell 8 percent in 2022, with the fourth quarter alone down 19 percent": the quarter from a year before, too."""
    whole, part = same.period, draft.period
    if whole is None or part is None or part == whole or not whole.covers(part) or not part.whole_months:
        return None
    return part.back_years(1) if same.base == whole.back_years(1) and draft.figure.kind == "percent" else None


def _is_whole_year(period: Period) -> bool:
    """A calendar year, or a fiscal one."""
    if period.start is not None and period.start.day:
        # Of another calendar: from one spring to the next.
        return period.covers_year and period.start.year == period.end.year - 1
    return period.is_year or (period.whole_months and len(period.months()) == 12)


def _is_year_to_date(period: Period) -> bool:
    """Several months from January on, or so many that nobody holds them against those before."""
    if period.start is None or period.is_month:
        return False
    if not period.whole_months:
        return (period.last_day - period.start.first_day).days > _SEASON
    return period.start.month == 1 or len(period.months()) > _QUARTER


def _is_earlier(scene: Scene, other: Draft, draft: Draft) -> bool:
    """ "After importing $300,000 worth in the decade before, imports surged to $1.7 million"."""
    return (
        other.figure.unit == draft.figure.unit
        and other.period is not None
        and other.period != draft.period
        and clause_at(scene.clauses, other.figure.start).kind == "earlier"
    )
