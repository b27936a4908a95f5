"""The times of a Korean or Chinese sentence that a figure may have: no bases, and none that another began from."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.asian.measures import chinese_shares
from tidewaiter.claims.asian.measures.movement import movement
from tidewaiter.claims.asian.times.ago_times import THEN
from tidewaiter.claims.asian.times.asked_figure import AskedFigure
from tidewaiter.claims.asian.times.earlier_times import back_behind
from tidewaiter.claims.asian.times.months_before import OF
from tidewaiter.claims.asian.times.near_times import goes_on_then, is_at_once, stands_at
from tidewaiter.claims.periods import AGO_FORMS
from tidewaiter.claims.reading.scene import When

#: What ends the words that hold something against a time: "低于", "从", "与", "较".
_AGAINST = frozenset("于於从從与與较較比了转轉结束")
_USABLE = frozenset({"when", "until", "as_of", "since"})


@dataclass(frozen=True, slots=True)
class Usable:
    """`times` are all that the figure may have, `before` those of them that stand before it."""

    asked: AskedFigure
    times: list[When]
    before: list[When]

    @property
    def nearest(self) -> When | None:
        """The last of those before the figure."""
        return self.before[-1] if self.before else None


def usable(asked: AskedFigure) -> Usable:
    """The times that a figure may have."""
    figure = asked.figure
    started = _started(asked)
    times = [w for w in asked.whens if w.start not in started and w.role in _USABLE and w.form not in AGO_FORMS]
    before = [w for w in times if w.end <= figure.start]
    if asked.chinese:
        # "环比减少一成（9月为1.9亿美元），同比增长15%": not of September.
        before = [w for w in before if asked.within(w)]
        before = _of_season_so_far(before)
        before = back_behind(asked.reading, asked.scene, figure, before, asked.context.period)
    return Usable(asked, times, before)


def _of_season_so_far(before: list[When]) -> list[When]:
    """ "截至4月9日，本农业年度出口…": by that day, whatever day the season began with."""
    if len(before) < 2 or before[-1].form != "season" or before[-1].period is not None:
        return before
    return before[:-1] if before[-2].role in {"until", "as_of"} else before


def told_ago(asked: AskedFigure) -> When | None:
    """The last time told by its distance from another that is the figure's own."""
    return next((w for w in reversed(asked.whens) if w.form in AGO_FORMS and _is_of_ago(asked, w)), None)


def _is_of_ago(asked: AskedFigure, when: When) -> bool:
    text, figure = asked.reading.text, asked.figure
    none = figure.kind == "zero" and text.startswith(THEN, when.end)
    share = figure.kind == "percent" and when.role == "when"
    listed = (asked.level or share) and goes_on_then(asked.reading, asked.scene, when, figure)
    if not (is_at_once(asked.reading, when, figure) or none or listed):
        return False
    if when.role == "when":
        return True
    if text[when.end : figure.start].strip("(（为為") not in OF:
        return False
    # "比去年同期的5亿美元", "低于上年同期为5亿美元", "从去年同期的12%": a base is the time of what it stands before.
    starts = asked.level or movement(asked.reading, asked.sentence, figure).relation == "from"
    return starts or chinese_shares.of_another_time(asked.reading, asked.sentence, figure)


def _against(asked: AskedFigure) -> set[int]:
    """Where the times stand that Chinese holds a change against, with another change of their own."""
    if not asked.chinese:
        return set()
    found = set[int]()
    for when in asked.whens:
        own = next((f for f in asked.sentence.figures if f.start >= when.end), None)
        if own is None or own is asked.figure or own.unit != "percent" or when.role != "when":
            continue
        if asked.reading.text[max(when.start - 1, 0) : when.start] in _AGAINST:
            found.add(when.start)
    return found


def _started(asked: AskedFigure) -> set[int]:
    """Where the times stand of other figures that something began from, or was held against.

    "由2月的每吨527美元降至", "从9月的年增8.3%急跌，也低于预期的3%".
    """
    reading, sentence = asked.reading, asked.sentence
    return _against(asked) | {
        w.start
        for w in asked.whens
        for f in sentence.figures
        if f.start >= w.end
        and stands_at(reading, w, f)
        and f is not asked.figure
        and movement(reading, sentence, f).relation == "from"
    }
