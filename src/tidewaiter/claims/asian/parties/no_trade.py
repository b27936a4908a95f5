"""Whose a Korean or Chinese figure is that tells no trade from one to another: paid, counted, limited or a balance."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.flows.korean_flows import LIMITED
from tidewaiter.claims.asian.measures import balances, made, prices
from tidewaiter.claims.asian.parties.asked_pair import AskedPair, Found
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.prices_told import AT_HOME, MONEY_AT_HOME, TRADED_IN
from tidewaiter.claims.reading.scene import pair_of

#: Who limits what one country may buy, and how near before the limit that is told.
_RESOLVED = re.compile(r"安理会|安理會|联合国|聯合國|决议|決議|制裁")
_NEAR = 24
_EACH_YEAR = re.compile(r"(?:연간|한 해|매년) (?:공급 |수입 |반입 )?(?:상한|한도|제한|쿼터)")
#: "1달러당 8200원": what money costs in other money.
_EXCHANGED = re.compile(r"_per_[A-Z]{3}\Z")
#: Where prices are asked that are nobody's trade, or the whole world's.
_MARKET = re.compile(
    r"(?<![수출입] )시장(?:에서|의|에 나온)|장마당|암시장|시중|소매|도매|시세|현물|선물"
    r"|국제 ?(?:가격|시세|곡물)|본선인도|\(FOB\)"
)
#: How a subject is told that nobody trades.
_AT_HOME = "a price at home"
_COUNTED = "what is counted"
_TWO_WAYS = "the balance of two ways"
_LIMITED = "who is limited"


def paid(asked: AskedPair) -> Found:
    """ "新签合同额3.4亿美元，同比增长1.7倍": money that is paid for something else, and in Chinese its change."""
    if prices.paid(asked.reading, asked.scene, asked.figure) is not None:
        return Pair(), "no trade"
    last = asked.last
    before = last is not None and last.subject is not None and last.subject.rule == prices.NO_TRADE
    goes_on = before and asked.chinese and asked.flow is None and asked.draft.moved.relation == "by"
    return (Pair(), "no trade") if goes_on else None


def at_home(asked: AskedPair) -> Found:
    """ "장마당에서 쌀 1kg에 북한 돈 5천 원": nobody trades abroad in that money."""
    subject = asked.draft.subject
    priced = asked.draft.measure in {"price", "change", "other"} and _is_own_money(asked.figure)
    priced = priced or (asked.korean and _EXCHANGED.search(asked.figure.unit) is not None)
    moved = subject is not None and subject.rule == AT_HOME
    told = priced or moved or _is_at_market(asked) or _moved_at_market(asked)
    return (Pair(), _AT_HOME) if told else None


def _is_own_money(figure: Figure) -> bool:
    """Whether a figure is in money that is worth nothing abroad."""
    return figure.unit.partition("_per_")[0] in MONEY_AT_HOME


def _is_at_market(asked: AskedPair) -> bool:
    """ "카불 시장에서 밀가루 값은 1,750아프가니": a price asked at a market, in a sentence that names no trade."""
    if not asked.korean or asked.draft.measure != "price" or asked.flow is not None or asked.scene.flows:
        return False
    own = asked.figure.unit.partition("_per_")[0]
    if asked.figure.kind == "money" and own not in TRADED_IN:
        # "밀가루 한 포대 값은 1천500낙파": nobody trades abroad in most money.
        return True
    return _MARKET.search(asked.reading.text, asked.scene.sentence.start, asked.figure.start) is not None


def _moved_at_market(asked: AskedPair) -> bool:
    """ "1,750아프가니로, 1년 전보다 24% 내렸다": the change of such a price."""
    if asked.draft.measure != "change" or asked.flow is not None or asked.last_rule != _AT_HOME:
        return False
    return asked.last is None or not _is_own_money(asked.last.figure)


def part_of_counted(asked: AskedPair) -> Found:
    """A share of what is counted, in a sentence without trade, is nobody's."""
    draft = asked.draft
    if asked.flow is not None or draft.measure != "share" or asked.last is not None or asked.scene.flows:
        return None
    counted = draft.subject is not None and draft.subject.rule == _COUNTED
    return (Pair(), "a part of what is counted") if counted else None


