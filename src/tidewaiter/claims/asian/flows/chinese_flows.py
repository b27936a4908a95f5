"""What only Chinese says around a word of trade: where goods come from, where they go, who is only counted."""

from __future__ import annotations

import re
from dataclasses import replace

from tidewaiter.claims.asian.flows import chinese_gifts
from tidewaiter.claims.asian.measures.wholes import is_own_book
from tidewaiter.claims.asian.nouns import han_names
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party, pair_of
from tidewaiter.claims.words.lexicon import Cue

_TOPIC = re.compile(
    r"(?:按照?|从|從|以|就)?(?:主要)?(进口|進口|出口)(?:来源|來源|市场|市場|目的地|对象|對象|国别|國別)(?:国|國|地)?"
    r"(?:方面|来看|來看|看|上|中|划分|劃分|而言|為|为|包括|是|有)"
)
_IN_PLACE = re.compile(r"[居列排][第前][一二三四五六七八九十\d]")
_AND = frozenset({"和", "及", "与", "與", "、"})
_MARKETS = re.compile(
    r"等?(?:[一二两三四五六七八九十\d]{1,2}(?:个|個)?大?|前[三五十])(?:主要)?(?:出口|进口|進口|贸易|貿易)?"
    r"(?:市场|市場|目的地|来源地|來源地|来源国|來源國|伙伴|夥伴|国家|國家)"
)
#: "出口疫苗到台湾": the goods stand between.
_COUNTERPART = re.compile(r"(?:对象|對象|对手|對手)[国國]?(?:仍|依然|依舊|还|還|一直|则|則)*(?:是|为|為)")
#: What stands behind a country that goods are sold to: how much.
_TAKEN = re.compile(r"的?(?:[数數]量|金[额額]|[货貨]值|市[场場]|[约約近逾达達为為]|\d|[，,、和及与與])")
_TRADER = re.compile(
    r"(?:的)?(?:[\u3400-\u9fff]{0,6})(?:商人|(?:企业|企業|公司|工厂|工廠)的?[\u3400-\u9fff]{0,3}(?:负责人|負責人|经理|經理|人士|老板|老闆)|[贸貿]易商|[进進出]口商|业者|業者|货代|貨代|批[发發]商|[经經][销銷]商|老板|老闆)"
)
#: "拉过来二十多吨", "进了3万吨".
_CAME = re.compile(r"(?:过来|回来|过去|出去|来|回|走)?了?\Z")
_ARRIVED = ("到货", "到貨")
#: How far before a word of trade the market stands: "法国市场的出口".
_AT_MARKET = 4
_SENT = re.compile(r"[了的]?[^，,。；;、\d]{1,8}[到至往给給]")


def topic(text: str, sentence: Sentence) -> Cue | None:
    """ "进口来源方面，土耳其以9亿美元居首": the trade that a sentence goes through partner by partner."""
    found = _TOPIC.match(text, sentence.start, sentence.end) if sentence.figures else None
    if found is None:
        return None
    return Cue(found.start(1), found.end(), "flow", "export" if found[1] == "出口" else "import")


def behind(reading: Reading, sentence: Sentence, parties: list[Party], cue: Cue) -> list[Party]:
    """Who is named behind a word of trade, and what for: "输往印度的俄罗斯小麦", "进口俄罗斯小麦", "出口越南2万吨"."""
    beside = [p for p in parties if cue.end <= p.start <= cue.end + 2 and p.role in {"to", "from"}]
    for party in parties:
        # "出口到韩国、荷兰等市场"
        link = reading.text[beside[-1].end : party.start] if beside else ""
        if link in _AND and party.role == beside[-1].role:
            beside.append(party)
    return [
        *beside,
        *sent_to(reading, parties, cue),
        *sender_behind(reading.text, parties, cue),
        *counterpart(reading, parties, cue),
        *destination(reading, parties, cue),
        *origin(reading, sentence, parties, cue),
        *chinese_gifts.ends(reading, parties, cue),
    ]


def sent_to(reading: Reading, parties: list[Party], cue: Cue) -> list[Party]:
    """Where goods go that stand between a word of trade and a country: "出口疫苗到台湾"."""
    return [p for p in parties if p.role == "to" and _SENT.fullmatch(reading.text, cue.end, p.start)]


