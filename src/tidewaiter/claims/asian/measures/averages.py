"""Averages whose word stands before the noun: "일평균 수출액은 24억 달러", "日均进口量为120万桶"."""

from __future__ import annotations

import re
from dataclasses import replace

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading

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
    "公吨": "tonne",
    "公噸": "tonne",
    "吨": "tonne",
    "噸": "tonne",
    "公斤": "kg",
    "千克": "kg",
    "桶": "barrel",
    "升": "litre",
    "立方米": "cubic_metre",
    "千立方米": "thousand_cubic_metres",
}
_PRICE = re.compile(
    r"每(公吨|公噸|吨|噸|公斤|千克|桶|升|立方米|千立方米)(?:平均|进口|進口|出口|离岸|離岸|到岸)*(?:均价|均價|价格|價格|单价|單價|报价|報價|售价|售價|价|價)(?:[由从從][^，,。；;]{1,8}的)?(?:仅|僅|约|約|为|為|达|達)*\Z"
)
#: "톤당 수입 단가는 지난해 447달러에서 올해 441달러로".
_KOREAN_PRICE = re.compile(
    r"(톤|t|kg|㎏|킬로그램|배럴|리터|(?:1,?000|1?천) ?㎥|㎥) ?당 (?:[가-힣]{1,5} ){0,2}"
    r"[가-힣]{0,4}(?:단가|가격|값|시세|가)[은는이가도] "
    r"(?:[가-힣0-9~∼]{1,8} ){0,3}(?:약 )?\Z"
    r"|(톤|t|kg|㎏|킬로그램|배럴|리터|(?:1,?000|1?천) ?㎥|㎥) ?당 (?:평균|대략) (?:약 )?\Z"
    r"|(?<![\d.])1 ?(톤|t|kg|㎏|킬로그램|배럴|리터|㎥)에 (?:(?:약|평균|대략|북한 ?돈|현지 ?돈)(?:으로)? ?)*\Z"
)
_KOREAN_EACH = {
    "톤": "tonne",
    "t": "tonne",
    "kg": "kg",
    "㎏": "kg",
    "킬로그램": "kg",
    "배럴": "barrel",
    "리터": "litre",
    "㎥": "cubic_metre",
}
#: "1천㎥", "1,000㎥".
_THOUSANDS = ("천", "000")
_TO_THE_NEXT = re.compile(r"에서 (?:[가-힣0-9~∼]{1,8} ){0,2}(?:약 )?")
#: "每吨涨至620美元".
_MOVED_PRICE = re.compile(
    r"每(公吨|公噸|吨|噸|公斤|千克|桶|升|立方米|千立方米)(?:从|從|由)?(?:[涨漲升降跌调調卖賣][至到]|上涨[至到]|下跌[至到]|下调[至到]|报|報|售)(?:约|約|近)?\Z"
)
#: "每天从俄国进口了大约198万桶": the time and the amount stand apart.
_A_DAY = re.compile(
    r"(?:每天|每日|日均|平均每天)[^，,。；;、\d]{0,14}?(?:进口|進口|出口|购买|購買|采购|採購|输送|輸送|供应|供應|运送|運送)[了过過]?(?:大约|大約|约|約|近|超过|超過|逾)*\Z"
)
#: What an amount is held against that is an average like it.
_HELD = re.compile(
    r"[，,]?(?:远|遠)?(?:高于|高於|低于|低於|多于|多於|少于|少於|超过|超過|较|較|比|不及)[^，,。；;]{0,10}\Z"
)
#: What an amount is told beside in Chinese that is an average like it: of another time, or of another country.
_TOLD_NEXT = re.compile(
    r"[，,；;](?:而|但|上)?(?:(?:19|20)\d\d年|[今去前上]年|上[个個]?月|\d{1,2}月份?|全年|同期|同月|一年前){1,2}的?(?:均价|均價|价格|價格)?"
    r"(?:则|則)?(?:仅|僅|只)?(?:约|約|为|為|是|报|報|达|達)*"
    r"|(?:和|及|与|與)[^，,。；;、\d]{1,8}的(?:约|約)?"
)
_REACH, _FAR = 24, 44
#: Prices of one kind of goods are no further apart.
_APART = 4
_MOVED = frozenset(["降至", "升至", "涨至", "漲至", "跌至", "至", "增至", "降到", "升到", "上涨至", "下降至", "上升至"])
#: One of these stands in every word for an average.
_MARKS = ("每", "均", "평균")
_COMPARED = ("보다", "에서", "에 비해", "相比", "增")


