"""Goods of the trade that a Korean or Chinese figure is of, or that its clause is about."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.goods import chinese_goods, korean_goods
from tidewaiter.claims.asian.goods.asked_goods import AskedGoods
from tidewaiter.claims.asian.goods.carried_goods import AMONG
from tidewaiter.claims.asian.goods.topics import goods_of_topic, turned_to
from tidewaiter.claims.asian.nouns import han_names
from tidewaiter.claims.asian.roles.listed_partners import TRADERS, beside
from tidewaiter.claims.reading.scene import TOTAL, Subject

#: How goods are found of an amount that a share is of.
OF_SHARE = "the whole that a share is of"
#: What a verb of trade is said of where it is of everything.
_ALL = re.compile(r"(?:한|된|하는|해 온) (?:전체 |총 )?(?:물품|상품|제품|금액|총액|액수|규모)(?:[은는이가의 ])")


def a_part(asked: AskedGoods) -> Subject | None:
    """ "其中小麦最多，达到454万吨": goods that are a part of those before."""
    part = chinese_goods.part(asked.reading, asked.scene, asked.figure, asked.flow) if asked.chinese else None
    return None if part is None else Subject(part, "goods that are a part", own=True)


def of_any_kind(asked: AskedGoods) -> Subject | None:
    """ "整体出口": a word of trade that names goods of any kind."""
    goods = None if asked.flow is None else asked.flow.goods
    return Subject(TOTAL, "goods of any kind") if goods is not None and han_names.is_all(goods) else None


def of_next_clause(asked: AskedGoods) -> Subject | None:
    """ "쌀 수입액은 520만 달러였으며, 비료 역시 4만 톤에서": goods that the clause behind the trade is about."""
    if not asked.korean or asked.flow is None:
        return None
    turned = turned_to(asked.reading, asked.scene, asked.figure, asked.flow)
    return None if turned is None else Subject(turned, "goods that the next clause is about", own=True)


def of_flow(asked: AskedGoods) -> Subject | None:
    """The goods that the word of trade names."""
    flow = asked.flow
    if flow is None or flow.goods is None:
        return None
    if (part := _part_of_whole(asked)) is not None:
        return part
    among = asked.korean and AMONG.search(asked.reading.text, asked.scene.sentence.start, flow.start) is not None
    return Subject(flow.goods, "goods of the flow", passing=among)


def _part_of_whole(asked: AskedGoods) -> Subject | None:
    """ "鸡肉2.7亿美元，占农产品出口的八成，数量26万吨": behind a share of a whole the part is told on."""
    flow = asked.flow
    if not asked.chinese or flow is None or not flow.compared or asked.figure.start < flow.end:
        return None
    parts = (d for d in reversed(asked.told) if d.measure == "share" or d.figure.end <= flow.start)
    part = next(parts, None)
    product = None if part is None or part.subject is None else part.subject.product
    return None if product in {None, TOTAL} else Subject(product, "goods earlier in the sentence")


def all_traded(asked: AskedGoods) -> Subject | None:
    """ "수출한 물품은", "수출한 전체 금액": all that is traded."""
    if asked.flow is None or asked.draft.measure == "share" or not asked.korean:
        return None
    return Subject(TOTAL, "all that is traded") if _ALL.match(asked.reading.text, asked.flow.end) else None


def sent_on(asked: AskedGoods) -> Subject | None:
    """Of a share: the goods that are sent on."""
    if not asked.korean or asked.draft.measure != "share":
        return None
    sent = korean_goods.sent_on(asked.reading, asked.scene.sentence, asked.figure)
    return None if sent is None else Subject(sent, "goods that are sent on")


def by_partners(asked: AskedGoods) -> Subject | None:
    """A figure beside a partner's name is of the goods of the text, by partners."""
    reading, last, flow = asked.reading, asked.last, asked.flow
    if beside(reading, asked.scene, asked.figure) is None or (last is not None and flow is last.flow):
        return None
    if flow is None and TRADERS.search(reading.text, asked.scene.sentence.start, asked.figure.start):
        return Subject(TOTAL, "goods of any kind")
    told = asked.last_product if asked.chinese else None
    if asked.korean and flow is not None and flow.verb and asked.context.product_block == asked.scene.sentence.block:
        # "쌀은 32만 톤이다. 베트남이 19만 톤, 브라질이 8만 톤을 공급했다": what each of them sold.
        told = asked.context.product
    told = None if told == TOTAL else told
    return Subject(told or asked.context.lead_product or TOTAL, "goods of the text, by partners")


def priced(asked: AskedGoods) -> Subject | None:
    """ "汽油每公斤由1.3美元涨到1.6美元": what has the price."""
    if not asked.chinese or asked.draft.measure != "price" or (asked.flow is not None and asked.flow.stated):
        return None
    product = chinese_goods.priced(asked.reading, asked.scene, asked.figure)
    return None if product is None else Subject(product, "what has the price")


def together(asked: AskedGoods) -> Subject | None:
    """ "109万吨大米和55万吨碎米，总量约为165万吨": several goods together."""
    summed = chinese_goods.summed(asked.reading, asked.earlier, asked.figure) if asked.chinese else None
    return None if summed is None else Subject(summed, "several goods together")


def of_whole(asked: AskedGoods) -> Subject | None:
    """ "占当月出口总额2107万美元的近六成": the amount of the whole that a share is of."""
    if not asked.chinese or asked.flow is None:
        return None
    if not chinese_goods.is_whole(asked.reading, asked.scene, asked.figure, asked.flow):
        return None
    amount = (asked.figure.unit, asked.figure.value)
    same = next((d.subject for d in reversed(asked.told) if (d.figure.unit, d.figure.value) == amount), None)
    # "水果出口56亿美元，榴莲占出口总额56亿美元的40%": told of before, and the same again.
    return Subject(TOTAL, OF_SHARE) if same is None else Subject(same.product, "the whole that was told before")


def of_topic(asked: AskedGoods) -> Subject | None:
    """ "희토류의 경우": the goods that the sentence is about."""
    topic = goods_of_topic(asked.reading, asked.scene, asked.figure)
    return None if topic is None else Subject(topic, "goods that the sentence is about")
