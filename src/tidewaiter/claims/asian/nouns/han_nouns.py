"""Chinese names of goods that no table has: "护目镜2.89亿副", "2538万件防护衣", "葡萄干增长了153.7%".

Chinese has no spaces: a name is what stands between a mark, a link or a word of trade and the figure. It is taken only
where nothing in it is a verb, a hedge or an office.
"""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import opening
from tidewaiter.claims.asian.nouns.han_names import SHORT, is_goods, stands_free
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Draft

_HAN = "\u3400-\u9fff"
_QUOTES = frozenset("“「『《")
#: What may stand between a name and its figure.
_FILLERS = (
    "(?:多[达達]|高[达達]|[仅僅只还還]?剩下?|[共总總合][计計]|分[别別][为為]|[总總][额額值量]|金[额額]|[货貨]值|市值|[价價]值|[数數]量|超[过過]"
    "|[共约約达達为為近逾仅僅有各])*"
)
_BEFORE = re.compile(rf"([{_HAN}]{{2,14}}?){_FILLERS}\Z")
#: The word of change between a name and the percentage it moved by.
_MOVED = re.compile(rf"([{_HAN}]{{2,14}}?)(?:同比|环比|環比|按年|大幅|则|則|更是|更|也|亦|仍|各|均)*\Z")
#: "以1216万美元居次": a place in a ranking.
_PLACED = re.compile(
    r"的?(?:金额|金額|数量|數量|规模|規模)?(?:居|位居|位列|排名?|名列|列|领先|領先|高居|稳居|穩居|拔得)"
)
#: What a name begins behind.
_LINKS = re.compile(
    r"(?:其中|包括|加上|以及|还有|還有|主要是|主要有|主要为|一[台臺块塊条條瓶个個辆輛袋箱件部只隻把张張支]|为|為|是|例如|[验驗]放|[运運]来|[运運]來|捐[赠贈]|[订訂][购購]|[获獲]得|主要|部分|各[类類种種]|大量|相[关關]|\b除了?(?![草湿濕尘塵虫蟲])|如|和|及|与|與|的|了|将|將)"
)
_BEHIND = re.compile(rf"(?:的|的各类)?([{_HAN}]{{2,8}}?)(?=[，、。；,;（(》」”』]|以及|和|及|与|與|等|\s|\Z)")
#: "设备及其零部件": what belongs to the goods named before it.
_AND_ITS = re.compile(
    r"(?:以?及|[和与與])(?:其[\u4e00-\u9fff]{1,6}|零部件|零配件|零件|配件|附件|部件|(?:同[类類]|[类類]似|相[关關]|[类類]同)(?:制品|製品|[产產]品|[货貨]品|商品|物品|品))\Z"
)
_LONGEST = 16
#: No word for the sort of goods before a name that the table knows is longer.
_MODIFIER = 4
#: "钨矿、钼矿两项": what sums up a list.
_ALL_OF = re.compile(r"(?:[两兩二三四五六]|\d)(?:[项項者]|大类|大類|类|類|种|種)(?:商品|产品|產品)?\Z")
#: One character for what was done with goods: "冻海产品".
_SORTS = frozenset("冻凍鲜鮮干乾活生熟废廢旧舊")
_ELSE = ("其他", "其它", "其余", "其餘")
_IS_HAN, _LINK = re.compile(rf"[{_HAN}]"), re.compile("[、和及与與的了等除]")
#: What may stand between a word of change and its percentage ("增长了约153.7%").
_MOVED_BY = 3
_LINK_BEFORE = re.compile(r"(?:以?及|[、和与與])\Z")
_RUN_BEFORE = re.compile(rf"[{_HAN}]{{1,8}}\Z")
_ITEM_BEHIND = re.compile(
    rf"(?:[、和及与與]|以及)([{_HAN}]{{1,8}}?)(?=[、，。；,;（(和及与與等]|以及|同比|环比|環比|分[别別]|则|則|均|[出进進]口|\Z)"
)
_SUCH = re.compile(rf"等[{_HAN}\d]{{0,10}}\Z")
#: What an item of a list begins behind.
_OPENS = re.compile(
    r"其中|以(?![及来來上下内內外色])|[而但并並]|包括|以及|还有|還有|[的了是为為和及与與如]|[进進运運][口出]"
)
#: What stands behind the figure of an item.
_ITEM_ENDS = frozenset("(（、和")
#: No list is longer, no item of it wider.
_MOST, _ITEM, _SORTED = 12, 8, 12
_ENDS = '，、。；：,;:（(）)「」《》“”"‘’·—-'


