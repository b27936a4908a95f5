"""Directions and comparisons, once every figure of a sentence has its own time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from tidewaiter.claims.changes import comparison, runs, starts, unsaid
from tidewaiter.claims.changes.bases import against
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import BEHIND, OF_AMOUNT, OF_LEVEL, OWNED, Draft, Scene, Timed
from tidewaiter.claims.rules import Rules
from tidewaiter.period import Period

#: How far behind a multiple "than" stands, and behind that the other partner.
_THAN, _PARTNER = 20, 24
_STANDING = frozenset({"trade_value", "trade_quantity", "price"})
_UNMOVED = frozenset({"cap", "doses", "rate"})
_FROM_BASE = "the same month this year"
#: Characters between a change and the time it is held against.
_OWN_BASE = 48
#: What the first figure of a range may have been taken for, and what the second says that both are.
_LOOSE, _PARTED = frozenset({"other", "change", "trade_value"}), frozenset({"share", "rate", "price"})


def settle(rules: Rules, scene: Scene, drafts: list[Draft]) -> None:
    """Fill comparison and base of every draft of a sentence."""
    _start_as_they_end(drafts)
    for draft in drafts:
        unsaid.against_last_year(rules.reading, draft, drafts)
    for draft in drafts:
        _follow(draft, drafts)
        level = draft.moved.relation == "none" and draft.measure in _STANDING
        level = level or (draft.moved.relation == "none" and draft.figure.kind == "money" and draft.measure == "other")
        if level and rules.stands(scene, draft, drafts):
            unsaid.as_told(rules.context, draft, drafts)
            continue
        moves = draft.moved.relation in {"by", "to"} and draft.measure not in _UNMOVED
        if moves or (draft.moved.relation == "none" and draft.measure == "ratio"):
            _compare(rules.reading, rules.context, scene, draft, drafts)
    for draft, after in pairwise(drafts):
        unsaid.as_the_change(draft, after)
        unsaid.told_twice(rules.reading, draft, after)
    for draft, after in pairwise(drafts):
        _ends_later(draft, after, rules.context.anchor.day)
    for draft in drafts:
        if draft.moved.relation == "from" and not _timed_itself(rules.reading, draft):
            _time_start(rules, draft, drafts)


def _ends_later(start: Draft, end: Draft, day: date | None) -> None:
    """ "Fell from $9 million in 2019 to $4 million in May": not in the May of 2019."""
    if start.moved.relation != "from" or end.moved.relation != "to" or day is None or end.timed is None:
        return
    told, period, when = start.period, end.period, end.timed.when
    if told is None or period is None or when is None or not (told.is_year and period.is_month and told.covers(period)):
        return
    last = Period.month(day.year, period.end.month)
    last = last if last.last_day < day else last.back_years(1)
    if not when.expression.names_year and last.last_day > told.last_day:
        end.timed = Timed(last, end.timed.rule, when)


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


def _time_start(rules: Rules, draft: Draft, drafts: list[Draft]) -> None:
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
    elif starts.held_against(rules.reading, draft, drafts):
        context = rules.context
        told = context.base if draft.period == context.compared_period else None
        draft.timed = Timed(told, "what the text compares with" if told else "of another time, which is not told")


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
    if runs.over_a_run(reading, context, draft, drafts):
        return
    start = starts.start_of(reading, scene, draft, drafts)
    if start is not None:
        unsaid.same_months(reading, start, draft)
        if draft.moved.relation == "by" and draft.rules.get("measure") != OF_AMOUNT:
            # "Fell by 85.2%, from $98 million in April to $14.5 million in May": the change is of May.
            ends = [d for d in drafts if d.moved.relation == "to" and d.figure.unit == start.figure.unit]
            end = next(iter(ends), None)
            if start.moved.relation != "from":
                # A step told after another: the amount right before its change.
                end = next((d for d in reversed(drafts) if d.figure.end <= draft.figure.start), end)
            if end is not None and end is not start and end.period is not None:
                draft.timed = end.timed
        _of_the_last_month(draft, start)
        if start.period is not None and start.period != draft.period and not _held_against_own(scene, draft, start):
            draft.base = start.period
            draft.comparison = comparison.name_of(draft.period, start.period, form=draft.form or start.form)
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
    _of_its_month(reading, scene, draft)
    said = against(
        reading,
        scene.sentence,
        scene.clauses,
        scene.whens,
        draft.figure,
        draft.period,
        draft.form,
        context,
        ratio=draft.measure == "ratio",
        own=draft.timed.when if draft.timed is not None else None,
    )
    if said is None:
        if draft.measure != "share" and not _than_with_another(reading, scene, draft):
            # What a share was before is another share, which nobody has named.
            unsaid.imply(context, scene, draft, drafts)
        return
    when = draft.timed.when if draft.timed is not None else None
    behind = when is not None and when.start >= draft.figure.end
    if behind and said[1] == draft.period and draft.rules.get("measure") == OF_LEVEL:
        # "It remains at 37 percent of the level of $2.8 billion in 2019": the level's time is not the figure's.
        draft.timed = Timed(context.period, "the time of the sentence before")
    elif said[1] is not None and said[1] == draft.period and _is_part(draft):
        # "占同期出口总额的11.5%", "almost a third of the May total": of the whole of its own time, against no other.
        draft.measure = "share"
        return
    draft.comparison, draft.base, draft.rules["comparison"] = said
    if draft.comparison == "mom" and draft.timed is not None and draft.period is not None and not draft.form:
        # Told of a run of months, and held against the month before its last.
        draft.timed = Timed(draft.period.last_month(), draft.timed.rule)
    if draft.period is None or (draft.measure == "ratio" and draft.comparison != "mom"):
        _period_from_base(draft, context)
        _amount_before(reading, draft, drafts)


def _of_the_last_month(draft: Draft, start: Draft) -> None:
    """ "In January and February it sold … Sales of sugar fell to 5 from 6 million in January": to 5 in February."""
    period, earlier = draft.period, start.period
    if period is None or earlier is None or draft.timed is None or draft.timed.when is not None:
        return
    if earlier.is_month and earlier != period and period.covers(earlier) and period.last_month() != earlier:
        draft.timed = Timed(period.last_month(), _FROM_BASE)


def _amount_before(reading: Reading, draft: Draft, drafts: list[Draft]) -> None:
    """ "It spent $1.6 million, five times the figure in the third quarter of 2021": the amount is of this one."""
    k = drafts.index(draft)
    if draft.timed is None or draft.timed.rule != _FROM_BASE or not k or drafts[k - 1].measure not in _STANDING:
        return
    amount = drafts[k - 1]
    close = "," in reading.words(amount.figure.end, draft.figure.begins) and amount.flow is draft.flow
    if close and amount.moved.relation == "none" and (amount.timed is None or amount.timed.when is None):
        amount.timed = draft.timed


def _is_part(draft: Draft) -> bool:
    return draft.measure == "share" or (draft.rules.get("measure") == OF_LEVEL and draft.figure.unit == "percent")


def _of_its_month(reading: Reading, scene: Scene, draft: Draft) -> None:
    """ "Compared to the same month of the previous year", in a text on seven months: of the last of them."""
    timed, period = draft.timed, draft.period
    if timed is None or timed.when is not None or period is None or not period.whole_months or period.is_month:
        return
    bases = [w for w in scene.whens if w.form == "base_month_year" and w.start >= draft.figure.end]
    if period.start is not None and any("month" in reading.words(w.start, w.end) for w in bases[:1]):
        draft.timed = Timed(period.last_month(), timed.rule)


def _held_against_own(scene: Scene, draft: Draft, start: Draft) -> bool:
    """ "Up from $88 million in May and 12 percent more than in June last year": the change names its own base."""
    figure = draft.figure
    limit = min((f.start for f in scene.sentence.figures if f.start >= figure.end), default=scene.sentence.end)
    if figure.kind not in {"percent", "times"}:
        return False
    bases = [w for w in scene.whens if w.role == "base" and w.owns is None and figure.end <= w.start < limit]
    return bool(bases) and bases[0].start - figure.end <= _OWN_BASE


def _period_from_base(draft: Draft, context: Context) -> None:
    """ "A quarter of levels in May of last year" speaks of this May, "in its third quarter" of this year's."""
    base, year = draft.base, context.anchor.year
    own = draft.timed is not None and draft.timed.when is not None and draft.timed.when.role == "when"
    if base is None or own or year is None or not base.whole_months or base.covers_year or base.end.year != year - 1:
        return
    if not base.is_month and draft.period is not None and not draft.period.is_month:
        # A month is not held against a quarter, but nine months may be.
        return
    draft.timed = Timed(base.back_years(-1), _FROM_BASE)
    draft.comparison = comparison.name_of(draft.period, base)


def _than_with_another(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "Three times smaller than with China": held against another partner's trade, and against no other time."""
    end = draft.figure.end
    stop = min([f.start for f in scene.sentence.figures if f.start >= end] + [end + _THAN, scene.sentence.end])
    than = next((at for word, at in reading.placed(end, stop) if word == "than"), None)
    if than is None or "," in reading.words(end, than):
        return False
    return any(than < p.start < min(stop, than + _PARTNER) for p in scene.parties if p.code)
