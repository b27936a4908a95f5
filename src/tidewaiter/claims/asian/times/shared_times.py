"""The amount whose time a Korean or Chinese figure shares: it says it again, or stands beside it."""

from __future__ import annotations

import re
from itertools import pairwise

from tidewaiter.claims.asian.brackets import opening
from tidewaiter.claims.asian.times.asked_figure import AskedFigure
from tidewaiter.claims.asian.times.near_times import held_by, is_at_once
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.periods import AGO_FORMS, RATE_FORMS
from tidewaiter.period import Period

#: "3월 5140배럴 등 모두 6만 배럴", "… 줄어 분기 전체로는 7만 톤": all of the months told before.
_IN_ALL = re.compile(
    r"[ ,)](?:등 )?(?:모두|총|도합|합계|합쳐|합하면|합치면|통틀어|[가-힣 ]{0,6}전체로는|[두세네석넉] ?달 합계) "
    r"(?:약 |모두 |총 )?\Z"
)
_IN_ALL_REACH = 24
_LINKED = re.compile(r"的?[\u3400-\u9fff]{0,6}?[和及、与與]")


def said_before(asked: AskedFigure) -> Figure | None:
    """The amount that a bracket says again in other units: "1천537t(2천949만 달러)"."""
    start = asked.figure.start
    place = opening(asked.reading.text, asked.sentence.start, start) if asked.level else None
    if place is None or any(place < w.start < start for w in asked.whens):
        return None
    before = next((f for f in asked.sentence.figures if place - 1 <= f.end <= place), None)
    return None if before is None or before.kind in RELATIVE else before


def of_all_months(asked: AskedFigure) -> Period | None:
    """ "1월 4만 배럴, 2월 1만 배럴, 3월 5천 배럴 등 모두 6만 배럴": the run of months that their sum is of."""
    figure, sentence = asked.figure, asked.sentence
    if not asked.korean or not asked.level:
        return None
    first = max(sentence.start, figure.start - _IN_ALL_REACH)
    if _IN_ALL.search(asked.reading.text, first, figure.start) is None:
        return None
    months = [w.period for w in asked.whens if w.end <= figure.start and w.form == "month" and w.period is not None]
    levels = [f for f in sentence.figures if f.end <= figure.start and f.unit == figure.unit]
    if len(months) < 2 or len(levels) != len(months) or sum(f.value for f in levels) > figure.value * 2:
        return None
    following = all(after.previous() == before for before, after in pairwise(months))
    return Period(months[0].start, months[-1].end) if following else None


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
