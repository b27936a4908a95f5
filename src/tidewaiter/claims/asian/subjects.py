"""What a figure is about in Korean and Chinese: goods next to it, else its flow's, else the context's."""

from __future__ import annotations

import re

from tidewaiter.claims.asian import chinese_goods, chinese_lists, chinese_topics, han_nouns, korean_goods
from tidewaiter.claims.asian.balances import A_BALANCE, AGAIN
from tidewaiter.claims.asian.brackets import behind_aside, opening
from tidewaiter.claims.asian.carried_goods import AMONG, carried_over, is_amount, of_which, sole
from tidewaiter.claims.asian.korean_nouns import is_name
from tidewaiter.claims.asian.lists import listed
from tidewaiter.claims.asian.measures import MADE
from tidewaiter.claims.asian.own_goods import bracketed, is_pack, item, moving_goods, own_goods, ware
from tidewaiter.claims.asian.partners import beside
from tidewaiter.claims.asian.told_goods import alike
from tidewaiter.claims.context import Context
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading import Reading
from tidewaiter.claims.scene import TOTAL, TRADE_MEASURES, Draft, Flow, Scene, Subject

#: Endings of a change that leads to the level behind it.
_LED = ("한 ", "된 ", "난 ", "든 ", "진 ", "른 ", "린 ", "뛴 ", "은 ", "인 ", "한 약 ", "난 약 ", "든 약 ")
#: What a verb of trade is said of where it is of everything.
_ALL = re.compile(r"(?:한|된|하는|해 온) (?:전체 |총 )?(?:물품|상품|제품|금액|총액|액수|규모)(?:[은는이가의 ])")
_CAME_TO = re.compile(r"(?:\([^()]*\))?(?:으로|로)(?:서)?,? [^,;0-9]{0,24}")
_TURNED_FROM = re.compile(r"지만,? |으나,? |…|반면,? ")
#: "전체 인구의 42.4%".
_OF_PEOPLE = re.compile(r"(?:전체|총|북한) (인구|주민|국민|가구|어린이|아동|여성|노동자|근로자)의 (?:약 )?\Z")
_IS_SO = frozenset({"인", "에 해당하는", "수준인", "에 불과한"})
_RIGHT_BEHIND = 8
_EARLIER = "goods earlier in the sentence"
_LEVELS = frozenset({"trade_value", "trade_quantity"})
#: What says that all goods are meant.
_WHOLE = ("총", "전체", "总", "總", "整体", "整體", "全部", "外贸", "外貿")
#: The end of a clause, and what makes goods those that the next is about.
_ENDED, _TOPICAL = (
    re.compile(r"[가-힣](?:며|고|지만|으나|반면)[, ]"),
    (" 역시 ", " 또한 ", "도 ", "은 ", "는 ", "의 경우"),
)
_AS_FOR = ("의 경우", " 경우", " 역시 ", " 또한 ", "은 ", "는 ", "가 ", "이 ", "도 ", "方面", "的表现", "的表現")


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
    own = item(reading, scene, figure) if relative or reading.language == "ko" else None
    if own is None:
        own = moving_goods(reading, scene, figure) if moved else own_goods(reading, scene, figure)
    if own is None and reading.language == "zh" and not relative:
        own = bracketed(reading, scene, figure)
    if own is None and reading.language == "zh" and draft.moved.relation == "from":
        own = chinese_goods.starting(reading, scene, figure)
    if own is None and reading.language == "zh":
        own = han_nouns.beside(reading, scene.sentence, draft, moved=moved)
    if own is None and reading.language == "zh" and draft.measure in _LEVELS:
        own = chinese_lists.goods(reading, scene, figure)
    if own is None and reading.language == "zh" and draft.measure == "share":
        own = han_nouns.sharing(reading, scene.sentence, figure)
    if own is None:
        own = ware(reading, scene, figure, at_once=moved)
    if own is None and reading.language == "ko" and draft.measure == "cap":
        limited = [m for m in scene.sentence.goods if m.good_id != "total" and m.end <= figure.start]
        own = listed(reading, scene.sentence, limited[-1]) if limited else None
    if own is None and reading.language == "ko" and draft.measure in {*_LEVELS, "share"}:
        own = korean_goods.held_by(reading, scene.sentence, figure)
    if own is None and reading.language == "ko" and _may_be_told(draft, context):
        own = korean_goods.told(reading, scene.sentence, figure) or korean_goods.item(reading, scene.sentence, figure)
    if own is None and reading.language == "ko" and draft.measure in _LEVELS:
        own = korean_goods.worth(reading, scene.sentence, figure) or korean_goods.named_before(
            reading, scene.sentence, figure
        )
    if own is None and reading.language == "ko" and draft.measure == "share":
        own = korean_goods.part_is(reading, scene.sentence, figure) or korean_goods.shared(
            reading, scene.sentence, figure
        )
        own = own or korean_goods.told(reading, scene.sentence, figure)
        own = own or korean_goods.item(reading, scene.sentence, figure)
    if own is None and reading.language == "ko" and draft.measure == "share":
        people = _OF_PEOPLE.search(reading.text, scene.sentence.start, figure.start)
        if people is not None:
            return Subject(people[1], "what is counted")
    if own is not None and reading.language == "zh":
        if han_nouns.is_all(own):
            return Subject(TOTAL, "goods of any kind", own=True)
        own = han_nouns.without_link(own)
    if own is None and reading.language == "ko" and draft.measure == "price":
        own = korean_goods.priced(reading, scene.sentence, figure)
    if own is not None:
        passing = moved and opening(reading.text, scene.sentence.start, figure.start) is not None
        passing = passing or chinese_goods.is_part(reading, scene, figure, earlier)
        return Subject(own, "goods next to the figure", own=True, passing=passing)
    led = earlier[-1] if earlier else None
    if led is not None and led.subject is not None and led.subject.own and led.measure == "change" and not relative:
        between = reading.text[led.figure.end : figure.start]
        if reading.language == "ko" and len(between) <= 10 and between.endswith(_LED) and "," not in between:
            # "가공식품은 4.6% 증가한 75억 달러": the level that the change led to is of the same.
            return Subject(led.subject.product, "goods of the change to it", own=True)
    owned = led is not None and led.subject is not None and led.subject.own and led.measure in _LEVELS
    came_to = owned and led is not None and _CAME_TO.fullmatch(reading.text, led.figure.end, figure.start) is not None
    in_bracket = (
        owned and led is not None and opening(reading.text, scene.sentence.start, figure.start) == led.figure.end
    )
    if in_bracket and relative and led is not None and led.subject is not None:
        # "음료 3억 8800만 달러(11.8%)".
        return Subject(led.subject.product, "goods of the amount before it", own=True)
    if came_to and led is not None and led.subject is not None and moved and reading.language == "ko":
        # "포도는 6000만달러로 작년 같은 기간보다 35.9%나 늘었다".
        return Subject(led.subject.product, "goods of the amount before it", own=True)
    half = (
        led is not None
        and led.measure in {"ratio", "share"}
        and reading.text[led.figure.end : figure.start].strip() in _IS_SO
    )
    if half and led is not None and led.subject is not None and led.subject.own:
        # "인모는 전달의 절반인 1천60만 달러".
        return Subject(led.subject.product, "goods of the amount before it", own=True)
    reached = reading.language == "ko" and draft.moved.relation == "to"
    began = reached and led is not None and reading.text[led.figure.end : figure.start].startswith("에서 ")
    if began and led is not None and led.subject is not None and led.subject.own:
        # "밀가루 수출은 4t에서 12t으로, 대두유는 0에서 2천t으로".
        return Subject(led.subject.product, "goods of the amount it began at")
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
    if flow is not None and flow.goods is not None and han_nouns.is_all(flow.goods):
        return Subject(TOTAL, "goods of any kind")
    turned = _turned_to(reading, scene, figure, flow) if reading.language == "ko" and flow is not None else None
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
    topic = _topic(reading, scene, figure)
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
    held = led is not None and led.measure in _LEVELS and led.subject is not None and led.subject.own
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
    if reading.language == "ko" and context.product not in {None, TOTAL} and _made_there(reading, scene, flow):
        return Subject(context.product, "goods of the sentence before")
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


