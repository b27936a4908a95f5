"""Goods that stand next to a figure, in Korean and Chinese."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import behind_aside, name_before, opening
from tidewaiter.claims.asian.nouns import han_nouns
from tidewaiter.claims.asian.nouns.korean_nouns import is_name, is_seller
from tidewaiter.claims.asian.nouns.lists import listed, run_before
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Scene

_BEFORE = frozenset(
    [
        "을",
        "를",
        "은",
        "는",
        "이",
        "가",
        "의",
        "도",
        "만",
        "약",
        "등",
        "에",
        "총",
        "达",
        "達",
        "为",
        "為",
        "约",
        "約",
        "近",
        "（",
        "(",
        ":",
        "：",
        "、",
        "·",
        "액은",
        "각각",
        "了",
        "共",
        "有",
        "占",
        "佔",
        "额",
        "的",
        "了约",
        "是",
        "就有",
        "只有",
        "仅有",
        "僅有",
        "就达",
        "就達",
        "超过",
        "超過",
        "逾",
        "不到",
        "不足",
        "将近",
        "將近",
    ]
) | {"", " "}
#: "식량 등을 실은 222개 컨테이너": what carries the goods.
_LADEN = re.compile(r"(?: 등)?[을를] (?:가득 )?(?:실은|싣고 온|담은|적재한) (?:[가-힣]{2,6} )?(?:약 |최소 |총 )?")
_WHY = re.compile(r"[은는도] (?:[가-힣]{1,8} ){1,4}(?:탓|영향|여파|덕|호조|부진)(?:에|으로)? (?:약 )?")
_RATE_OF = re.compile(r"의 (?:증가|감소|하락|상승)(?:[율률]|세| ?폭)[은이] (?:약 )?")
#: "옥수수 물량은 71만t".
_HOW_MUCH = re.compile(
    r"(?: 전체(?:로는|로)?|의? (?:물량|수량|중량|금액|규모|대금|가액)(?:[은는이가도]|만)?) (?:약 |총 |모두 |각각 )?"
)
#: "정제유를 연간 50만 배럴로".
_YEARLY = re.compile(r"(?:(?<=[을를은는이가] )|(?<=\A ))(?:연간|매년|매달|하루(?: 평균)?|한 해|최소|최대|모두|약) ?\Z")
#: What may stand between goods and the percentage that they moved by.
_MOVED = frozenset(
    ["", " ", "가 ", "이 ", "은 ", "는 ", "도 ", "가 약 ", "이 약 ", "도 약 ", "增长", "下降", "增加", "减少"]
)
#: "钨精矿较前一个月翻了一番", "大米同比增长两成": what goods are held against, before how they moved.
_HELD = re.compile(
    r"(?:则|則|也|却|卻|更)?(?:(?:较|較|比|与|與)[^，,。；;：:\d的]{0,4}(?:前一[个個]月|上[个個]?月|[去上]年同[期月]|一年前)(?:相比)?"
    r"|同比|环比|環比|按年|按月)(?:大幅|略|微|猛|锐|銳|骤|驟)?(?:增长|增長|增加|上升|下降|减少|減少|下滑|[增减減升降跌涨漲])?(?:了|约|約|近|逾)*"
)
#: "1420万美元的人用疫苗": of what sort the goods are.
_SORT = re.compile(r"的(?!非)(?:[\u4e00-\u9fff]{1,3}|[“「『][\u4e00-\u9fff]{0,4})")
#: What a name may end in that the table's ends before: "稀土矿".
_FORMS = "矿礦砂粉"
_BEHIND = (
    *("", " ", "어치의 ", "어치 ", "의 ", "의", "的", " 상당의 ", " 규모의 ", "어치", "相当于", " 상당 "),
    *("援助", "援助的", "捐赠的", "捐贈的", "捐赠", "捐贈"),
)
#: "煤炭一项就占11.9亿美元".
_ONE_ITEM = re.compile(r"\A(?:一项|一項|两项|兩項|一类|一類)(?:便|就|即|已|也)?")
#: Between goods and a time, and between the time and how much of them it was.
_TOPIC = re.compile(
    r"(?:一类|一類|等|这类|這類)?(?:产品|產品|商品|货物|貨物|物资|物資|制品|製品)?的?[，,]?(?:在|于|於)?"
)
_TOLD = re.compile(
    r"(?:份|当月|當月|单月|單月)?(?:则|則|却|卻|仅|僅|只|就|也|更|共|已|又|还|還)*(?:出口|进口|進口|输往|輸往)?"
    r"(?:[额額量值])?(?:了|为|為|达到?|達到?|有|是|约|約|近|逾|共|不到|不足|超过|超過|至|降至|降到|增至|升至)*"
)
_AS_FAR = 24
_BEFORE_ITS_OWN = frozenset("、和及与與")
#: What tells the weight of a pack, and how far behind it the packs are counted.
_PACK = 8
_WEIGHTS = frozenset({"kg", "g", "litres", "ml"})
#: Korean: what says that those told before it come next in a ranking.
_RANKED_ON = re.compile(r"뒤를 (?:이|따)|뒤이|다음(?:으로|이)|순(?:이|으로)")


def item(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """The goods whose bracket a percentage stands in: "반도체(27.5%), 컴퓨터 주변기기(-4.8%)"."""
    text, sentence = reading.text, scene.sentence
    place = opening(text, sentence.start, figure.start)
    if place is None or any(place - 1 <= f.end <= place for f in sentence.figures):
        return None
    if any(place - 1 <= m.end <= place for m in sentence.countries):
        return None
    known = next((m for m in sentence.goods if m.good_id != "total" and place - 1 <= m.end <= place), None)
    if known is not None:
        return text[known.start : known.end]
    cues = [c for c in sentence.cues if c.kind != "ware"]
    if any(place - 1 <= c.end <= place for c in cues) or any(place - 1 <= t.end <= place for t in sentence.times):
        return None
    name = name_before(text, sentence.start, place)
    starts = [m.start for m in sentence.countries] + [t.start for t in sentence.times]
    if any(place - len(name) - 1 <= start < place for start in starts):
        # "较11月份降幅明显（占61%）"
        return None
    if reading.language == "ko":
        # "가지안테프가 3억 달러를 수출했고 하타이(1억 달러)가 뒤를 이었다": behind one that sells, others that do.
        ranked = _RANKED_ON.search(text, figure.end, sentence.end) is not None
        sellers = ranked and any(f.end <= place and is_seller(reading, sentence, f) for f in sentence.figures)
        return name if not sellers and is_name(reading, name.rpartition(" ")[2]) else None
    return name or None


def moving_goods(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """Goods that moved by the percentage right behind them: "조제분유가 27.6% 줄었고", "원유 -5.2%"."""
    text = reading.text
    for mention in scene.sentence.goods:
        if mention.good_id == "total" or mention.end > figure.start:
            continue
        held = reading.language == "zh" and _HELD.fullmatch(text, mention.end, figure.start) is not None
        end = behind_aside(text, mention.end, scene.sentence.figures)
        if held or text[end : figure.start] in _MOVED:
            start = mention.start
            if reading.language == "zh":
                start = han_nouns.whole(reading, scene.sentence, start, mention.end)
            return text[start : mention.end]
    last = next((m for m in reversed(scene.sentence.goods) if m.end <= figure.start), None)
    if reading.language != "ko" or last is None or last.good_id == "total":
        return None
    if any(last.end <= f.start < figure.start for f in scene.sentence.figures):
        return None
    # "딸기는 작황 부진 탓에 3.5% 줄었다".
    told = _WHY.fullmatch(text, last.end, figure.start) or _RATE_OF.fullmatch(text, last.end, figure.start)
    return text[last.start : last.end] if told else None


def is_pack(scene: Scene, figure: Figure) -> bool:
    """Whether a figure tells how goods are packed: "60kg 봉투 290만 개"."""
    figures = scene.sentence.figures
    i = figures.index(figure) if figure in figures else -1
    weight, count = (i, i + 1) if figure.unit in _WEIGHTS else (i - 1, i)
    if i < 0 or weight < 0 or count >= len(figures):
        return False
    held = figures[weight].unit in _WEIGHTS and figures[count].kind == "count"
    return held and 1 <= figures[count].start - figures[weight].end <= _PACK


def ware(reading: Reading, scene: Scene, figure: Figure, *, at_once: bool = False) -> str | None:
    """A noun that its last word makes the name of goods: "인모 제품이 1억6천700만 달러", "塑料制品3亿美元"."""
    text = reading.text
    for cue in scene.sentence.cues_of("ware"):
        gap = text[cue.end : figure.start]
        if cue.end > figure.start or not (gap in _MOVED and gap.strip() if at_once else _near(gap)):
            continue
        start = cue.start
        such = han_nouns.such(reading, scene.sentence, cue.end) if reading.language == "zh" else []
        if such:
            # "假发、假睫毛等制品"
            return "|".join(such)
        if reading.language == "zh":
            # "药品和医疗用品", "人发制品原料"
            name = han_nouns.ending(reading, scene.sentence, cue.end)
            if name is not None:
                return "|".join([*han_nouns.listed_before(reading, scene.sentence, cue.end - len(name)), name])
        if text[start - 1 : start] == " ":
            start -= 1
        while (
            start > scene.sentence.start
            and cue.start - start < 8
            and (text[start - 1].isalpha() or text[start - 1] == "·")
        ):
            start -= 1
        if (
            reading.language == "ko"
            and " " in text[start : cue.start]
            and not is_name(reading, text[start : cue.start].strip())
        ):
            # "보낸 물자는": a verb before it names no goods.
            start = cue.start
        if reading.language == "ko":
            start += text.startswith(" ", start)
            return "|".join([*run_before(reading, scene.sentence, start), text[start : cue.end]])
        return text[max(start, cue.start - 2) : cue.end]
    return None


def bracketed(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """Goods whose bracket an amount stands in: "木薯（出口额达1.29亿美元）"."""
    place = opening(reading.text, scene.sentence.start, figure.start)
    known = [m for m in scene.sentence.goods if m.good_id != "total" and m.end == place]
    if known:
        start = han_nouns.whole(reading, scene.sentence, known[0].start, known[0].end)
        return reading.text[start : known[0].end]
    return None if place is None else han_nouns.ending(reading, scene.sentence, place)


def own_goods(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """Goods right before a figure ("대두 297만 달러") or right behind it ("1.2万吨大米", "297만 달러어치의 밀가루")."""
    text = reading.text
    behind: list[str] = []
    for mention in scene.sentence.goods:
        if mention.good_id == "total":
            continue
        if any(f.end <= mention.start <= f.end + 1 and is_pack(scene, f) for f in scene.sentence.figures):
            continue
        of = figure.end + text.startswith("的", figure.end)
        if text[mention.end : figure.start] in _BEFORE_ITS_OWN and any(m.start == of for m in scene.sentence.goods):
            # "6880万吨大豆、32万吨牛肉", "9千万美元的尿素和6千万美元的大米": each amount before its own.
            continue
        end = mention.end
        if reading.language == "ko":
            # "비료(HS 31)는 1천만 달러".
            end = behind_aside(text, end, scene.sentence.figures)
        if mention.end <= figure.start and _near(text[end : figure.start].lstrip(_FORMS)):
            return listed(reading, scene.sentence, mention)
        if reading.language == "zh" and mention.end <= figure.start and _only_time(reading, scene, mention.end, figure):
            return listed(reading, scene.sentence, mention)
        if (
            reading.language == "ko"
            and mention.end <= figure.start
            and (_LADEN.fullmatch(text, mention.end, figure.start) or _HOW_MUCH.fullmatch(text, end, figure.start))
        ):
            return listed(reading, scene.sentence, mention)
        # "10.8亿美元 假发占…": the next line of a headline, where no spaces part the words.
        apart = text[figure.end : mention.start] == " " and " " not in text[figure.start : figure.end]
        apart = apart and reading.language == "zh"
        if (
            mention.start >= figure.end
            and not apart
            and (
                text[figure.end : mention.start] in _BEHIND
                or _SORT.fullmatch(text, figure.end, mention.start)
                or _is_made(reading, scene, figure.end, mention.start)
            )
        ):
            behind.append(listed(reading, scene.sentence, mention))
    return behind[0] if behind else None


def _only_time(reading: Reading, scene: Scene, start: int, figure: Figure) -> bool:
    """ "假发一类产品3月为1290万美元", "去年居首的大米，3月只出口了1250吨": a time and little else between."""
    if figure.start - start > _AS_FAR or any(start <= f.start < figure.start for f in scene.sentence.figures):
        return False
    times = [t for t in scene.sentence.times if start <= t.start and t.end <= figure.start]
    if len(times) != 1:
        return False
    time, text = times[0], reading.text
    ahead, behind = text[start : time.start], text[time.end : figure.start]
    return _TOPIC.fullmatch(ahead) is not None and _TOLD.fullmatch(behind) is not None


def _is_made(reading: Reading, scene: Scene, start: int, end: int) -> bool:
    """ "67万吨伊朗原油", "120辆中国产卡车": a country between an amount and its goods."""
    if reading.language != "zh" or not 0 < end - start <= _PACK:
        return False
    made = reading.text[start:end].removeprefix("的").removesuffix("产").removesuffix("產").removesuffix("制造")
    place = end - len(reading.text[start:end].removeprefix("的"))
    return any(m.start == place and m.end - m.start == len(made) for m in scene.sentence.countries)


def _near(gap: str) -> bool:
    gap = _ONE_ITEM.sub("", _YEARLY.sub("", gap).strip())
    if len(gap) > 1:
        # "豆油则有5200吨"
        gap = gap.lstrip("则則却卻也更还還")
    return (
        gap in _BEFORE
        or (len(gap) <= 4 and all(part in _BEFORE for part in gap.split()))
        or all(c in "을를은는이가의도 약(（达達到为為约約近了占佔:：" for c in gap)
        or gap.removeprefix(",").removeprefix("，").rstrip("约約达達为為共近")
        in {"价值", "價值", "金额", "金額", "货值", "貨值", "市值", "总值", "總值"}
        or gap in {"，为", "，為", "，达", "，達", "，约", "，共", "，總值", "，总值", "으로 약", "로 약"}
    )
