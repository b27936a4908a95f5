"""Between whom a figure's trade is, in Korean and Chinese: the rules in order, the first that knows decides."""

from __future__ import annotations

import re

from tidewaiter.claims.asian import brackets
from tidewaiter.claims.asian.flows.korean_flows import LIMITED
from tidewaiter.claims.asian.flows.memory import Memory
from tidewaiter.claims.asian.measures import balances, measures, prices
from tidewaiter.claims.asian.nouns import chinese_lists
from tidewaiter.claims.asian.parties import chinese_partners, partners, ranking, sharers, turns
from tidewaiter.claims.asian.roles import korean_ends
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import HELD_AGAINST, Draft, Flow, Scene, pair_of

_SHARE_OF_IT = re.compile(r"(?:으로|로),? (?:전체 ?(?:[가-힣]{1,4} ?){0,2}(?:의|에서|중) )?(?:약 |겨우 |무려 )?")
_ITS_SHARE = "whose share it is"
_HOW_MUCH = re.compile(r"[，,（(](?:约|約|近|逾|达|達|为|為|即|共|合)*")
_BESIDE = "the country beside the figure"
#: A paragraph that goes through the goods of a trade.
_ITEMS = re.compile(
    r"(?:주요 )?(?:품목|상품|제품|물품)별|주요 (?:수출|수입)? ?(?:품목|상품)"
    r"|(?:分|按|从|從|就|以)?(?:具体|具體)?(?:主要)?(?:商品|产品|產品|品种|品種|品类|品類|品目|货物|貨物)(?:构成|構成|结构|結構|类别|類別)?"
    r"(?:中|方面|来看|來看|上看|看|划分|劃分)"
)
_DID_SO = "another that did so"
#: How a subject is told that nobody trades.
_COUNTED = "what is counted"


