"""Figures of Korean and Chinese that no time is told of: prices, aims, limits of every year."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.measures import prices
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, Timed

#: "300억 달러로 늘리는 방향으로": what trade is only meant to come to.
_AIMED_AT = re.compile(
    r"(?: ?\([^()]{1,24}\))?(?:으로|로|까지) (?:[가-힣]{1,4} ){0,2}?"
    r"(?:(?:늘리|확대하|높이|끌어올리|증대하|키우)(?:[는기겠려]|고자)|(?:늘릴|확대할|높일|끌어올릴|증대할|키울) )"
)
_EACH_YEAR = re.compile(r"한 ?해(?: ?동안)? |연간|매년|해마다|1년에|每年|年度|一年")
#: "年度上限50万桶": how near before a limit it is said to be of every year.
_AT_ONCE = 8
_HABIT, _YEARLY_REACH = re.compile(r"(?:해마다|매년) [^,.]{0,16}\Z"), 28


def untimed(reading: Reading, scene: Scene, draft: Draft, own: Timed | None) -> str | None:
    """By which rule a figure is of no time, whatever was spoken of before; `own` is what its sentence gives it."""
    if own is None and prices.paid(reading, scene, draft.figure) is not None:
        return "no time given"
    if own is None and reading.language == "ko" and _AIMED_AT.match(reading.text, draft.figure.end):
        return "an aim without a time"
    if (
        own is None
        and draft.measure == "cap"
        and _EACH_YEAR.search(reading.text, scene.sentence.start, scene.sentence.end) is not None
    ):
        return "no time given"
    near = max(scene.sentence.start, draft.figure.start - (_AT_ONCE if reading.language == "zh" else _YEARLY_REACH))
    if draft.measure == "cap" and _EACH_YEAR.search(reading.text, near, draft.figure.start):
        return "no time given"
    if own is None and reading.language == "ko" and draft.figure.kind in {"money", "quantity", "count"}:
        # "해마다 8만t가량을 보낸다", "연간 52만t": of every year, and of none.
        start = max(scene.sentence.start, draft.figure.start - _YEARLY_REACH)
        yearly = draft.figure.unit.endswith("_per_year")
        if yearly or _HABIT.search(reading.text, start, draft.figure.start) is not None:
            return "no time given"
    if draft.measure == "cap" and any(w.role == "void" and w.end <= draft.figure.start for w in scene.whens):
        # "2017年的决议将每年的进口限定在50万桶": for every year.
        return "no time given"
    return None
