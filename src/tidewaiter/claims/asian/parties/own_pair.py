"""Ends that the words around a Korean or Chinese figure give it: its share, its bracket, the country beside it."""

from __future__ import annotations

import re

from tidewaiter.claims.asian import brackets
from tidewaiter.claims.asian.goods.flow_goods import OF_SHARE
from tidewaiter.claims.asian.nouns import chinese_lists
from tidewaiter.claims.asian.parties import beside_figure, chinese_partners, korean_rivals, partners, ranking, sharers
from tidewaiter.claims.asian.parties.asked_pair import AskedPair, Found
from tidewaiter.claims.asian.roles import korean_ends
from tidewaiter.claims.reading.scene import HELD_AGAINST, TOTAL, pair_of

_SHARE_OF_IT = re.compile(r"(?:으로|로),? (?:전체 ?(?:[가-힣]{1,4} ?){0,2}(?:의|에서|중) )?(?:약 |겨우 |무려 )?")
_HOW_MUCH = re.compile(r"[，,（(](?:约|約|近|逾|达|達|为|為|即|共|合)*")
#: "占其对华出口总额": where the whole goes is said.
_ITS_END = re.compile(r"[对對向从從自往]")
_ITS_SHARE = "whose share it is"
_BESIDE = "the country beside the figure"
_DID_SO = "another that did so"


def its_share(asked: AskedPair) -> Found:
    """Whose share a figure is."""
    if asked.draft.measure == "share" and asked.korean:
        held = korean_ends.pair_held(asked.reading, asked.scene, asked.draft, asked.context)
        if held is not None:
            return held, _ITS_SHARE
    sharer = sharers.sharer(asked.reading, asked.scene, asked.draft, asked.context)
    return None if sharer is None else (sharer, _ITS_SHARE)


def whole_of_share(asked: AskedPair) -> Found:
    """ "对德国出口24亿美元，占出口总额400亿美元的6.0%": what all exports to one are a part of goes everywhere."""
    flow, subject = asked.flow, asked.draft.subject
    if flow is None or subject is None or subject.rule != OF_SHARE or flow.sense == "trade" or flow.home is None:
        return None
    held = [c for c in asked.scene.sentence.cues_of("share") if c.end <= flow.start]
    if not held or _ITS_END.search(asked.reading.text, held[-1].end, flow.start):
        return None
    last, before = asked.last, [f for f in asked.scene.flows if f.end <= held[-1].start]
    of_all = last.subject is not None and last.subject.product == TOTAL if last is not None else bool(before)
    # "自德国进口大豆…，占进口总额…": goods are a part of what is bought there, too.
    part = last.pair if last is not None else before[-1].pair if before and not before[-1].goods else flow.pair
    if not of_all or part != flow.pair or None in (part.sender, part.receiver):
        return None
    return pair_of(flow.sense, flow.home), "the whole that a share is of"


def bracketed(asked: AskedPair) -> Found:
    """ "泰国23万吨（占26%）": the bracket goes on with the figure before it."""
    flow, last, start = asked.flow, asked.last, asked.figure.start
    bracket = brackets.opening(asked.reading.text, asked.scene.sentence.start, start)
    if last is None or bracket != last.figure.end:
        return None
    # "31억 달러(수출 19억 달러, 수입 12억 달러)": each has trade of its own.
    own_trade = asked.korean and flow is not None and bracket < flow.start < start
    return None if own_trade else (last.pair, "the figure before the bracket")


def share_of_amount(asked: AskedPair) -> Found:
    """ "중국산은 4만t으로 15%": the share of the amount right before it."""
    last = asked.last
    if not asked.korean or last is None or asked.draft.measure != "share":
        return None
    if last.measure not in {"trade_value", "trade_quantity"}:
        return None
    again = _SHARE_OF_IT.fullmatch(asked.reading.text, last.figure.end, asked.figure.start) is not None
    return (last.pair, "the figure before") if again else None


def held_against(asked: AskedPair) -> Found:
    """Another partner's amount, beside which one stands."""
    rival = chinese_partners.rival(asked.reading, asked.scene, asked.draft)
    return None if rival is None else (rival, HELD_AGAINST)