def beside(reading: Reading, sentence: Sentence, draft: Draft, *, moved: bool) -> str | None:
    """The name beside a figure: `moved` says that the figure is a change and not a level."""
    figure, cue = draft.figure, draft.moved.cue
    if (
        moved
        and cue is None
        and draft.moved.relation == "by"
        and reading.text[figure.end : figure.end + 1] in _ITEM_ENDS
    ):
        # "增幅靠前的包括青花鱼97.3%(83亿日元)、盒装米饭43.8%"
        return before(reading, sentence, figure)
    if moved:
        leads = cue is not None and draft.moved.relation == "by" and cue.end <= figure.start <= cue.end + _MOVED_BY
        return moving(reading, sentence, cue.start) if leads and cue is not None else None
    if figure.kind not in {"money", "quantity", "count"} or draft.moved.relation != "none":
        return None
    return behind(reading, sentence, figure) or before(reading, sentence, figure)


def before(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The name right before an amount: "护目镜2.89亿副", "复合肥（磷酸二铵）以1216万美元居次"."""
    placed = _PLACED.match(reading.text, figure.end)
    if placed is not None and reading.text[figure.start - 1] == "以":
        opened = opening(reading.text, sentence.start, figure.start - 2)
        aside = reading.text[figure.start - 2] in ")）" and opened is not None
        place = opened if aside and opened is not None else figure.start - 1
        # "人发和羊毛等原料以2560万美元居首"
        return "|".join(such(reading, sentence, place)) or ending(reading, sentence, place)
    found = _BEFORE.search(_ahead(reading.text, sentence.start, figure.start))
    if found is None:
        return None
    summed = _ALL_OF.search(found[1])
    if summed is not None:
        # "钨矿、钼矿两项合计2500万美元"
        place = figure.start - len(found[0]) + summed.start()
        return "|".join(together(reading, sentence, place)) or None
    name = _name(reading, sentence, figure.start - len(found[0]), found[1])
    if name is not None and "等" in name[1:]:
        # "人发和羊毛等原料1.5亿美元"
        return "|".join(such(reading, sentence, figure.start - len(found[0]) + len(found[1]))) or name
    return name


def sharing(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """What has a share: "其中糖占18%", "电子产品占整体出口的42.7%"."""
    cue = next((c for c in reversed(sentence.cues_of("share")) if c.end <= figure.start), None)
    if cue is None or set(reading.text[cue.end : figure.start]) & set(_ENDS):
        return None
    run = _ahead(reading.text, sentence.start, cue.start).removeprefix("其中")
    place = cue.start - (len(run) - len(run.rstrip("仅僅只约約就便已更也还還则則却卻都共")))
    run = run[: len(run) - (cue.start - place)] if place < cue.start else run
    summed = _ALL_OF.search(run)
    if summed is not None:
        return "|".join(together(reading, sentence, place - len(run) + summed.start())) or None
    known = next((m for m in sentence.goods if m.good_id != "total" and m.end == place), None)
    if known is not None:
        return reading.text[known.start : known.end]
    return run if run in SHORT else ending(reading, sentence, place)


def ending(reading: Reading, sentence: Sentence, place: int) -> str | None:
    """The name that ends at a place: "包括木薯（"."""
    run = _ahead(reading.text, sentence.start, place)
    return _name(reading, sentence, place - len(run), run) if len(run) > 1 else None


def moving(reading: Reading, sentence: Sentence, start: int) -> str | None:
    """The name right before the word of change at `start`: "葡萄干增长了153.7%"."""
    found = _MOVED.search(_ahead(reading.text, sentence.start, start))
    return None if found is None else _name(reading, sentence, start - len(found[0]), found[1])


def behind(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The name right behind an amount: "2538万件防护衣", "68万吨的中国冷冻水产品"."""
    begins = figure.end + reading.text.startswith("的", figure.end)
    maker = next((m.end for m in sentence.countries if m.start == begins), None)
    place = figure.end if maker is None else maker + reading.text.startswith(("产", "產"), maker)
    quoted = place + reading.text.startswith("的", place)
    place = quoted + 1 if reading.text[quoted : quoted + 1] in _QUOTES else place
    found = _BEHIND.match(reading.text, place, min(sentence.end, place + _LONGEST))
    if found is None or (
        figure.kind == "money" and reading.text[figure.end] != "的" and not _is_object(reading, figure)
    ):
        return None
    name = found[1]
    return name if stands_free(reading, sentence, found.start(1), found.end(1)) and is_goods(reading, name) else None


def _is_object(reading: Reading, figure: Figure) -> bool:
    """ "进口了5000万美元木浆": whether what was done to an amount, and so to the goods behind it, stands before it."""
    return reading.text.endswith("了", 0, figure.start)


def whole(reading: Reading, sentence: Sentence, start: int, end: int) -> int:
    """Where the name begins whose last word the table knows: "橡胶轮胎", "新冠疫苗"; `start` where it is all of it."""
    text, first = reading.text, start
    stops = {c.end for c in sentence.cues} | {m.end for m in sentence.countries} | {t.end for t in sentence.times}
    stops |= {f.end for f in sentence.figures} | {m.end for m in sentence.goods}
    if text.startswith(_ELSE, start - 2) and (start - 2 == sentence.start or text[start - 3] in _ENDS):
        # "其他花茶出口量"
        return start - 2
    beside = next((m for m in sentence.goods if m.end == start and m.good_id != "total"), None)
    if beside is not None:
        # "橡胶轮胎": two names, the first of which says what the second is made of.
        return beside.start
    while first > sentence.start and start - first <= _MODIFIER and first not in stops:
        if not _IS_HAN.match(text[first - 1]) or _LINK.match(text[first - 1]) or text.endswith("其中", 0, first):
            break
        first -= 1
    modifier = text[first:start]
    fits = (1 < len(modifier) <= _MODIFIER or modifier in _SORTS or modifier in SHORT) and is_goods(
        reading, modifier + text[start:end]
    )
    fits = fits and not any(part in reading.lexicon.plain(modifier) for part in reading.lexicon.words["no_sorts"])
    return first if fits and stands_free(reading, sentence, first, start) else start


def listed_before(reading: Reading, sentence: Sentence, start: int) -> list[str]:
    """The goods of a list before the one that begins at a place: "铁矿砂、原油、煤和天然气"."""
    text, found = reading.text, list[str]()
    for _ in range(_MOST):
        link = _LINK_BEFORE.search(text, max(sentence.start, start - 2), start)
        if link is None:
            break
        its = _AND_ITS.search(text, max(sentence.start, link.start() - _ITEM), link.start())
        end = link.start() if its is None else its.start()
        run = _RUN_BEFORE.search(text, max(sentence.start, end - _ITEM), end)
        name = run[0] if run is not None else ""
        own = _own_part(sentence, end - len(name), name)
        if not _is_item(reading, sentence, end - len(own), own):
            break
        found.insert(0, own)
        start = end - len(own)
        if own != name:
            break
    return found


def listed_behind(reading: Reading, sentence: Sentence, end: int) -> list[str]:
    """The goods of a list behind the one that ends at a place."""
    text, found = reading.text, list[str]()
    for _ in range(_MOST):
        item = _ITEM_BEHIND.match(text, end, min(sentence.end, end + _ITEM + 2))
        if item is None or not _is_item(reading, sentence, item.start(1), item[1]):
            break
        found.append(item[1])
        end = item.end()
    return found


def such(reading: Reading, sentence: Sentence, start: int) -> list[str]:
    """The goods listed before what sums them up at a place: "芝麻、烤烟等非洲特色农产品"."""
    found = _SUCH.search(reading.text, max(sentence.start, start - _SORTED), start)
    return [] if found is None else together(reading, sentence, found.start())


def together(reading: Reading, sentence: Sentence, end: int) -> list[str]:
    """The goods of the list whose last name ends at a place: "人发和羊毛", "铁矿砂、原油和煤"."""
    run = _RUN_BEFORE.search(reading.text, max(sentence.start, end - _ITEM), end)
    own = "" if run is None else _own_part(sentence, run.start(), run[0])
    if not own or not _is_item(reading, sentence, end - len(own), own):
        return []
    return [*listed_before(reading, sentence, end - len(own)), own]


def _own_part(sentence: Sentence, start: int, run: str) -> str:
    """The end of a run behind the last link, word of trade, figure, country or time in it."""
    ends = [c.end for c in sentence.cues_of("flow", "share")] + [f.end for f in sentence.figures]
    ends += [c.end for c in sentence.countries] + [t.end for t in sentence.times]
    linked = [start + found.end() for found in _OPENS.finditer(run)]
    return run[max([0, *(end - start for end in [*ends, *linked] if start < end <= start + len(run))]) :]


def _is_item(reading: Reading, sentence: Sentence, start: int, name: str) -> bool:
    if not name or not (name in SHORT or is_goods(reading, name)):
        return False
    return stands_free(reading, sentence, start, start + len(name))


def _ahead(text: str, floor: int, place: int) -> str:
    """What stands before a place, back to the last mark."""
    start = place
    while start > max(floor, place - _LONGEST - 8) and text[start - 1] not in _ENDS and not text[start - 1].isdigit():
        start -= 1
    return text[start:place].strip()


def _name(reading: Reading, sentence: Sentence, start: int, name: str) -> str | None:
    """The end of a run behind the last link, country, time or word of trade in it, where that can be a name."""
    cut, written = 0, name
    name = _AND_ITS.sub("", name)
    for link in _LINKS.finditer(name):
        cut = link.end()
    ends = [c.end for c in sentence.cues if c.kind in {"flow", "share", "respectively"}]
    ends += [c.end for c in sentence.countries] + [t.end for t in sentence.times]
    cut = max([cut, *(end - start for end in ends if start < end <= start + len(name))])
    rest = name[cut:].lstrip("的了")
    if any(m.end == start + len(name) - len(rest) for m in sentence.countries):
        # "中国产木浆"
        rest = rest.removeprefix("产").removeprefix("產")
    place = start + len(name) - len(rest)
    known = is_goods(reading, rest) or (rest in SHORT and name != written)
    return rest if known and stands_free(reading, sentence, place, place + len(rest)) else None
