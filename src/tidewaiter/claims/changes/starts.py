"""Which figure a movement starts from: "from $98 million in April to $14.5 million"."""

from __future__ import annotations

from tidewaiter.claims.periods import BASE_FORMS, RATE_FORMS
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import BEHIND, OF_AMOUNT, Draft, Scene, clause_at
from tidewaiter.claims.words.lexicon import words

#: Words between a multiple and its base.
_RIGHT_BEHIND = 4
#: How far before a change the time stands that it is from.
_BY = 6
#: What is held against the same of another time.
_LEVELS, _HOLDING = frozenset({"trade_quantity", "trade_value"}), words("holding_against")
#: What joins a second comparison to the first.
_JOINING = frozenset({"and", "but"})
#: Amounts that make two steps.
_STEPS = 3


def start_of(reading: Reading, scene: Scene, draft: Draft, drafts: list[Draft]) -> Draft | None:
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
    told = [w for w in scene.whens if w.form in RATE_FORMS and 0 <= start - w.end <= _BY]
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
    """ "9월(5천만 달러)보다 13% 줄었으나 작년 10월보다는 58% 많았다": a base of its own.

    "Down from $42 million in February and up 12 percent on a year earlier".
    """
    if reading.language == "en" and other.figure.end <= draft.figure.start:
        behind = (w for w in scene.whens if 0 <= w.start - draft.figure.end <= _BY and w.form in BASE_FORMS)
        joined = _JOINING.intersection(reading.words(other.figure.end, draft.figure.start))
        return bool(joined) and next(behind, None) is not None
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


def held_against(reading: Reading, draft: Draft, drafts: list[Draft]) -> bool:
    """ "$3.9 million against $2.8 million": whether an amount of no time of its own is held against the same of now."""
    before = next((d for d in reversed(drafts) if d.figure.end <= draft.figure.start), None)
    when = draft.timed.when if draft.timed is not None else None
    if before is None or draft.measure not in _LEVELS or (when is not None and when.start >= draft.figure.end):
        return False
    if _HOLDING.isdisjoint(reading.words(before.figure.end, draft.figure.begins)):
        return False
    if _product(before) != _product(draft) or before.pair != draft.pair:
        return False
    return (before.measure, before.figure.unit, before.period) == (draft.measure, draft.figure.unit, draft.period)


def _product(draft: Draft) -> str | None:
    return draft.subject.product if draft.subject else None