def averages(reading: Reading, figures: list[Figure]) -> list[Figure]:
    """The figures of a sentence, by the time that they are averages of."""
    found: list[Figure] = []
    for figure in figures:
        made = averaged(reading, figure)
        last = found[-1] if found else None
        alike = last is not None and last.kind == made.kind
        stepped = last is not None and _TO_THE_NEXT.fullmatch(reading.text, last.end, made.start) is not None
        if stepped and last is not None and last.kind == "money" and last.unit.startswith(f"{made.unit}_per_"):
            made = replace(made, unit=last.unit)
        held = alike and reading.text.startswith(_COMPARED, figure.end + reading.text.startswith(")", figure.end))
        if alike and last is not None and "_per_" in last.unit and reading.language == "zh":
            held = held or reading.text[last.end : figure.start] in _MOVED
            held = held or _HELD.fullmatch(reading.text, last.end, figure.start) is not None
        if held and last is not None and last.unit.startswith(f"{made.unit}_per_"):
            # "… 21억 달러로 전년 16억 달러보다": held against another average.
            made = replace(made, unit=last.unit)
        elif reading.language == "zh" and made.kind == "money" and (price := _price_before(reading, found, made)):
            made = replace(made, unit=price)
        found.append(made)
    return found


def _price_before(reading: Reading, found: list[Figure], made: Figure) -> str | None:
    """ "每吨478美元，同比上涨3%，而7月为481美元": the unit of the price that an amount is told beside."""
    price = next((f for f in reversed(found) if f.kind == "money"), None)
    if price is None or "_per_" in made.unit or not price.unit.startswith(f"{made.unit}_per_"):
        return None
    gap = reading.text[found[-1].end : made.start]
    beside = _TOLD_NEXT.fullmatch(gap) or _HELD.fullmatch(gap)
    near = made.value < price.value * _APART and price.value < made.value * _APART
    return price.unit if beside is not None and near and found[-1].kind in {"money", "percent"} else None


def averaged(reading: Reading, figure: Figure) -> Figure:
    """The figure by the time it is an average of, where a noun stands between the word and the figure."""
    if figure.kind not in {"money", "quantity", "count"} or "_per_" in figure.unit:
        return figure
    if figure.kind == "money" and reading.language == "ko":
        each = _KOREAN_PRICE.search(reading.text, max(0, figure.start - _FAR), figure.start)
        if each is not None:
            return replace(figure, unit=f"{figure.unit}_per_{_korean_each(each[1] or each[2] or each[3])}")
    ahead = reading.text[max(0, figure.start - _REACH) : figure.start]
    if not any(mark in ahead for mark in _MARKS):
        return figure
    if figure.kind != "money" and _A_DAY.search(ahead) is not None:
        return replace(figure, unit=f"{figure.unit}_per_day")
    if figure.kind == "money" and (priced := _PRICE.search(ahead) or _MOVED_PRICE.search(ahead)):
        return replace(figure, unit=f"{figure.unit}_per_{_EACH[priced[1]]}")
    found = _BEFORE.search(ahead)
    if found is None:
        return figure
    return replace(figure, unit=f"{figure.unit}_per_{_TIMES[found[1]]}")


def _korean_each(unit: str) -> str:
    """What a Korean price is for one of."""
    if any(thousand in unit for thousand in _THOUSANDS):
        return "thousand_cubic_metre"
    return _KOREAN_EACH[unit]
