"""Claims of nothing in Korean and Chinese: "수입은 없었다", "수입하지 않았다", "没有进口"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import Cue

_ZERO = Decimal(0)
#: Korean: the negation follows the word of trade within so many characters.
_REACH, _FAR = 14, 28
#: "对中国的出口为零": nothing of what was named before.
_NOT_ONE = re.compile(r"[一半]([吨噸件只隻台臺辆輛支粒箱公斤斤滴袋个個车車船艘])[也都](?:没有|沒有|没|沒|未)")
_CLEARED = re.compile(r"통관 ?(?:실적|기록|물량)[은는도이가] (?:아예 |전혀 |하나도 |한 건도 )?\Z")
#: What is not done where the word before says it, and what may stand between it and a word of trade.
_DONE = ("하지", "되지")
_DEALT = re.compile(r"(?:액|량|물량|실적)?(?:[은는이가을를도])? ?(?:(?:전혀|아예|일절|일체|거의|한 건도|하나도) )?")
#: "중국의 공식 통계에 나타나지 않았다": what a customs book does not hold.
_IN_BOOKS = re.compile(
    r"(?:통계|자료|집계|장부|목록|명단)(?:에|에는|에도|에서|에서는|상|상에)? (?:[가-힣]{1,6} ){0,2}\Z"
)
#: What there is none of, as its particle shows, and no time or place: "영향은 전혀 없었다", "줄 수밖에 없다".
_NONE = "없"
_LACKING = re.compile(
    r"(?<![가-힣])(수(?=[는도]? |밖에 )"
    r"|[가-힣]{1,12}?(?<!에)(?<!에서)(?<!으로)(?<!뒤로)(?<!까지)(?<!부터)(?<!동안)(?<!이후)(?<!후로)(?=[은는도이가] ))"
    r"(?:[은는도이가]|밖에)? (?:(?:아예|전혀|거의|사실상|하나도|한 건도|일절) )?\Z"
)
#: The same without its particle, straight behind a word of trade: "수입에 큰 차질 없었다", "수출할 게 없다".
_LACKING_BARE = re.compile(
    r"수[출입](?:에|에는|에도|을|를|할)? (?:(?:큰|별|별다른|아무|아무런|더|재개|다시) )?"
    r"([가-힣]{1,6}(?<!이후)(?<!뒤)(?<!동안)(?<!까지)(?<!부터)) (?:(?:아예|전혀|거의|사실상) )?\Z"
)
_FROM_THERE = re.compile(r"산(?: [가-힣·]{1,10})?[은는도이가] (?:아예 |전혀 |하나도 |한 건도 )?")
#: "한 건도 이뤄지지 않았다", "단 한 방울도 잡히지 않았다": not one, whatever it is counted in.
_KOREAN_NOT_ONE = re.compile(
    r"(?:단 ?)?(?:한|1) ?(t|kg|㎏|달러|건|방울|톨|톤|대|척|개|마리|푼|켤레|장|병|배럴|자루|포대|줌|알|그램)도 "
    r"(?:[가-힣]{1,8} ){0,2}?[가-힣]{0,6}?(?:없[었다는어었]|않[았은는]|못했|못한)"
)
#: "지난해 1월에는 전혀 없었다": nothing in a time, of what the text has told.
_NONE_THEN = re.compile(
    r"(?:에는|에도|엔|은|는)? ?(?:(?:전혀|아예|하나도|한 건도|그런|관련|거래|교역|수입|수출|반입|반출|실적|물량|기록)"
    r"(?:[이은도가])? ){0,3}없[었다]"
)
#: What goods are told by.
_WEIGHTS = frozenset({"t", "톤", "kg", "㎏", "배럴", "그램"})
_SELF = frozenset("行主动動己产產")
_BEINGS = frozenset({"people", "cases", "companies", "countries", "times", "ships", "trains", "flights"})
_FELL = ("锐减", "銳減", "骤降", "驟降", "减少", "減少", "减", "減", "下降")
_REACHED = frozenset(
    [
        *(f"{fell}{to}零" for fell in _FELL for to in "到至"),
        "为零",
        "為零",
        "降至零",
        "降为零",
        "降到零",
        "跌至零",
        "归零",
        "歸零",
        "挂零",
        "掛零",
    ]
)


def zeros(reading: Reading, sentence: Sentence, *, in_trade: bool = False) -> list[Figure]:
    """The claims of nothing in a sentence; none overlaps a figure already found.

    `in_trade` says that the text has told of some trade, which a sentence without a word of it goes on with.
    """
    found = _korean_none(reading, sentence, in_trade=in_trade) if reading.language == "ko" else []
    flows = [c for c in sentence.cues_of("flow") if c.sense not in {"skip"}]
    for cue in sentence.cues_of("zero"):
        word = reading.text[cue.start : cue.end]
        if reading.language == "ko":
            reach = _FAR if "0" in word else _REACH
            near = [f for f in flows if 0 <= cue.start - f.end <= reach and "," not in reading.text[f.end : cue.start]]
            near += [f for f in flows if f.start == cue.start]
            near += [cue] if _of_origin(reading, sentence, cue.start) else []
            if word.startswith(_DONE) and near and not any(_not_done(reading, f, cue) for f in near):
                # "반입 여부는 확인되지 않았다": not done is something else than trade.
                continue
            if word.startswith(_NONE) and _lacks_else(reading, sentence, flows, cue.start):
                continue
            if not near or word in {"중단됐", "끊겼"} or (word[0] == "0" and _goes_before(reading.text, cue.start)):
                continue
        elif word[-1] == "自" and reading.text[cue.end : cue.end + 1] in _SELF:
            # "未自行进口"
            continue
        elif word[-1] in "从從自向对對何" and not any(0 <= f.start - cue.end <= _REACH for f in flows):
            continue
        unit = None
        if word in _REACHED and not _of_trade(reading, sentence, flows, cue):
            led = any(g.good_id != "total" and g.end == cue.start for g in sentence.goods)
            told = led and any(f.end <= cue.start for f in flows)
            # "对朝出口增长69% 口罩归零"
            unit = "units" if told else _fallen_from(sentence, cue) or _in_series(reading, sentence, cue)
            if unit is None:
                continue
        if any(f.start < cue.end and cue.start < f.end for f in (*sentence.figures, *found)):
            continue
        goods = any(g.good_id != "total" and abs(g.start - cue.start) <= 24 for g in sentence.goods)
        unit = unit or ("units" if goods and word not in {"停止进口", "停止出口"} else "USD")
        found.append(Figure(cue.start, cue.end, _ZERO, _ZERO, _ZERO, unit, "zero", rule="nothing traded"))
    return [*found, *_not_one(reading, sentence)] if reading.language == "zh" else found


def _not_done(reading: Reading, flow: Cue, cue: Cue) -> bool:
    """ "수입되지 않았다", "수출을 전혀 하지 않았다": whether it is trade itself that was not done."""
    return flow.start == cue.start or _DEALT.fullmatch(reading.text, flow.end, cue.start) is not None


def _lacks_else(reading: Reading, sentence: Sentence, flows: Sequence[Cue], at: int) -> bool:
    """ "줄 수밖에 없다", "수출에는 영향이 없었다": whether there is none of something else than trade or goods."""
    start = max(sentence.start, at - _FAR)
    noun = _LACKING.search(reading.text, start, at) or _LACKING_BARE.search(reading.text, start, at)
    if noun is None:
        return False
    marks = [(m.start, m.end) for named in (flows, sentence.goods, sentence.countries, sentence.times) for m in named]
    if any(start < noun.end(1) and noun.start(1) < end for start, end in marks):
        return False
    return not noun[1].endswith(tuple(reading.lexicon.words["traded"]))


def _of_origin(reading: Reading, sentence: Sentence, at: int) -> bool:
    """ "러시아산은 없었다", "통관 실적이 없었다": whether nothing from a country, or through customs, is spoken of."""
    if _CLEARED.search(reading.text, sentence.start, at) is not None:
        return True
    named = any(g.good_id != "total" and g.end <= at for g in sentence.goods)
    if named and _IN_BOOKS.search(reading.text, max(sentence.start, at - _FAR), at) is not None:
        return True
    return any(_FROM_THERE.fullmatch(reading.text, m.end, at) is not None for m in sentence.countries)


def _korean_none(reading: Reading, sentence: Sentence, *, in_trade: bool) -> list[Figure]:
    """ "한 건도 이뤄지지 않았다", and "1월에는 전혀 없었다" where the text has told of some trade."""
    text = reading.text
    traded = any(c.sense != "skip" for c in sentence.cues_of("flow"))
    traded = traded or any(text.startswith("산", m.end) for m in sentence.countries)
    places = [(m.start(), m.end(), m[1]) for m in _KOREAN_NOT_ONE.finditer(text, sentence.start, sentence.end)]
    known = any(g.good_id != "total" for g in sentence.goods)
    places = [place for place in places if traded or (in_trade and (known or place[2] in _WEIGHTS))]
    last = next((t.end for t in reversed(sentence.times)), None)
    then = _NONE_THEN.match(text, last) if last is not None and in_trade and not sentence.figures else None
    if then is not None and not places:
        places = [(then.end() - 2, then.end(), "")]
    return [
        Figure(
            start,
            end,
            _ZERO,
            _ZERO,
            _ZERO,
            "tonnes" if counter in {"톤", "t"} else "units",
            "zero",
            rule="nothing traded",
        )
        for start, end, counter in places
        if not any(f.start < end and start < f.end for f in sentence.figures)
    ]


def _not_one(reading: Reading, sentence: Sentence) -> list[Figure]:
    """ "5月一件也没有", "现在一吨都没有进": not even one."""
    found = []
    for none in _NOT_ONE.finditer(reading.text, sentence.start, sentence.end):
        if not any(f.start < none.end() and none.start() < f.end for f in sentence.figures):
            unit = "tonnes" if none[1] in "吨噸" else "units"
            figure = Figure(none.start(), none.end(), _ZERO, _ZERO, _ZERO, unit, "zero", rule="nothing traded")
            found.append(figure)
    return found


def _goes_before(text: str, at: int) -> bool:
    """Whether a nought is the end of a longer number: "2,400으로"."""
    return text[at - 1 : at].isdecimal() or text[at - 1 : at] in {".", ","}


def _of_trade(reading: Reading, sentence: Sentence, flows: Sequence[Cue], cue: Cue) -> bool:
    """Whether what came to nothing is trade, and no rate or share of it."""
    before = [f for f in flows if f.end <= cue.start and cue.start - f.end <= _REACH]
    if not before or set(reading.text[before[-1].end : cue.start]) & set("，,。；;"):
        return False
    return not any(before[-1].end <= c.start < cue.start for c in sentence.cues_of("change", "share"))


def _fallen_from(sentence: Sentence, cue: Cue) -> str | None:
    """ "从4月的1,297万美元锐减到零": the unit of the amount that it fell from."""
    held = next((f for f in sentence.figures if f.end == cue.start), None)
    return held.unit if held is not None and held.kind in {"money", "quantity"} else None


def _in_series(reading: Reading, sentence: Sentence, cue: Cue) -> str | None:
    """ "1月进口144万吨，3月至7月为零": the unit of the amounts before, where a time of its own came to nothing."""
    before = [f for f in sentence.figures if f.end <= cue.start]
    if not before or before[-1].kind not in {"money", "quantity", "count"} or before[-1].unit in _BEINGS:
        return None
    clause = max(reading.text.rfind(mark, before[-1].end, cue.start) for mark in "，,；;")
    timed = any(clause < t.start and t.end <= cue.start for t in sentence.times) or reading.text.startswith(
        "此", clause + 1
    )
    if clause < 0 or not timed or any(clause < c.start < cue.start for c in sentence.cues_of("change", "share")):
        return None
    return before[-1].unit
