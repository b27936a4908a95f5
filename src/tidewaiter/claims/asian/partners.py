"""Partners that have a figure of their own: "중국(1.2%)과 베트남(1.0%) 수출", "일본의 경우 1억 달러"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian import korean_ends, korean_flows, turns
from tidewaiter.claims.asian.brackets import list_end, opening, skipped
from tidewaiter.claims.asian.parties import GROUP
from tidewaiter.claims.asian.turns import TOPICS
from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading import Reading
from tidewaiter.claims.scene import Draft, Flow, Scene, pair_of

#: What may stand between a partner and its figure.
_TO_FIGURE = frozenset(
    [
        "",
        " ",
        "이 ",
        "가 ",
        "은 ",
        "는 ",
        "이 약 ",
        "가 약 ",
        " 약 ",
        "以",
        "以约",
        "以約",
        "约",
        "約",
        "为",
        "為",
        "达",
        "達",
    ]
)
#: One character for how a partner's trade moved: "韩国升6.8%、新加坡跌4.9%".
_MOVED = frozenset({"升", "跌", "增", "降", "减", "減", "揚", "挫"})
#: What goes on with the next partner: "其次是泰国23万吨".
_NEXT = re.compile(r"其次|[紧緊][随隨]其[后後]|第[二三四五]|[随隨][后後]|接[着著]|再次")
_OTHERS = re.compile(
    r"(?:其他|其它|主要|各|[一二三四五六七八九十\d]大)(?:大米|粮食|糧食|石油|原油)?(?:出口|进口|進口)大?[国國]"
)
_NEXT_REACH = 20
_BOUND = re.compile(r"(?:으로|로) (?:나갔|나간|갔|향했|팔려|팔렸|실려|보내)")
_RIVALS = re.compile(
    r"(?:에 이어 (?:세계|글로벌|[가-힣]{1,6})? ?\d{1,2}위|[을를] (?:[^ ,]{1,10} ){0,4}(?:제[치쳤]|앞질|따돌|추월))"
)
#: "이 중 베트남 쌀이 84%를 차지".
_PARTNERS = re.compile(r"산? ?[가-힣]{0,8}[이가은는] (?:약 |전체의 )?")
_PART_OF_IT = re.compile(r"[를을]? ?차지(?:하고 있는|하는|한) ")
#: What makes a country the one whose share it is.
_SHARER = re.compile(r"(?: ?시장)?(?:[이가] 차지하는|의|산의?)? ?(?:비중|점유율|비율|의존도|의존율)|[이가] 차지")
#: "其中印度占41%，中国仅占5.6%".
_SHARES = re.compile(
    r"(?:货|貨|产品|產品|商品)?(?:仅|僅|只|约|約|就|则|則|也)*[占佔]"
    r"(?:比|了|到|去)?(?:约|約|近|逾|超过|超過)?(?=\d|[一二三四五六七八九两兩])"
)
#: What a word of trade is behind which its share of a whole is told.
_IS_TOPIC = re.compile(r"[액량]?[은는이가] ")
#: From a partner to its part: "중국이 96.7%", "베트남(1.1%)".
_HAS_PART = frozenset({"이 ", "가 ", "은 ", "는 ", "(", " "})
_GREATEST = re.compile(r"(?:교역국|교역 ?상대국?|무역 ?상대국?|교역 ?대상국?|무역국|\d위)[은는] \Z")
_WITHIN = re.compile(r"(?:총?액|량)?(?:에서| 중| 가운데)")
_QUOTE = frozenset("'’\"”")
_AMOUNT_OF = re.compile(
    r"(?:[이가] (?:신고|보고|공급|수출|보낸|제공)한 |의 )(?:[가-힣]{1,6} )?"
    r"[가-힣]{0,4}(?:량|액|물량|금액|규모|양)[은는이도] "
)
_BOTH_TOGETHER = re.compile(r"(?:두|세|네|양) ?(?:나라|국가|국)[를을]? ?(?:모두 )?(?:합[치하한쳐]|더하)")
_WITH_AMOUNT = re.compile(r"(?:则|則)?以(?:约|約)?")
_PLACE = re.compile(r"的?(?:金额|金額|规模|規模)?(?:居|位居|位列|排|名列|列|紧随|緊隨|领先|領先|高居|稳居|穩居|拔得)")
_NEXT_IS = re.compile(r"(?:第[一二三四五六七八九十]|其次|再次)(?:位|名|大)?(?:的?是|为|為|则是|則是)[^，,。；;]{0,4}\Z")
_IN_PLACE = re.compile(r"(?:居|列|排|排名|位于|位於)第[一二三四五六七八九十\d]{1,2}位?的?(?:则|則)?(?:是|为|為)\Z")
_DID_SO = re.compile(
    r"(?:则|也|的)?(?:同期|当月|同月|去年|今年|全年|数量|金额|出口[量额]?|对华|方面)*(?:则|也|只|仅|约|近|逾|超过|达到?|为|是|有)*"
)
TOPICSAL = ("은 ", "는 ", "도 ", "이 ", "가 ", "의 경우", "에 대해서는 ")
_AS_FOR = frozenset({"의 경우 ", "의 경우는 ", "의 경우 약 ", " 경우 "})


def pair_beside(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """The ends of the trade with the country that a figure stands beside; None where it stands beside none."""
    flow = draft.flow
    sense = flow.sense if flow is not None else context.sense
    if sense == "trade" and reading.language == "ko":
        # "교역액 190억 달러를 기록한 중국": with whom the text's country trades.
        with_whom = korean_ends.had(reading, scene, draft.figure)
        told = (flow.pair.everyone if flow is not None else ()) or context.pair.everyone
        main = _main_partner(reading, scene, draft.figure)
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
        code = beside(reading, scene, draft.figure) or _placed(reading, scene, draft.figure)
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
        if flow.sense == "import" and flow.stated and ahead[1] and not set(ahead[2]) & set("；。"):
            # "其中巴西买走5万吨，印度2万吨": each buys of the same seller.
            return pair_of("import", code, flow.away)
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


def _main_partner(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """Whom a sentence on two-way trade is about: the greatest partner, or one that stands alone before its figure."""
    party = next((p for p in reversed(scene.parties) if p.end <= figure.start), None)
    if party is None or scene.flows:
        return None
    named = _GREATEST.search(reading.text, max(scene.sentence.start, party.start - 16), party.start) is not None
    if named and reading.text.startswith(("으로", "로", "이", "였"), party.end):
        return party.code or None
    alone = len(scene.parties) == 1 and reading.text[party.end : figure.start] in {"는 ", "은 ", "는 약 ", "은 약 "}
    turned = bool(scene.sentence.cues_of("apiece"))
    alone = alone or (turned and reading.text[party.end : figure.start] in {"이 ", "가 ", "이 약 ", "가 약 "})
    return party.code or None if alone else None


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


def together(reading: Reading, scene: Scene, context: Context) -> Pair | None:
    """ "두 나라를 합치면 29만 배럴": several sellers to one buyer, or several buyers."""
    if reading.language != "ko" or scene.flows or context.sense not in {"import", "export"}:
        return None
    if _BOTH_TOGETHER.search(reading.text, scene.sentence.start, scene.sentence.end) is None:
        return None
    other = context.pair.receiver if context.sense == "export" else context.pair.sender
    return None if other is None else pair_of(context.sense, None, other)


def sharer(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "전체 수출액에서 중국이 차지하는 비중은 84.5%": the ends of the trade with whom a share is said to be of."""
    flow = draft.flow
    if draft.measure == "share" and flow is not None and flow.sense == "trade" and reading.language == "ko":
        ahead = tuple(dict.fromkeys(p.code for p in scene.parties if p.code and p.end <= flow.start))
        # "전체 북한 무역에서 중국이 차지하는 비중은": of all that the one named before trades.
        within = len(ahead) == 1 and _WITHIN.match(reading.text, flow.end) is not None
        known = ahead if within else flow.pair.everyone
        return _trade_share(reading, scene, draft, known if flow.stated else flow.pair.everyone[:1])
    if draft.measure == "share" and flow is None and context.sense == "trade" and reading.language == "ko":
        # "같은 기간 중국 비중은 88%에서 95%로": of the trade spoken of before.
        return _trade_share(reading, scene, draft, context.pair.everyone[:1])
    if draft.measure != "share" or flow is None or flow.sense == "trade" or flow.home is None:
        return None
    behind = _PART_OF_IT.match(reading.text, skipped(reading.text, draft.figure.end, scene.sentence.end))
    named = next((p for p in scene.parties if behind is not None and p.start == behind.end()), None)
    if named is not None and named.code != flow.home:
        return pair_of(flow.sense, flow.home, named.code)
    nearest = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    of_market = flow.sense == "import" and korean_flows.is_import_market(reading, flow.end)
    if of_market and nearest is not None and nearest.start > flow.end and nearest.role == "subject":
        # "미국 수입시장에서 … 싱가포르도 2.6%로": what the next one has of it.
        return pair_of(flow.sense, flow.home, nearest.code)
    topic_ = next((p for p in scene.parties if p.end <= flow.start and p.code != flow.home), None)
    own = nearest is not None and nearest.start > flow.end and nearest.role == "subject"
    if own and nearest is not None and nearest.code and reading.text[nearest.end : draft.figure.start] in _HAS_PART:
        # "인도는 러시아 원유 수출량의 38%를, 중국이 47%로": what the next one has of it.
        return pair_of(flow.sense, flow.home, nearest.code)
    if flow.compared and topic_ is not None and reading.text.startswith(("은 ", "는 "), topic_.end):
        return pair_of(flow.sense, flow.home, topic_.code)
    told = [f for f in scene.flows if f.end <= flow.start and f.sense == flow.sense and f.away not in {None, flow.home}]
    if flow.compared and told and _IS_TOPIC.match(reading.text, told[-1].end):
        # "대중국 수출은 이란 전체 수출의 75%에 해당한다".
        return pair_of(flow.sense, flow.home, told[-1].away or "")
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    if party is None or party.code == flow.home or party.start < flow.end:
        return None
    if reading.language == "zh":
        if _SHARES.match(reading.text, party.end) is None:
            return None
        return pair_of(flow.sense, flow.home, party.code)
    held = _SHARER.match(reading.text, party.end) or _PARTNERS.fullmatch(reading.text, party.end, draft.figure.start)
    return pair_of(flow.sense, flow.home, party.code) if held else None


