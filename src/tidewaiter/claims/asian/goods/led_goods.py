"""Goods of the figure before, of which the next one says more: its change, its bracket, the level that it came to."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import opening
from tidewaiter.claims.asian.goods.nearest_goods import LEVELS
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, Subject

#: Endings of a change that leads to the level behind it.
_LED = ("한 ", "된 ", "난 ", "든 ", "진 ", "른 ", "린 ", "뛴 ", "은 ", "인 ", "한 약 ", "난 약 ", "든 약 ")
_REACHES = re.compile(r"[，,](?:[达達]到?|至|[为為]|[增升降减減跌][至到])(?:约|約|近|逾)?")
_CAME_TO = re.compile(r"(?:\([^()]*\))?(?:으로|로)(?:서)?,? [^,;0-9]{0,24}")
_IS_SO = frozenset({"인", "에 해당하는", "수준인", "에 불과한"})


def of_amount_before(reading: Reading, scene: Scene, draft: Draft, led: Draft, *, moved: bool) -> Subject | None:
    """The goods of the figure `led` that stands before, where this one goes on with it; `moved` says it is a change."""
    figure = draft.figure
    relative = figure.kind in {"percent", "percentage_points", "times"}
    if led.subject is not None and led.subject.own and led.measure == "change" and not relative:
        between = reading.text[led.figure.end : figure.start]
        if reading.language == "ko" and len(between) <= 10 and between.endswith(_LED) and "," not in between:
            # "가공식품은 4.6% 증가한 75억 달러": the level that the change led to is of the same.
            return Subject(led.subject.product, "goods of the change to it", own=True)
        if reading.language == "zh" and _REACHES.fullmatch(reading.text, led.figure.end, figure.start):
            # "钨精矿较前一个月翻了一番，达240万美元"
            return Subject(led.subject.product, "goods of the change to it", own=True)
    owned = led.subject is not None and led.subject.own and led.measure in LEVELS
    came_to = owned and _CAME_TO.fullmatch(reading.text, led.figure.end, figure.start) is not None
    in_bracket = owned and opening(reading.text, scene.sentence.start, figure.start) == led.figure.end
    if in_bracket and relative and led.subject is not None:
        # "음료 3억 8800만 달러(11.8%)".
        return Subject(led.subject.product, "goods of the amount before it", own=True)
    if came_to and led.subject is not None and moved and reading.language == "ko":
        # "포도는 6000만달러로 작년 같은 기간보다 35.9%나 늘었다".
        return Subject(led.subject.product, "goods of the amount before it", own=True)
    half = led.measure in {"ratio", "share"} and reading.text[led.figure.end : figure.start].strip() in _IS_SO
    if half and led.subject is not None and led.subject.own:
        # "인모는 전달의 절반인 1천60만 달러".
        return Subject(led.subject.product, "goods of the amount before it", own=True)
    reached = reading.language == "ko" and draft.moved.relation == "to"
    began = reached and reading.text[led.figure.end : figure.start].startswith("에서 ")
    if began and led.subject is not None and led.subject.own:
        # "밀가루 수출은 4t에서 12t으로, 대두유는 0에서 2천t으로".
        return Subject(led.subject.product, "goods of the amount it began at")
    return None
