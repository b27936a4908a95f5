"""Directions and comparisons, once every figure of a sentence has its own time."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims import comparison, unsaid
from tidewaiter.claims.context import Context
from tidewaiter.claims.reading import Reading
from tidewaiter.claims.rules import Rules
from tidewaiter.claims.scene import BEHIND, OF_AMOUNT, OF_LEVEL, OWNED, Draft, Scene, Timed, clause_at
from tidewaiter.period import Period

_UNMOVED = frozenset({"cap", "doses", "rate"})
_FROM_BASE = "the same month this year"
#: Words between a multiple and its base.
#: Characters between a change and the time it is held against.
_OWN_BASE = 48
_RIGHT_BEHIND = 4
#: Forms of a time that a change is from, and how far before the change they stand.
_SINCE_WHEN, _BY = frozenset({"yoy", "mom", "qoq"}), 6
#: Amounts that make two steps.
_STEPS = 3
#: What the first figure of a range may have been taken for, and what the second says that both are.
_LOOSE, _PARTED = frozenset({"other", "change", "trade_value"}), frozenset({"share", "rate", "price"})


def settle(rules: Rules, scene: Scene, drafts: list[Draft]) -> None:
    """Fill comparison and base of every draft of a sentence."""
    _start_as_they_end(drafts)
    for draft in drafts:
        unsaid.against_last_year(rules.reading, draft, drafts)
    for draft in drafts:
        _follow(draft, drafts)
        level = draft.moved.relation == "none" and draft.measure in {"trade_value", "trade_quantity", "price"}
        if level and rules.stands(scene, draft, drafts):
            unsaid.as_told(rules.context, draft, drafts)
            continue
        moves = draft.moved.relation in {"by", "to"} and draft.measure not in _UNMOVED
        if moves or (draft.moved.relation == "none" and draft.measure == "ratio"):
            _compare(rules.reading, rules.context, scene, draft, drafts)
    for draft, after in pairwise(drafts):
        unsaid.as_the_change(draft, after)
    for draft in drafts:
        if draft.moved.relation == "from" and not _timed_itself(rules.reading, draft):
            _time_start(draft, drafts)


def _start_as_they_end(drafts: list[Draft]) -> None:
    """ "From 18 to 25 percent of all exports": what the second figure measures, the first did before."""
    for draft in drafts:
        first = draft.figure.changed_from
        start = next((d for d in drafts if first is not None and d.figure.start == first[0]), None)
        if start is None and draft.measure == "price" and draft.moved.relation == "to":
            start = next((d for d in drafts if d.moved.relation == "from" and d.figure.kind == "money"), None)
        if start is not None and start.measure in _LOOSE and draft.measure in _PARTED:
            start.measure, start.rules["measure"] = draft.measure, draft.rules["measure"]
    prices = [d for d in drafts if d.measure == "price"]
    for draft in drafts:
        priced = next((d for d in prices if d.figure.end <= draft.figure.start), None)
        if draft.measure == "trade_value" and draft.moved.relation == "from" and priced is not None:
            # "$603 a tonne, compared with $560 for Vietnam's": a price is held against a price.
            draft.measure, draft.rules["measure"] = priced.measure, priced.rules["measure"]


def _timed_itself(reading: Reading, draft: Draft) -> bool:
    timed = draft.timed
    if timed is not None and timed.period is None and timed.when is not None and timed.when.form == "rel_year":
        # "From $379 million the previous year to $552 million in 2021": before the year that is told behind it.
        return False
    told = timed is not None and (timed.when is not None or (reading.language == "ko" and timed.period is not None))
    return timed is not None and told and timed.rule in {BEHIND, "time before the figure"}


def _time_start(draft: Draft, drafts: list[Draft]) -> None:
    """ "Fell from $98 million to $14.5 million in May": it did not start in May."""
    if draft.timed is not None and draft.timed.rule == OWNED and draft.timed.when is not None:
        told = next((d.period for d in drafts if d.period is not None and d.figure.end <= draft.figure.start), None)
        if draft.timed.when.form == "rel_year" and told is not None and told.is_month and draft.period is not None:
            # "7.5 million tons last month, above last year's 6.1 million": of the same month.
            draft.timed = Timed(told.back_years(told.end.year - draft.period.end.year), OWNED, draft.timed.when)
        return
    moved = [d for d in drafts if d is not draft and d.flow is draft.flow and d.moved.relation != "from"]
    based = next((d for d in moved if d.base is not None), None) or next(
        (d for d in drafts if d is not draft and d.base is not None and d.figure.unit == draft.figure.unit), None
    )
    if based is not None and based.moved.relation == "stands":
        # "…, up from $15 million in July 2020 but below the $31 million of June": each has its own.
        return
    if based is not None:
        draft.timed = Timed(based.base, "what it is compared with")
    elif any(d.moved.relation in {"by", "to"} for d in drafts):
        draft.timed = Timed(None, "before the time of the movement")


def direction(draft: Draft) -> str:
    """The direction of a settled draft; none for levels that only are."""
    if draft.moved.relation in {"by", "to", "stands"} and draft.measure not in {"cap", "doses", "ratio"}:
        return draft.moved.direction
    figure = draft.figure
    if draft.rules.get("measure") == OF_LEVEL and draft.comparison != "none" and figure.high is not None:
        one = 100 if figure.unit == "percent" else 1
        if figure.high < one:
            return "decrease"
        if figure.low is not None and figure.low > one:
            return "increase"
    return "none"


def _follow(draft: Draft, drafts: list[Draft]) -> None:
    """A time that an earlier figure of the sentence has won from its base holds for those after it too."""
    if draft.timed is not None and draft.timed.when is not None:
        return
    won = [d.timed for d in drafts if d.figure.end <= draft.figure.start and d.timed and d.timed.rule == _FROM_BASE]
    if won:
        draft.timed = won[-1]


def _compare(reading: Reading, context: Context, scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    if unsaid.over_a_run(reading, context, draft, drafts):
        return
    start = _starting(reading, scene, draft, drafts)
    if start is not None:
        unsaid.same_months(start, draft)
        if draft.moved.relation == "by":
            # "Fell by 85.2%, from $98 million in April to $14.5 million in May": the change is of May.
            ends = [d for d in drafts if d.moved.relation == "to" and d.figure.unit == start.figure.unit]
            end = next(iter(ends), None)
            if start.moved.relation != "from":
                # A step told after another: the amount right before its change.
                end = next((d for d in reversed(drafts) if d.figure.end <= draft.figure.start), end)
            if end is not None and end is not start and end.period is not None:
                draft.timed = end.timed
        if start.period is not None and start.period != draft.period and not _held_against_own(scene, draft, start):
            draft.base = start.period
            draft.comparison = comparison.name_of(draft.period, start.period, form=draft.form)
            draft.rules["comparison"] = "from one figure to another"
            if draft.comparison == "ytd_yoy" and not draft.form and context.compared_period == draft.period:
                # A period carried on keeps what it was called: a first quarter is no year to date.
                draft.comparison = context.comparison if context.comparison == "yoy" else draft.comparison
            return
    levels = unsaid.two_levels(reading, scene, draft, drafts)
    if levels is not None:
        draft.timed, draft.base = levels[1].timed, levels[0].period
        draft.comparison = comparison.name_of(draft.period, draft.base, form=draft.form)
        draft.rules["comparison"] = "from one figure to another"
        return
    said = comparison.against(
        reading,
        scene.sentence,
        scene.clauses,
        scene.whens,
        draft.figure,
        draft.period,
        draft.form,
        context,
        ratio=draft.measure == "ratio",
    )
    if said is None:
        if draft.measure != "share":
            # What a share was before is another share, which nobody has named.
            unsaid.imply(context, scene, draft, drafts)
        return
    draft.comparison, draft.base, draft.rules["comparison"] = said
    if draft.comparison == "mom" and draft.timed is not None and draft.period is not None and not draft.form:
        # Told of a run of months, and held against the month before its last.
        draft.timed = Timed(draft.period.last_month(), draft.timed.rule)
    if draft.period is None or (draft.measure == "ratio" and draft.comparison != "mom"):
        _period_from_base(draft, context)


def _held_against_own(scene: Scene, draft: Draft, start: Draft) -> bool:
    """ "Up from $88 million in May and 12 percent more than in June last year": the change names its own base."""
    figure = draft.figure
    limit = min((f.start for f in scene.sentence.figures if f.start >= figure.end), default=scene.sentence.end)
    if figure.kind not in {"percent", "times"}:
        return False
    bases = [w for w in scene.whens if w.role == "base" and w.owns is None and figure.end <= w.start < limit]
    return bool(bases) and bases[0].start - figure.end <= _OWN_BASE


def _measured_by(reading: Reading, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """ "More than triple the $39 million of a year earlier": the amount right behind a multiple is its own base."""
    other = next((d for d in drafts if d.figure.start >= draft.figure.end), None)
    if draft.rules.get("measure") == OF_AMOUNT:
        # "37 percent of the $2.8 billion of 2019".
        return other
    if (
        draft.figure.kind != "times"
        or other is None
        or other.moved.relation != "from"
        or len(reading.words(draft.figure.end, other.figure.start)) > _RIGHT_BEHIND
    ):
        return None
    return other


def _starting(reading: Reading, scene: Scene, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The figure that a movement starts from: "from $98 million in April to $14.5 million"."""
    clause = clause_at(scene.clauses, draft.figure.start)
    own = _measured_by(reading, draft, drafts)
    if own is not None:
        return own
    if reading.language == "zh" and draft.moved.relation == "by" and _says_from_when(scene, draft):
        return None
    starts = [
        other
        for other in drafts
        if other is not draft
        and other.moved.relation == "from"
        and clause_at(scene.clauses, other.figure.start) is clause
        and not _parted_by_base(reading, scene, draft, other)
        and not _starts_another(reading, draft, other, drafts)
        and "；" not in reading.text[draft.figure.end : other.figure.start]
        and (
            draft.moved.relation == "by"
            or draft.measure == "ratio"
            or _alike(other, draft)
            or other.figure.kind == "zero"
        )
    ]
    if reading.language == "en" and draft.moved.relation == "to" and draft.moved.cue is None:
        # "From $2.6 billion in 2020 to $3.3 billion in 2021 and $3.9 billion in 2022": the last step is from 2021.
        steps = [d for d in drafts if d.figure.end <= draft.figure.start and d.figure.unit == draft.figure.unit]
        if steps and steps[-1].moved.relation == "to" and steps[-1].pair == draft.pair:
            return steps[-1]
    if reading.language == "en" and draft.moved.relation == "by" and draft.timed and draft.timed.rule == BEHIND:
        # "Doubled from $2 million in 2019 to $4 million in 2020, then fell by half in 2021": from the last step.
        ends = [d for d in drafts if d.figure.end <= draft.figure.start and d.moved.relation == "to"]
        if ends and ends[-1].period is not None and draft.period is not None and ends[-1].pair == draft.pair:
            return ends[-1] if ends[-1].period.last_day < draft.period.last_day else _nearest(draft, starts, drafts)
    if reading.language == "ko" and draft.moved.relation == "by":
        # "6월(2억 달러)보다 1% 줄었지만 작년 7월(7천만 달러)과 비교하면 2.7배": its base stands before it.
        held = next((other for other in reversed(starts) if other.figure.end <= draft.figure.start), None)
        step = _last_step(draft, drafts)
        if held is not None and step is not None and step.figure.start > held.figure.end:
            return step
        if held is not None or reading.text[draft.figure.end : draft.figure.end + 1] == ")":
            return held
    if reading.language == "ko" and draft.moved.relation == "to" and starts:
        # "3400t이던 것이 11월 980t으로 떨어졌고 12월에는 311t까지": each step starts where the one before it ended.
        steps = [d for d in drafts if d.figure.end <= draft.figure.start and d.figure.unit == draft.figure.unit]
        if steps and steps[-1].moved.relation == "to" and steps[-1].pair == draft.pair and steps[-1].period is not None:
            return steps[-1]
    return _nearest(draft, starts, drafts)


