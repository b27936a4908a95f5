"""Goods told earlier in the sentence, of which a Korean or Chinese figure says more."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.goods import chinese_goods
from tidewaiter.claims.asian.goods.asked_goods import AskedGoods
from tidewaiter.claims.asian.goods.nearest_goods import LEVELS
from tidewaiter.claims.asian.measures.made import MADE
from tidewaiter.claims.reading.scene import TOTAL, Flow, Subject

#: What says that all goods are meant.
WHOLE = ("총", "전체", "总", "總", "整体", "整體", "全部", "外贸", "外貿")
#: Between what was told of something and how much it is of the whole.
_OF_WHOLE = re.compile(r"(?:면서|[며고해어아]),? (?:전체|총) ?[가-힣 ]{0,10}에서 차지하는 비중[은이도] ?(?:약 )?\Z")
_ALL_OF_IT = ("총", "전체", "总", "總")
_EARLIER = "goods earlier in the sentence"
_SAME_TRADE = "goods of the same trade earlier in the sentence"


def gone_on(asked: AskedGoods) -> Subject | None:
    """ "进口化肥5.8万吨…；柴油3.3万吨，同比多了一半": what the figure before had of its own."""
    if not asked.chinese or not chinese_goods.goes_on(asked.reading, asked.scene, asked.last, asked.draft):
        return None
    return Subject(asked.last_product, _EARLIER, own=True)


def shared_on(asked: AskedGoods) -> Subject | None:
    """ "假发出口1.6亿美元，占出口总额的六成": of what was just told of."""
    if not asked.chinese or asked.draft.measure != "share":
        return None
    parts = [d.subject for d in asked.told if d.subject is not None and not (d.flow is not None and d.flow.compared)]
    if not parts or not chinese_goods.shares_on(asked.reading, asked.scene, asked.figure):
        return None
    return Subject(parts[-1].product, _EARLIER)


def part_of_amount(asked: AskedGoods) -> Subject | None:
    """ "면사를 160만 달러어치 팔았다. 전체 수출액 310만 달러의 51%다": the part is what was spoken of before."""
    product, last = asked.context.product, asked.last
    if not asked.korean or asked.draft.measure != "share" or last is None or last is not asked.led:
        return None
    if asked.before.removesuffix("약 ") == ")의 " and asked.last_product == TOTAL and len(asked.told) > 1:
        # "의류 수출은 137억 달러로 전체 수출(262억 달러)의 52%": of what stands before the whole and its bracket.
        part = asked.told[-2].subject
        return None if part is None else Subject(part.product, _EARLIER)
    if asked.flow is not None and asked.flow.compared and _OF_WHOLE.search(asked.before) is not None:
        # "석유 수출은 9.9% 줄면서 전체 수출에서 차지하는 비중도 79%에서".
        return Subject(asked.last_product, _EARLIER)
    told = product not in {None, TOTAL} and asked.context.product_block == asked.scene.sentence.block
    of_all = asked.last_product == TOTAL and asked.before.removesuffix("약 ") == "의 "
    return Subject(product, "goods of the sentence before") if told and of_all else None


def of_made(asked: AskedGoods) -> Subject | None:
    """ "咖啡产量180万吨，出口量170万吨": so much of what was told to be made."""
    flow = asked.flow
    made = next((d for d in reversed(asked.earlier) if d.rules.get("measure") == MADE), None)
    if not asked.chinese or flow is None or flow.goods is not None or made is None or made.subject is None:
        return None
    if asked.last is not None and asked.last.flow is not None and asked.last.flow is not flow:
        return None
    by_weight = asked.figure.kind == "quantity" or "量" in asked.reading.text[flow.start : flow.end + 1]
    named = any(made.figure.end <= m.start < asked.figure.start for m in asked.scene.sentence.goods)
    told = by_weight or (
        asked.last is not None and asked.last.flow is flow and asked.last_product == made.subject.product
    )
    return Subject(made.subject.product, _EARLIER) if told and not named and not flow.total else None


def of_one_trade(asked: AskedGoods) -> Subject | None:
    """The goods of the figure of the same word of trade, or of the last one where this has none."""
    last, flow = asked.last, asked.flow
    # "구리 270만 톤을 생산해 250만 톤을 수출했다": of what was made.
    made = last is not None and last.rules.get("measure") == MADE and last.figure.unit == asked.figure.unit
    if last is None or (flow is not None and flow is not last.flow and not (made and flow.goods is None)):
        return None
    return Subject(asked.last_product, _EARLIER)


def of_same_trade(asked: AskedGoods) -> Subject | None:
    """The goods of another word of the same trade earlier in the sentence."""
    flow, before = asked.flow, None if asked.last is None else asked.last.flow
    if flow is None or before is None or (asked.korean and before.start > flow.start):
        # "수입은 원유 수입량이 늘어나면서 46억 달러": what is told by the way names goods of its own.
        return None
    if _sums_up(asked, flow, before):
        return Subject(asked.last_product, _SAME_TRADE)
    if not (
        _is_told_of(asked, flow, before)
        or _is_measured_alike(asked, flow)
        or _is_rival(asked, flow, before)
        or _is_bought_on(asked, flow, before)
        or _is_sold_on(asked, flow, before)
    ):
        return None
    word = asked.reading.text[max(flow.start - 3, 0) : flow.end]
    return None if any(mark in word for mark in _ALL_OF_IT) else Subject(asked.last_product, _SAME_TRADE)


def _sums_up(asked: AskedGoods, flow: Flow, before: Flow) -> bool:
    """ "铁矿石进口总量增加6%，进口总额飙升85.7%": the whole of the goods that the word before names."""
    if before.sense != flow.sense or flow.sense == "trade" or not before.goods or flow.stated or not asked.chinese:
        return False
    written = asked.reading.text[before.start : before.end + 3]
    return any(word in written for word in WHOLE)


def _is_told_of(asked: AskedGoods, flow: Flow, before: Flow) -> bool:
    """Whether trade goes the same way as before, between nobody named afresh, or by weight and not as a whole."""
    if before.sense != flow.sense or flow.sense == "trade":
        return False
    return not flow.stated or (asked.figure.kind == "quantity" and not flow.total)


def _is_measured_alike(asked: AskedGoods, flow: Flow) -> bool:
    """Whether a Chinese quantity stands in the unit of the one before it, and its trade names nothing."""
    alike = asked.last is not None and asked.figure.unit == asked.last.figure.unit
    return asked.chinese and asked.figure.kind == "quantity" and alike and flow.goods is None and not flow.total


def _is_rival(asked: AskedGoods, flow: Flow, before: Flow) -> bool:
    """ "美国出口了11亿美元的药品，而瑞士的出口为13亿": another's trade in the same goods."""
    if not asked.chinese or before.sense != flow.sense or flow.sense == "trade" or flow.home == before.home:
        return False
    return flow.stated and before.pair.everyone != (before.home,)