def _turned_to(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> str | None:
    """ "쌀 수입액은 520만 달러였으며, 비료 역시 4만 톤에서": goods that a clause behind the trade is about."""
    for mention in reversed(scene.sentence.goods):
        if mention.good_id == "total" or not flow.end <= mention.start < mention.end <= figure.start:
            continue
        ended = _ENDED.search(reading.text, flow.end, mention.start) is not None
        if ended and reading.text.startswith(_TOPICAL, mention.end):
            return listed(reading, scene.sentence, mention)
    return None


def _made_there(reading: Reading, scene: Scene, flow: Flow) -> bool:
    """ "베트남산 수입액은": of the goods spoken of, made in a country."""
    return any(p.role == "from" and reading.text[p.end : flow.start] == "산 " for p in scene.parties)


def _may_be_told(draft: Draft, context: Context) -> bool:
    """Whether a figure is of trade, so that what it is said of are goods."""
    if draft.measure == "ratio":
        return draft.figure.unit in {"percent", "times"} and draft.moved.relation == "by"
    if draft.measure == "change":
        return draft.moved.relation == "by" and draft.figure.unit in {"percent", "times"}
    if draft.measure == "other":
        return draft.flow is not None and draft.flow.balance
    return draft.measure in {"trade_value", "trade_quantity"} and (draft.flow is not None or context.sense is not None)


#: What is said of goods before figures of theirs: "成衣是第二大出口品，", "大米是当月最大宗的采购，", "煤炭居首，".
_CALLED = re.compile(
    r"(?:仍然?|依然|依旧|依舊|一直|始终|也|都|则|則|继续|繼續)?(?:是|为|為|成为|成為|居|位居|位列|名列|高居|稳居|穩居|排名?)"
    r"(?:[^，,。；;\d]|\d{1,4}[年月]){0,24}(?:品|产品|產品|商品|货物|貨物|项目|項目|品类|品類|大宗|采购|採購|单项|單項|来源|來源|主力|大头|大頭|[第之]一|[第之]二|[第之]三|首位?|榜首|前列)[，,：:]"
)
_HAN_NAME = re.compile(
    r"[\u3400-\u9fff]{1,8}?(?=(?:仍然?|依然|依旧|依舊|一直|始终|也|都|则|則|继续|繼續)?(?:是|为|為|成为|成為|居|位居|位列|名列|高居|稳居|穩居|排))"
)
#: What a sentence may turn with before the goods that it is about.
_MOST = re.compile(
    r"(?:最(?:多|大|少|小)|增加|减少|減少|增长|增長|下降|上升|[上下]跌|上涨)的(?:商品|产品|產品|品类|品類|货物|貨物|单项|單項|品项|品項|作物|农产品|農產品|品种|品種)?(?:是|为|為)([\u3400-\u9fff、]{2,14}?)等?[，,]"
)
#: "出口品项以磷酸二铵居首，金额…", "商品以假发为大宗，达…"; "海扇贝上年同期为…".
_WITH_MOST = re.compile(r"以([\u3400-\u9fff]{2,10}?)(?:居首|居冠|为大宗|為大宗|最多|居多|为首|為首|为主|為主)[，,]")
_THEN = re.compile(r"([\u3400-\u9fff]{2,6}?)(?=(?:上年|去年)同期)")
_TURNED = re.compile(
    r"(?:[按从從就以][^，,。；;\d]{2,10}[看言分]|其中|另外|此外|分商品看|按商品看|具体来看|具體來看|品项方面|品項方面|商品方面|进口方面|出口方面)?[，,]?"
)


def _topic(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """ "희토류의 경우", "사과가 대만으로 수출이 …": the goods that a sentence or a clause is about."""
    text = reading.text
    if reading.language == "zh":
        most = _MOST.search(text, scene.sentence.start, figure.start) or _WITH_MOST.search(
            text, scene.sentence.start, figure.start
        )
        most = most or _THEN.match(text, scene.sentence.start, figure.start)
        if most is not None and han_nouns.is_free(reading, scene.sentence, *most.span(1)):
            return most[1]
        opening_goods = chinese_topics.opening_goods(reading, scene.sentence, figure)
        if opening_goods is not None:
            return opening_goods
        turned = _TURNED.match(text, scene.sentence.start)
        start = turned.end() if turned is not None else scene.sentence.start
        name = _HAN_NAME.match(text, start)
        if (
            name is not None
            and _CALLED.match(text, name.end())
            and han_nouns.is_free(reading, scene.sentence, *name.span())
        ):
            return name[0]
    if reading.language == "ko" and (named := korean_goods.headed(reading, scene.sentence, figure)) is not None:
        return named
    for mention in reversed(scene.sentence.goods):
        if mention.good_id == "total" or mention.end > figure.start:
            continue
        each = any(c.start == mention.end for c in scene.sentence.cues_of("respectively"))
        end = behind_aside(text, mention.end, scene.sentence.figures) if reading.language == "ko" else mention.end
        left = reading.language == "ko" and _TURNED_FROM.search(text, end, figure.start) is not None
        if left and any(end <= f.start < figure.start for f in scene.flows):
            # "석탄은 막혔지만 대북수출 30% 급증".
            continue
        if each or text.startswith(_AS_FOR, end):
            return listed(reading, scene.sentence, mention)
        between = text[mention.end : figure.start]
        if len(between) <= 40 and "最主要的是" in text[max(mention.start - 8, 0) : mention.start]:
            return listed(reading, scene.sentence, mention)
    return None
