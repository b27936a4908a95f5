"""Times that have not ended: this year as a whole or so far, and the June to come."""

from __future__ import annotations

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import TOTAL, Draft, Scene, Timed, clause_at
from tidewaiter.claims.words.lexicon import words
from tidewaiter.period import Period

_CURRENT = frozenset({"current", "ongoing", "present", "this"})
#: What is done year after year.
_HABITS = words("habits")
#: Before a word of habit that says what something is like, and not what is done: "the usually crowded port".
_LIKE = words("articles") | {"'s", "’s", "its", "of", "their"}
#: … and what opens an aside of that kind: "tea, normally a big seller, was down".
_OPENING = frozenset({",", "(", "-", "–", "—"})
_PRESENT = words("trading_now")
#: What whoever has a share does now, and characters from that to the share.
_HOLDING, _SAID = words("holding"), 44
_FOR = words("before_figure") | {"for", "up", "over", "more", "than", "of"}
#: Characters that "used to " takes.
_USED = 8
#: How a year is said to end.
_END, _YEAR_ENDS, _LONGEST = frozenset({"end"}), words("year_ends"), 5
#: Parts of a year that may be told without it.
_PARTS = frozenset({"month", "month_range_last", "months", "quarter", "half"})
#: What may be still: "could reach $2 billion in the second half".
_OPEN = frozenset({"“could”", "“may”", "“might”"})


def as_a_habit(reading: Reading, scene: Scene, draft: Draft) -> Timed | None:
    """ "90 percent of its exports typically go to Peru", "Peru sells 900 barrels a day": of no time in particular."""
    always = _is_present_share(reading, scene, draft) or (not scene.whens and _is_told_so(reading, scene, draft))
    return Timed(None, "what is so as a rule") if always else None


def _is_told_so(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """Whether the words of a trade that no time is told of say that it is done again and again."""
    habit = _is_habit(reading, scene, draft) or _used_to_be(reading, scene, draft)
    return habit or _is_present_rate(reading, draft)


def _is_present_rate(reading: Reading, draft: Draft) -> bool:
    flow = draft.flow
    if flow is None or not flow.verb or "_per_" not in draft.figure.unit or draft.measure != "trade_quantity":
        return False
    return not _PRESENT.isdisjoint(reading.words(flow.start, flow.end)[:1])


@turns_on(_HOLDING, otherwise=False)
def _is_present_share(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "China, which accounts for 90 percent of its trade": no month's share; that of goods is of the time told."""
    if draft.measure != "share" or (draft.subject is not None and draft.subject.product != TOTAL):
        return False
    clause = clause_at(scene.clauses, draft.figure.start)
    if any(when.clause is clause for when in scene.whens) or "now" in reading.words(clause.start, draft.figure.start):
        return False
    said = reading.words(max(clause.start, draft.figure.start - _SAID), draft.figure.start)
    place = next((n for n in range(len(said) - 1, -1, -1) if said[n] in _HOLDING), None)
    if place is None or not set(said[place + 1 :]) <= _FOR:
        return False
    held = [p for p in scene.parties if p.code and not p.owner and p.end <= draft.figure.start]
    relative = clause.kind == "relative" and bool(held)
    return relative or any(clause.holds(p.start) and p.role in {"subject", "from", "to"} for p in held)


@turns_on(_HABITS, otherwise=False)
def _is_habit(reading: Reading, scene: Scene, draft: Draft) -> bool:
    clause = clause_at(scene.clauses, draft.figure.start)
    said = [word for start, end in clause.stretches for word in ("", *reading.words(start, end))]
    return any(
        word in _HABITS and before not in _LIKE and not (before in _OPENING and after in _LIKE)
        for before, word, after in zip(said, said[1:], [*said[2:], ""], strict=False)
    )


@turns_on(frozenset({"used"}), otherwise=False)
def _used_to_be(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "Who used to send 30 trucks a week"."""
    flow = draft.flow
    # "Sold parts used to build drones" was done; only the verb of the trade itself tells a habit.
    return flow is not None and flow.verb and reading.words(flow.start - _USED, flow.start)[-2:] == ["used", "to"]


def to_come(reading: Reading, scene: Scene, draft: Draft, timed: Timed | None, context: Context) -> Timed | None:
    """ "Exports may rise this year by 9 percent": of what is to come, this year is all of it, and June the next."""
    year = context.anchor.year
    if (
        timed is None
        and year is not None
        and draft.modality in {"planned", "expected"}
        and _by_year_end(reading, scene)
    ):
        return Timed(Period.year(year), "by the end of the year")
    if timed is None or timed.when is None or timed.period is None:
        return timed
    if timed.when.form in _PARTS and not timed.when.expression.names_year and _is_ahead(reading, scene, draft):
        # "Set to receive 28 million barrels in June", written in May: the June to come.
        come = timed.period.back_years(-1)
        day = context.anchor.day
        near = come.end.year == year and (timed.period.is_month or (day is not None and come.last_day > day))
        return Timed(come, timed.rule, timed.when) if near else timed
    if timed.when.form != "rel_year":
        return timed
    ahead = draft.modality in {"planned", "expected", "conditional"} and not timed.period.is_year
    if ahead and "have" in reading.words(scene.sentence.start, draft.figure.start):
        # "It may have imported $5 million this year."
        return timed
    return Timed(Period.year(timed.period.end.year), timed.rule, timed.when) if ahead else timed


def _is_ahead(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """Whether an amount is planned, expected, or may come ("may have come" is over)."""
    if draft.modality != "conditional":
        return draft.modality in {"planned", "expected"}
    said = reading.words(scene.sentence.start, draft.figure.start)
    return draft.rules.get("modality") in _OPEN and "have" not in said


@turns_on(_END, otherwise=False)
def _by_year_end(reading: Reading, scene: Scene) -> bool:
    """ "By the end of the year exports will reach $38 billion", "by year-end"."""
    if _END.isdisjoint(scene.words):
        return False
    said = reading.words(scene.sentence.start, scene.sentence.end)
    return any(
        " ".join(said[n + 1 : n + 1 + size]) in _YEAR_ENDS
        for n, word in enumerate(said)
        if word == "by"
        for size in range(1, _LONGEST + 1)
    )


def so_far(draft: Draft, timed: Timed | None, context: Context) -> Timed | None:
    """ "To $2,155 million during the current fiscal year", in a text on its first nine months: those."""
    now, when = context.period, timed.when if timed is not None else None
    if timed is None or when is None or when.form != "fiscal" or timed.period is None or now is None:
        return timed
    parts, day = when.expression.parts, context.anchor.day
    current = parts.get("fr", "").lower() in _CURRENT and "fy" not in parts
    going_on = day is not None and timed.period.last_day > day and draft.modality == "asserted"
    if current and going_on and now.first_day == timed.period.first_day and timed.period.covers(now):
        return Timed(now, timed.rule, when, form=context.months_so_far[1] or "fiscal_months")
    return timed
