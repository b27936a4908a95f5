"""Which countries of a Korean or Chinese sentence are named for one of its words of trade."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.flows import chinese_flows
from tidewaiter.claims.asian.flows.mention import Told
from tidewaiter.claims.asian.roles import korean_markets, korean_named
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.reading.scene import Flow, Party
from tidewaiter.claims.words.lexicon import Cue

_AND = frozenset({"和", "及", "与", "與", "、", "과", "와", "·"})
_AS_MARKET = re.compile(
    r"[^，,。；;、\d]{0,12}?(?:主要|最大|重要|第[一二三四五]大)的?(?:市场|市場|目的地|来源|來源|买家|買家|客户|客戶)"
)
_IS_ONE = re.compile(r"(?:仍|均|都)?(?:是|为|為)")
_MARKET_REACH = 24
_BEFORE_GOODS = re.compile(r" (?:[가-힣·]{1,8} )?")


def chinese(told: Told, cue: Cue, earlier: int, *, first: bool) -> tuple[list[Party], int]:
    """Who is named for a Chinese word of trade, and behind which place of the sentence the others may be."""
    reading, parties, text = told.reading, told.parties, told.reading.text
    named = [p for p in parties if earlier <= p.start and p.end <= cue.start]
    if not first:
        # "小麦输华3万吨，中国输老机械": whom the word before goes to is named for it alone.
        named = [p for p in named if p.role != "to" or p.start != earlier]
    named = [p for p in named if not parted(text, p.end, cue.start)] or named
    named = chinese_flows.at_markets(text, named, cue, told.followed, told.context)
    named = [p for p in chinese_flows.arrived(text, named, cue) if p.start not in told.behind]
    beyond = chinese_flows.behind(reading, told.sentence, parties, cue)
    # "进口俄罗斯小麦4万吨，对俄出口…": whose goods the first are is told for them alone.
    told.behind.update(p.start for p in beyond)
    named += beyond
    named, apart = chinese_flows.without_markets(text, named, parties, told.sentence.start)
    if _AS_MARKET.match(text, cue.end, min(cue.end + _MARKET_REACH, told.sentence.end)) is not None:
        # "美国和日本是出口稀土的主要市场": they buy, and whose trade it is was said before.
        apart = max((p.end for p in named if _IS_ONE.match(text, p.end)), default=apart)
        named = [p for p in named if p.end > apart]
    return named, apart


def korean(told: Told, cue: Cue, flow: Flow, earlier: int, *, first: bool) -> list[Party]:
    """Who is named for a Korean word of trade; what that says of their parts is kept for the words behind it."""
    reading, parties = told.reading, told.parties
    named = [
        p
        for p in parties
        if earlier <= p.start
        and p.end <= cue.start
        and not (not first and korean_markets.is_told(reading, p))
        and not korean_named.cut_off(reading.text, p.end, cue.start)
    ]
    named = named or korean_named.behind(reading, told.sentence, parties, cue)
    if not named:
        return []
    named = _korean_roles(told, cue, flow, named)
    roles = {p.start: p for p in named}
    parties[:] = [roles.get(p.start, p) for p in parties]
    if korean_named.toward(reading, named, cue):
        flow.sense = "export"
    return named


def _korean_roles(told: Told, cue: Cue, flow: Flow, named: list[Party]) -> list[Party]:
    """Those named, in the parts that their markets, origins and titles give them."""
    reading, sentence = told.reading, told.sentence
    # Whoever only counts what others trade is no end of it, here or further on.
    told.behind.update(p.start for p in named if korean_named.observes(reading, p, told.context))
    named = korean_named.without_offices(reading, sentence, named, told.context, flow.sense)
    named = korean_markets.in_market(reading, named, cue)
    named = korean_markets.of_market(reading, korean_named.with_origin(reading, sentence, named, cue), cue)
    named = korean_named.from_seller(reading, named, cue, told.context)
    named = [*named, *korean_named.behind(reading, sentence, told.parties, cue)]
    apiece = bool(sentence.cues_of("apiece"))
    if named:
        named = korean_named.toward_home(reading, named, cue, told.context, told.lead, apiece=apiece)
    if named and named[-1].code == GROUP and _BEFORE_GOODS.fullmatch(reading.text, named[-1].end, cue.start):
        # "홍콩과 대만을 포함하면 중화권 수출액은": with the group that stands before it.
        return named[-1:]
    return named


def shared(text: str, earlier: int, cue: Cue, before: list[Party]) -> list[Party]:
    """ "对欧盟出口额和进口额": both with whom was named for the first."""
    if text[earlier : cue.start].strip() not in _AND:
        return []
    return [p for p in before if p.role in {"toward", "subject"}]


def parted(text: str, start: int, end: int) -> bool:
    """Whether a semicolon parts two places."""
    return "；" in text[start:end] or ";" in text[start:end]