def counterpart(reading: Reading, parties: list[Party], cue: Cue) -> list[Party]:
    """ "最大贸易对象仍是中国": with whom the trade is."""
    met = _COUNTERPART.match(reading.text, cue.end)
    if met is None:
        return []
    return [replace(p, role="with", owner=False) for p in parties if p.start == met.end()]


def is_part_bought(reading: Reading, sentence: Sentence, flow: Flow, context: Context) -> bool:
    """ "出口达3.2万吨。其中日本买了2.4万吨": a part of what was sold, by who bought it."""
    bought = flow.sense == "import" and flow.stated and flow.home is not None and flow.away is None
    told = context.sense == "export" and context.pair.sender not in {None, flow.home}
    return bought and told and reading.text.startswith("其中", sentence.start)


def destination(reading: Reading, parties: list[Party], cue: Cue) -> list[Party]:
    """ "外銷日本數量為…", "出口越南2万吨": the country behind a word for selling is where the goods go."""
    if cue.sense != "export":
        return []
    behind = next((p for p in parties if p.start == cue.end and p.role == "subject"), None)
    if behind is None or _TAKEN.match(reading.text, behind.end) is None:
        return []
    return [replace(behind, role="to", owner=False)]


def going(reading: Reading, sentence: Sentence, parties: list[Party]) -> list[Cue]:
    """ "流向中国的小麦", "从越南进了3万吨": verbs of trade only where who the goods go to, or come from, is named."""
    text, words = reading.lexicon.plain(reading.text[sentence.start : sentence.end]), reading.lexicon.words
    found = list[Cue]()
    for party in parties:
        ahead = text[: party.start - sentence.start]
        # "1200名游客进入中国", "500辆卡车进入该国": no goods.
        goods = any(m.good_id != "total" for m in sentence.goods)
        goods = goods and any(f.kind in {"money", "quantity", "percent"} for f in sentence.figures)
        verbs = words["goes_to"] | words["enters"] if goods else words["goes_to"]
        word = next((w for w in verbs if ahead.endswith(w)), None) if party.role == "to" else None
        if word is not None and not sentence.cues_of("funds"):
            found.append(Cue(party.start - len(word), party.start, "flow", "export"))
    for figure in sentence.figures:
        ahead = text[: figure.start - sentence.start]
        said = _CAME.search(ahead)
        end = len(ahead) if said is None else said.start()
        whose = next((p for p in reversed(parties) if p.end <= figure.start and p.role in {"from", "to"}), None)
        told = figure.kind in {"money", "quantity", "count"}
        if whose is None or not told or set(ahead[whose.end - sentence.start :]) & set("，。；"):
            continue
        verbs = words["took" if whose.role == "from" else "gave"]
        named = next((m for m in sentence.goods if m.end == sentence.start + end and m.good_id != "total"), None)
        # "从中国获得了62万吨原油", "从中国获得原油62万吨"
        end = end if named is None else named.start - sentence.start
        word = next((w for w in verbs if ahead.endswith(w, 0, end) and (named is None or len(w) > 1)), None)
        lent = word is not None and len(word) > 1 and bool(sentence.cues_of("funds"))
        if word is not None and not lent:
            sense = "import" if whose.role == "from" else "export"
            found.append(Cue(sentence.start + end - len(word), sentence.start + end, "flow", sense))
    taken = [(c.start, c.end) for c in sentence.cues_of("flow")]
    return [c for c in found if not any(first < c.end and c.start < last for first, last in taken)]


def sender_behind(text: str, parties: list[Party], cue: Cue) -> list[Party]:
    """ "输往印度的俄罗斯小麦": whose goods they are, named behind where they go."""
    if cue.sense != "export":
        return []
    to = next((p for p in parties if p.role == "to" and cue.end <= p.start <= cue.end + 2), None)
    whose = next((p for p in parties if to is not None and p.start == to.end + 1 and p.role == "subject"), None)
    return [replace(whose, role="from")] if to is not None and whose is not None and text[to.end] == "的" else []


