"""Chinese lists told item by item: "印度居首，为5万吨；土耳其居次，3万吨", "从品种看，化肥最多，为3.1万吨，大米次之".

Whoever, or whatever, an item begins with is what all its figures are of.
"""

from __future__ import annotations

import re

from tidewaiter.claims.asian.nouns import han_names
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Draft, Party, Scene, pair_of

#: A place among others, in simplified characters.
_PLACE = (
    r"(?:仍然?|依然|依旧|继续|则|也|又|还|均|都|以)*"
    r"(?P<place>(?:[位稳排名高]?[居列排占]|排名|排行)(?:第?[一二三四五六七八九十\d]{1,2}[位名]?|榜首|首位?|次席?|末位?|前列|前)|第[二三四五六七八九十\d]{1,2}"
    r"|(?:为|是)?(?:其|该国)?(?:第[一二三四五]|最)大的?(?:贸易|出口|进口)?(?:伙伴|市场|目的地|来源国|来源地|买家|客户|供应国)"
    r"|(?:增长|增幅|涨幅|降幅|下降|增加|减少)(?:最?为?(?:明显|显著|突出|迅速|较快|最快|最大|较大))"
    r"|(?:占比|份额|比重|金额|数量)?(?:次之|其次|最多|最大|最高|居多|为首|领跑|领先|紧随其后|随后))?"
)
#: What may stand between the place of an item and its figure.
_SAID = (
    r"(?:市场)?(?:同期|当月|全年|当年)?(?:销量|销售量|销售额|出货量|采购量)?(?:双边|两国|两地)?(?:货物)?(?:贸易|金额|数量|规模|货值|价值|总额){0,2}[额量值]?"
    r"(?:共|合计|累计|则|仅|只有|约|近|逾|超过?|达到?|为|有|是)*"
)
#: What a partner that has a place is said to have done.
_DID = r"(?(place)(?:(?:供应|供货|出口|进口|采购|购买|买走)了?)?)"
_SHARE = r"(?:占比?|占了|占去)?(?:约|近|逾|超过)?"
_MARK = r"(?:[（(][^（()）\d]{1,8}[）)])?"
_PARTNER = re.compile(rf"{_MARK}[：:]?(?:的)?{_PLACE}[，,（(]?{_DID}{_SAID}{_SHARE}")
_GOODS = re.compile(rf"{_PLACE}[，,（(]?(?:当月|同期)?(?:出口|进口)?{_SAID}")
#: An item of a list of goods whose amount a mark sets off, and a list of them.
_NAMED_ITEM = re.compile(r"[：:；;]([\u3400-\u9fff]{1,10})[，,](?:金额|数量|出口|进口)?(?:约|近|逾|为|达)?\Z")
_ITEMS = re.compile(r"[：:；;][\u3400-\u9fff]{1,10}[，,](?:金额|数量|出口|进口)?(?:约|近|逾|为|达)?\d")
_LINE = re.compile(
    r"(?P<at>\A|[；;：:。]\s?)(?P<mark>[•·▪●\-*－—]?)\s{0,2}(?P<names>[\u3400-\u9fff]{1,10}(?:[、和及与][\u3400-\u9fff]{1,10}){0,5})"
    r"(?:[：:]|(?P<comma>[，,]))\s?(?:占比?)?(?:约|近|逾|为|达)*\Z"
)
_AND = re.compile(r"[、和及与]")
_NAME = re.compile(
    r"(?:其中|另外|此外|另有|还有|而)?([\u3400-\u9fff]{1,10}?)(?=" + _PLACE.replace("?P<place>", "?:")[:-1] + ")"
)
_NEXT_NAME = re.compile(r"([\u3400-\u9fff]{1,10}?)(?=[，,])")
#: What an item begins behind, and what leads to its head: "其次是".
_OPENS = frozenset("；;：:，,。")
_AMONG = re.compile(r"(?:商品|产品|货物|物资|进口|出口)中")
_LEADS = re.compile(r"(?:其中|其次是|其次为|第[二三四五](?:位)?[是为])\Z")
#: The same before goods, which are next even where nothing says their place again.
_NEXT = re.compile(r"(?:其次|再次|其后|随后|接着|然后|第[二三四五六](?:位)?)(?:则|才)?[是为]")
_TOLD = re.compile(
    r"(?:依次|分别|顺序|包括|如下|伙伴|市场|目的地|来源[国地]?|供应[国商]|买家|客户)(?:国家)?(?:是|为)?[：:]?\Z"
)
#: No head stands further before the first figure of its item.
_REACH, _WIDE = 40, 80
_FEW = 2
#: What a line of a list begins with, and how long the name before its colon may be.
_MARKS, _HEAD = "•·▪●-*－— ", 8


