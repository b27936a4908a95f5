"""Words of trade in Korean: which of them trade, and what trade that names no goods or nobody goes on with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tidewaiter.claims.asian.brackets import opening
from tidewaiter.claims.asian.flows.memory import Memory
from tidewaiter.claims.asian.roles.korean_gifts import AID_REACH, is_gift
from tidewaiter.claims.asian.roles.korean_markets import MARKETS
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, Flow, Party, pair_of
from tidewaiter.claims.words.lexicon import Cue

#: What makes a Korean noun of trade a verb.
VERB_ENDINGS = ("했", "하", "한", "해", "됐", "되", "된", "할", "였", "왔", "온", "함", "됨")
#: Words that also say something else than that goods cross a border, where nothing makes them verbs.
_DEALINGS = frozenset({"공급", "판매", "구매", "구입", "지원"})
_SPENT = re.compile(r"(?:하는 데|에) (?:약 |총 |모두 )?")
#: What a headline ends with, and what may stand before its verb ("5천 달러어치 ").
_HEADLINE_ENDS, _WORTH_OF = frozenset("\"'”’…\n"), 3
#: Behind a country, what says that goods leave it or reach it: right before their verb, and further from it.
_INTO = frozenset({"으로 ", "로 ", "에 "})
_ENDS = re.compile(
    r"(?: [가-힣]{0,6}(?:항|항구|항만|부두|역|대방|업자|상인|무역상|바이어|회사|업체)들?)?에(?:게)? "
    r"|으로|로 |로는 |로부터|에서 |서 |(?:측)?에(?:게)? "
    r"|산 |[행발] |[을를] 상대로 "
)
_ASIDE_REACH, _IN_OR_OUT = 16, re.compile(r"[액량]?(?:[은는을를])? ?(?:제외|불포함|포함|미포함)[가-힣]{0,2}\)")
#: What goods are sold for: "1kg에 5천 원에 팔려".
_SOLD, _AT_PRICE = ("팔", "판매", "거래"), re.compile(r"(?: ?(?:가량|정도|선|안팎))?(?:에|으로)(?:도|서)? ")
_SUPPLIED = re.compile(r"(?:공급|제공|지원|전달)(?:된|됐|되)")
_ARRIVED = re.compile("반입|유입|하역|들어[온왔]")
#: What goods are limited by that come from anybody: a partner spoken of before is none of it.
LIMITED = re.compile(r"안보리|(?:유엔|대북 ?제재) ?(?:안전보장이사회 ?)?결의|유엔[이은]? 정한")
#: "수출과 수입을 합쳐": what is in two-way trade.
_TOGETHER = re.compile(r"수출액?[과와·] ?수입액?[을를]? ?(?:모두 |함께 )?(?:합[친쳐한하]|더[한해]|포함)")
_EARNS, _ENDS_OF = re.compile(r"수출로 [^.]{0,30}(?:벌|외화|수입을)"), frozenset({"to", "from", "toward"})
_EARNED = re.compile(r"수출 수입[은이]? ")
#: Endings that make another word of "…수 + 입니다".
_POLITE = ("니다", "니까")
#: Whose own office a sentence cites, and what trade with everybody is called.
_ITS_OFFICE = re.compile(
    r"(?:통계청|통계국|통계위원회|중앙은행|상무부|관세청)(?:\([^()]{1,16}\))?"
    r"(?:에 따르면|[가이은는] | (?:자료|통계|집계))"
)
_AT_LARGE = ("의 상품 ", "의 대외 ", "의 해외 ", "의 전체 상품 ", "의 총 상품 ")
#: From a verb that tells of trade to its noun.
_SO_TOLD = re.compile(r"(?:[한된온간난린낸]|하는)? ?(?:[가-힣]{1,6} ){0,2}")
#: "대북 원유 공급은", "대중 정제유 판매량": goods toward a country before a noun of dealing.
_DEALT_TO = re.compile(r"(?:\A|(?<![가-힣]))대(?:\([對对対]\))? ?[가-힣]{1,6} (?:[가-힣·]{1,8} ){1,2}\Z")
_TOLD_OF = re.compile(r"[은는이가을를도] |의 ")
#: What a share is of, and what tells that it is one.
_ALL_OF, _WHOLE_REACH = re.compile(r"(?:전체|총) (?:[가-힣]{1,8} )?\Z"), 12
_HELD = re.compile(
    r"(?:액|량|물량)?의 (?:약 |무려 )?[^ ,.]{1,8}(?:\.\d+)?%?(?: ?(?:이상|가량|정도|안팎|남짓))?[를을] (?:차지|점유)"
)
#: "해당 품목의 1월 수입액": the goods spoken of.
_THESE = re.compile(r"(?:해당|이들?|동) (?:품목|제품|상품)군?의? (?:[^ ,]{1,6} ){0,2}\Z")
#: "전달됐고", "보내진": what is done by nobody named.
_GIVES = ("전달", "기부", "기증", "제공", "보냈", "보낸")
_PASSIVE = ("됐", "된", "되", "돼")


def is_done(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether a word of dealing trades: "공급했다", "판매량", but not "공급 감소"."""
    text = reading.text
    if text.startswith(_POLITE, cue.end) and text[cue.end - 2 : cue.end] == "수입":
        # "많은 액수입니다", "점수입니까".
        return False
    if _left_out(text, cue) or _sold_at_home(text, sentence, cue):
        return False
    if text[cue.start : cue.end] in reading.lexicon.moved:
        # "북한으로 들어갔다", but not "생산에 들어갔다".
        near = [m for m in sentence.countries if m.end <= cue.start <= m.end + AID_REACH]
        told = any(text[m.end : cue.start] in _INTO or _ENDS.match(text, m.end) for m in near)
        told = told or any(m.start == cue.end + 1 and text.startswith("산", m.end) for m in sentence.countries)
        wares = any(m.good_id != "total" for m in sentence.goods)
        return told and (wares or any(f.kind in {"money", "quantity", "count"} for f in sentence.figures))
    if is_gift(reading, cue):
        return True
    if text[cue.start : cue.end] in _DEALINGS and any(
        _SPENT.fullmatch(text, cue.end, f.start) for f in sentence.figures
    ):
        # "중국산 타이어 구매에 3억 달러를 썼다".
        return True
    if text[cue.start : cue.end] not in _DEALINGS or text.startswith((*VERB_ENDINGS, "량", "액"), cue.end):
        return True
    if _TOLD_OF.match(text, cue.end) and _DEALT_TO.search(text, max(sentence.start, cue.start - AID_REACH), cue.start):
        return True
    # "북한에 정제유 9천 톤 공급": a headline ends with its verb, bare.
    told = any(0 <= cue.start - f.end <= _WORTH_OF for f in sentence.figures)
    return told and (cue.end >= sentence.end or text[cue.end] in _HEADLINE_ENDS)