def trader(text: str, parties: list[Party], flow: Flow) -> str | None:
    """ "“往越南发了3万吨大米，”一位缅甸商人说": whose trader says so, where he names only the other end."""
    if flow.home is not None or flow.away is None:
        return None
    behind = (p for p in parties if p.start > flow.end and p.code not in flow.pair.everyone)
    return next((p.code for p in behind if _TRADER.match(text, p.end) is not None), None)


def at_markets(text: str, named: list[Party], cue: Cue, before: Flow | None, context: Context) -> list[Party]:
    """ "西班牙和法国市场出口增长", in a text on what another country sells: where the goods go."""
    told = before.sense if before is not None else context.sense
    seller = before.pair.sender if before is not None else context.pair.sender
    last = named[-1] if named else None
    if (
        told != "export"
        or cue.sense != "export"
        or seller is None
        or last is None
        or last.role not in {"subject", "with"}
    ):
        return named
    if not text.startswith(("市场", "市場", "等市场", "等市場"), last.end) or cue.start - last.end > _AT_MARKET:
        return named
    return [replace(p, role="to", owner=False) if p.code != seller else p for p in named]


def arrived(text: str, named: list[Party], cue: Cue) -> list[Party]:
    """ "白俄罗斯钾肥到货量": what arrives is of the country that it is called after."""
    if not text.startswith(_ARRIVED, cue.start) or not named or named[-1].role != "subject":
        return named
    return [*named[:-1], replace(named[-1], role="from", owner=False)]


def of_both(flow: Flow, named: list[Party], home: str | None) -> None:
    """ "中蒙甘其毛都口岸煤炭进口": of two named in one word the text's own country trades."""
    last = named[-2:]
    if flow.sense == "import" and len(last) > 1 and last[0].owner and last[1].start == last[0].end + 1:
        # "泰国的缅甸沥青进口": the goods are of the second.
        flow.pair, flow.reporter = pair_of("import", last[0].code, last[1].code), last[0].code
        return
    if len(last) < 2 or last[0].end != last[1].start or {p.role for p in last} != {"subject"}:
        return
    codes = [p.code for p in last]
    if home is None or home not in codes or not set(flow.pair.everyone) <= set(codes):
        return
    flow.pair, flow.reporter = pair_of(flow.sense, home, next((c for c in codes if c != home), "")), home


def without_markets(text: str, named: list[Party], parties: list[Party], floor: int) -> tuple[list[Party], int]:
    """ "中国、美国、越南三大市场在总出口中占…": who is counted as markets together does not trade there himself.

    Those who may, and the place behind the others; `floor` where there are none.
    """
    last = next((p for p in reversed(named) if p.role == "subject" and _MARKETS.match(text, p.end)), None)
    if last is None:
        return named, floor
    first = last
    for party in reversed([p for p in parties if p.end <= last.start]):
        if text[party.end : first.start] not in _AND:
            break
        first = party
    return [p for p in named if p.end <= first.start or p.start >= last.end], last.end


def of_country(reading: Reading, sentence: Sentence, cue: Cue, parties: list[Party]) -> str | None:
    """ "俄罗斯小麦今年打进了拉美市场，实现了对巴西的出口": the goods of a country that a sentence begins with."""
    goods = [m for m in sentence.goods if m.good_id != "total"]
    if not goods or goods[0].end > cue.start or len({reading.text[m.start : m.end] for m in goods}) > 1:
        return None
    first = goods[0]
    # "受中国零件拉货影响，9月出口…": why, and not what.
    owned = any(p.end == first.start and p.role != "other" for p in parties)
    return reading.text[first.start : first.end] if owned else None


