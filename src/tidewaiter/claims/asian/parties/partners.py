"""Partners that have a figure of their own: "중국(1.2%)과 베트남(1.0%) 수출", "일본의 경우 1억 달러"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import list_end, opening, skipped
from tidewaiter.claims.asian.parties import turns
from tidewaiter.claims.asian.parties.sharers import main_partner
from tidewaiter.claims.asian.parties.turns import TOPICS
from tidewaiter.claims.asian.roles import korean_ends, suppliers
from tidewaiter.claims.asian.roles.listed_partners import TRADERS, beside
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Scene, pair_of

_OTHERS = re.compile(
    r"(?:其他|其它|主要|各|[一二三四五六七八九十\d]大)(?:大米|粮食|糧食|石油|原油)?(?:出口|进口|進口)大?[国國]"
)
_BOUND = re.compile(r"(?:으로|로) (?:나갔|나간|갔|향했|팔려|팔렸|실려|보내)")
_RIVALS = re.compile(
    r"(?:에 이어 (?:세계|글로벌|[가-힣]{1,6})? ?\d{1,2}위|[을를] (?:[^ ,]{1,10} ){0,4}(?:제[치쳤]|앞질|따돌|추월))"
)
_QUOTE = frozenset("'’\"”")
_AMOUNT_OF = re.compile(
    r"(?:[이가] (?:신고|보고|공급|수출|보낸|제공)한 |의 )(?:[가-힣]{1,6} )?"
    r"[가-힣]{0,4}(?:량|액|물량|금액|규모|양)[은는이도] "
)
_BOTH_TOGETHER = re.compile(r"(?:두|세|네|양) ?(?:나라|국가|국)[를을]? ?(?:모두 )?(?:합[치하한쳐]|더하)")
_SUMMED = re.compile(r"(?:[两兩三四五六二][国國])?(?:合计|合計|共计|共計|总计|總計|合共|加起来|加起來|两国合计)")
_LINKS = frozenset({"和", "及", "与", "與", "、", "以及"})
_WITH_AMOUNT = re.compile(r"(?:则|則)?以(?:约|約)?")
_PLACE = re.compile(r"的?(?:金额|金額|规模|規模)?(?:居|位居|位列|排|名列|列|紧随|緊隨|领先|領先|高居|稳居|穩居|拔得)")
_NEXT_IS = re.compile(r"(?:第[一二三四五六七八九十]|其次|再次)(?:位|名|大)?(?:的?是|为|為|则是|則是)[^，,。；;]{0,4}\Z")
_IN_PLACE = re.compile(r"(?:居|列|排|排名|位于|位於)第[一二三四五六七八九十\d]{1,2}位?的?(?:则|則)?(?:是|为|為)\Z")
_DID_SO = re.compile(
    r"(?:则|也|的)?(?:同期|当月|同月|去年|今年|全年|数量|金额|出口[量额]?|对华|方面)*(?:则|也|只|仅|约|近|逾|超过|达到?|为|是|有)*"
)
_SAME_TIME = re.compile(r"(?:同期|同月|当月|则|也)")
#: "中国同期为1.9万桶，两国合计3.1万桶": both of them together.
_BOTH = re.compile(
    r"[，,；;](?:[两兩二][国國者]|双方|雙方)(?:合计|合計|共计|共計|总计|總計|共|加起来|加起來)[^\d，,。；;]{0,6}"
)
TOPICSAL = ("은 ", "는 ", "도 ", "이 ", "가 ", "의 경우", "에 대해서는 ")


def pair_beside(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """The ends of the trade with the country that a figure stands beside; None where it stands beside none."""
    flow = draft.flow
    sense = flow.sense if flow is not None else context.sense
    traders = TRADERS.search(reading.text, scene.sentence.start, draft.figure.start)
    if flow is None and traders is not None and reading.language == "ko":
        # "주요 교역국을 보면 베네수엘라가 20억 달러, 중국 11억 달러": with each, both ways.
        own = context.at_large or context.home or next(iter(context.pair.everyone), None)
        other = beside(reading, scene, draft.figure)
        if own and other and other != own:
            return Pair(partners=(own, other))
    if sense == "trade" and reading.language == "ko":
        # "교역액 190억 달러를 기록한 중국": with whom the text's country trades.
        with_whom = korean_ends.had(reading, scene, draft.figure)
        told = (flow.pair.everyone if flow is not None else ()) or context.pair.everyone
        main = main_partner(reading, scene, draft.figure)
        if main is not None and told and main not in told[:1]:
            # "최대 교역국은 중국으로 6억 달러를 기록해 전체의 95%".
            return Pair(partners=(told[0], main))
        listed = beside(reading, scene, draft.figure) if len(told) == 1 and flow is not None else None
        if with_whom is None and listed and listed not in told:
            # "주요 교역국의 교역액은 중국 69억 달러, 한국 51억 달러 순".
            return Pair(partners=(told[0], listed))
        if with_whom is None and (other := _bracketed(reading, scene, draft.figure)) is not None:
            # "베트남과의 교역은 … 1위 중국(2천억 달러)과 2위 미국(1천억 달러)에 이어".
            own = next((c for c in (context.home, context.focus) if c in told), None)
            return Pair(partners=(own, other)) if own and other and other not in told else None
        return Pair(partners=(told[0], with_whom)) if with_whom and told and told[0] != with_whom else None
    if sense == "trade" and reading.language == "zh" and flow is None:
        # "越南以1232万美元居次" in a text on one country's trade with everybody.
        code = beside(reading, scene, draft.figure) or in_place(reading, scene, draft.figure)
        alone = context.pair.everyone if len(context.pair.everyone) == 1 else ()
        own = alone[0] if alone else context.home or context.focus
        return Pair(partners=(own, code)) if own and code and own != code else None
    if sense is None or sense == "trade":
        return None
    code = beside(reading, scene, draft.figure)
    if code is None:
        return None
    acting = flow is not None and turns.each(reading, scene, draft.figure, flow) is not None
    if flow is not None and acting and code:
        # "프랑스는 6만t, 말레이시아는 3만t을 수입했다": each buys itself, of whom the text says they all buy.
        topics = {p.code for p in scene.parties if reading.text.startswith(TOPICS, p.end)}
        return pair_of(flow.sense, code, *([flow.away] if flow.away and flow.away not in topics else []))
    if reading.language == "zh" and flow is not None and flow.verb and code and flow.home and flow.away:
        ahead = reading.text[scene.sentence.start : flow.start].rpartition("其中")
        buys = flow.sense == "import" and flow.stated and any(p.code == flow.home for p in scene.parties)
        if buys and ahead[1] and not set(ahead[2]) & set("；。"):
            # "其中巴西买走5万吨，印度2万吨": each buys of the same seller.
            return pair_of("import", code, flow.away)
    if flow is not None and code and any(suppliers.names_partner(flow, f) for f in scene.flows if f.called):
        # "中国是伊朗最大的出口市场，吸纳了61亿美元；伊拉克（35亿美元）紧随其后": they do as the first one does.
        return pair_of(flow.sense, code, flow.away or "")
    if flow is not None and flow.sense == "import" and flow.home is None and flow.away and code:
        # "进口俄罗斯小麦的国家有埃及（5万吨）": the origin is known, and those beside the figures buy.
        return pair_of("import", code, flow.away)
    if reading.language == "ko" and code and sense == "export":
        receiver = _receiver(draft, context)
        if receiver not in {None, code}:
            return pair_of("export", code, receiver or "")
    if reading.language == "ko" and _is_bound(reading, scene, draft.figure):
        # "이 금은 아랍에미리트(48억 달러)와 홍콩(12억 달러)으로 나갔다".
        pair = flow.pair if flow is not None else context.pair
        seller = (pair.sender if sense == "export" else pair.receiver) or context.home
        return pair_of("export", seller, code) if code else pair_of("export", seller)
    if code and reading.language == "ko" and _is_rival(reading, scene, draft.figure):
        # "수출은 프랑스(232억 달러), 미국(111억 달러)에 이어 세계 3위": they sell for themselves.
        return pair_of(sense, code)
    if code and _OTHERS.search(reading.text, scene.sentence.start, draft.figure.start) is not None:
        # "其他出口大国的出口量为：印度230万吨、越南140万吨": each sells for itself.
        return pair_of(sense, code)
    if flow is not None and flow.home and flow.away and flow.away == context.home and flow.end < draft.figure.start:
        # "대만의 대중 수출은 49.6%, 이어 홍콩 33.5%" by China's books: the next one sells there, too.
        return pair_of(flow.sense, code, flow.away) if code else pair_of(flow.sense, None, flow.away)
    if flow is not None and flow.home and flow.away and _is_against(scene, code, draft.figure):
        # "美国的供应量（100万吨）超过了俄罗斯（66万吨）": the other seller, to the same buyer.
        return pair_of(flow.sense, code, flow.away)
    known = (flow.home if flow is not None else None, context.home, context.reporter)
    home = next((c for c in known if c and c != code), None)
    return pair_of(sense, home, code) if code else pair_of(sense, home)


def _receiver(draft: Draft, context: Context) -> str | None:
    """To whom several send, each with a figure, of whom the text has named nobody before.

    "대북 정제유 공급량은 중국 2만t, 러시아 1만t", "대북 지원액은 …. 스위스가 103만 달러, 노르웨이가 59만 달러를 냈다".
    """
    flow = draft.flow
    if flow is None:
        return context.pair.receiver if context.pair.sender is None else None
    return flow.away if flow.home is None and flow.end <= draft.figure.start else None


def _bracketed(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """The country whose bracket a figure stands in."""
    place = opening(reading.text, scene.sentence.start, figure.start)
    return next((m.alpha3 for m in scene.sentence.countries if m.end == place), None)


def _is_bound(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """Whether what is told of a list of countries went there."""
    end = list_end(reading.text, figure.end, scene.sentence.end)
    return end is not None and _BOUND.match(reading.text, end) is not None


def _is_rival(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """Whether the countries of a list are those whom the text's own country stands behind or has passed."""
    end = list_end(reading.text, figure.end, scene.sentence.end)
    return end is not None and _RIVALS.match(reading.text, end) is not None


