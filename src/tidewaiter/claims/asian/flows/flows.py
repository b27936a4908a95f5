"""Trade in Korean and Chinese: who and with whom stand before the word of trade, what stands beside it."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.flows import chinese_flows, chinese_gifts, chinese_wholes, korean_flows
from tidewaiter.claims.asian.flows.flow_ends import across_group, complete, group, part, take
from tidewaiter.claims.asian.flows.trade_cues import is_verb, trade_cues
from tidewaiter.claims.asian.measures.wholes import (
    given_home,
    given_turned,
    is_part,
    is_whole,
    is_whole_of_share,
)
from tidewaiter.claims.asian.nouns.foremost import foremost
from tidewaiter.claims.asian.nouns.nouns import traded
from tidewaiter.claims.asian.roles import korean_gifts, korean_markets, korean_named, suppliers
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Flow, Party, clause_at, pair_of
from tidewaiter.claims.words.lexicon import Cue

_AND = frozenset({"和", "及", "与", "與", "、", "과", "와", "·"})
_AS_MARKET = re.compile(
    r"[^，,。；;、\d]{0,12}?(?:主要|最大|重要|第[一二三四五]大)的?(?:市场|市場|目的地|来源|來源|买家|買家|客户|客戶)"
)
_IS_ONE = re.compile(r"(?:仍|均|都)?(?:是|为|為)")
#: A paragraph that begins so goes on with the sentence before it.
_GOES_ON = re.compile(
    r"이는 |이로[써서] |이 ?중 |이 ?가운데 |이에 따라 |이 같은 |이러한 |그 ?중 |그 ?가운데 |여기에 |특히 "
)
_OF_THEM = re.compile(r"량|.(?: ?비중|총?량)")
#: What makes trade that with everybody: "对外贸易", "国际贸易".
_FOREIGN, _FOREIGN_TRADE = ("对外", "對外", "国际", "國際"), ("外贸", "外貿", "对外贸易", "對外貿易")
_FOREIGN_TO = re.compile(r"대외 ?(?:무역|교역)")
_BEFORE_GOODS = re.compile(r" (?:[가-힣·]{1,8} )?")
_BY_GOODS = re.compile(r"(?:품목|상품|월|분기|연도|시기|물품) ?별")
_ABROAD = re.compile(r"전 ?세계|세계 ?각국|해외[에로] |해외에서")
_PRICE_OF = re.compile(" ?(?:단가|가격|물량|중량)")
_ENDS = frozenset({"to", "from", "toward"})
_BOTH = re.compile("两国|兩國|双边|雙邊|双方|雙方|양국|두 나라|쌍무|两地|兩地")


def find(
    reading: Reading,
    sentence: Sentence,
    parties: list[Party],
    found: list[Clause],
    context: Context,
    lead: Flow | None = None,
    *,
    turns: bool = False,
) -> list[Flow]:
    """The flows of a sentence in order, their ends filled from the sentence and then from the context.

    `turns` says that the text has spoken of several partners: then a total is with everybody.
    """
    cues = trade_cues(reading, sentence, parties, context)
    flows: list[Flow] = []
    shared: list[Party] = []
    behind: set[int] = set()
    for n, cue in enumerate(cues):
        earlier = cues[n - 1].end if n else sentence.start
        if cue.kind == "supplier":
            flows.append(suppliers.flow(reading, sentence, cue, parties, found, context))
            continue
        sense = "trade" if cue.sense == "balance" else cue.sense
        flow = Flow(cue.start, cue.end, sense, is_verb(reading, cue), clause_at(found, cue.start))
        flow.balance = cue.sense == "balance"
        flow.compared = is_whole_of_share(reading, sentence, cue) and not korean_markets.is_market(reading, cue)
        apart = sentence.start
        named = [p for p in parties if earlier <= p.start and p.end <= cue.start]
        if reading.language == "zh":
            if n:
                # "小麦输华3万吨，中国输老机械": whom the word before goes to is named for it alone.
                named = [p for p in named if p.role != "to" or p.start != earlier]
            named = [p for p in named if not _parted(reading.text, p.end, cue.start)] or named
            named = [p for p in chinese_flows.arrived(reading.text, named, cue) if p.start not in behind]
            beyond = chinese_flows.behind(reading, sentence, parties, cue)
            # "进口俄罗斯小麦4万吨，对俄出口…": whose goods the first are is told for them alone.
            behind |= {p.start for p in beyond}
            named += beyond
            named, apart = chinese_flows.without_markets(reading.text, named, parties, sentence.start)
            if _AS_MARKET.match(reading.text, cue.end, min(cue.end + 24, sentence.end)) is not None:
                # "美国和日本是出口稀土的主要市场": they buy, and whose trade it is was said before.
                apart = max((p.end for p in named if _IS_ONE.match(reading.text, p.end)), default=apart)
                named = [p for p in named if p.end > apart]
        elif named := [
            p for p in named
            if not (n and korean_markets.is_told(reading, p))
            and not korean_named.cut_off(reading.text, p.end, cue.start)
        ] or korean_named.behind(reading, sentence, parties, cue):  # fmt: skip
            named = korean_named.without_offices(reading, sentence, named, context, sense)
            named = korean_markets.in_market(reading, named, cue)
            named = korean_markets.of_market(reading, korean_named.with_origin(reading, sentence, named, cue), cue)
            named = [*named, *korean_named.behind(reading, sentence, parties, cue)]
            apiece = bool(sentence.cues_of("apiece"))
            named = korean_named.toward_home(reading, named, cue, context, lead, apiece=apiece) if named else named
            if named and named[-1].code == GROUP and _BEFORE_GOODS.fullmatch(reading.text, named[-1].end, cue.start):
                # "홍콩과 대만을 포함하면 중화권 수출액은": with the group that stands before it.
                named = named[-1:]
            roles = {p.start: p for p in named}
            parties[:] = [roles.get(p.start, p) for p in parties]
            if korean_named.toward(reading, named, cue):
                sense = flow.sense = "export"
        if not named and n and reading.text[earlier : cue.start].strip() in _AND:
            # "对欧盟出口额和进口额": both with whom was named for the first.
            named = [p for p in shared if p.role in {"toward", "subject"}]
        shared = named
        before = [p for p in parties if apart < p.end <= cue.start and p.start not in behind]
        later = {p.code for p in parties if p.start > cue.end} - {p.code for p in before}
        han = reading.language == "zh"
        take(flow, named, before, apart=han and _parted(reading.text, earlier, cue.start), spaced=not han)
        if reading.language == "zh" and sense in {"import", "export"}:
            chinese_flows.of_both(flow, named, context.home)
        whole = is_whole(reading, cue)
        abroad = sense == "trade" and reading.language == "ko"
        flow.total = abroad and _FOREIGN_TO.search(reading.text, max(earlier, cue.start - 6), cue.end) is not None
        fresh = not flows and lead is not None and sentence.block != context.block_of_pair
        fresh = fresh and _GOES_ON.match(reading.text, sentence.start) is None
        if reading.language == "ko" and fresh and lead is not None and lead.sense != sense:
            # What the sentence before told of both ends goes on; the text did not begin with this trade.
            fresh = not (context.sense == sense and context.pair.sender and context.pair.receiver)
        if reading.language == "ko" and fresh and not flow.stated and lead is not None and lead.away is not None:
            # "북한의 대중 수출은 2013년 29억 달러로 …", and in a new paragraph "품목별 수출은".
            same = context.sense == sense and _BY_GOODS.match(reading.text, sentence.start) is not None
            fresh = not (same and set(context.pair.everyone) == set(lead.pair.everyone))
        if fresh and not flow.stated and lead is not None and lead.away is not None and _in_list(reading, sentence):
            # "▲ 가발 = 가발 수출은": whose trade between the two was told last goes on.
            fresh = set(context.pair.everyone) != set(lead.pair.everyone) or context.reporter is None
        own = (lead.home if lead is not None else None) or context.home
        # "两国贸易总额", "양국 교역액": a total of two countries is with nobody else.
        both = _BOTH.search(reading.text, earlier, cue.end) is not None
        again = turns and not flow.stated and own is not None and not both
        turned = han and context.many and sentence.block != context.block_of_pair and not (flows or named)
        alone_ = whole or turned or (not before and _is_alone(context, own or ""))
        if again and own is not None and alone_ and not flow.compared:
            flow.total = whole
            flow.pair = Pair(partners=(own,)) if flow.sense == "trade" else pair_of(flow.sense, own)
        elif both and sense == "trade" and not named and reading.language == "ko" and (context.both or turns):
            # "두 나라 교역액": of the two that the text is about.
            flow.pair = Pair(partners=context.both or context.pair.everyone)
            if len(flow.pair.partners) != 2:
                complete(flow, _before(flows), before, context, None)
        elif han and chinese_flows.by_own_book(reading, sentence, flow, named, context, cue=cue):
            flow.pair = pair_of(flow.sense, flow.home)
        elif GROUP in {p.code for p in named}:
            acting = reading.language == "ko" and flow.verb and _group_acts(reading, named)
            several = across_group(flow, context) if acting else None
            if several is not None:
                flow.pair = several
            else:
                group(flow, named, context, lead, flows[-1] if flows and reading.language == "zh" else None)
        elif flows and cues[n - 1].kind == "supplier" and suppliers.bought_by(flow, flows[-1]):
            flow.pair, flow.reporter = flows[-1].pair, flows[-1].away
        elif han and flows and chinese_flows.buys_too(flow, flows):
            flow.pair = pair_of(flow.sense, flow.home, flows[-1].away or "")
        elif reading.language == "zh" and flows and chinese_flows.bought_part(reading.text, flow, flows[-1]):
            flow.pair, flow.goods = pair_of(flow.sense, flow.home, flows[-1].home or ""), flows[-1].goods
        elif lead is not None and flows and chinese_flows.next_buyer(reading.text, flow, flows[-1], lead):
            flow.pair = pair_of(flow.sense, flow.home, lead.home or "")
        elif reading.language == "zh" and flows and chinese_flows.of_that_origin(sentence, flow, flows[-1], named):
            flow.pair, flow.reporter = flows[-1].pair, flows[-1].reporter
        elif reading.language == "zh" and chinese_flows.is_part_bought(reading, sentence, flow, context):
            flow.pair = pair_of(flow.sense, flow.home, context.pair.sender or "")
        elif reading.language == "ko" and not flow.stated and korean_flows.goes_on_so(reading, cue, flow, context):
            flow.pair, flow.reporter = context.pair, context.reporter
        elif reading.language == "ko" and korean_markets.names_buyers(reading, cue, flow):
            flow.pair, flow.reporter = pair_of(flow.sense, None, flow.away or ""), GROUP
        elif reading.language == "ko" and korean_gifts.our_gift(reading, sentence, cue, flow, parties, context):
            pass
        elif reading.language == "ko" and _is_gift(reading, cue, flow):
            korean_gifts.giver(sentence, flow, context)
        elif reading.language == "ko" and whole and not named and not flows and given_home(flow, context):
            flow.total = True
        elif reading.language == "ko" and whole and not named and flows and is_part(reading, sentence, flow, flows[-1]):
            # "베트남에서 들어온 커피가 전체 수입량의 24.8%".
            flow.pair, flow.reporter = flows[-1].pair, flows[-1].reporter
        elif (
            reading.language == "ko"
            and whole
            and not named
            and flows
            and not flow.compared
            and given_turned(flow, flows[-1])
        ):
            # "중국이 27만t을 수출해 전체 수입은 48만t을 기록": with everybody.
            flow.total = True
        elif han and chinese_gifts.of_no_country(reading, sentence, flow, cue):
            flow.reporter = GROUP
        elif reading.language == "zh" and whole and sense == "trade" and chinese_flows.all_of(named, cue):
            flow.total = True
        elif reading.language == "zh" and chinese_flows.beyond_title(sentence, flow, context, lead):
            flow.pair = pair_of(flow.sense, flow.home)
        elif reading.language == "ko" and whole and sense == "trade" and [p.owner for p in named] == [True]:
            # "미얀마의 전체 교역 규모는": with everybody.
            flow.total, flow.pair = True, Pair(partners=(named[0].code,))
        elif han and whole and not named and flows and chinese_wholes.same_whole(reading, flow, flows[-1], cues[n - 1]):
            flow.pair, flow.reporter = flows[-1].pair, flows[-1].reporter
        elif whole and flow.home is not None and flow.away is None and flow.sense != "trade":
            flow.total = True
            if flow.compared:
                complete(flow, _before(flows), before, context, None)
        else:
            complete(
                flow, _before(flows), before, context, lead if fresh else None, later, alone=reading.language == "zh"
            )
        said_by = chinese_flows.trader(reading.text, parties, flow) if reading.language == "zh" else None
        if said_by:
            flow.pair, flow.reporter = pair_of(flow.sense, said_by, flow.away or ""), said_by
        if reading.language == "ko":
            korean_flows.of_anybody(reading, sentence, flow, named, parties)
        to_all = reading.language == "ko" and _ABROAD.search(reading.text, earlier, cue.start) is not None
        if to_all and sense != "trade" and flow.home and not any(p.role in _ENDS for p in named):
            # "전 세계 150여 개국에 쌀을 수출": with nobody alone.
            flow.pair = pair_of(sense, flow.home)
        abroad = reading.text.endswith(_FOREIGN, 0, cue.start) or reading.text.startswith(_FOREIGN_TRADE, cue.start)
        if (
            flow.sense == "trade"
            and abroad
            and flow.reporter
            and len({p.code for p in named if p.role != "other"}) == 1
        ):
            flow.pair = Pair(partners=(flow.reporter,))
        elif flow.home is not None and abroad:
            flow.pair = pair_of(flow.sense, flow.home)
        if flow.compared and flow.home is not None:
            part(flow, before)
            if reading.language == "ko" and flows:
                korean_flows.its_part(flow, flows[-1])
            korean_flows.share_of_partner(reading, flow, named, context)
        if reading.language == "ko" and flow.compared and flows and not named and flow.sense != "trade":
            other = flows[-1]
            if {other.sense, flow.sense} == {"import", "export"} and other.away is not None:
                # "중국의 캄보디아산 쌀 수입량은 … 전체 수출량의 45%": of all that the seller sells.
                flow.pair, flow.reporter = pair_of(flow.sense, other.away), other.away
        flow.goods = traded(reading, sentence, cue, parties) or flow.goods
        flow.goods = flow.goods or (foremost(reading, sentence, cue) if han else None)
        if flow.goods is None and not flows and not whole and sense != "trade" and reading.language == "zh":
            flow.goods = chinese_flows.of_country(reading, sentence, cue, parties)
        if flow.goods is None and flows and not named and _OF_THEM.match(reading.text, cue.end - 1):
            # "반도체 수출이 늘면서 수출 비중이 23.7%로", "어분의 최대 수출국은 수출총량의 …": of what was just named.
            flow.goods = flows[-1].goods if flows[-1].sense == flow.sense else None
        called = reading.language == "zh" and bool(flows) and cues[n - 1].kind == "supplier"
        if flow.goods is None and called and (not named or set(flow.pair.everyone) == set(flows[-1].pair.everyone)):
            # "哈萨克斯坦是乌兹别克斯坦小麦的最大来源国，供货5万吨"
            flow.goods = flows[-1].goods
        if reading.language == "ko" and flow.goods is None and flows and not named and not whole:
            other = flows[-1]
            if {other.sense, flow.sense} == {"import", "export"}:
                # "백신 수출은 7억 달러, 수입은 6억 달러".
                flow.goods = other.goods
            elif other.sense == flow.sense and _PRICE_OF.match(reading.text, other.end) is not None:
                # "반도체 수출단가는 내렸지만 수출액은".
                flow.goods = other.goods
        flows.append(flow)
    if reading.language == "ko":
        korean_markets.at_markets(reading, flows, parties)
    else:
        chinese_wholes.by_whole(flows)
        chinese_wholes.told_of(reading, sentence, flows)
        chinese_wholes.of_its_whole(reading.text, flows)
    return flows


def _is_gift(reading: Reading, cue: Cue, flow: Flow) -> bool:
    """ "유니세프는 북한에 백신을 보냈다": goods sent to a country by nobody that the sentence names."""
    return flow.sense == "export" and flow.home is None and bool(flow.away) and korean_gifts.is_given(reading, cue)


def _in_list(reading: Reading, sentence: Sentence) -> bool:
    """Whether a Korean paragraph is an item under a mark: "▲ 광물 = 텅스텐 1천만 달러"."""
    return reading.language == "ko" and sentence.kind == "item"


def _group_acts(reading: Reading, named: list[Party]) -> bool:
    """ "유럽연합의 약 25개국은 17만t을 사들였다": whether a group of countries does it, and nobody else."""
    last = named[-1]
    return last.code == GROUP and last.role == "subject" and all(p.code == GROUP for p in named)


def _is_alone(context: Context, own: str) -> bool:
    """Whether the sentence before spoke of a country's trade with everybody."""
    return context.pair.everyone == (own,)


def _parted(text: str, start: int, end: int) -> bool:
    return "；" in text[start:end] or ";" in text[start:end]


def _before(flows: list[Flow]) -> Flow | None:
    """The flow that the next one leaves its ends out after; the whole of a share is none."""
    return next((f for f in reversed(flows) if not f.compared), flows[-1] if flows else None)