def _trade_share(reading: Reading, scene: Scene, draft: Draft, known: Sequence[str]) -> Pair | None:
    """Whom a share of two-way trade is with: the greatest partner that its sentence names, or as it is told."""
    main = _main_partner(reading, scene, draft.figure)
    if main is not None and len(known) == 1 and main != known[0]:
        return Pair(partners=(known[0], main))
    return _share_of(reading, scene, draft, known)


def _share_of(reading: Reading, scene: Scene, draft: Draft, known: Sequence[str]) -> Pair | None:
    """ "북한의 대외무역에서 중국이 차지하는 비중은 95%": whose part of whose trade with everybody."""
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    held = party is not None and party.code and (
        _SHARER.match(reading.text, party.end) is not None
        or reading.text[party.end : draft.figure.start] in _HAS_PART
    )  # fmt: skip
    if party is None or not held or len(known) != 1 or party.code in known:
        return None
    return Pair(partners=(*known, party.code))


def _is_against(scene: Scene, code: str, figure: Figure) -> bool:
    before = [p for p in scene.parties if p.end <= figure.start and p.code == code]
    return bool(before) and before[-1].role == "against"


def _placed(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """ "越南以1232万美元居次", "中国大陆以902亿日元紧随其后": the partner that a figure gives its place."""
    for party in scene.every_party:
        if party.end <= figure.start and party.code and _WITH_AMOUNT.fullmatch(reading.text, party.end, figure.start):
            return party.code if _PLACE.match(reading.text, figure.end) is not None else None
    return None


def _ranked(reading: Reading, scene: Scene, draft: Draft, context: Context, lead: Flow | None) -> Pair | None:
    """ "位列第二的是中国香港，增长3.4%": a partner by its place, in a sentence that names no trade."""
    home = lead.home if lead is not None else context.home
    if scene.flows or context.sense not in {"import", "export"} or home is None:
        return None
    code = _placed(reading, scene, draft.figure)
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
        at_once = first is not None and any(_placed(reading, scene, f) == first.code for f in scene.sentence.figures)
        code = first.code if first is not None and at_once else None
    return pair_of(context.sense, home, code) if code and code != home else None


def _did_so(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "泰国对华出口榴莲71万吨。越南同期为51万吨": another who sells to the same buyer."""
    first = next((p for p in scene.parties if p.start == scene.sentence.start and p.role == "subject"), None)
    figure = next((f for f in scene.sentence.figures if f.start >= scene.sentence.start), None)
    if (
        first is None
        or figure is None
        or context.sense != "export"
        or None in {context.pair.sender, context.pair.receiver}
    ):
        return None
    if first.code in context.pair.everyone or len({p.code for p in scene.parties}) > 1:
        return None
    told = _DID_SO.fullmatch(reading.lexicon.plain(reading.text[first.end : figure.start])) is not None
    return pair_of("export", first.code, context.pair.receiver or "") if told else None


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


def beside(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """The country that has a figure of its own in a list of partners: `GROUP` for a group, None for no such list."""
    text, sentence = reading.text, scene.sentence
    held_by = korean_ends.had(reading, scene, figure) if reading.language == "ko" else None
    if held_by is not None:
        return held_by
    place = opening(text, sentence.start, figure.start)
    if place is not None:
        held = next((m for m in sentence.countries if m.end == place or text[m.end : place] == " "), None)
        if held is None or any(f.end > held.end and f.start < place for f in sentence.figures):
            return None
        return held.alpha3 or GROUP
    for mention in sentence.countries:
        if mention.end <= figure.start and text[mention.end : figure.start] in _AS_FOR:
            return mention.alpha3 or GROUP
    own = _own(reading, scene, figure)
    if own is None:
        return None
    alike = [f for f in sentence.figures if f.kind == figure.kind and _own(reading, scene, f) not in {None, own}]
    following = _NEXT.search(text, max(sentence.start, figure.start - _NEXT_REACH), figure.start) is not None
    return own if alike or following or scene.sentence.cues_of("apiece") else None


def _own(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """The country that stands straight before a figure."""
    text = reading.text
    moves = {text[c.start : c.end] for c in scene.sentence.cues_of("change")} if reading.language == "zh" else set()
    for mention in scene.sentence.countries:
        if mention.end > figure.start:
            continue
        end = skipped(text, mention.end, figure.start) + text.startswith((")", "）"), mention.end)
        gap = text[end : figure.start]
        if gap in _TO_FIGURE or gap in moves or gap in _MOVED:
            return mention.alpha3 or GROUP
    return None
