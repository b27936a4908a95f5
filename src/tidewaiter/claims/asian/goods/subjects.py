"""What a figure is about in Korean and Chinese: goods next to it, else its flow's, else the context's."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import opening
from tidewaiter.claims.asian.goods import chinese_goods, korean_goods
from tidewaiter.claims.asian.goods.carried_goods import AMONG, carried_over, is_amount, of_which, sole
from tidewaiter.claims.asian.goods.led_goods import of_amount_before
from tidewaiter.claims.asian.goods.nearest_goods import LEVELS, nearest
from tidewaiter.claims.asian.goods.told_goods import alike
from tidewaiter.claims.asian.goods.topics import goods_of_topic, turned_to
from tidewaiter.claims.asian.measures.balances import A_BALANCE, AGAIN
from tidewaiter.claims.asian.measures.measures import MADE
from tidewaiter.claims.asian.nouns import han_names
from tidewaiter.claims.asian.nouns.korean_nouns import is_name
from tidewaiter.claims.asian.nouns.lists import listed
from tidewaiter.claims.asian.nouns.own_goods import is_pack
from tidewaiter.claims.asian.roles.listed_partners import TRADERS, beside
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import TOTAL, TRADE_MEASURES, Draft, Flow, Scene, Subject

#: What a verb of trade is said of where it is of everything.
_ALL = re.compile(r"(?:한|된|하는|해 온) (?:전체 |총 )?(?:물품|상품|제품|금액|총액|액수|규모)(?:[은는이가의 ])")
#: "전체 인구의 42.4%".
_OF_PEOPLE = re.compile(r"(?:전체|총|북한) (인구|주민|국민|가구|어린이|아동|여성|노동자|근로자)의 (?:약 )?\Z")
_RIGHT_BEHIND = 8
_EARLIER = "goods earlier in the sentence"
#: What says that all goods are meant.
_WHOLE = ("총", "전체", "总", "總", "整体", "整體", "全部", "外贸", "外貿")


def subject(
    reading: Reading,
    scene: Scene,
    draft: Draft,
    earlier: list[Draft],
    context: Context,
    lead: Flow | None,
    only: str | None = None,
    *,
    throughout: bool = False,
    by_partner: bool = False,
    theme: str | None = None,
    of_all: bool = True,
) -> Subject:
    """What a figure is about; `only`: the only goods named so far; `throughout`: for a good part of the text."""
    figure, flow = draft.figure, draft.flow
    relative = figure.kind in {"percent", "percentage_points", "times"}
    if figure.kind == "zero" and flow is not None:
        before = [
            m for m in scene.sentence.goods if m.good_id != "total" and m.end <= flow.start and flow.start - m.end <= 12
        ]
        if before and flow.goods is None:
            return Subject(listed(reading, scene.sentence, before[-1]), "goods before the trade", own=True)
    if draft.rules.get("measure") == AGAIN and earlier and earlier[-1].subject is not None:
        return Subject(earlier[-1].subject.product, AGAIN)
    moved = relative and draft.measure != "share"
    summed_up = chinese_goods.above(reading, scene, figure) if reading.language == "zh" and relative else None
    if summed_up is not None:
        return Subject(summed_up or None, "several goods together", passing=True)
    own = nearest(reading, scene, draft, context, moved=moved)
    if own is None and reading.language == "ko" and draft.measure == "share":
        people = _OF_PEOPLE.search(reading.text, scene.sentence.start, figure.start)
        if people is not None:
            return Subject(people[1], "what is counted")
    if own is not None and reading.language == "zh":
        if han_names.is_all(own):
            return Subject(TOTAL, "goods of any kind", own=True)
        own = han_names.without_link(own)
    if own is None and reading.language == "ko" and draft.measure == "price":
        own = korean_goods.priced(reading, scene.sentence, figure)
    if own is not None:
        passing = moved and opening(reading.text, scene.sentence.start, figure.start) is not None
        passing = passing or chinese_goods.is_part(reading, scene, figure, earlier)
        return Subject(own, "goods next to the figure", own=True, passing=passing)
    led = earlier[-1] if earlier else None
    led_on = of_amount_before(reading, scene, draft, led, moved=moved) if led is not None else None
    if led_on is not None:
        return led_on
    reached_ = chinese_goods.reached(reading, led, draft) if reading.language == "zh" else None
    if reached_ is not None:
        return Subject(reached_, "goods of the amount it began at", own=True)
    if draft.measure in {"cases", "deaths"}:
        return Subject(context.disease, "what is counted")
    balance = reading.language == "ko" and draft.rules.get("measure") == A_BALANCE
    if draft.rules.get("measure") == MADE and reading.language == "ko":
        made = korean_goods.made(reading, scene.sentence, figure)
        if made is not None:
            return Subject(made, "goods that are made or used", own=True)
    elif draft.measure in {"count", "rate", "other"} and flow is None and not balance:
        noun = None if figure.noun is None else reading.text[figure.noun[0] : figure.noun[1]]
        if noun is not None and reading.language == "ko" and figure.unit == "times" and not is_name(reading, noun):
            # "6월까지 37차례": how often, of nothing.
            noun = None
        if noun is None and draft.rules.get("measure") == MADE and reading.language == "zh":
            return Subject(chinese_goods.made(reading, scene, figure), "what is made, kept or used")
        return Subject(noun, "what is counted")
    counted_ = led is not None and led.measure in {"count", "rate"} and draft.moved.relation == "by" and moved
    near = led is not None and len(reading.text[led.figure.end : figure.start]) <= _RIGHT_BEHIND
    if reading.language == "zh" and counted_ and near and led is not None and led.subject is not None:
        # "人员24万人次，增长3.6%"
        return Subject(led.subject.product, "what was counted before")
    told = [d for d in earlier if d.measure in TRADE_MEASURES and d.subject is not None]
    last = told[-1] if told else None
    listed_ = reading.language == "ko" or (last is not None and last.moved.relation == "by")
    if listed_ and last is not None and last.subject is not None and last.subject.passing and not relative:
        # "반도체(27.5%), 승용차(45.9%) 등이 늘어 … 9억 달러": after the list the whole.
        last = next((d for d in reversed(told) if d.subject is not None and not d.subject.passing), None)
    if figure.noun is not None and not is_pack(scene, figure) and figure.kind in {"count", "quantity", "zero"}:
        counted = reading.text[figure.noun[0] : figure.noun[1]]
        traded = any(f.start < figure.noun[1] and figure.noun[0] < f.end for f in scene.flows)
        traded = traded or any(m.start < figure.noun[1] and figure.noun[0] < m.end for m in scene.sentence.countries)
        if not traded and (reading.language != "ko" or figure.noun[0] >= figure.end or is_name(reading, counted)):
            return Subject(counted, "what is counted", own=True)
    part = chinese_goods.part(reading, scene, figure, flow) if reading.language == "zh" else None
    if part is not None:
        return Subject(part, "goods that are a part", own=True)
    if reading.language == "zh" and chinese_goods.goes_on(reading, scene, last, draft):
        gone_on = last.subject.product if last is not None and last.subject is not None else None
        return Subject(gone_on, _EARLIER, own=True)
    if flow is not None and flow.goods is not None and han_names.is_all(flow.goods):
        return Subject(TOTAL, "goods of any kind")
    turned = turned_to(reading, scene, figure, flow) if reading.language == "ko" and flow is not None else None
    if turned is not None:
        return Subject(turned, "goods that the next clause is about", own=True)
    if flow is not None and flow.goods is not None:
        among = reading.language == "ko" and AMONG.search(reading.text, scene.sentence.start, flow.start) is not None
        return Subject(flow.goods, "goods of the flow", passing=among)
    if (
        flow is not None
        and draft.measure != "share"
        and reading.language == "ko"
        and _ALL.match(reading.text, flow.end)
    ):
        # "수출한 물품은", "수출한 전체 금액".
        return Subject(TOTAL, "all that is traded")
    sent = korean_goods.sent_on(reading, scene.sentence, figure) if reading.language == "ko" else None
    if sent is not None and draft.measure == "share":
        return Subject(sent, "goods that are sent on")
    if beside(reading, scene, figure) is not None and (last is None or flow is not last.flow or last.subject is None):
        told_of = last.subject.product if reading.language == "zh" and last is not None and last.subject else None
        told_of = None if told_of == TOTAL else told_of
        if flow is None and TRADERS.search(reading.text, scene.sentence.start, figure.start):
            return Subject(TOTAL, "goods of any kind")
        return Subject(told_of or context.lead_product or TOTAL, "goods of the text, by partners")
    priced = chinese_goods.priced(reading, scene, figure) if reading.language == "zh" else None
    if priced is not None and draft.measure == "price" and flow is None:
        return Subject(priced, "what has the price")
    together = chinese_goods.summed(reading, earlier, figure) if reading.language == "zh" else None
    if together is not None:
        return Subject(together, "several goods together")
    if reading.language == "zh" and flow is not None and chinese_goods.is_whole(reading, scene, figure, flow):
        return Subject(TOTAL, "the whole that a share is of")
    if reading.language == "zh" and draft.measure == "share":
        parts = [d.subject for d in told if d.subject is not None and not (d.flow is not None and d.flow.compared)]
        if parts and chinese_goods.shares_on(reading, scene, figure):
            # "假发出口1.6亿美元，占出口总额的六成": of what was just told of.
            return Subject(parts[-1].product, _EARLIER)
    topic = goods_of_topic(reading, scene, figure)
    if topic is not None:
        return Subject(topic, "goods that the sentence is about")
    if last is not None and last.subject is not None and (flow is None or flow is last.flow):
        return Subject(last.subject.product, _EARLIER)
    if flow is not None and last is not None and last.flow is not None and last.subject is not None:
        again = last.flow.sense == flow.sense and flow.sense != "trade"
        written = reading.text[last.flow.start : last.flow.end + 3]
        if (
            again
            and last.flow.goods
            and not flow.stated
            and reading.language == "zh"
            and any(w in written for w in _WHOLE)
        ):
            # "铁矿石进口总量增加6%，进口总额飙升85.7%"
            return Subject(last.subject.product, "goods of the same trade earlier in the sentence")
        again = again and (not flow.stated or (figure.kind == "quantity" and not flow.total))
        word = reading.text[max(flow.start - 3, 0) : flow.end]
        rival = reading.language == "zh" and last.flow.sense == flow.sense != "trade" and flow.home != last.flow.home
        # "美国出口了11亿美元的药品，而瑞士的出口为13亿": another's trade in the same goods.
        same_unit = reading.language == "zh" and figure.kind == "quantity" and figure.unit == last.figure.unit
        again = again or (same_unit and flow.goods is None and not flow.total)
        again = again or (rival and flow.stated and last.flow.pair.everyone != (last.flow.home,))
        again = again or (
            # "요소 7만t을 베트남에서 수입했고, 이어 중국에서 586만달러어치를 수입했다".
            reading.language == "ko"
            and last.flow.sense == flow.sense != "trade"
            and flow.home == last.flow.home is not None
            and flow.verb
            and figure.kind in {"money", "quantity"}
            and last.subject.product != TOTAL
        )
        if again and not any(mark in word for mark in ("총", "전체", "总", "總")):
            return Subject(last.subject.product, "goods of the same trade earlier in the sentence")
    held = led is not None and led.measure in LEVELS and led.subject is not None and led.subject.own
    if draft.measure == "share" and reading.language == "ko" and held and led is not None and led.subject is not None:
        between = reading.text[led.figure.end : figure.start]
        if "전체" in between and not any(led.figure.end <= m.start < figure.start for m in scene.sentence.goods):
            # "인모는 3천만 달러가 수입되어 전체 대중 수입의 10%를 점했다".
            return Subject(led.subject.product, "goods of the amount before it")
    if draft.measure == "share" and flow is not None:
        same = [f for f in scene.flows if f.end <= flow.start and f.sense == flow.sense and f.goods]
        if same and reading.language == "zh":
            # "果蔬出口回升，对华出口占六成": a partner's part of them.
            same = same if flow.away is not None and same[-1].home in {None, flow.home} else []
        if same:
            return Subject(same[-1].goods, "a part of the trade before it")
    if flow is None and draft.measure == "share" and reading.language == "ko" and context.sense == "trade":
        return Subject(TOTAL, "a part of all trade")
    if flow is None and balance and only is None and theme is None and not scene.sentence.goods:
        # "북한은 2억 달러가량 적자를 봤다".
        return Subject(TOTAL, "a balance of all goods")
    if flow is None:
        all_here = context.product == TOTAL and scene.sentence.block == context.product_block
        told_of = theme if reading.language == "ko" and context.product in {None, TOTAL} and not all_here else None
        if reading.language == "ko" and context.aside_block == scene.sentence.block and not all_here:
            told_of = told_of or (context.aside if context.product is None else None)
        return Subject(told_of or context.product or TOTAL, "goods of the sentence before")
    if reading.language == "zh" and flow.sense != "trade" and not flow.stated:
        earlier_trade = [f for f in scene.flows if f.end <= flow.start and f.sense == flow.sense and f.goods]
        if last is None and earlier_trade:
            # "手机进口量处于低点，因为该季度的进口量为60亿卢比"
            return Subject(earlier_trade[-1].goods, "goods of the same trade earlier in the sentence")
        both = any(f.sense == "trade" and not f.balance for f in scene.flows)
        if both and last is not None and last.subject is not None and last.subject.product == TOTAL:
            # "进出口总值…，其中出口…，进口…": parts of all trade.
            return Subject(TOTAL, "a part of all trade")
    if reading.language == "zh" and chinese_goods.is_the_other_way(last, flow):
        # "对土出口11.6亿美元，进口10.1亿美元": of all goods, too.
        return Subject(TOTAL, "a part of all trade")
    aside = context.aside if context.aside_block == scene.sentence.block and reading.language == "ko" else None
    spoken_of = aside or context.product
    if reading.language == "ko" and spoken_of not in {None, TOTAL} and _made_there(reading, scene, flow):
        # "커피 시장을 케냐산이 장악했다. 케냐산 수입은": of what was spoken of.
        return Subject(spoken_of, "goods of the sentence before")
    one_way = reading.language == "ko" and (flow.sense != "trade" or flow.balance) and not flow.total
    summed = context.product == TOTAL and scene.sentence.block == context.product_block
    named_here = scene.sentence.block == context.product_block and context.product not in {None, TOTAL}
    other = named_here and theme is not None and not alike(theme, context.product or "")
    if (
        theme is not None
        and one_way
        and not summed
        and not other
        and not any(d.subject and d.subject.product == TOTAL for d in earlier)
    ):
        return Subject(theme, "goods that the text is about")
    carried = carried_over(reading, flow, figure, scene, context, lead)
    word = reading.text[max(flow.start - 3, 0) : flow.end + 3]
    whole = flow.total or any(mark in word for mark in _WHOLE)
    whole = whole and not is_amount(reading, flow)
    if whole and carried.rule == "goods of the title and the outset":
        return Subject(TOTAL, "no goods named")
    if carried.product == TOTAL and flow.sense != "trade" and not whole and not (summed and one_way):
        afresh = flow.stated and flow.away is not None and scene.sentence.block != context.product_block
        afresh = afresh and not by_partner
        afresh = afresh and not reading.text.startswith("其中", scene.sentence.start)
        afresh = afresh or (last is not None and last.subject is not None and last.subject.product == TOTAL)
        goods = of_which(reading, scene, flow) or (None if afresh else sole(lead, flow, only))
        all_else = any(d.subject is not None and d.subject.product == TOTAL for d in earlier)
        goods = goods or (only if throughout and not afresh else None)
        goods = None if all_else and reading.language == "ko" else goods
        if goods is not None:
            return Subject(goods, "the only goods of the text")
        apart = flow.stated and flow.away is not None
        if (
            reading.language == "ko"
            and not of_all
            and not apart
            and not earlier
            and context.product not in {None, TOTAL}
        ):
            # Where a text has told of nothing but goods, a new paragraph without any goes on with the last ones.
            return Subject(context.product, "goods of the paragraph before")
        partnered = reading.language == "zh" and flow.stated and flow.away is not None and draft.measure != "share"
        if partnered and context.theme is not None and context.product in {None, context.theme}:
            return Subject(context.theme, "goods that the text is about")
    return carried


def _made_there(reading: Reading, scene: Scene, flow: Flow) -> bool:
    """ "베트남산 수입액은": of the goods spoken of, made in a country."""
    return any(p.role == "from" and reading.text[p.end : flow.start] == "산 " for p in scene.parties)
