"""Goods that a Chinese figure is told to be a part of, starts from, goes on with or is worth."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.goods.chinese_topics import part_start
from tidewaiter.claims.asian.nouns import han_nouns
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import TOTAL, Draft, Flow, Scene

#: What makes goods a part of those before them.
_PART_OF = re.compile(r"(?:其中[^，,。；;、]{0,10}|(?:大部分|绝大部分|多数|多數|主要|大多)(?:是|为|為))\Z")
_AHEAD = 14
#: "，市值约6,300万美元": the same goods in money.
_WORTH = re.compile(
    r"[，,](?:总|總)?(?:价值|價值|金额|金額|货值|貨值|市值|总值|總值|总价|總價|涉款|涉资|涉資|货款|貨款)(?:合计|合計|约|約|达|達|为|為|共)*\Z"
)
_FROM = re.compile(r"(?:则|則|也|却|卻)?(?:由|从|從)[^，,。；;、]{0,12}")
#: What says that goods are made, kept, used or wanting, and crosses no border.
_KEPT = re.compile(r"(?:年|总|總)?(?:产量|產量|产出|產出|库存|庫存|储量|儲量|消费量|消費量|需求量?|缺口|收成)")
_HOLDS = re.compile(r"[，,、（(；;]?(?:约|約|并|並|共|仅|僅|合计|合計)?\Z")
_ALTOGETHER = re.compile(
    r"[，,；;、](?:三|两|兩|四|五|二)?[项項者种種样樣]?(?:总量|總量|合计|合計|总计|總計|共计|共計|相加|加起来|加起來|总共|總共|价值合计|價值合計|金额合计|金額合計|总值|總值|总价值|總價值)[^，,。；;]{0,6}\Z"
)
#: What adds up goods that were named, and how far before its share it may stand.
_SO_MANY = re.compile(
    r"([两兩二三四五六七八九2-9])(?:大类|大類|[项項种種类類者样樣])(?:商品|产品|產品|货物|貨物|物资|物資)?"
    r"(?:合计|合計|共计|共計|总计|總計|合共|加起来|加起來|相加|总和|總和|一共|共)[^。；;\d]{0,24}?[占佔][^。；;\d]{0,24}\Z"
)
_SUMMED_AHEAD = 60
_TOTALS = ("总额", "總額", "总值", "總值", "总量", "總量")
_AT_ONCE = re.compile(r"(?:总|總)?[额額值量]?(?:约|約|为|為|达|達)?")
_LEVELS = frozenset({"trade_value", "trade_quantity"})


def goes_on(reading: Reading, scene: Scene, last: Draft | None, draft: Draft) -> bool:
    """ "进口化肥5.8万吨…；柴油3.3万吨，同比多了一半": what changed is what the figure before had of its own."""
    if (
        last is None
        or last.subject is None
        or not last.subject.own
        or draft.flow is None
        or last.flow is not draft.flow
    ):
        return False
    if last.figure.start < draft.flow.end or last.measure not in _LEVELS:
        return False
    if draft.measure == "share":
        # "出口钢材1530万美元，占25%，成品油1224万美元，占20%"
        return shares_on(reading, scene, draft.figure)
    if draft.measure == "price":
        return not set(reading.text[last.figure.end : draft.figure.start]) & set("；;")
    between = reading.text[last.figure.end : draft.figure.start]
    if last.figure.kind in {"quantity", "count"} and draft.figure.kind == "money" and between in {"、", "，", ","}:
        # "大蒜102.4万吨、74.6亿元"
        return True
    return draft.moved.relation == "by" or _WORTH.search(reading.text, last.figure.end, draft.figure.start) is not None


def reached(reading: Reading, began: Draft | None, draft: Draft) -> str | None:
    """ "玉米则由4200吨增至9700吨": what a figure reached is of the goods that the one before it began at."""
    if began is None or began.subject is None or not began.subject.own:
        return None
    if (began.moved.relation, draft.moved.relation) != ("from", "to"):
        return None
    parted = set(reading.text[began.figure.end : draft.figure.start]) & set("，,；;")
    return None if parted else began.subject.product


def is_the_other_way(last: Draft | None, flow: Flow) -> bool:
    """Whether a flow that names nothing goes the other way of the one in all goods just told of."""
    before = last.flow if last is not None and last.subject is not None and last.subject.product == TOTAL else None
    if before is None or flow.stated or {before.sense, flow.sense} != {"import", "export"}:
        return False
    return set(before.pair.everyone) == set(flow.pair.everyone)


def part(reading: Reading, scene: Scene, figure: Figure, flow: Flow | None) -> str | None:
    """ "其中小麦最多，达到454万吨", "大部分是小麦，总量为968万吨": goods that are a part of those before."""
    text, start = reading.text, flow.end if flow is not None else scene.sentence.start
    for mention in reversed(scene.sentence.goods):
        if mention.good_id == "total" or mention.end > figure.start or mention.start < start:
            continue
        if any(mention.end <= f.start < figure.start for f in scene.sentence.figures):
            return None
        begins = han_nouns.whole(reading, scene.sentence, mention.start, mention.end)
        ahead = _PART_OF.search(text, max(begins - _AHEAD, start), begins)
        return text[begins : mention.end] if ahead is not None else None
    return None


def starting(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """ "大米则由1月的1.3万吨减至3200吨": goods whose movement begins at a figure."""
    text = reading.text
    for mention in reversed(scene.sentence.goods):
        if (
            mention.good_id != "total"
            and mention.end <= figure.start
            and _FROM.fullmatch(text, mention.end, figure.start)
        ):
            return text[mention.start : mention.end]
    return None


def is_part(reading: Reading, scene: Scene, figure: Figure, earlier: list[Draft]) -> bool:
    """ "进口总额达372亿美元，其中原油245亿美元": a part, after which the text goes on with the whole."""
    before = reading.text[max(scene.sentence.start, figure.start - _AHEAD) : figure.start].rpartition("；")[2]
    whole = any(d.subject is not None and d.subject.product == TOTAL for d in earlier)
    return reading.language == "zh" and whole and "其中" in before


def made(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """ "粮食产量估计为451万吨", "化肥缺口约80万吨": what is made or wanting, else the only goods of the sentence."""
    goods = [m for m in scene.sentence.goods if m.good_id != "total" and m.end <= figure.start]
    for mention in reversed(goods):
        if _KEPT.match(reading.text, mention.end):
            return reading.text[mention.start : mention.end]
    names = {reading.text[m.start : m.end] for m in goods}
    return names.pop() if len(names) == 1 else None


def priced(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """ "汽油每公斤由1.3美元涨到1.6美元；柴油维持在0.9美元": the last goods named before a price in its part."""
    start = part_start(reading, scene.sentence, figure)
    named = [m for m in scene.sentence.goods if m.good_id != "total" and start <= m.start and m.end <= figure.start]
    return reading.text[named[-1].start : named[-1].end] if named else None


def summed(reading: Reading, earlier: list[Draft], figure: Figure) -> str | None:
    """ "109万吨大米和55万吨碎米，总量约为165万吨": all the goods told of in that unit before."""
    last = earlier[-1].figure.end if earlier else figure.start
    if _ALTOGETHER.search(reading.text, last, figure.start) is None:
        return None
    names = [
        d.subject.product for d in earlier
        if d.subject is not None and d.subject.own and d.measure in _LEVELS
        and (d.figure.unit == figure.unit or figure.kind == "money" != d.figure.kind)
    ]  # fmt: skip
    told = [name for name in dict.fromkeys(names) if name and name != TOTAL]
    return "|".join(told) if len(told) > 1 else None


def above(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """ "上述四项合计约占自华进口的五成半", "三者合计占79%": so many goods named last, of which it is the part together.

    Empty where so many cannot be found: then it is nobody's part alone.
    """
    told = _SO_MANY.search(reading.text, max(scene.sentence.start, figure.start - _SUMMED_AHEAD), figure.start)
    if told is None:
        return None
    names: list[str] = []
    for sentence in reversed([s for s in reading.sentences if s.start <= scene.sentence.start][-2:]):
        for mention in reversed(sentence.goods):
            name = reading.text[mention.start : mention.end]
            if mention.good_id != "total" and mention.end <= told.start() and name not in names:
                names.append(name)
    many = "两兩二三四五六七八九".find(told[1])
    count = int(told[1]) if many < 0 else max(2, many)
    return "|".join(reversed(names[:count])) if len(names) >= count else ""


def is_whole(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> bool:
    """ "占当月出口总额2107万美元的近六成": the amount of a whole that names no goods."""
    if not flow.compared or flow.goods is not None or figure.start < flow.end:
        return False
    written = reading.text[flow.start : flow.end + 2]
    whole = any(word in written for word in _TOTALS)
    return (
        whole
        and figure.kind in {"money", "quantity"}
        and _AT_ONCE.fullmatch(reading.text, flow.end, figure.start) is not None
    )


def shares_on(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """Whether "to have a share" stands behind a mark, so that what has it was told before."""
    held = [c for c in scene.sentence.cues_of("share") if c.end <= figure.start]
    if not held or not reading.text.startswith(("占", "佔"), held[-1].start):
        return False
    start = held[-1].start
    ahead = _HOLDS.search(reading.text, max(scene.sentence.start, start - 4), start)
    return ahead is not None and ahead[0] != ""
