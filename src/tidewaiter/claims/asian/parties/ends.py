"""Between whom a figure's trade is, in Korean and Chinese: the rules in order, the first that knows decides."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.flows.memory import Memory
from tidewaiter.claims.asian.measures.made import MADE
from tidewaiter.claims.asian.parties import no_trade, own_pair, turns
from tidewaiter.claims.asian.parties.asked_pair import AskedPair, Found, PairRule
from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Scene

#: A paragraph that goes through the goods of a trade.
_ITEMS = re.compile(
    r"(?:주요 )?(?:품목|상품|제품|물품)별|주요 (?:수출|수입)? ?(?:품목|상품)"
    r"|(?:分|按|从|從|就|以)?(?:具体|具體)?(?:主要)?(?:商品|产品|產品|品种|品種|品类|品類|品目|货物|貨物|货品|貨品)(?:构成|構成|结构|結構|类别|類別)?"
    r"(?:中|方面|来看|來看|上看|看|划分|劃分)"
)
#: "수출돼", "반입된": what is done by nobody named.
_PASSIVE = ("돼", "됐", "된", "되어", "되었", "되며", "되고")
_FIGURE_BEFORE = "the figure before"


def pair(
    reading: Reading,
    scene: Scene,
    draft: Draft,
    last: Draft | None,
    context: Context,
    lead: Flow | None,
    memory: Memory,
) -> tuple[Pair, str]:
    """(the two ends, rule) of a figure."""
    korean, chinese = reading.language == "ko", reading.language == "zh"
    asked = AskedPair(reading, scene, draft, last, context, lead, memory, draft.figure, draft.flow, korean, chinese)
    return first_answer(_RULES, asked) or (context.pair, "the flow of the sentence before")


def _of_flow(asked: AskedPair) -> Found:
    """The ends of the figure's flow, or of another partner's that stands by itself."""
    flow = asked.flow
    if flow is None:
        return None
    again = _told_again(asked, flow) if asked.korean else None
    if again is not None:
        return again, "the trade in these goods"
    turn = turns.turn(asked.reading, asked.scene, asked.figure, flow)
    turn = turn or turns.each(asked.reading, asked.scene, asked.figure, flow)
    return (turn, "another partner, by itself") if turn is not None else (flow.pair, "the flow's ends")


def _told_again(asked: AskedPair, flow: Flow) -> Pair | None:
    """ "곡물 9천 톤이 수출돼": goods that nobody named has sold go as the same ones went before."""
    product = asked.draft.subject.product if asked.draft.subject is not None else None
    known = None if flow.stated or flow.sense == "trade" else asked.memory.trade_in(product)
    if known is None or not asked.reading.text.startswith(_PASSIVE, flow.end):
        return None
    return known[0] if set(known[0].everyone) == set(flow.pair.everyone) else None


def _of_made(asked: AskedPair) -> Found:
    """ "생산량은 138만t으로 평균보다 16% 적었고": nothing of it is traded."""
    last = asked.last
    made = last is not None and last.flow is None and last.rules.get("measure") == MADE
    if not made or last is None or asked.draft.measure not in {"change", "ratio"}:
        return None
    return last.pair, _FIGURE_BEFORE


def _in_these_goods(asked: AskedPair) -> Found:
    """The trade in these goods, as it was told before."""
    told = asked.memory.told_of(asked.reading, asked.scene, asked.draft, asked.context)
    return None if told is None else (told, "the trade in these goods")


def _of_last(asked: AskedPair) -> Found:
    """The ends of the figure before."""
    return (asked.last.pair, _FIGURE_BEFORE) if asked.last is not None and asked.last.pair.everyone else None


def _by_items(asked: AskedPair) -> Found:
    """ "수입액은 12만 달러였다.\\n\\n품목별로는 밀가루가": a new paragraph comes back to what the text is about."""
    context, lead = asked.context, asked.lead
    first = context.lead or ((lead.pair, lead.sense) if lead is not None and asked.chinese else None)
    if first is None or not _by_item(asked.reading, asked.scene, first, context.pair):
        return None
    context.pair, context.sense = first
    return context.pair, "the trade that the text began with"


def _by_item(reading: Reading, scene: Scene, first: tuple[Pair, str], now: Pair) -> bool:
    """Whether a paragraph begins with goods one by one, after the other way of the trade that the text began with."""
    start = scene.sentence.start
    if first[1] == "trade" or not _ITEMS.match(reading.text, start):
        return False
    if reading.text[:start].rstrip(" ")[-1:] != "\n":
        return False
    there = first[0]
    if None not in (there.sender, there.receiver):
        return (there.sender, there.receiver) == (now.receiver, now.sender)
    # "台湾出口584亿美元，韩国出口583亿美元。\n\n主要货品中，…": another's, told by the way.
    alone = len(there.everyone) == len(now.everyone) == 1
    return alone and there.everyone != now.everyone and (there.sender is None) == (now.sender is None)


#: The rules in order.
_RULES: tuple[PairRule, ...] = (
    # What is no trade between two.
    no_trade.paid,
    no_trade.at_home,
    no_trade.part_of_counted,
    no_trade.balance,
    no_trade.korean_limit,
    no_trade.counted,
    no_trade.balance_of_flow,
    # What the figure's own words say.
    own_pair.its_share,
    own_pair.whole_of_share,
    own_pair.bracketed,
    own_pair.share_of_amount,
    own_pair.held_against,
    own_pair.sourced,
    own_pair.destined,
    own_pair.did_so,
    own_pair.beside,
    own_pair.share_of_beside,
    own_pair.amount_of_share,
    own_pair.together,
    own_pair.of_topic,
    own_pair.ranked,
    # The trade that it is of, or that was told before.
    no_trade.chinese_limit,
    _of_flow,
    _of_made,
    _in_these_goods,
    _of_last,
    _by_items,
)