def _starts_another(reading: Reading, draft: Draft, other: Draft, drafts: list[Draft]) -> bool:
    """ "Grew 41 percent in the year to May, to 815 tonnes, and in May hit 92, compared to 58": held against the 92."""
    if reading.language != "en" or draft.figure.end > other.figure.start or draft.period is None:
        return False
    near = next(
        (d for d in reversed(drafts) if draft.figure.end <= d.figure.start and d.figure.end <= other.figure.start), None
    )
    level = near is not None and near.moved.relation == "none" and near.figure.unit == other.figure.unit
    return level and near is not None and near.period is not None and near.period != draft.period


def _says_from_when(scene: Scene, draft: Draft) -> bool:
    """ "同比下降18.3%，均价由7月的5.2美元升至5.6美元": a change that says itself from when it is."""
    start = draft.figure.start
    told = [w for w in scene.whens if w.form in _SINCE_WHEN and 0 <= start - w.end <= _BY]
    return bool(told) and not any(told[-1].end <= f.start < start for f in scene.sentence.figures)


def _last_step(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """ "2022년 1억이던 것이 2023년 2억으로 두 배가 됐고 2024년에는 3억으로 다시 50%": what the last step began at."""
    levels = [
        d
        for d in drafts
        if d.figure.end <= draft.figure.start and d.figure.kind not in {"percent", "percentage_points", "times"}
    ]
    if len(levels) < _STEPS or len({d.figure.unit for d in levels[-_STEPS:]}) > 1:
        return None
    before, after = levels[-2:]
    parted = any(before.figure.end <= d.figure.start < after.figure.start for d in drafts if d not in levels)
    periods = before.period, after.period
    return before if parted and None not in periods and len(set(map(str, periods))) > 1 else None


def _alike(other: Draft, draft: Draft) -> bool:
    """Whether two figures are in one unit; "from $1.52 per litre to $1.58" are prices both."""
    if other.measure == draft.measure == "price":
        return other.figure.unit.partition("_per_")[0] == draft.figure.unit.partition("_per_")[0]
    return other.figure.unit == draft.figure.unit


def _parted_by_base(reading: Reading, scene: Scene, draft: Draft, other: Draft) -> bool:
    """ "9월(5천만 달러)보다 13% 줄었으나 작년 10월보다는 58% 많았다": a base of its own."""
    return reading.language == "ko" and any(
        w.role == "base" and other.figure.end <= w.start and w.end <= draft.figure.start for w in scene.whens
    )


def _nearest(draft: Draft, starts: list[Draft], drafts: list[Draft]) -> Draft | None:
    """Of several amounts to start from ("up 64% from $23 million and 54% from $24 million") the one beside a figure."""
    if len(starts) < 2:
        return next(iter(starts), None)
    before = [other for other in drafts if other.figure.end <= draft.figure.start]
    if draft.moved.relation == "to" and before and any(other is before[-1] for other in starts):
        return before[-1]
    return next((other for other in starts if other.figure.start >= draft.figure.end), starts[-1])


def _period_from_base(draft: Draft, context: Context) -> None:
    """ "A quarter of levels in May of last year" speaks of this May."""
    base, year = draft.base, context.anchor.year
    own = draft.timed is not None and draft.timed.when is not None and draft.timed.when.role == "when"
    if base is None or own or year is None or not base.is_month or base.end.year != year - 1:
        return
    draft.timed = Timed(Period.month(year, base.end.month), _FROM_BASE)
    draft.comparison = comparison.name_of(draft.period, base)
