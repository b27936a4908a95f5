"""Trade in Korean and Chinese: who and with whom stand before the word of trade, what stands beside it."""

from __future__ import annotations

import re

from tidewaiter.claims.asian import chinese_flows, korean_flows, suppliers
from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.asian.flow_ends import across_group, complete, group, part, take
from tidewaiter.claims.asian.nouns import traded
from tidewaiter.claims.asian.parties import GROUP, is_bare
from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.lexicon import Cue
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Clause, Flow, Party, clause_at, pair_of

#: Words of a whole: what a country buys or sells of it, it does so of everybody.
_WHOLE = ("总", "總", "全部", "整体", "整體", "총", "전체")
_AND = frozenset({"和", "及", "与", "與", "、", "과", "와", "·"})
_AS_MARKET = re.compile(
    r"[^，,。；;、\d]{0,12}?(?:主要|最大|重要|第[一二三四五]大)的?(?:市场|市場|目的地|来源|來源|买家|買家|客户|客戶)"
)
_IS_ONE = re.compile(r"(?:仍|均|都)?(?:是|为|為)")
_STOPS = frozenset("，,、；;。")
#: A paragraph that begins so goes on with the sentence before it.
_GOES_ON = re.compile(
    r"이는 |이로[써서] |이 ?중 |이 ?가운데 |이에 따라 |이 같은 |이러한 |그 ?중 |그 ?가운데 |여기에 |특히 "
)
_OF_THEM = re.compile(r"량|.(?: ?비중|총?량)")
#: What makes trade that with everybody: "对外贸易", "国际贸易".
_FOREIGN, _FOREIGN_TRADE = ("对外", "對外", "国际", "國際"), ("外贸", "外貿", "对外贸易", "對外貿易")
_FOREIGN_TO = re.compile(r"대외 ?(?:무역|교역)")
_BEFORE_GOODS = re.compile(r" (?:[가-힣·]{1,8} )?")
_OF_WHOLE = re.compile(r"[액량]?의 (?:약 |무려 )?")
_IN_ALL = re.compile(r"(?:总|總|一|累计|累計|(?<![公])|^)共\Z")
_BY_GOODS = re.compile(r"(?:품목|상품|월|분기|연도|시기|물품) ?별")
_ABROAD = re.compile(r"전 ?세계|세계 ?각국|해외[에로] |해외에서")
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
    cues = [
        c for c in sentence.cues_of("flow") if c.sense != "skip" and korean_flows.is_done(reading, sentence, c)
    ] or _implied(reading, sentence, parties, context)
    if reading.language == "ko":
        cues = korean_flows.without_parts(reading, cues)
    else:
        cues = sorted([*cues, *chinese_flows.going(reading, sentence, parties)], key=lambda cue: cue.start)
    called = suppliers.cues(reading, sentence)
    if called:
        cues = sorted([*cues, *called], key=lambda cue: cue.start)
    flows: list[Flow] = []
    shared: list[Party] = []
    for n, cue in enumerate(cues):
        earlier = cues[n - 1].end if n else sentence.start
        if cue.kind == "supplier":
            flows.append(suppliers.flow(reading, sentence, cue, parties, found, context))
            continue
        sense = "trade" if cue.sense == "balance" else cue.sense
        flow = Flow(cue.start, cue.end, sense, _is_verb(reading, cue), clause_at(found, cue.start))
        flow.balance = cue.sense == "balance"
        flow.compared = _is_whole_of_share(reading, sentence, cue) and not korean_flows.is_market(reading, cue)
        apart = sentence.start
        named = [p for p in parties if earlier <= p.start and p.end <= cue.start]
        if reading.language == "zh":
            named = [p for p in named if not _parted(reading.text, p.end, cue.start)] or named
            named += [p for p in parties if cue.end <= p.start <= cue.end + 2 and p.role in {"to", "from"}]
            named += chinese_flows.sent_to(reading, parties, cue)
            named += chinese_flows.sender_behind(reading.text, parties, cue)
            named = chinese_flows.arrived(reading.text, named, cue)
            named += chinese_flows.counterpart(reading, parties, cue)
            named += chinese_flows.destination(reading, parties, cue)
            named += chinese_flows.origin(reading, sentence, parties, cue)
            named, apart = chinese_flows.without_markets(reading.text, named, parties, sentence.start)
            if _AS_MARKET.match(reading.text, cue.end, min(cue.end + 24, sentence.end)) is not None:
                # "美国和日本是出口稀土的主要市场": they buy, and whose trade it is was said before.
                apart = max((p.end for p in named if _IS_ONE.match(reading.text, p.end)), default=apart)
                named = [p for p in named if p.end > apart]
        elif named := [
            p for p in named
            if not (n and korean_flows.is_told(reading, p)) and not _cut_off(reading.text, p.end, cue.start)
        ]:  # fmt: skip
            named = korean_flows.without_offices(reading, sentence, named, context, sense)
            named = korean_flows.in_market(reading, named, cue)
            named = korean_flows.of_market(reading, korean_flows.with_origin(reading, sentence, named, cue), cue)
            named = [*named, *korean_flows.behind(reading, sentence, parties, cue)]
            apiece = bool(sentence.cues_of("apiece"))
            named = _toward_home(reading, named, cue, context, lead, apiece=apiece) if named else named
            if named and named[-1].code == GROUP and _BEFORE_GOODS.fullmatch(reading.text, named[-1].end, cue.start):
                # "홍콩과 대만을 포함하면 중화권 수출액은": with the group that stands before it.
                named = named[-1:]
            roles = {p.start: p for p in named}
            parties[:] = [roles.get(p.start, p) for p in parties]
            if korean_flows.toward(reading, named, cue):
                sense = flow.sense = "export"
        if not named and n and reading.text[earlier : cue.start].strip() in _AND:
            # "对欧盟出口额和进口额": both with whom was named for the first.
            named = [p for p in shared if p.role in {"toward", "subject"}]
        shared = named
        before = [p for p in parties if apart < p.end <= cue.start]
        later = {p.code for p in parties if p.start > cue.end} - {p.code for p in before}
        han = reading.language == "zh"
        take(flow, named, before, apart=han and _parted(reading.text, earlier, cue.start), spaced=not han)
        if reading.language == "zh" and sense in {"import", "export"}:
            chinese_flows.of_both(flow, named, context.home)
        whole = _is_whole(reading, cue)
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
        if again and own is not None and (whole or (not before and _is_alone(context, own))) and not flow.compared:
            flow.total = whole
            flow.pair = Pair(partners=(own,)) if flow.sense == "trade" else pair_of(flow.sense, own)
        elif both and sense == "trade" and not named and reading.language == "ko" and (context.both or turns):
            # "두 나라 교역액": of the two that the text is about.
            flow.pair = Pair(partners=context.both or context.pair.everyone)
            if len(flow.pair.partners) != 2:
                complete(flow, _before(flows), before, context, None)
        elif reading.language == "zh" and _is_own_book(flow, named, context, led=_led(sentence, cue)):
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
        elif reading.language == "ko" and korean_flows.names_buyers(reading, cue, flow):
            flow.pair, flow.reporter = pair_of(flow.sense, None, flow.away or ""), GROUP
        elif reading.language == "ko" and korean_flows.our_gift(reading, sentence, cue, flow, parties, context):
            pass
        elif reading.language == "ko" and _is_gift(reading, cue, flow):
            korean_flows.giver(sentence, flow, context)
        elif reading.language == "ko" and whole and not named and not flows and _is_of_home(flow, context):
            flow.total = True
        elif (
            reading.language == "ko" and whole and not named and flows and _is_part(reading, sentence, flow, flows[-1])
        ):
            # "베트남에서 들어온 커피가 전체 수입량의 24.8%".
            flow.pair, flow.reporter = flows[-1].pair, flows[-1].reporter
        elif (
            reading.language == "ko"
            and whole
            and not named
            and flows
            and not flow.compared
            and _turned(flow, flows[-1])
        ):
            # "중국이 27만t을 수출해 전체 수입은 48만t을 기록": with everybody.
            flow.total = True
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
            korean_flows.of_anybody(reading, sentence, flow, named)
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
        if flow.goods is None and not flows and not whole and sense != "trade" and reading.language == "zh":
            flow.goods = chinese_flows.of_country(reading, sentence, cue, parties)
        if flow.goods is None and flows and not named and _OF_THEM.match(reading.text, cue.end - 1):
            # "반도체 수출이 늘면서 수출 비중이 23.7%로", "어분의 최대 수출국은 수출총량의 …": of what was just named.
            flow.goods = flows[-1].goods if flows[-1].sense == flow.sense else None
        if flow.goods is None and flows and not named and cues[n - 1].kind == "supplier" and reading.language == "zh":
            # "哈萨克斯坦是乌兹别克斯坦小麦的最大来源国，供货5万吨"
            flow.goods = flows[-1].goods
        if reading.language == "ko" and flow.goods is None and flows and not named and not whole:
            other = flows[-1]
            if {other.sense, flow.sense} == {"import", "export"}:
                # "백신 수출은 7억 달러, 수입은 6억 달러".
                flow.goods = other.goods
        flows.append(flow)
    if reading.language == "ko":
        korean_flows.at_markets(reading, flows, parties)
    else:
        chinese_flows.by_whole(flows)
        chinese_flows.of_its_whole(reading.text, flows)
    return flows


