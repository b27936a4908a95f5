"""The goods of a word of trade: those the reference knows, else the noun that stands where goods are named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian.brackets import asides
from tidewaiter.claims.asian.nouns import han_names, han_nouns
from tidewaiter.claims.asian.nouns.korean_nouns import QUALIFIED, beside_trade
from tidewaiter.claims.asian.nouns.lists import listed, run_before
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.claims.words.lexicon import Cue

#: A Chinese noun before a word of trade that names an amount: "粳米出口量".
_CHINESE_BEFORE = re.compile(r"(?:\A|[^\u4e00-\u9fff]|的)([\u4e00-\u9fff]{1,8})\Z")
#: A Chinese noun between a verb of trade and its figure: "进口煤3亿吨", "出口了稀土4.4万吨".
_CHINESE_BEHIND = re.compile(
    r"了?([\u4e00-\u9fff、及和与與]{1,12}?)(?:[，,](?=[\u4e00-\u9fff]))?(?:(?:数量|數量|金额|金額|货值|貨值|总值|總值|总额|總額|重量|大约|大約|约|約|共|达|達|近|超过|超過|超|逾|仅|僅|只|不足|不到|将近|將近|接近|高达|高達|多达|多達|合计|合計|总计|為|为|价值|價值)*)\Z"
)
#: Between a verb of trade with its goods before it and the figure.
_AT_ONCE = frozenset([
    "", "约", "約", "达", "達", "共", "逾", "超过", "超過", "近", "为", "為", "总额达", "總額達", "增长", "增长了",
    "增長了", "下降了", "增加了", "减少了", "減少了", "下降", "增加", "減少", "减少", "实现", "實現",
    *(word + "至" for word in "升增降跌减減"),
])  # fmt: skip
_SUCH = re.compile(
    r"等(?:大宗|主要|重点|重點|农|農|工业|工業|能源|矿产|礦產|机电|機電|医疗|醫療|防疫){0,2}(?:商品|产品|產品|货物|貨物|物资|物資)?的?"
)
_WE = re.compile(r"[，,](?:我们|我們|我国|我國|中国|中國|该国|該國|共|一共|总共|總共|累计|累計){0,2}")
#: What stands before a name and is no part of it.
_AMOUNT_TO = re.compile(r"[到至往给給]的(?:总|總)?(?:量|额|額|值|数量|數量)(?:为|為|达|達|共|约|約|有)*")
_SO_FAR_END = re.compile(r"(?:[这這]\d{1,2}年|累计|累計|当月|當月|合计|合計)\Z")
_SORTS = re.compile(r"\A(?:主要|部分|各[类類种種]|大量|相[关關])")
#: "쌀을 가장 많이 수입한".
_DEALT = re.compile(r"[을를] (?:(?:가장|제일|많이|대거|크게|주로|직접|대량) ?)+")
#: What may stand between a verb of trade, or "from there", and goods behind it.
_BEHIND = (frozenset({"", "了", "한 ", "된 ", "하는 "}), frozenset({" "}))
#: "의약품 최대 공급처", "쌀의 두 번째로 큰 수입국".
_FOREMOST = re.compile(r"의? (?:세계 )?(?:최대|주요|핵심|제1의?|가장 큰|[가-힣]{1,3} ?번째로? 큰) ")
#: Words that make a noun the name of goods whose trade in both directions is told; whose trade that is.
_WARES = ("产品", "產品", "制品", "製品", "设备", "設備", "用品", "原料", "零部件", "零件", "材料")
_OF_BOTH = re.compile(r"\A(?:[两兩][国國地岸]|双边|雙邊|双方|雙方|[全该該我][国國省市县縣州]|全球|世界)之?[间間]?的?")
_SO_FAR = re.compile(r"[这這]\d{1,2}年|累计|累計|当月|當月|合计|合計")
#: "수출한 냉동 명태", "들어온 중국산 타이어": what may stand before goods behind a verb that tells of them.
_SORT_OF = re.compile(r"(?:[한된온]|하는|(?<=[한된온간난린인])) (?:[가-힣]{2,8}산 )?(?:([가-힣]{1,4}) )?")
#: Partners between an object and its verb.
_TO_PARTNERS, _FAR = (
    re.compile(r"(?:[가-힣]{2,8}(?:, |[와과·] ?| 및 )?){1,4}(?:에|으로|로|에서|로부터|으로부터)(?: 각각)? "),
    64,
)
_WORTH = re.compile(r"(?:어치|상당|가량|규모)?(?:[를을])? ")
_NEEDED = re.compile(
    r" ?(?:수요|소비|공급|필요|사용|소요)(?:량|분)?의 (?:대부분|상당 ?부분|절반|전량|\d[\d.]{0,4}%)"
    r"(?: ?(?:가량|이상|정도))?[을를이가]? "
)
#: How far back a bracket that explains the goods may begin.
_ASIDE = 48
_TOTALS = ("总量", "總量", "总额", "總額", "总值", "總值")
_ALL_GOODS = re.compile(
    r"的?(?:货物|貨物|物资|物資|货品|貨品)(?:总|總)?[额額值量]?(?:约|約|达|達|为|為|共|有|合计|合計|增加|减少|減少|增长|增長|下降|增至|降至|升至|了)*\Z"
)
_PRICES = ("均价", "均價", "单价", "單價", "平均", "价格", "價格")
#: What may be said of a trade before its figure.
_HOW_MUCH = ("增幅", "降幅", "增速", "涨幅", "跌幅", "则", "則", "也", "更", "大幅", "持续", "持續")
_MOVED = re.compile(
    r"(?:(?:则|則|也|亦|却|卻|更|仍|均|都|又|再|反而|反倒)(?:是)?)?(?:[同环環]比|按?[年月](?=[增减減升跌下成衰]))?(?:大幅|小幅|急剧|急劇|持续|持續|继续|繼續|略微?|微)?"
    r"(?:增长|增長|增加|上升|上涨|上漲|下降|减少|減少|下滑|下跌|成长|成長|衰退|激增|猛增|锐减|銳減|萎缩|萎縮|[增减減升跌降])了?(?:超过|超過|[约約近逾])?"
)
#: Between goods and with whom they are traded: "大米对菲律宾出口量", "榴莲主要从泰国进口".
_WAY = re.compile(
    r"(?:的|则|則|都|均)?(?:改|转|轉|主要|大多|大部分|几乎全部|幾乎全部|全部|基本)?[对對向自从從由]| ?(?:의 )?대"
)
_LONGEST = 16
#: No word for the sort of goods is longer.
_MODIFIER = 4


def traded(reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> str | None:
    """The goods that a word of trade names itself, as written; None where it names none."""
    rest = han_names.all_but(reading, sentence, cue.start) if reading.language == "zh" else None
    return rest or _known(reading, sentence, cue, parties) or _unknown(reading, sentence, cue, parties)


def _known(reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> str | None:
    """Goods right before the word of trade ("쌀 수입액", "大豆进口") or right behind it ("进口大豆")."""
    text = reading.text
    for mention in sentence.goods:
        if mention.good_id == "total" or text.endswith("非", 0, mention.start):
            # "非石油国内出口"
            continue
        if mention.end <= cue.start and _DEALT.fullmatch(text, mention.end, cue.start):
            return listed(reading, sentence, mention)
        if reading.language == "ko" and _is_object(reading, sentence, mention.end, cue):
            return listed(reading, sentence, mention)
        if mention.end <= cue.start and _joined(reading, sentence, mention.end, cue.start, parties):
            such = han_nouns.such(reading, sentence, mention.start) if reading.language == "zh" else []
            if len(such) > 1:
                return "|".join(such)
            return listed(reading, sentence, mention)
        if mention.start >= cue.end and (
            (reading.language == "ko" and _only_sort(reading, cue.end, mention.start))
            or text[cue.end : mention.start] in _BEHIND[text[cue.start : cue.end] == "산"]
            or (reading.language == "zh" and _of_origin(reading, cue.end, mention.start, parties))
        ):
            return listed(reading, sentence, mention)
    return None


def _is_object(reading: Reading, sentence: Sentence, start: int, cue: Cue) -> bool:
    """ "닭고기를 미국(2억 달러)과 브라질(1억 달러)에 수출했다": what a verb is done with, partners between."""
    if start >= cue.start or cue.start - start > _FAR or reading.text[start : start + 2] not in {"을 ", "를 "}:
        return False
    gap = reading.text[start + 2 : cue.start]
    amount = next((f for f in sentence.figures if start < f.start and f.end <= cue.start), None)
    if amount is not None and _WORTH.fullmatch(reading.text, amount.end, cue.start):
        # "쌀을 중국에 1억 달러어치 수출했다".
        gap = reading.text[start + 2 : amount.start]
    for first, behind in asides(reading.text, start, cue.start):
        gap = gap.replace(reading.text[first:behind], "")
    other = any(start < c.start < cue.start for c in sentence.cues_of("flow"))
    return not other and _TO_PARTNERS.fullmatch(gap) is not None


def _only_sort(reading: Reading, start: int, end: int) -> bool:
    found = _SORT_OF.fullmatch(reading.text, start, end)
    return found is not None and found[1] in {None, *reading.lexicon.words["sorts"]}


def _of_origin(reading: Reading, start: int, end: int, parties: Sequence[Party]) -> bool:
    """Whether only where goods are from, and of what sort, stands before them: "进口的管道天然气", "进口俄罗斯小麦"."""
    if not 0 < end - start <= _LONGEST:
        return False
    gap = reading.text[start:end].lstrip("的了")
    origin = next((p for p in parties if start <= p.start <= start + 1 and p.end <= end), None)
    if origin is not None:
        gap = reading.text[origin.end : end].lstrip("的")
    return not gap or (len(gap) <= _MODIFIER and han_names.is_chinese_name(reading, gap) and gap.isalpha())


def _joined(reading: Reading, sentence: Sentence, start: int, end: int, parties: Sequence[Party]) -> bool:
    """Whether goods and a word of trade belong together: "대두 총수입", "大米对菲律宾出口量", "粳米(…)出口"."""
    if end - start > 48:
        return False
    text = reading.text
    aside = list(asides(text, start, end))
    if reading.language == "zh":
        aside += [(t.start, t.end) for t in sentence.times if start <= t.start and t.end <= end]
    gap = "".join(text[i] for i in range(start, end) if not any(first <= i < behind for first, behind in aside))
    if reading.language == "zh":
        # "牛肉1-7月累计进口量"
        gap = _SO_FAR.sub("", gap)
    if reading.language == "ko":
        gap = gap.lstrip("'’\"”")
    if _NEEDED.fullmatch(gap):
        # "쌀 수요의 대부분을 수입에 의존".
        return True
    if gap in {"", " ", "의 ", "의", "的", "을 ", "를 ", " 등 ", " 총", "총", "总", "總", " 등의 "}:
        return True
    if _SUCH.fullmatch(gap):
        # "铁矿砂、原油、煤等大宗商品进口量"
        return True
    if _WE.fullmatch(gap):
        # "大家最关注的口罩，我们出口了2242亿只"
        return "其中" in text[max(start - 24, 0) : start]
    if QUALIFIED.fullmatch(gap) or (reading.language == "ko" and _FOREMOST.fullmatch(gap)):
        return True
    inside = [p for p in parties if start < p.start and p.end <= end and p.role in {"toward", "to", "from", "subject"}]
    if not inside:
        return False
    left, right = text[start : inside[0].start], text[inside[-1].end : end]
    if left in {"의 ", " "} and right == " ":
        # "희토류의 중국 반입량": whoever stands between belongs to the trade.
        return True
    return _WAY.fullmatch(left) is not None and right in {"", "的", " "}


def _unknown(reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> str | None:
    if reading.language == "ko":
        name = beside_trade(reading, sentence, cue, parties)
        place = -1 if name is None else reading.text.rfind(name, sentence.start, cue.start)
        return name if name is None or place < 0 else "|".join([*run_before(reading, sentence, place), name])
    if cue.sense == "trade":
        # "中越两国中间产品进出口1.01万亿元"
        name = _chinese_before(reading, sentence, cue, parties)
        return name if name is not None and name.endswith(_WARES) else None
    if cue.sense not in {"import", "export"}:
        return None
    if set(reading.text[cue.end - 1 : cue.end + 1]) & set("量额額值") or reading.text.startswith(_TOTALS, cue.end):
        return _chinese_before(reading, sentence, cue, parties)
    following = next((f for f in sentence.figures if f.start >= cue.end), None)
    if following is None:
        return None
    if reading.text.startswith(_PRICES, cue.end):
        # "白茶出口均价"
        return _chinese_before(reading, sentence, cue, parties)
    if _without(reading.text, cue.end, following.start, parties).strip() in _AT_ONCE:
        # "亚麻籽出口阿尔及利亚达5000万美元": with nobody, or the other end, between.
        return _chinese_before(reading, sentence, cue, parties)
    if reading.text[cue.start - 1 : cue.start] == "的" and reading.text.startswith(_HOW_MUCH, cue.end):
        # "电气设备的进口增幅更为显著"
        return _chinese_before(reading, sentence, cue, parties)
    if following.kind not in {"money", "quantity", "count"}:
        # "制成品出口按年增长25.3%"
        moved = following.kind in {"percent", "times"} and _MOVED.fullmatch(reading.text, cue.end, following.start)
        return _chinese_before(reading, sentence, cue, parties) if moved else None
    if _AMOUNT_TO.fullmatch(_without(reading.text, cue.end, following.start, parties)) is not None:
        # "莲雾出口到中国的量为1.2万吨"
        return _chinese_before(reading, sentence, cue, parties)
    between = reading.text[cue.end : following.start]
    if _ALL_GOODS.search(between) is not None:
        # "运往北韩的货物达10万吨"
        return "货物"
    origin = next((p for p in parties if p.start == cue.end and p.end < following.start), None)
    if origin is not None and reading.text[origin.end : following.start] in han_names.SHORT:
        # "进口蒙煤3700万吨"
        return _in_full(reading, origin.end, following.start)
    if not 0 < len(between) <= _LONGEST or any(cue.end <= p.start < following.start for p in parties):
        return None
    found = _CHINESE_BEHIND.match(between)
    name = "" if found is None else _SORTS.sub("", found[1])
    if set(between) & set("，,") and not han_names.is_goods(reading, name):
        # "出口创新高，达3亿美元"
        return None
    if not name or not han_names.is_chinese_name(reading, name) or (len(name) == 1 and name not in han_names.SHORT):
        return None
    if any(cue.end <= c.start < following.start and c.kind in {"change", "flow", "share"} for c in sentence.cues):
        return None
    return name


def _in_full(reading: Reading, start: int, end: int) -> str:
    """What the text last called goods that one character stands for: "俄油" behind "原油进口"."""
    short, text = reading.text[start:end], reading.text
    known = (m for s in reversed(reading.sentences) if s.start < start for m in reversed(s.goods) if m.end <= start)
    return next((text[m.start : m.end] for m in known if short in text[m.start : m.end]), short)


def _without(text: str, start: int, end: int, parties: Sequence[Party]) -> str:
    """A stretch of text without the countries in it."""
    inside = [p for p in parties if start <= p.start and p.end <= end]
    return "".join(text[i] for i in range(start, end) if not any(p.start <= i < p.end for p in inside))


def _chinese_before(reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> str | None:
    """A noun between a mark, a country or a time and a word for an amount of trade: "粳米出口量"."""
    text = reading.text
    place = cue.start
    for opened, behind in asides(text, max(sentence.start, cue.start - _ASIDE), cue.start):
        place = opened if behind == cue.start else place
    if text[place - 1 : place] == "的":
        # "床上用品的出口量"
        place -= 1
    for time in reversed(sentence.times):
        # "鲜食芒果今年前5个月出口量"
        place = time.start if time.end == place else place
    toward = next((p for p in parties if p.end == place and p.role in {"toward", "to", "from"}), None)
    if toward is not None:
        # "中国设备对俄供应量"
        place = max(toward.start - 1, sentence.start) if text[toward.start - 1] in "对對自从從向" else place
    marks = [*(p.end for p in parties), *(t.end for t in sentence.times), sentence.start]
    start = max([place - 8, *(end for end in marks if end <= place)])
    run = _OF_BOTH.sub("", _SO_FAR_END.sub("", text[start:place]))
    # "对中国市场的蔬果出口额"
    run = run.removeprefix("市场").removeprefix("市場").removeprefix("的")
    found = _CHINESE_BEFORE.search(run)
    many = han_nouns.ending(reading, sentence, place) if found is not None and set(found[1]) & set("和及与與") else None
    if many is not None:
        # "帐篷、帆布和防水油布的出口"
        return "|".join([*han_nouns.listed_before(reading, sentence, place - len(many)), many])
    name = _OF_BOTH.sub("", found[1].removeprefix("其中")) if found is not None else ""
    such = han_nouns.such(reading, sentence, place) if "类" in name or "類" in name else []
    if such:
        # "纺织服装等7大类劳动密集型产品出口"
        return "|".join(such)
    if "等" in name and len(such := han_nouns.such(reading, sentence, place)) > 1:
        # "假发、假睫毛等制品进口额"
        return "|".join(such)
    if (
        (len(name) < 2 and name not in han_names.SHORT)
        or not han_names.is_chinese_name(reading, name)
        or any(
            c.start < place and c.end > place - len(name) for c in sentence.cues if c is not cue and c.kind != "ware"
        )
    ):
        return None
    return "|".join([*han_nouns.listed_before(reading, sentence, text.rfind(name, start, place)), name])