def _is_bought_on(asked: AskedGoods, flow: Flow, before: Flow) -> bool:
    """ "요소 7만t을 베트남에서 수입했고, 이어 중국에서 586만달러어치를 수입했다"."""
    if not asked.korean or before.sense != flow.sense or flow.sense == "trade":
        return False
    same = flow.home is not None and flow.home == before.home
    # "백신 120만 회분을 예멘에 전달했으며, 내년에 300만 회분을 더 보낼": of what the same verb's like sent before.
    alike = asked.last is not None and asked.figure.unit == asked.last.figure.unit
    same = same or (alike and flow.verb and before.verb and (flow.home, flow.away) == (before.home, before.away))
    level = asked.figure.kind in {"money", "quantity"} or alike
    return same and flow.verb and level and asked.last_product != TOTAL


def _is_sold_on(asked: AskedGoods, flow: Flow, before: Flow) -> bool:
    """ "미국으로의 의류 수출은 줄어든 반면 일본으로의 수출은": of the same seller, to the next partner by name."""
    if asked.chinese:
        return _is_sold_there(asked, flow, before)
    if before.sense != flow.sense or flow.sense == "trade" or flow.verb or flow.total:
        return False
    partners = bool(before.away and flow.away) and before.away != flow.away
    return partners and flow.stated and before.goods is not None and flow.home is not None and flow.home == before.home