def _is_of_home(flow: Flow, context: Context) -> bool:
    """Give a whole that names nobody to whose customs tell it; False where it is a part, or not known to be theirs."""
    home = context.home
    if home != "KOR" or flow.compared or flow.sense == "trade" or home not in context.pair.everyone:
        # China's customs are cited for North Korea's trade, too.
        return False
    flow.pair, flow.reporter = pair_of(flow.sense, home), home
    return True


def _is_part(reading: Reading, sentence: Sentence, flow: Flow, before: Flow) -> bool:
    """Whether what a verb before says came or went is a part of a whole: its share stands right behind that."""
    share = next((f for f in sentence.figures if f.start >= flow.end and f.kind == "percent"), None)
    same = before.verb and before.sense == flow.sense and before.away is not None
    return same and share is not None and _OF_WHOLE.fullmatch(reading.text, flow.end, share.start) is not None


def _turned(flow: Flow, before: Flow) -> bool:
    """Give a whole the home of the trade told before it in the sentence; False where that is not known."""
    home = before.home if before.sense == flow.sense else before.away
    if home is None or "trade" in {flow.sense, before.sense}:
        return False
    flow.pair, flow.reporter = pair_of(flow.sense, home), home
    return True


def _is_gift(reading: Reading, cue: Cue, flow: Flow) -> bool:
    """ "유니세프는 북한에 백신을 보냈다": goods sent to a country by nobody that the sentence names."""
    return flow.sense == "export" and flow.home is None and bool(flow.away) and korean_flows.is_given(reading, cue)


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


