"""The goods that Chinese lines without a figure turn to: a heading over its part, a sentence that begins with them."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.clauses import begins
from tidewaiter.claims.asian.nouns import han_names
from tidewaiter.claims.asian.nouns.lists import listed
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL

#: The number of a heading, and the bracket round it.
_MARK = re.compile(r"[（(【\[]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})?[)）、.．]?[\s【\[]*")
_HEADING, _LONGEST = "heading", 24
#: What a sentence may turn with before the goods that it is about.
_TURN = re.compile(
    r"(?:(?:而|但是?|不过|不過|另外|此外|其中|至于|至於|与此同时|與此同時|相比之下|值得一提的是|分商品看|按商品看|从商品看|從商品看|[进進出]口方面)[，,]?)?"
)
_BYLINE = re.compile(r"[〔（(【][^〔（(【〕）)】]{2,24}[〕）)】]\s*")
#: What makes of goods those who deal in them, what they cost, or where they grow.
_OTHERS = re.compile(
    r"的?(?:[价價]|公司|集团|集團|协会|協會|部|局|商|厂|廠|企业|企業|行业|行業|业|業|输出国|輸出國|生产|生產|出口国|出口國|进口国|進口國|[产產][量地区區]"
    r"|种植|種植|需求|库存|庫存|关税|關稅|期货|期貨|市场|市場|加工|专家|專家)"
)
_POINTS = re.compile(r"[该該这這此](?:一?[类類种種项項批]|一)?\Z")
_THESE = re.compile(
    r"(?:[该該]|[此这這](?:一?[类類种種项項]|一)|上述)(?:产品|產品|商品|货物|貨物|货品|貨品|物资|物資|品类|品類|品种|品種)"
    r"(?=[^，,。；;]{0,12}(?:[出进進]口|贸易|貿易|输|輸|销|銷))"
)
_POINTED = 36
#: No clause on goods that open a sentence is longer.
_SAID = 12
#: How a word of trade ends that says where the goods before it go.
_GOES = re.compile(r"[往到至抵向]\Z")
#: Between the parts of one name: "资通与视听产品".
_AND = re.compile("[和与與及]")
#: What is said of goods that are wanted.
_NEED = re.compile(r"的?(?:依赖|依賴|依存|需求|供应|供應|短缺|缺口|紧缺|緊缺)")
#: How a line names what the part behind it is about.
_NAMES = frozenset({"：", ":", "】", "]", "—", "–", "-"})


def heading(reading: Reading, sentence: Sentence) -> str | None:
    """The goods of a heading, empty for one that names none or several; None for a line that is no heading."""
    text = reading.text[sentence.start : sentence.end].rstrip()
    short = len(text) <= _LONGEST and text.endswith(("：", ":", "】"))
    if not (sentence.kind == _HEADING or short) or sentence.figures:
        return None
    named = [m for m in sentence.goods if m.good_id != "total"]
    lists = {listed(reading, sentence, m) for m in named}
    return lists.pop() if len(lists) == 1 else ""


def leading(reading: Reading, sentence: Sentence) -> str | None:
    """ "化肥：8月出口1850吨", "【煤炭】8月进口…": the goods that a line names for what it tells."""
    first = _first(reading, sentence, sentence.start)
    if first is None or reading.text[first[1] : first[1] + 1] not in _NAMES:
        return None
    return reading.text[first[0] : first[1]]


def turned_to(reading: Reading, sentence: Sentence) -> str | None:
    """ "煤炭一直是最主要的商品。", "茶叶出口市场居前的是…。": the goods that a sentence without figures begins with."""
    if sentence.figures:
        return None
    told = _mainly(reading, sentence) or _needed(reading, sentence)
    if told is not None:
        return told
    first = _first(reading, sentence, sentence.start)
    if first is None or _OTHERS.match(reading.text, first[1]) is not None:
        return None
    names = {reading.text[m.start : m.end] for m in sentence.goods if m.good_id != "total"}
    return reading.text[first[0] : first[1]] if len(names) == 1 else None


def opening_goods(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """ "豆油倒是卖得好，4月出口4,900吨": the only goods of a part of a sentence, told of first."""
    text, start = reading.text, part_start(reading, sentence, figure)
    first = _ware(reading, sentence, start, figure) or _first(reading, sentence, start)
    if first is None or _OTHERS.match(text, first[1]) is not None:
        return None
    others = (m for m in sentence.goods if m.good_id != "total" and start <= m.start < figure.start)
    if any(m.end <= first[0] or first[1] <= m.start for m in others):
        return None
    said = text[first[1] : figure.start].partition("，")
    told = 1 < len(said[0]) <= _SAID and said[1] and not any(char.isdigit() for char in said[0])
    # "玉米主要销往中国，去年出口额": where it goes is told of the goods.
    flows = (c for c in sentence.cues_of("flow") if _GOES.search(text, c.start, c.end) is None)
    stops = [*(c.start for c in flows), *(f.start for f in sentence.figures)]
    if not told or any(first[1] <= at < first[1] + len(said[0]) for at in stops):
        return None
    return text[first[0] : first[1]]


def part_start(reading: Reading, sentence: Sentence, figure: Figure) -> int:
    """Where the part of a sentence begins that a figure stands in: a semicolon sets the parts apart."""
    return begins(reading.text, "；;", sentence.start, figure.start)


def _ware(reading: Reading, sentence: Sentence, start: int, figure: Figure) -> tuple[int, int] | None:
    """ "資通與視聽產品受惠商機，出口…": goods that no table knows, by the word that makes a noun before it one."""
    cue = next((c for c in sentence.cues_of("ware") if start < c.start and c.end <= figure.start), None)
    if cue is None or cue.end - start > _SAID or not reading.text[start : cue.end].isalpha():
        return None
    plain = han_names.is_goods(reading, _AND.sub("", reading.text[start : cue.end]))
    return (start, cue.end) if plain and han_names.stands_free(reading, sentence, start, cue.end) else None


def points_back(reading: Reading, sentence: Sentence, name: str | None, figure: Figure) -> bool:
    """ "该类粮食", "这种谷物", "这类产品": whether a sentence calls goods only what was spoken of."""
    near = max(sentence.start, figure.start - _POINTED)
    if name in {None, TOTAL} and _THESE.search(reading.text, near, figure.start) is not None:
        return True
    place = -1 if not name else reading.text.find(name, sentence.start, sentence.end)
    return place >= 0 and _POINTS.search(reading.text, max(sentence.start, place - 3), place) is not None


def _mainly(reading: Reading, sentence: Sentence) -> str | None:
    """ "从中国进口的主要是燃料油。", "对华出口以煤炭为主。": the goods that a sentence ends with."""
    last = next((m for m in reversed(sentence.goods) if m.good_id != "total"), None)
    if last is None or not sentence.cues_of("flow"):
        return None
    name = listed(reading, sentence, last)
    ahead = reading.lexicon.plain(reading.text[sentence.start : last.end]).removesuffix(reading.lexicon.plain(name))
    behind = reading.lexicon.plain(reading.text[last.end : sentence.end]).rstrip("。 \n")
    told = (ahead.endswith(("主要是", "主要为", "大多是", "最多的是")) and not behind) or (
        ahead.endswith("以") and behind == "为主"
    )
    return name if told and "|" not in name else None


def _needed(reading: Reading, sentence: Sentence) -> str | None:
    """ "越南对老挝煤炭依赖严重。": the only goods of a sentence that says how they are wanted, or not to be had."""
    named = [m for m in sentence.goods if m.good_id != "total"]
    if len(named) != 1 or not sentence.countries:
        return None
    return reading.text[named[0].start : named[0].end] if _NEED.match(reading.text, named[0].end) else None


def _first(reading: Reading, sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Where the goods stand that a sentence, or a part of it, begins with."""
    text, places = reading.text, {start}
    for opens in (_MARK, _TURN, _BYLINE):
        found = opens.match(text, start, sentence.end)
        places.add(found.end() if found is not None else start)
    named = (m for m in sentence.goods if m.good_id != "total" and m.start in places)
    return next(((m.start, m.end) for m in named), None)