def _again(reading: Reading, last: Draft, draft: Draft) -> bool:
    """Whether a share is that of the amount right before it."""
    level = last.measure in {"trade_value", "trade_quantity"}
    return level and _SHARE_OF_IT.fullmatch(reading.text, last.figure.end, draft.figure.start) is not None


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
    if prices.paid(reading, scene, draft.figure) is not None:
        return Pair(), "no trade"
    paid_before = last is not None and last.subject is not None and last.subject.rule == prices.NO_TRADE
    if paid_before and reading.language == "zh" and draft.flow is None and draft.moved.relation == "by":
        # "新签合同额3.4亿美元，同比增长1.7倍"
        return Pair(), "no trade"
    if draft.flow is None and draft.measure == "share" and last is None and not scene.flows and draft.subject:
        counted = draft.subject.rule == _COUNTED
        if counted:
            return Pair(), "a part of what is counted"
    if draft.rules.get("measure") == balances.A_BALANCE and draft.flow is None and reading.language == "ko":
        both = tuple(dict.fromkeys(p.code for p in scene.parties if p.code))
        if len(both) == 2:
            # "북한의 대중 적자는".
            return Pair(partners=both), "the balance of two ways"
    two_way = context.sense == "trade" and len(context.pair.everyone) == 2
    if draft.rules.get("measure") == balances.A_BALANCE and draft.flow is None and two_way:
        return Pair(partners=context.pair.everyone), "the balance of two ways"
    if draft.measure == "cap" and draft.flow is None and reading.language == "ko":
        bound = next((p.code for p in reversed(scene.parties) if p.end <= draft.figure.start and p.code), None)
        if bound is not None and context.sense != "trade":
            # "결의는 북한이 한 해 들여올 수 있는 정제유를 50만 배럴로 제한한다": whoever sells it.
            return pair_of(context.sense or "import", bound), "who is limited"
        if (
            bound is None
            and context.pair.receiver
            and LIMITED.search(reading.text, scene.sentence.start, draft.figure.start)
        ):
            # "연간 상한선 50만 배럴의 33%": whoever sells it.
            return Pair(None, context.pair.receiver), "who is limited"
    if draft.measure in {"cases", "deaths", "rate"} or (
        draft.measure in {"count", "other", "doses"} and draft.flow is None
    ):
        opens = draft.rules.get("measure") == balances.A_BALANCE and not context.pair.everyone
        opens = opens and reading.language == "ko"
        place = next((p.code for p in scene.parties), context.home if opens and context.home else context.subject)
        if reading.language == "ko" and draft.rules.get("measure") == measures.MADE:
            # "한국 농촌진흥청은 북한의 생산량을 …": of whom it stands last.
            place = next((p.code for p in reversed(scene.parties) if p.end <= draft.figure.start), place)
        return Pair(partners=tuple(c for c in [place] if c)), "where it is counted"
    if draft.measure == "other" and balances.is_balance(reading, draft.figure) and draft.flow is not None:
        return Pair(partners=draft.flow.pair.everyone), "the balance of two ways"
    if draft.measure == "share" and reading.language == "ko":
        held = korean_ends.pair_held(reading, scene, draft, context)
        if held is not None:
            return held, _ITS_SHARE
    sharer = sharers.sharer(reading, scene, draft, context)
    if sharer is not None:
        return sharer, _ITS_SHARE
    bracket = brackets.opening(reading.text, scene.sentence.start, draft.figure.start)
    # "31억 달러(수출 19억 달러, 수입 12억 달러)": each has trade of its own.
    own_trade = draft.flow is not None and bracket is not None and bracket < draft.flow.start < draft.figure.start
    if last is not None and bracket == last.figure.end and not (own_trade and reading.language == "ko"):
        # "泰国23万吨（占26%）": the bracket goes on with the figure before it.
        return last.pair, "the figure before the bracket"
    if reading.language == "ko" and last is not None and draft.measure == "share" and _again(reading, last, draft):
        # "중국산은 4만t으로 15%": the share of the amount before it.
        return last.pair, "the figure before"
    rival = chinese_partners.rival(reading, scene, draft)
    if rival is not None:
        return rival, HELD_AGAINST
    if reading.language == "zh":
        sourced = chinese_partners.sourced(reading, scene, draft, context)
        if sourced is not None:
            return sourced, "where the part is said to come from or go to"
        supplied = chinese_partners.supplies_too(reading, scene, draft, context)
        if supplied is not None:
            return supplied, _DID_SO
        if last is not None and last.rules.get("parties") == _DID_SO:
            behind = [p.start for p in scene.parties] + [f.start for f in scene.flows]
            if not any(last.figure.end <= start < draft.figure.start for start in behind):
                # "阿曼为300万吨，同比下降3%".
                return last.pair, _DID_SO
    else:
        named = korean_ends.whole_of(reading, scene, draft)
        named = named or korean_ends.origin_of(reading, scene, draft, context)
        named = named or korean_ends.destined(reading, scene, draft, context)
        named = named or korean_ends.pair_beyond(reading, scene, draft, context)
        named = named or korean_ends.from_there(reading, scene, draft, context)
        if named is not None:
            return named, "where the goods are said to come from or go to"
        rival_ = memory.also_sold(reading, scene, draft)
        if rival_ is not None:
            return rival_, _DID_SO
        did_so = last is not None and last.rules.get("parties") == _DID_SO and not scene.flows
        if did_so and last and not any(last.figure.end <= p.start < draft.figure.start for p in scene.parties):
            # "일본은 270만t으로 61% 줄었다".
            return last.pair, _DID_SO
    listed = chinese_lists.partner(reading, scene, draft, context) if reading.language == "zh" else None
    beside = listed or partners.pair_beside(reading, scene, draft, context)
    if beside is not None:
        return beside, _BESIDE
    if last is not None and last.rules.get("parties") == _BESIDE and draft.measure == "share":
        between = reading.text[last.figure.end : draft.figure.start]
        if not any(last.figure.end <= p.start < draft.figure.start for p in scene.parties) and "；" not in between:
            # "土耳其以9亿美元居首，占38.3%"
            return last.pair, _BESIDE
    again = last is not None and last.rules.get("parties") == _ITS_SHARE and draft.figure.kind in {"money", "quantity"}
    if again and last is not None and _HOW_MUCH.fullmatch(reading.text, last.figure.end, draft.figure.start):
        # "其中白俄罗斯占20%，约250万吨"
        return last.pair, _ITS_SHARE
    summed = partners.together(reading, scene, draft, context)
    if summed is not None:
        return summed, "several together"
    topic = partners.topic(reading, scene, draft, context, lead)
    if topic is not None:
        return topic, "the partner that the clause is about"
    ranked = ranking.in_turn(reading, scene, draft, context, lead)
    if ranked is not None:
        return ranked, "the partner whose turn it is"
    if draft.measure == "cap" and reading.language == "zh" and draft.flow is not None and draft.flow.sense != "trade":
        named_here = {p.code for p in scene.parties}
        kept = [c if c in named_here else None for c in (draft.flow.pair.sender, draft.flow.pair.receiver)]
        return Pair(kept[0], kept[1]), "who is limited"
    if draft.flow is not None:
        turn = turns.turn(reading, scene, draft.figure, draft.flow) or turns.each(
            reading, scene, draft.figure, draft.flow
        )
        return (turn, "another partner, by itself") if turn is not None else (draft.flow.pair, "the flow's ends")
    made = last is not None and last.flow is None and last.rules.get("measure") == measures.MADE
    if made and last is not None and draft.measure in {"change", "ratio"}:
        # "생산량은 138만t으로 평균보다 16% 적었고": nothing of it is traded.
        return last.pair, "the figure before"
    told = memory.told_of(reading, scene, draft, context)
    if told is not None:
        return told, "the trade in these goods"
    if last is not None and last.pair.everyone:
        return last.pair, "the figure before"
    if _by_item(reading, scene, context) and context.lead is not None:
        # "수입액은 12만 달러였다.\n\n품목별로는 밀가루가": a new paragraph comes back to what the text is about.
        context.pair, context.sense = context.lead
        return context.pair, "the trade that the text began with"
    return context.pair, "the flow of the sentence before"


def _by_item(reading: Reading, scene: Scene, context: Context) -> bool:
    """Whether a paragraph begins with goods one by one, after the other way of the trade that the text began with."""
    start = scene.sentence.start
    if context.lead is None or context.lead[1] == "trade" or not _ITEMS.match(reading.text, start):
        return False
    if reading.text[:start].rstrip(" ")[-1:] != "\n":
        return False
    there, now = context.lead[0], context.pair
    return None not in (there.sender, there.receiver) and (there.sender, there.receiver) == (now.receiver, now.sender)
