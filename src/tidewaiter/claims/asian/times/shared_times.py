"""The amount whose time a Korean or Chinese figure shares: it says it again, or stands beside it."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import opening
from tidewaiter.claims.asian.times.asked_figure import AskedFigure
from tidewaiter.claims.asian.times.near_times import held_by, is_at_once
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.periods import AGO_FORMS, RATE_FORMS

_LINKED = re.compile(r"的?[\u3400-\u9fff]{0,6}?[和及、与與]")


def said_before(asked: AskedFigure) -> Figure | None:
    """The amount that a bracket says again in other units: "1천537t(2천949만 달러)"."""
    start = asked.figure.start
    place = opening(asked.reading.text, asked.sentence.start, start) if asked.level else None
    if place is None or any(place < w.start < start for w in asked.whens):
        return None
    before = next((f for f in asked.sentence.figures if place - 1 <= f.end <= place), None)
    return None if before is None or before.kind in RELATIVE else before


def beside(asked: AskedFigure) -> Figure | None:
    """The amount that a figure stands beside in other units: "5만1000t, 1억7200만 달러"."""
    before = asked.last if asked.level and asked.korean else None
    if before is None or before.kind in RELATIVE or before.unit == asked.figure.unit:
        return None
    return before if asked.reading.text[before.end : asked.figure.start] == ", " else None


def with_the_one_before(asked: AskedFigure) -> Figure | None:
    """ "较去年同期的15万吨大米和20万吨面粉": the amount whose time this one shares."""
    reading, figure = asked.reading, asked.figure
    last = asked.last if asked.level and asked.chinese else None
    if last is None or last.kind in RELATIVE or _LINKED.fullmatch(reading.text, last.end, figure.start) is None:
        return None
    if any(w.form in AGO_FORMS and is_at_once(reading, w, last) for w in asked.whens):
        return last
    # "比5月的31.1万吨、1.51亿美元"
    held = any(w.role == "base" and w.form not in RATE_FORMS and held_by(reading, w, last) for w in asked.whens)
    return last if held and last.unit != figure.unit else None