def partner(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """The two ends of the trade with the partner that a figure's item begins with."""
    flow, sentence = draft.flow, scene.sentence
    sense = flow.sense if flow is not None else context.sense
    heads = [p for p in scene.parties if p.role in {"subject", "listed", "toward"} and not p.owner and p.code]
    plain = reading.lexicon.plain(reading.text[sentence.start : sentence.end])
    items = [(p, place) for p in heads if (place := _placed(plain, sentence, p.start, p.end, _PARTNER)) is not None]
    own = next(((p, place) for p, place in reversed(items) if p.end <= draft.figure.start), None)
    if own is None or not (own[1] or len(items) >= _FEW or _is_headed(plain, sentence, own[0].start)):
        return None
    party = own[0]
    told = {p.code for p, _ in items}
    if flow is not None and any(party.end <= p.start < flow.start and p.code == flow.home for p in heads):
        # "阿联酋是最大买家，买走8千万美元，美国买走9千万美元": the next one is said to buy by itself.
        return None
    if flow is not None and flow.home in told and flow.sense != "trade":
        # "阿联酋居首，供应2亿美元；德国列第三，为1亿美元": what an item did ended with it.
        others = [f for f in scene.flows if f.home not in {*told, None} and f.end <= party.start]
        flow = next((f for f in reversed(others) if f.called), others[-1] if others else None)
        sense = flow.sense if flow is not None else context.sense
    if sense is None:
        return None
    if _is_left(plain, sentence, party.end, draft.figure) or (party.role == "toward" and not own[1]):
        return None
    if sense == "trade":
        alone = context.pair.everyone if len(context.pair.everyone) == 1 else ()
        own_pair = flow.pair.everyone if flow is not None else ()
        focus = context.focus if context.focus in context.pair.everyone else None
        known = (*alone, focus, context.home, *own_pair, *context.pair.everyone)
        home = next((code for code in known if code and code not in told), None)
        nearer = _others(sentence, party, draft.figure) - {home}
        return Pair(partners=(home, party.code)) if home and not nearer else None
    before = context.pair.receiver if sense == "import" else context.pair.sender
    known = (flow.home if flow is not None else None, before, context.home)
    home = next((code for code in known if code and code not in told), None)
    return pair_of(sense, home, party.code) if home and not _others(sentence, party, draft.figure) - {home} else None


def goods(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """The goods that a figure's item begins with, and whose place among others it tells."""
    sentence = scene.sentence
    plain = reading.lexicon.plain(reading.text[sentence.start : sentence.end])
    stop = figure.start - sentence.start
    item = _NAMED_ITEM.search(plain, 0, stop) if len(_ITEMS.findall(plain)) >= _FEW else None
    if item is not None:
        # "前三大商品依次为：开心果，30.5亿美元；豆粕，6145万美元"
        start, end = (sentence.start + at for at in item.span(1))
        known = any(m.end == end and m.good_id != "total" for m in sentence.goods)
        if known or han_names.is_free(reading, sentence, start, end):
            return reading.text[start:end]
    opens = [0, *(i + 1 for i, char in enumerate(plain[:stop]) if char in _OPENS)]
    nexts = {found.end() for found in _NEXT.finditer(plain, 0, stop)}
    opens = sorted([*opens, *nexts, *(found.end() for found in _AMONG.finditer(plain, 0, stop))])
    for begin in reversed(opens[-_REACH:]):
        name = (_NEXT_NAME if begin in nexts else _NAME).match(plain, begin, stop)
        if name is None:
            continue
        start, end = (sentence.start + at for at in name.span(1))
        told = _said_of(plain, sentence, start, end, _GOODS) if begin in nexts else None
        if (told is None and not _placed(plain, sentence, start, end, _GOODS)) or _is_left(
            plain, sentence, end, figure
        ):
            return None
        known = any(m.end == end and m.good_id != "total" for m in sentence.goods)
        return reading.text[start:end] if known or han_names.is_free(reading, sentence, start, end) else None
    return None


def line(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """The goods that a line of a list is of: "• 木浆：3000吨", "- 活蟹、鲜蟹和冰鲜蟹，占3%"."""
    sentence = scene.sentence
    floor = max(sentence.start, figure.start - _WIDE)
    told = _LINE.search(reading.lexicon.plain(reading.text[floor : figure.start]))
    if told is None or (not told["mark"] and (told["at"] or (told["comma"] and sentence.kind != "item"))):
        return None
    if floor > sentence.start and not told["at"]:
        return None
    names, start = list[str](), floor + told.start("names")
    for name in _AND.split(reading.lexicon.plain(told["names"])):
        end = start + len(name)
        known = any(m.end == end and m.good_id != "total" for m in sentence.goods)
        if not known and not han_names.is_free(reading, sentence, start, end) and name not in han_names.SHORT:
            return None
        names.append(reading.text[start:end])
        start = end + 1
    return "|".join(names)


def _placed(plain: str, sentence: Sentence, start: int, end: int, item: re.Pattern[str]) -> str | None:
    """The place, or nothing, that stands between the head of an item and its first figure; None for no item."""
    ahead = plain[: start - sentence.start]
    if (
        ahead
        and ahead[-1] not in _OPENS
        and not _AMONG.search(ahead, max(len(ahead) - 3, 0))
        and _LEADS.search(ahead) is None
        and _TOLD.search(ahead) is None
    ):
        return None
    return _said_of(plain, sentence, start, end, item)


def _said_of(plain: str, sentence: Sentence, start: int, end: int, item: re.Pattern[str]) -> str | None:
    """The same, whatever the head of the item stands behind."""
    first = next((f for f in sentence.figures if f.start >= end), None)
    if first is None or first.start - end > _REACH:
        return None
    between = range(end, first.start)
    timed = {i for t in sentence.times for i in range(t.start, t.end)}
    found = item.fullmatch("".join(plain[i - sentence.start] for i in between if i not in timed))
    return None if found is None else found["place"] or ""


def _others(sentence: Sentence, party: Party, figure: Figure) -> set[str | None]:
    """The countries named between the head of an item and a figure."""
    return {m.alpha3 for m in sentence.countries if party.end <= m.start and m.end <= figure.start}


def _is_headed(plain: str, sentence: Sentence, start: int) -> bool:
    ahead = plain[: start - sentence.start]
    if not ahead.strip(_MARKS) and plain[len(ahead) :].find("：") in range(1, _HEAD):
        # "- 泰国：5万吨"
        return True
    return _TOLD.search(ahead) is not None or _LEADS.search(ahead) is not None


def _is_left(plain: str, sentence: Sentence, end: int, figure: Figure) -> bool:
    """Whether an item has ended before a figure."""
    return bool(set(plain[end - sentence.start : figure.start - sentence.start]) & set("；;。"))
