"""Trade in Korean and Chinese: who and with whom stand before the word of trade, what stands beside it."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.flows import (
    chinese_flows,
    chinese_wholes,
    chinese_whose,
    flow_names,
    korean_flows,
    korean_whose,
    named_parties,
    whose,
)
from tidewaiter.claims.asian.flows.flow_ends import part, take
from tidewaiter.claims.asian.flows.mention import Mention, Told
from tidewaiter.claims.asian.flows.trade_cues import is_verb, trade_cues
from tidewaiter.claims.asian.measures.wholes import is_whole, is_whole_of_share
from tidewaiter.claims.asian.roles import korean_markets, suppliers
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Flow, Party, clause_at, pair_of
from tidewaiter.claims.words.lexicon import Cue

#: What makes trade that with everybody: "对外贸易", "国际贸易".
_FOREIGN, _FOREIGN_TRADE = ("对外", "對外", "国际", "國際"), ("外贸", "外貿", "对外贸易", "對外貿易")
_FOREIGN_TO = re.compile(r"대외 ?(?:무역|교역)")
#: "차량 수입이 허용된 데 따른 것이다": what only says why something was so.
_ONLY_WHY = re.compile(
    r"(?:따른 것|때문|영향|덕분|덕택|결과|탓)(?:이다|입니다|이라|으로 풀이|으로 보인|으로 분석)[^.]{0,16}\.?\Z"
)
#: "수입이 급증한 것은 가뭄 때문이다": what that says it of.
_WHAT_SO = re.compile(
    r"(?:것|이유|까닭|배경|원인|증가|감소|급증|급감|확대|축소|수[출입]|[출입][량액]|교역|무역)[은는] "
)
#: "수출은", and "수입의 10분의 1".
_AS_TOPIC, _THE_OTHER = re.compile(r"(?:액|량)?[은는이] "), re.compile(r"(?:액|량)?의 (?:약 )?(?:\d|절반|[두세네] 배)")
_AMONG = re.compile(r"(?:이|그) ?(?:가운데|중) [가-힣]{2,10}\Z")
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
    korean, chinese = reading.language == "ko", reading.language == "zh"
    told = Told(reading, sentence, parties, context, lead, turns, korean, chinese, [], set())
    previous: Cue | None = None
    shared: list[Party] = []
    for cue in trade_cues(reading, sentence, parties, context):
        if cue.kind == "supplier":
            flow = suppliers.flow(reading, sentence, cue, parties, found, context)
        else:
            mention = _mention(told, cue, previous, found, shared)
            whose.fill(mention)
            _turn_to_everybody(mention)
            _share(mention)
            flow_names.name(mention)
            flow, shared = mention.flow, mention.named
        if korean and cue.end == cue.start + 1 and _AMONG.search(reading.text, sentence.start, cue.start) is not None:
            # "29만 톤이 들어왔는데, 이 가운데 미국산이": of a part of what was told before.
            flow.part = True
        flow.part = flow.part or (korean and _measures(reading, told.flows, flow))
        told.flows.append(flow)
        previous = cue
    if korean:
        _leave_reasons(reading, sentence, told.flows)
        korean_markets.at_markets(reading, told.flows, parties)
    else:
        chinese_wholes.by_whole(told.flows)
        chinese_wholes.told_of(reading, sentence, told.flows)
        chinese_wholes.of_its_whole(reading.text, told.flows)
    return told.flows


def _leave_reasons(reading: Reading, sentence: Sentence, flows: list[Flow]) -> None:
    """Set aside the trade of a sentence that only says why, but for the trade that it says it of."""
    if sentence.figures or _ONLY_WHY.search(reading.text, sentence.start, sentence.end) is None:
        return
    topics = [m.start() for m in _WHAT_SO.finditer(reading.text, sentence.start, sentence.end)]
    for flow in flows:
        flow.beside = not topics or flow.start > topics[-1]


def _measures(reading: Reading, flows: list[Flow], flow: Flow) -> bool:
    """ "수출은 9억 달러로, 수입의 10분의 1에 그쳤다": whether one way of trade only measures the other."""
    last = flows[-1] if flows else None
    turned = last is not None and {last.sense, flow.sense} == {"import", "export"}
    if not turned or last is None or flow.stated or _THE_OTHER.match(reading.text, flow.end) is None:
        return False
    return _AS_TOPIC.match(reading.text, last.end) is not None


def _mention(told: Told, cue: Cue, previous: Cue | None, found: list[Clause], shared: list[Party]) -> Mention:
    """A word of trade with the ends that its own words give it; `shared` are those named for the one before."""
    text, sentence = told.reading.text, told.sentence
    earlier = sentence.start if previous is None else previous.end
    flow = _begun(told, cue, found)
    apart, first = sentence.start, previous is None
    if told.chinese:
        named, apart = named_parties.chinese(told, cue, earlier, first=first)
    else:
        named = named_parties.korean(told, cue, flow, earlier, first=first)
    if not named and not first:
        named = named_parties.shared(text, earlier, cue, shared)
    before = [p for p in told.parties if apart < p.end <= cue.start and p.start not in told.behind]
    later = {p.code for p in told.parties if p.start > cue.end} - {p.code for p in before}
    cut = told.chinese and named_parties.parted(text, earlier, cue.start)
    take(flow, named, before, apart=cut, spaced=not told.chinese)
    if told.chinese and flow.sense in {"import", "export"}:
        chinese_flows.of_both(flow, named, told.context.home)
    if told.korean and flow.sense == "trade":
        flow.total = _FOREIGN_TO.search(text, max(earlier, cue.start - 6), cue.end) is not None
    whole, both = is_whole(told.reading, cue), _BOTH.search(text, earlier, cue.end) is not None
    return Mention(told, cue, previous, flow, earlier, named, before, frozenset(later), whole, both)


def _begun(told: Told, cue: Cue, found: list[Clause]) -> Flow:
    """The flow of a word of trade before its ends are known."""
    sense = "trade" if cue.sense == "balance" else cue.sense
    flow = Flow(cue.start, cue.end, sense, is_verb(told.reading, cue), clause_at(found, cue.start))
    flow.balance = cue.sense == "balance"
    flow.compared = is_whole_of_share(told.reading, told.sentence, cue)
    flow.compared = flow.compared and not korean_markets.is_market(told.reading, cue)
    return flow


def _turn_to_everybody(mention: Mention) -> None:
    """Who is named behind trades, and what is told of as foreign, or of the world, is with nobody alone."""
    flow = mention.flow
    chinese_whose.said_by(mention)
    korean_whose.of_anybody(mention)
    if not _is_foreign(mention):
        return
    alone = len({p.code for p in mention.named if p.role != "other"}) == 1
    if flow.sense == "trade" and flow.reporter and alone:
        flow.pair = Pair(partners=(flow.reporter,))
    elif flow.home is not None:
        flow.pair = pair_of(flow.sense, flow.home)


def _is_foreign(mention: Mention) -> bool:
    """ "对外贸易": whether trade is told to be that with everybody."""
    text, start = mention.told.reading.text, mention.cue.start
    return text.endswith(_FOREIGN, 0, start) or text.startswith(_FOREIGN_TRADE, start)


def _share(mention: Mention) -> None:
    """Whose the whole is that a share is of, and whose the part."""
    told, flow = mention.told, mention.flow
    if told.chinese and flow.compared and chinese_wholes.of_partner(mention):
        return
    if flow.compared and flow.home is not None:
        part(flow, mention.before)
        if told.korean and mention.last is not None:
            korean_flows.its_part(flow, mention.last)
        korean_flows.share_of_partner(told.reading, flow, mention.named, told.context)
    korean_whose.of_all_sold(mention)