def origin(reading: Reading, sentence: Sentence, parties: list[Party], cue: Cue) -> list[Party]:
    """ "进口俄罗斯小麦", "进口的澳大利亚煤炭": where goods that are bought come from."""
    if cue.sense != "import":
        return []
    origin = next((p for p in parties if cue.end <= p.start <= cue.end + 1), None)
    amount = next((f for f in sentence.figures if cue.end <= f.start <= cue.end + 1), None)
    if origin is None and amount is not None and amount.kind in {"quantity", "money"}:
        # "进口了42.5万吨厄瓜多尔虾"
        start = amount.end + reading.text.startswith("的", amount.end)
        origin = next((p for p in parties if p.start == start), None)
    if origin is None or origin.role not in {"subject", "owner", "toward"}:
        return []
    told = any(f.start == origin.end and f.kind in {"money", "quantity"} for f in sentence.figures)
    told = told or reading.text.startswith(("产", "產"), origin.end) or reading.text[origin.end] in han_names.SHORT
    if not told and not any(origin.end <= m.start <= origin.end + 3 for m in sentence.goods if m.good_id != "total"):
        return []
    return [replace(origin, role="from", owner=False)]


def of_that_origin(sentence: Sentence, flow: Flow, before: Flow, named: list[Party]) -> bool:
    """ "中国的进口包括创纪录的俄罗斯煤炭进口量": where the goods of the same trade come from."""
    if flow.sense != "import" or before.sense != "import" or len(named) != 1 or before.home in {None, named[0].code}:
        return False
    goods = any(m.start == named[0].end for m in sentence.goods if m.good_id != "total")
    return goods and before.away == named[0].code


def bought_part(text: str, flow: Flow, before: Flow) -> bool:
    """ "白俄罗斯出口钾肥12万吨，其中巴西买走5万吨", or what one bought, by who sold it: a part of the trade before."""
    told = flow.stated and flow.home is not None and flow.away is None and before.home not in {None, flow.home}
    return told and {flow.sense, before.sense} == {"import", "export"} and "其中" in text[before.end : flow.start]


def next_buyer(text: str, flow: Flow, before: Flow, lead: Flow) -> bool:
    """ "欧盟仍是最大市场…；美国居第三，进口1350万箱": the next in a ranking buys of the seller."""
    ranked = _IN_PLACE.search(text, before.end, flow.start) is not None
    seller = lead.home is not None and lead.home == before.home and flow.home not in {None, lead.home}
    return ranked and seller and flow.stated and flow.away is None and flow.sense != before.sense != "trade"


def all_of(named: list[Party], cue: Cue) -> bool:
    """ "老挝进出口总额": all trade of the one country whose name stands right before."""
    alone = len({p.code for p in named}) == 1
    return alone and named[-1].end == cue.start and all(p.role == "subject" for p in named)


def beyond_title(sentence: Sentence, flow: Flow, context: Context, lead: Flow | None) -> bool:
    """ "伊朗对华出口增一成": the title; "该国出口5630万吨": of all, in a text that goes through the partners."""
    if not flow.stated or flow.home is None or flow.away is not None or flow.sense == "trade":
        return False
    own = lead.home if lead is not None and lead.home else context.home
    many = context.has_many(flow.home) or (context.many and flow.home in {own, context.home})
    return many and (sentence.block != context.block_of_pair or context.casual)


def buys_too(flow: Flow, flows: list[Flow]) -> bool:
    """ "印度是缅甸豆类的最大买家，购买了98万吨；中国买走21万吨": who is told next buys of the same seller."""
    last = flows[-1]
    named = flow.stated and flow.home not in {None, last.home} and flow.away is None
    return named and last.sense == flow.sense == "import" and last.away is not None and any(f.called for f in flows)


def by_own_book(
    reading: Reading, sentence: Sentence, flow: Flow, named: list[Party], context: Context, *, cue: Cue
) -> bool:
    """Whether a country's own books tell what it sells to everybody: "香蕉出口", and no part of the trade of two."""
    led = any(m.end == cue.start and m.good_id != "total" for m in sentence.goods)
    return is_own_book(flow, named, context, led=led) and not of_two(reading, sentence, named, context)


def of_two(reading: Reading, sentence: Sentence, named: list[Party], context: Context) -> bool:
    """ "中古贸易额8.65亿美元。其中，中方出口额4.1亿美元": whether the trade of one is a part of that of two."""
    told = context.sense == "trade" and len(context.pair.everyone) > 1
    sides = any(reading.text.endswith("方", p.start, p.end) for p in named)
    return told and (sides or reading.text.startswith("其中", sentence.start))