def _led(sentence: Sentence, cue: Cue) -> bool:
    """Whether goods stand right before a word of trade: "香蕉出口"."""
    return any(m.end == cue.start and m.good_id != "total" for m in sentence.goods)


def _is_own_book(flow: Flow, named: list[Party], context: Context, *, led: bool) -> bool:
    """ "越南果蔬出口额达3.8亿美元" by Vietnam's own books: who is named alone there sells to everybody."""
    if flow.sense == "trade" or (flow.verb and (not led or context.both)) or flow.away is not None or flow.home is None:
        return False
    return flow.home == context.home and any(p.code == flow.home and p.role == "subject" for p in named)


def _cut_off(text: str, start: int, end: int) -> bool:
    """ "중국산이 점령…작년 김치 수입": what a headline parts by dots belongs apart."""
    return "…" in text[start:end] or "..." in text[start:end]


def _parted(text: str, start: int, end: int) -> bool:
    return "；" in text[start:end] or ";" in text[start:end]


def _implied(reading: Reading, sentence: Sentence, parties: list[Party], context: Context) -> list[Cue]:
    """ "미국산도 305만t이었다": what comes from a country is bought or sold as the sentence before says."""
    text, sense = reading.text, context.sense
    if reading.language == "zh" and (topic := chinese_flows.topic(text, sentence)) is not None:
        return [topic]
    origins = [
        p for p in parties
        if p.role == "from" and (text.startswith("산", p.end) or text.endswith(("来自", "來自"), 0, p.start))
        and not (reading.language == "ko" and text.startswith("보다", skipped(text, p.end + 1, sentence.end)))
    ]  # fmt: skip
    if sense not in {"import", "export"} or not origins or not sentence.figures:
        return []
    if reading.language == "zh" and any(p.role == "subject" and p.end <= origins[0].start for p in parties):
        # "缅甸九成药品来自中国": who has it bought it.
        sense = "import"
    return [Cue(origins[0].end, origins[0].end + 1, "flow", sense)]