def sourced(asked: AskedPair) -> Found:
    """Where a Chinese part is said to come from or go to."""
    if not asked.chinese:
        return None
    pair = chinese_partners.sourced(asked.reading, asked.scene, asked.draft, asked.context)
    return None if pair is None else (pair, "where the part is said to come from or go to")


def destined(asked: AskedPair) -> Found:
    """Where Korean goods are said to come from or go to."""
    if asked.chinese:
        return None
    reading, scene, draft, context = asked.reading, asked.scene, asked.draft, asked.context
    pair = (
        korean_rivals.ranks_before(reading, scene, draft)
        or korean_rivals.ranks_before_last(reading, scene, draft, asked.last)
        or korean_rivals.declared(reading, scene, draft, context)
        or korean_rivals.all_of_them(reading, scene, draft, asked.last)
        or korean_ends.whole_of(reading, scene, draft)
        or korean_ends.origin_of(reading, scene, draft, context)
        or korean_ends.destined(reading, scene, draft, context)
        or korean_ends.pair_beyond(reading, scene, draft, context)
        or korean_ends.from_there(reading, scene, draft, context)
    )
    return None if pair is None else (pair, "where the goods are said to come from or go to")


def did_so(asked: AskedPair) -> Found:
    """ "일본은 270만t으로 61% 줄었다": another that sold the same, and what more is said of it."""
    rival = (
        chinese_partners.buys_too(asked.reading, asked.scene, asked.draft, asked.context)
        or chinese_partners.supplies_too(asked.reading, asked.scene, asked.draft, asked.context)
        if asked.chinese
        else asked.memory.also_sold(asked.reading, asked.scene, asked.draft)
    )
    if rival is not None:
        return rival, _DID_SO
    last = asked.last
    if last is None or asked.last_rule != _DID_SO or asked.named_since:
        return None
    # "阿曼为300万吨，同比下降3%"; in Korean no trade may be named in the sentence at all.
    flows = asked.scene.flows
    traded = any(last.figure.end <= f.start < asked.figure.start for f in flows) if asked.chinese else bool(flows)
    return None if traded else (last.pair, _DID_SO)


def beside(asked: AskedPair) -> Found:
    """The country beside the figure."""
    reading, scene, draft, context = asked.reading, asked.scene, asked.draft, asked.context
    listed = chinese_lists.partner(reading, scene, draft, context) if asked.chinese else None
    pair = listed or beside_figure.pair_beside(reading, scene, draft, context)
    return None if pair is None else (pair, _BESIDE)


def share_of_beside(asked: AskedPair) -> Found:
    """ "土耳其以9亿美元居首，占38.3%": the share of the country beside the figure before."""
    last = asked.last
    if last is None or asked.last_rule != _BESIDE or asked.draft.measure != "share" or asked.named_since:
        return None
    return None if "；" in asked.reading.text[last.figure.end : asked.figure.start] else (last.pair, _BESIDE)


def amount_of_share(asked: AskedPair) -> Found:
    """ "其中白俄罗斯占20%，约250万吨": how much the share before is."""
    last = asked.last
    if last is None or asked.last_rule != _ITS_SHARE or asked.figure.kind not in {"money", "quantity"}:
        return None
    again = _HOW_MUCH.fullmatch(asked.reading.text, last.figure.end, asked.figure.start)
    return (last.pair, _ITS_SHARE) if again else None


def together(asked: AskedPair) -> Found:
    """Several partners together."""
    pair = partners.together(asked.reading, asked.scene, asked.draft, asked.context)
    return None if pair is None else (pair, "several together")


def of_topic(asked: AskedPair) -> Found:
    """The partner that the clause is about."""
    pair = partners.topic(asked.reading, asked.scene, asked.draft, asked.context, asked.lead)
    return None if pair is None else (pair, "the partner that the clause is about")


def ranked(asked: AskedPair) -> Found:
    """The partner whose turn it is."""
    pair = ranking.in_turn(asked.reading, asked.scene, asked.draft, asked.context, asked.lead)
    return None if pair is None else (pair, "the partner whose turn it is")
