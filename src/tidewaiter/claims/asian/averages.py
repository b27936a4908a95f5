"""Averages whose word stands before the noun: "일평균 수출액은 24억 달러", "日均进口量为120万桶"."""

from __future__ import annotations

import re
from dataclasses import replace

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading import Reading

_TIMES = {
    "일평균": "day",
    "하루 평균": "day",
    "日均": "day",
    "월평균": "month",
    "月均": "month",
    "연평균": "year",
    "年均": "year",
}
_BEFORE = re.compile(
    r"(일평균|하루 평균|月均|日均|월평균|연평균|年均) ?(?:[가-힣]{1,4} ){0,2}[가-힣\u4e00-\u9fff]{2,8}?"
    r"(?:[은는이가도] ?|[은는이가도] 약 ?|约为?|約為?|为|為|达到?|達到?)?\Z"
)
#: A price whose unit stands before its noun: "每吨均价1180美元".
_EACH = {
    "吨": "tonne",
    "噸": "tonne",
    "公斤": "kg",
    "千克": "kg",
    "桶": "barrel",
    "升": "litre",
    "立方米": "cubic_metre",
}
_PRICE = re.compile(
    r"每(吨|噸|公斤|千克|桶|升|立方米)(?:平均|进口|進口|出口|离岸|離岸|到岸)*(?:均价|均價|价格|價格|单价|單價|报价|報價|售价|售價|价|價)(?:仅|僅|约|約|为|為|达|達)*\Z"
)
_REACH = 24
_COMPARED = ("보다", "에서", "에 비해", "相比", "增")


def averages(reading: Reading, figures: list[Figure]) -> list[Figure]:
    """The figures of a sentence, by the time that they are averages of."""
    found: list[Figure] = []
    for figure in figures:
        made = averaged(reading, figure)
        last = found[-1] if found else None
        held = reading.text.startswith(_COMPARED, figure.end) and last is not None and last.kind == made.kind
        if held and last is not None and last.unit.startswith(f"{made.unit}_per_"):
            # "… 21억 달러로 전년 16억 달러보다": held against another average.
            made = replace(made, unit=last.unit)
        found.append(made)
    return found


def averaged(reading: Reading, figure: Figure) -> Figure:
    """The figure by the time it is an average of, where a noun stands between the word and the figure."""
    if figure.kind not in {"money", "quantity", "count"} or "_per_" in figure.unit:
        return figure
    if figure.kind == "money" and (priced := _PRICE.search(reading.text[max(0, figure.start - 14) : figure.start])):
        return replace(figure, unit=f"{figure.unit}_per_{_EACH[priced[1]]}")
    found = _BEFORE.search(reading.text[max(0, figure.start - _REACH) : figure.start])
    if found is None:
        return figure
    return replace(figure, unit=f"{figure.unit}_per_{_TIMES[found[1]]}")