def _left_out(text: str, cue: Cue) -> bool:
    """ "대외교역(남북교역 제외)": what a bracket only says to be in or out."""
    place = opening(text, max(0, cue.start - _ASIDE_REACH), cue.start)
    return place is not None and _IN_OR_OUT.match(text, cue.end) is not None


def _sold_at_home(text: str, sentence: Sentence, cue: Cue) -> bool:
    """ "1kg에 4800원에 팔려": what something costs at a market, where nobody is named to whom it goes."""
    if not text.startswith(_SOLD, cue.start):
        return False
    priced = any(
        "_per_" in f.unit and _AT_PRICE.fullmatch(text, f.end, cue.start) for f in sentence.figures if f.end < cue.start
    )
    return priced and not any(_ENDS.match(text, m.end) for m in sentence.countries if not text.startswith("산", m.end))


def goes_on_so(reading: Reading, cue: Cue, flow: Flow, context: Context) -> bool:
    """Whether goods that move between nobody named go where those before went: "400만 배럴이 공급된", "반입량은"."""
    supplied = flow.sense == "export" and context.sense == "import" and context.pair.receiver is not None
    arrived = flow.sense == "import" and context.sense == "export" and context.pair.receiver is not None
    # "예멘에 의약품을 보냈다. 백신은 110만 회분이 전달됐다": to whom the goods before went.
    sent = flow.sense == context.sense == "export" and context.pair.sender is None
    given = reading.text.startswith(_PASSIVE, cue.end - 1) or reading.text.startswith(_GIVES, cue.start)
    if sent and context.pair.receiver is not None and given:
        return True
    return (supplied and _SUPPLIED.match(reading.text, cue.start) is not None) or (
        arrived and _ARRIVED.match(reading.text, cue.start) is not None
    )