def balance(asked: AskedPair) -> Found:
    """ "북한의 대중 적자는": a balance between the two that are named, else of those whose trade was told."""
    if asked.draft.rules.get("measure") != balances.A_BALANCE or asked.flow is not None:
        return None
    both = tuple(dict.fromkeys(p.code for p in asked.scene.parties if p.code)) if asked.korean else ()
    if len(both) == 2:
        return Pair(partners=both), _TWO_WAYS
    everyone = asked.context.pair.everyone
    return (Pair(partners=everyone), _TWO_WAYS) if asked.context.sense == "trade" and len(everyone) == 2 else None


def korean_limit(asked: AskedPair) -> Found:
    """Who may trade no more than a limit, whoever the other is."""
    if asked.draft.measure != "cap" or not asked.korean:
        return None
    scene, figure, context = asked.scene, asked.figure, asked.context
    limited = LIMITED.search(asked.reading.text, scene.sentence.start, figure.start)
    if asked.flow is not None:
        # "러시아가 보낸 정제유가 안보리가 정한 상한선 50만 배럴을 초과": whoever sells it.
        receiver = asked.flow.pair.receiver
        return (Pair(None, receiver), _LIMITED) if limited and receiver else None
    bound = next((p.code for p in reversed(scene.parties) if p.end <= figure.start and p.code), None)
    if bound is not None and context.sense != "trade":
        # "결의는 북한이 한 해 들여올 수 있는 정제유를 50만 배럴로 제한한다": whoever sells it.
        return pair_of(context.sense or "import", bound), _LIMITED
    if bound is not None or not context.pair.receiver:
        return None
    # "연간 상한선 50만 배럴의 33%": whoever sells it.
    start = max(scene.sentence.start, figure.start - _NEAR)
    yearly = limited is None and _EACH_YEAR.search(asked.reading.text, start, figure.start) is not None
    # "연간 한도(50만 배럴)의 21%", in a text on what the UN lets a country buy.
    limited = limited or (LIMITED.search(asked.reading.text, 0, figure.start) if yearly else None)
    return (Pair(None, context.pair.receiver), _LIMITED) if limited else None


def chinese_limit(asked: AskedPair) -> Found:
    """Who of the ends of a limited trade is named in the sentence."""
    flow = asked.flow
    if asked.draft.measure != "cap" or not asked.chinese or flow is None or flow.sense == "trade":
        return None
    named = {p.code for p in asked.scene.parties}
    if _RESOLVED.search(
        asked.reading.text, max(asked.scene.sentence.start, asked.figure.start - _NEAR), asked.figure.start
    ):
        # "俄罗斯供应100万桶，是安理会规定的上限50万桶的两倍": whoever sells it.
        return Pair(None, flow.pair.receiver), _LIMITED
    sender, receiver = (c if c in named else None for c in (flow.pair.sender, flow.pair.receiver))
    return Pair(sender, receiver), _LIMITED


def counted(asked: AskedPair) -> Found:
    """Where people, rates and quantities outside trade are counted."""
    draft = asked.draft
    bare = draft.measure in {"count", "other", "doses"} and asked.flow is None
    if not bare and draft.measure not in {"cases", "deaths", "rate"}:
        return None
    place = _place(asked)
    return Pair(partners=(place,) if place else ()), "where it is counted"


def _place(asked: AskedPair) -> str | None:
    """The country that a count is of: the first that is named, else whom the text is on."""
    rule, context = asked.draft.rules.get("measure"), asked.context
    parties = [p for p in asked.scene.parties if not asked.korean or p.role != "other"]
    if asked.korean and rule == made.MADE:
        # "한국 농촌진흥청은 북한의 생산량을 …": of whom it stands last.
        near = next((p.code for p in reversed(parties) if p.end <= asked.figure.start), None)
        if near is not None:
            return near
    opens = asked.korean and rule == balances.A_BALANCE and not context.pair.everyone
    return next((p.code for p in parties), context.home if opens and context.home else context.subject)


def balance_of_flow(asked: AskedPair) -> Found:
    """A balance of the trade that its sentence names."""
    if asked.draft.measure != "other" or asked.flow is None or not balances.is_balance(asked.reading, asked.figure):
        return None
    return Pair(partners=asked.flow.pair.everyone), _TWO_WAYS