def _before(flows: list[Flow]) -> Flow | None:
    """The flow that the next one leaves its ends out after; the whole of a share is none."""
    return next((f for f in reversed(flows) if not f.compared), flows[-1] if flows else None)


def _toward_home(
    reading: Reading, named: list[Party], cue: Cue, context: Context, lead: Flow | None, *, apiece: bool
) -> list[Party]:
    """ "미국 수출이" in a text about Korea's trade: to the US, not by it."""
    known = context.home or (lead.home if lead is not None else None)
    last = named[-1]
    if known is None or last.code == known or not is_bare(reading.text, last, cue.start):
        return named
    if known != "KOR" and not apiece and (context.paired or last.code in context.pair.everyone):
        # Only at home is "X 수출" plainly to X; a text about two countries speaks of either's exports so.
        return named
    partners = [Party(last.start, last.end, last.code, "toward", False, weak=last.weak)]
    for party in reversed(named[:-1]):
        # "카자흐스탄과 조지아 수출": to both.
        between = reading.text[party.end : partners[0].start]
        if party.owner or party.code == known or between not in {"과 ", "와 ", ", ", "·", "ㆍ"}:
            break
        partners.insert(0, Party(party.start, party.end, party.code, "toward", False, weak=party.weak))
    return [*named[: len(named) - len(partners)], *partners]


def _is_whole(reading: Reading, cue: Cue) -> bool:
    text = reading.text
    ahead = text[max(cue.start - 12, 0) : cue.start].rpartition(",")[2]
    if reading.language == "zh" and _IN_ALL.search(text, max(cue.start - 4, 0), cue.start):
        return True
    return (
        any(word in text[max(cue.start - 3, 0) : cue.end + 3] for word in _WHOLE) or "전체 " in ahead or " 총 " in ahead
    )


def _is_whole_of_share(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "占大米进口总量的87%", "전체 수출의 20%를 차지": the whole that a share is of."""
    text = reading.text
    if reading.language == "zh":
        held = [c for c in sentence.cues_of("share") if c.end <= cue.start]
        return bool(held) and not set(text[held[-1].end : cue.start]) & _STOPS
    following = next((f for f in sentence.figures if f.start >= cue.end), None)
    if following is None or following.kind not in {"percent", "times"}:
        return False
    between = text[cue.end : following.start]
    if between.startswith(("이 ", "가 ", "은 ", "는 ")):
        return False
    shared = any(0 <= c.start - following.end <= 8 for c in sentence.cues_of("share"))
    shared = shared or text.startswith("인 ", following.end)
    # "대중국 수출은 이란 전체 수출의 75%에 해당한다".
    shared = shared or (_is_whole(reading, cue) and text.startswith(("에 해당", "에 이르", "에 달"), following.end))
    return shared and len(between) <= 12 and ("의" in between or "중" in between or "에서" in between)


def _is_verb(reading: Reading, cue: Cue) -> bool:
    if reading.language == "zh":
        return not reading.text[cue.start : cue.end].endswith(("额", "額", "值", "量"))
    word = reading.text[cue.start : cue.end]
    return word.endswith(
        (
            "였",
            "인",
            "왔",
            "온",
            "와",
            "냈",
            "들여",
            "여오",
            "보내",
            "팔려",
            "팔았",
            "팔렸",
            "한",
            "했",
            "된",
            "됐",
            "간",
            "갔",
        )
    ) or reading.text.startswith(korean_flows.VERB_ENDINGS, cue.end)