def _is_sold_there(asked: AskedGoods, flow: Flow, before: Flow) -> bool:
    """ "茶叶出口4470万公斤，对苏丹的出口锐减": where the only goods of the sentence went."""
    if before.sense != flow.sense or flow.sense == "trade" or flow.total or not flow.away or before.goods is None:
        return False
    if any(d.subject is not None and d.subject.product == TOTAL for d in asked.told):
        # "出口总额300亿美元，手机出口增长5%，对日本出口增长8%"
        return False
    same = flow.home is not None and flow.home == before.home and flow.away != before.away and len(asked.named) == 1
    return same and set(asked.reading.text[before.end : flow.start]).isdisjoint("；;")


def of_other_way(asked: AskedGoods) -> Subject | None:
    """ "信息产品出口额为160亿美元，进口额为114亿美元，顺差46亿美元": the only goods of a sentence, both ways."""
    flow, last = asked.flow, asked.last
    if not asked.chinese or flow is None or last is None or flow.goods is not None or flow.stated or flow.total:
        return None
    ways = {d.flow.sense for d in asked.told if d.flow is not None and not d.flow.compared}
    both = flow.balance and ways == {"import", "export"}
    turned = flow.sense != "trade" and ways == {"import", "export"} - {flow.sense}
    products = {d.subject.product for d in asked.told if d.subject is not None}
    if any(f.compared for f in asked.scene.flows if f.end <= flow.start):
        # "稻米出口5亿美元，占总出口9%，进口则达30亿美元": the whole has been told of.
        return None
    if not (both or turned) or len(products) != 1 or len(asked.named) > 1 or asked.last_product in {None, TOTAL}:
        return None
    return Subject(asked.last_product, "goods of the other way of the trade")


def of_amount_before(asked: AskedGoods) -> Subject | None:
    """ "인모는 3천만 달러가 수입되어 전체 대중 수입의 10%를 점했다": a share of the amount before it."""
    led = asked.led
    if asked.draft.measure != "share" or not asked.korean or led is None or led.measure not in LEVELS:
        return None
    if led.subject is None or not led.subject.own or "전체" not in asked.before:
        return None
    if any(led.figure.end <= m.start < asked.figure.start for m in asked.scene.sentence.goods):
        return None
    return Subject(led.subject.product, "goods of the amount before it")


def part_of_trade(asked: AskedGoods) -> Subject | None:
    """ "果蔬出口回升，对华出口占六成": a part of the trade before it; in Chinese a partner's, of the same seller."""
    flow = asked.flow
    if asked.draft.measure != "share" or flow is None:
        return None
    same = [f for f in asked.scene.flows if f.end <= flow.start and f.sense == flow.sense and f.goods]
    if not same or (asked.chinese and (flow.away is None or same[-1].home not in {None, flow.home})):
        return None
    return Subject(same[-1].goods, "a part of the trade before it")


def of_trade_between(asked: AskedGoods) -> Subject | None:
    """ "铜出口20万吨；锌价走低拖累锌出口，出口额5亿美元": the same trade, named with goods since the figure before."""
    flow, led = asked.flow, asked.led
    if not asked.chinese or flow is None or led is None or flow.stated or flow.total or flow.goods is not None:
        return None
    between = [f for f in asked.scene.flows if led.figure.end <= f.start and f.end <= flow.start]
    named = bool(between) and between[-1].sense == flow.sense and not between[-1].compared
    return Subject(between[-1].goods, _SAME_TRADE) if named and between[-1].goods else None


def of_trade_unspoken(asked: AskedGoods) -> Subject | None:
    """ "手机进口量处于低点，因为该季度的进口量为60亿卢比": the same trade, of which nothing has been told yet.

    In Korean the verb behind the amount tells it again: "담배 수입은 늘면서 올해 9천만 달러를 수입해".
    """
    flow = asked.flow
    if flow is None or flow.sense == "trade" or flow.stated or asked.last is not None:
        return None
    if asked.korean and not flow.verb:
        return None
    before = [f for f in asked.scene.flows if f.end <= flow.start and f.sense == flow.sense and f.goods]
    return Subject(before[-1].goods, _SAME_TRADE) if before else None