def without_parts(reading: Reading, cues: list[Cue]) -> list[Cue]:
    """ "무역량은 수출과 수입을 합쳐 7천만 달러": the trade, without the two that only say what is in it."""
    # "구리 수출 수입은": what exports have earned.
    earned = {c.start for c in cues if c.sense == "import" and _EARNED.match(reading.text, c.start - 3) is not None}
    cues = [c for c in cues if c.start not in earned]
    parts = [m for c in cues if c.sense == "export" and (m := _TOGETHER.match(reading.text, c.start)) is not None]
    if not parts or not any(c.sense == "trade" for c in cues):
        return cues
    return [c for c in cues if not any(m.start() <= c.start < m.end() for m in parts)]


def of_partner(reading: Reading, sentence: Sentence, parties: Sequence[Party]) -> list[Cue]:
    """ "대베트남 수출입 현황": what else is no trade, but a list of it, is with the partner that stands before it."""
    toward = {p.end + 1 for p in parties if p.role == "toward"}
    return [
        Cue(c.start, c.start + len(word), "flow", "trade")
        for c in sentence.cues_of("flow")
        if c.sense == "skip" and c.start in toward
        for word in ("수출입", "교역", "무역")
        if reading.text.startswith(f"{word} ", c.start)
    ]


def share_of_partner(reading: Reading, flow: Flow, named: list[Party], context: Context) -> None:
    """ "중국이 전체 가스 수출의 61%를 차지": the share is the partner's of the trade spoken of; it sells nothing."""
    if reading.language != "ko" or context.sense != flow.sense or len(named) != 1:
        return
    home, away = (
        (context.pair.receiver, context.pair.sender)
        if flow.sense == "import"
        else (context.pair.sender, context.pair.receiver)
    )
    if named[0].role != "subject" or home is None:
        return
    of_all = _ALL_OF.search(reading.text, max(0, flow.start - _WHOLE_REACH), flow.start) is not None
    held = of_all and named[0].code not in {home, GROUP} and _HELD.match(reading.text, flow.end) is not None
    if held:
        # "오만은 전체 요소 수입의 35%를 차지해", in a text on what India buys.
        flow.pair, flow.reporter = pair_of(flow.sense, home, named[0].code), home
    elif away and named[0].code == away:
        flow.pair, flow.reporter = pair_of(flow.sense, home, away), home


def its_part(whole: Flow, before: Flow) -> None:
    """ "대중국 수출은 이란 전체 수출의 75%": the part is whose the whole is."""
    alike = before.sense == whole.sense != "trade" and before.home is None
    if alike and before.away not in {None, whole.home}:
        before.pair, before.reporter = pair_of(before.sense, whole.home, before.away or ""), whole.home


def of_anybody(
    reading: Reading, sentence: Sentence, flow: Flow, named: Sequence[Party], parties: Sequence[Party]
) -> None:
    """ "안보리 결의로 북한의 정제유 도입은 50만 배럴로 제한": a limit is on trade with everybody."""
    here = {p.code: p.role for p in parties}
    if flow.home in here and not _ENDS_OF & set(here.values()) and _EARNS.match(reading.text, flow.start):
        # "이란은 원유 수출로 350억 달러를 벌었다": from everybody.
        flow.pair = pair_of(flow.sense, flow.home)
    if flow.sense == "trade" or flow.home is None or len({p.code for p in named}) > 1:
        return
    if LIMITED.search(reading.text, sentence.start, flow.start) is not None:
        flow.pair = pair_of(flow.sense, flow.home)


