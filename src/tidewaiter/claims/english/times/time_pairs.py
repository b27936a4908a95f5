"""Several times for as many figures: "in 2021 and 2022, Laos imported $5 million and $6 million"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tidewaiter.claims.periods import AGO_FORMS
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import BEHIND, Draft, Scene, Timed, When
from tidewaiter.period import Period, Point

#: Forms that may name several times in one.
_LISTS = frozenset({"years", "months", "months_years", "months_listed", "years_listed"})
#: What stands between the figures of a list.
_JOINTS = frozenset({",", "and", ", and"})
_BY = "respectively"
_ENDS = "the ends of a stretch of time"
_TWO = 2


def pair_off(reading: Reading, scene: Scene, drafts: list[Draft]) -> None:
    """Give each figure of a list its own of as many times; of two that no list joins, where the text says so."""
    said = bool(scene.sentence.cues_of(_BY))
    for when in scene.whens:
        times = _listed(reading, when)
        if not times:
            continue
        for run in _runs(reading, drafts, apart=said):
            if not said and any(map(_of_several, run)):
                continue
            own = any(draft.timed is not None and draft.timed.when is when for draft in run)
            free = all(_is_free(draft, when, run) for draft in run)
            if own and free and len(run) == len(times):
                for draft, point in zip(run, times, strict=True):
                    draft.timed = Timed(Period(point, point), _BY, when)
                break


def _is_free(draft: Draft, when: When, run: list[Draft]) -> bool:
    """Whether a figure of a list has no other time than one told before a list that the times stand behind."""
    told = draft.timed.when if draft.timed is not None else None
    if draft.timed is None or told is when:
        return True
    # "The top partner until 1998, taking 65 percent and 64 percent of its exports in 1996 and 1997".
    return told is not None and told.end <= run[0].figure.start and when.start >= run[-1].figure.end


def _of_several(draft: Draft) -> bool:
    """Whether a figure's goods or ends are a list as well, which its own list may answer."""
    product = draft.subject.product if draft.subject is not None else None
    return len(draft.pair.everyone) > _TWO or " and " in (product or "") or "|" in (product or "")


def _listed(reading: Reading, when: When) -> list[Point]:
    """The months or years that an expression lists, none where it names a stretch of time ("May to July")."""
    period = when.period
    if when.form not in _LISTS or period is None or period.start is None:
        return []
    words = reading.words(when.start, when.end)
    if "and" not in words or "between" in words:
        return []
    if not period.start.month:
        return [Point(year) for year in range(period.start.year, period.end.year + 1)]
    return [Point.parse(month) for month in period.months()]


def _runs(reading: Reading, drafts: Sequence[Draft], *, apart: bool) -> list[list[Draft]]:
    """Figures in one unit that stand side by side as a list; with `apart`, those that follow one another at all."""
    runs: list[list[Draft]] = []
    for draft in drafts:
        if draft.figure.kind == "zero":
            continue
        last = runs[-1][-1] if runs else None
        between = "" if last is None else reading.text[last.figure.end : draft.figure.begins].strip()
        if last is not None and last.figure.unit == draft.figure.unit and (apart or between in _JOINTS):
            runs[-1].append(draft)
        else:
            runs.append([draft])
    return runs


def of_all(reading: Reading, drafts: list[Draft]) -> None:
    """ "Sales of tea and rice were $5 million and $4 million a year earlier": of then, both."""
    for run in _runs(reading, drafts, apart=False):
        last = run[-1].timed
        if last is None or last.when is None or last.when.form not in AGO_FORMS or last.rule != BEHIND:
            continue
        joined = reading.text[run[-2].figure.end : run[-1].figure.begins].strip() if len(run) > 1 else ""
        if joined.endswith("and") and all(d.timed is not None and d.timed.when is None for d in run[:-1]):
            for draft in run[:-1]:
                draft.timed = last


def ends_of_run(reading: Reading, scene: Scene, drafts: list[Draft], context: Context) -> None:
    """ "Dipped from $5.8 million to $5.1 million between October and November": the one of October, the other of then.

    "Over the same period", told behind it, is of the two again.
    """
    for first, second in pairwise(drafts):
        when = second.timed.when if second.timed else None
        if when is None or (first.moved.relation, second.moved.relation) != ("from", "to"):
            continue
        opens = reading.words(when.start, when.end)[:1] == ["between"] and when.form == "months"
        told = context.run_told
        again = when.form == "same_period" and told is not None and when.period == Period(told.end, told.end)
        run = when.period if opens else told if again else None
        if run is None or run.start is None or not run.whole_months or first.figure.unit != second.figure.unit:
            continue
        context.run_told = run
        first.timed = Timed(Period(run.start, run.start), _ENDS, when)
        second.timed = Timed(Period(run.end, run.end), _ENDS, when)