def _summed(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "以色列和约旦合计48万吨", "两国合计3.1万桶": several partners of whom nobody has it alone."""
    both = list(_BOTH.finditer(reading.text, scene.sentence.start, draft.figure.start))
    if both and both[-1].end() == draft.figure.start and None not in {context.pair.sender, context.pair.receiver}:
        ends = context.pair
        return Pair(None, ends.receiver) if context.sense == "export" else Pair(ends.sender, None)
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    if party is None or _SUMMED.match(reading.text, party.end) is None:
        return None
    before = next((p for p in reversed(scene.parties) if p.end < party.start), None)
    if before is None or reading.text[before.end : party.start] not in _LINKS:
        return None
    home = context.pair.receiver if context.sense == "import" else context.pair.sender
    home = home if home not in {party.code, before.code} else context.home
    return pair_of(context.sense or "", home) if home not in {None, party.code, before.code} else None


def together(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "두 나라를 합치면 29만 배럴": several sellers to one buyer, or several buyers."""
    if scene.flows or context.sense not in {"import", "export"}:
        return None
    if reading.language == "zh":
        return _summed(reading, scene, draft, context)
    if _BOTH_TOGETHER.search(reading.text, scene.sentence.start, scene.sentence.end) is None:
        return None
    other = context.pair.receiver if context.sense == "export" else context.pair.sender
    return None if other is None else pair_of(context.sense, None, other)


def _is_against(scene: Scene, code: str, figure: Figure) -> bool:
    before = [p for p in scene.parties if p.end <= figure.start and p.code == code]
    return bool(before) and before[-1].role == "against"


def in_place(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """ "越南以1232万美元居次", "中国大陆以902亿日元紧随其后": the partner that a figure gives its place."""
    for party in scene.every_party:
        if party.end <= figure.start and party.code and _WITH_AMOUNT.fullmatch(reading.text, party.end, figure.start):
            return party.code if _PLACE.match(reading.text, figure.end) is not None else None
    return None


def _ranked(reading: Reading, scene: Scene, draft: Draft, context: Context, lead: Flow | None) -> Pair | None:
    """ "位列第二的是中国香港，增长3.4%": a partner by its place, in a sentence that names no trade."""
    home = lead.home if lead is not None else context.home
    if scene.flows and draft.flow is None:
        # "阿联酋以76亿美元居首，中国供货67亿美元"
        home = context.pair.receiver if context.sense == "import" else context.pair.sender
    elif scene.flows:
        return None
    if context.sense not in {"import", "export"} or home is None:
        return None
    code = in_place(reading, scene, draft.figure)
    if code is None:
        named = [p for p in scene.every_party if p.end <= draft.figure.start and p.code and p.code != home]
        place = named and _IN_PLACE.search(reading.text, scene.sentence.start, named[-1].start) is not None
        code = named[-1].code if place else None
    way = "from" if context.sense == "import" else "to"
    if code is None:
        told = [p for p in scene.every_party if p.end <= draft.figure.start and p.role in {way, "toward"} and p.code]
        placed = told and _NEXT_IS.search(reading.text, scene.sentence.start, told[-1].start) is not None
        code = told[-1].code if placed else None
    if code is None:
        first = next((p for p in scene.every_party if p.start == scene.sentence.start and p.code), None)
        at_once = first is not None and any(in_place(reading, scene, f) == first.code for f in scene.sentence.figures)
        code = first.code if first is not None and at_once else None
    return pair_of(context.sense, home, code) if code and code != home else None


def _did_so(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "泰国对华出口榴莲71万吨。越南同期为51万吨": another who sells to the same buyer."""
    start, figures = scene.sentence.start, scene.sentence.figures
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    own = None if party is None else next((f for f in figures if f.start >= party.end), None)
    if (
        party is None
        or own is None
        or context.sense != "export"
        or None in {context.pair.sender, context.pair.receiver}
    ):
        return None
    summed = any(_BOTH.search(reading.text, f.end, draft.figure.start) for f in figures if f.end <= draft.figure.start)
    if party.code in context.pair.everyone or party.role != "subject" or summed:
        return None
    between = reading.lexicon.plain(reading.text[party.end : own.start])
    leads = party.start == start or (reading.text[party.start - 1] in "，,；;" and _SAME_TIME.match(between))
    told = leads and _DID_SO.fullmatch(between) is not None
    return pair_of("export", party.code, context.pair.receiver or "") if told else None


def topic(reading: Reading, scene: Scene, draft: Draft, context: Context, lead: Flow | None = None) -> Pair | None:
    """ "한국은 14만t, 말레이시아는 9만t": in a sentence that names no trade, the partner that a clause is about."""
    if reading.language == "zh":
        return _ranked(reading, scene, draft, context, lead) or _did_so(reading, scene, draft, context)
    if reading.language != "ko" or scene.flows or context.sense not in {"import", "export"}:
        return None
    other = _as_much(reading, scene, draft, context)
    if other is not None:
        return other
    home = context.pair.receiver if context.sense == "import" else context.pair.sender
    home = home or context.home
    party = next((p for p in reversed(scene.every_party) if p.end <= draft.figure.start), None)
    if party is None or home is None or party.code == home or party.role not in {"subject", "toward"}:
        return None
    behind = party.end + (reading.text[party.end : party.end + 1] in _QUOTE)
    if not reading.text.startswith(TOPICSAL, skipped(reading.text, behind, draft.figure.start)):
        return None
    return pair_of(context.sense, home, party.code) if party.code != GROUP else pair_of(context.sense, home)


def _as_much(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "중국의 신고량은 22만 배럴": what another seller sold to the same buyer, or the other way round."""
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    if party is None or party.code in context.pair.everyone:
        return None
    if _AMOUNT_OF.match(reading.text, party.end) is None:
        return None
    other = context.pair.receiver if context.sense == "export" else context.pair.sender
    return None if other is None else pair_of(context.sense or "", party.code, other)