def go_on(
    reading: Reading, sentence: Sentence, traded: list[Flow], memory: Memory, context: Context, goods: str | None
) -> None:
    """Give trade that names no goods or nobody what was told of it before; `goods` are those spoken of."""
    for flow in traded:
        if flow.goods is None and _THESE.search(reading.text, max(sentence.start, flow.start - 20), flow.start):
            flow.goods = goods
        memory.again(flow, context.home)
    _with_everybody(reading, sentence, traded, context)
    _from_where_before(reading, sentence, traded, context)
    for before, flow in pairwise(traded):
        # "이집트는 러시아 밀의 최대 수입국을 유지했지만, 수출량은": what is sold to the market just named.
        turned = {before.sense, flow.sense} == {"import", "export"}
        if (
            turned
            and reading.text[before.start : before.end].endswith(MARKETS)
            and before.home
            and before.away
            and not flow.stated
        ):
            flow.pair, flow.reporter = pair_of(flow.sense, before.away, before.home), before.away
    for before, flow in pairwise(traded):
        told = _SO_TOLD.fullmatch(reading.text, before.end, flow.start) is not None
        if told and not flow.stated and flow.sense == before.sense and before.stated:
            # "북한에 제공한 인도적 지원이": what the verb before it says of it.
            flow.pair, flow.reporter = before.pair, before.reporter
        _by_whom(reading, before, flow)
    for before, flow in pairwise(traded):
        # Trade that names nobody is, in one sentence, between those of the same trade before it.
        bare = not flow.stated and not flow.total and flow.sense == before.sense and flow.sense != "trade"
        if bare and set(flow.pair.everyone) == set(before.pair.everyone):
            flow.pair, flow.reporter = before.pair, before.reporter


def _by_whom(reading: Reading, topic: Flow, flow: Flow) -> None:
    """ "대북 원유 공급은 중국이 송유관으로 보내는": the topic says to whom and what, the verb behind it says who."""
    open_ = topic.home is None and topic.away is not None and flow.home is not None
    open_ = open_ and flow.away in {None, topic.away}
    alike = topic.sense == flow.sense != "trade" and flow.verb and not topic.verb and topic.away != flow.home
    if not (open_ and alike and reading.text.startswith(("은 ", "는 "), topic.end)):
        return
    topic.pair = flow.pair = pair_of(flow.sense, flow.home, topic.away or "")
    topic.reporter, flow.goods = flow.home, flow.goods or topic.goods


def _with_everybody(reading: Reading, sentence: Sentence, traded: list[Flow], context: Context) -> None:
    """ "쿠바 통계청에 따르면 쿠바의 수출은", "쿠바의 상품 수출은": of a country that its sentence names alone."""
    _of_its_fiscal_year(reading, sentence, traded, context)
    first = next((f for f in traded if f.stated and f.sense != "trade" and not f.verb), None)
    if first is None or {m.alpha3 for m in sentence.countries} != {first.home}:
        return
    office = _ITS_OFFICE.search(reading.text, sentence.start, first.start) is not None
    by_its_own = office and context.home not in {None, first.home}
    if by_its_own or reading.text.endswith(_AT_LARGE, sentence.start, first.start):
        for flow in traded:
            context.alone = first.home
            if flow is first or (not flow.stated and flow.sense != "trade"):
                flow.pair, flow.reporter = pair_of(flow.sense, first.home), first.home


def _of_its_fiscal_year(reading: Reading, sentence: Sentence, traded: list[Flow], context: Context) -> None:
    """ "미얀마 상무부가 집계한 2022-23회계연도 교역액은": by its own office and its own year, with everybody."""
    codes = {m.alpha3 for m in sentence.countries}
    first = next((f for f in traded if f.sense == "trade" and not f.verb), None)
    if first is None or len(codes) != 1 or not any(t.form.startswith("fiscal") for t in sentence.times):
        return
    (own,) = codes
    if own is None or own in {"CHN", "KOR"} or not _ITS_OFFICE.search(reading.text, sentence.start, first.start):
        return
    first.pair, first.reporter, context.alone = Pair(partners=(own,)), own, own


def _from_where_before(reading: Reading, sentence: Sentence, traded: list[Flow], context: Context) -> None:
    """ "이란 원유 수입량은 … 한국의 수입량은": in one paragraph another buyer of the same goods buys them there too."""
    away = context.pair.sender if context.sense == "import" else context.pair.receiver
    if away is None or context.product in {None, TOTAL} or not 0 <= sentence.block - context.block_of_pair <= 1:
        return
    for flow in traded:
        amount = reading.text[flow.start : flow.end].endswith("량")
        if sentence.block != context.block_of_pair and not amount:
            continue
        if flow.sense != context.sense or flow.goods is not None or flow.compared or flow.total:
            continue
        own = context.pair.receiver if context.sense == "import" else context.pair.sender
        another = flow.home not in {None, away, own} and len(flow.pair.everyone) == 1
        if flow.stated and another and flow.home and flow.away is None:
            flow.pair = pair_of(flow.sense, flow.home, away)
