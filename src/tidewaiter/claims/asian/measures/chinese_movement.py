"""How a figure moves in Chinese: the word of change leads it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian.measures import other_growths
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Movement, direction_of
from tidewaiter.claims.words.lexicon import Cue

_HEDGES = "不足约約近超过過逾仅僅"
#: "由2月的每吨527美元": what an amount is for.
_EACH = re.compile(r"每(?:公?吨|公?噸|公斤|千克|桶|[升件台])\Z")
_NOT_THAN = frozenset("占佔同环環对對")
_TO = ("至", "到", "为", "為")
#: What leads from a change to the level that it reached, with no mark between.
_REACHED = frozenset({*_TO, "达到", "達到", "达", "達"})
#: The same behind a mark: "下降5.2%，至5473吨".
_AFTER_MARK = frozenset({"，至", ",至", "，到", ",到"})
_JOINTS = frozenset({"、", "和", "及", "与", "與", "以及"})
_LOOK, _PACE_REACH = 26, 32
#: "比8月少35%": which way, by one character that says nothing elsewhere.
_THAN = re.compile(
    r"(?:(?:比|较|較)[^，,。；;：:()（）]{1,16}?(?:[（(][^()（）]{1,16}[)）])?|按[年月]|[同环環]比"
    r"|相[比较較][，,][^，,。；;：:()（）]{0,18}?(?:仍然?|[还還]|尚|依然|依[旧舊]))"
    r"(?:[约約]?([多高少低])(?:出|了)?)(?:约|約|近|逾|超过|超過)?\Z"
)
_BY_GROWTH = re.compile(
    r"(增幅|涨幅|漲幅|升幅|增速|增长率|增長率|降幅|跌幅)(?:靠前|较大|較大|最大|居前|领先|領先|较快|較快|最快|前[三五十])的?"
    r"[^，,。；;\d]{0,8}?(?:包括|有|为|為|是|依次|依序|分别|分別|：|:)[^。；;]{0,80}\Z"
)
_FALLS = frozenset({"降幅", "跌幅", "降速", "下降", "跌势", "萎缩"})
_LEVELS = re.compile(
    r"(?:的[^，,。；;\d]{0,3}(?:增长|增長|成长|成長|升幅|增幅|涨幅|漲幅|跌幅|降幅))?(?:[，,]?[至到报報]|达到?|達到?|为|為)(?:大约|大約|约|約|近|逾|超过|超過|每[日天月年]|日均|平均)*"
)
#: "增长近九倍 达3440万美元": the next line of a headline.
_APART = re.compile(r"\s(?:达到?|達到?|至|为|為)[约約近逾超过過]{0,2}\Z")
_HELD = re.compile(r"(?<![占佔同环環对對扎])比(?![重例率值利亚亞克绍紹])|[较較](?!大|多|少|快|高|低)")
#: "占比，已从11%翻倍至23%"
_STARTED = re.compile(r"\A[，,](?=(?:已经?|已經|则|則|也|均|更)?[从從由])")
#: A note on what changes are held against: "增长（同比，下同）4%".
_NOTE = re.compile(r"[(（]同比[^()（）]{0,6}[)）]")
#: "进口增速大幅放缓至1%": by how much a trade grew or fell, told by the pace that it came to.
_PACE = re.compile(
    r"(增速|增幅|涨幅|升幅|增长率|成长率|增长速度|增长幅度|降幅|跌幅|降速)(?:(?:由|从)[^，,。；;]{1,14}?)?"
    r"(?:也|则|均|都|已|又|再|将|进一步|大幅|小幅|略微|略|明显|显著|继续)*"
    r"(?:放缓|回落|收窄|减缓|减速|放慢|缩小|加快|加速|扩大|回升|提高|提升|下滑|反弹|滑落|缩窄|降|升)(?:至|到)(?:约|近|逾)?\Z"
)
#: "减少63万吨或41.7%": the same change again, in percent.
_OR = frozenset({"或", "，或", "或约", "或約", "，即", "，或约"})
#: "增长，分别为34%和51%": the change stands before what tells the figures one by one.
_ONE_BY_ONE = re.compile(r"[^，,；;。]{0,8}[，,]?(?:增幅|降幅|涨幅|漲幅|升幅|跌幅)?分[别別][为為达達是]?[约約近]?\Z")


def is_start(reading: Reading, figure: Figure) -> bool:
    """ "从2019年的25.7亿美元": a figure that a movement starts from."""
    before = _EACH.sub("", reading.text[max(figure.start - 18, 0) : figure.start])[-14:]
    for word in ("从", "從", "由", "比", "较", "較"):
        ahead, found, between = before.rpartition(word)
        if word == "比" and ahead[-1:] in _NOT_THAN:
            # "占比7.9%", "同比".
            continue
        between = between.strip(_HEDGES)
        if found and (not between or between.rstrip("的").endswith(("年", "月", "期", "前")) or between == "的"):
            return True
    return reading.text[figure.end : figure.end + 2] == "에서"


def moved(reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Movement:
    """How a figure moves by the word of change before it, else right behind it."""
    text = reading.text
    previous = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if previous is not None and _APART.search(text, previous.end, figure.start) is not None:
        return Movement()
    if figure.kind in RELATIVE:
        ahead = reading.lexicon.plain(text[max(figure.start - _PACE_REACH, sentence.start) : figure.start])
        if (pace := _PACE.search(ahead)) is not None:
            return Movement("by", "decrease" if pace[1] in _FALLS else "increase")
        if (other := other_growths.told(reading, sentence, figure)) is not None:
            return Movement("by", other) if other else _as_told(reading, sentence, changes, figure)
        if previous is not None and previous.kind not in RELATIVE and text[previous.end : figure.start] in _OR:
            again = moved(reading, sentence, changes, previous)
            if again.relation == "by":
                return again
    if previous is not None and previous.kind in RELATIVE:
        between = _untimed(sentence, text[previous.end : figure.start], previous.end)
        share = figure.unit == "percent" and (
            previous.unit == "percentage_points"
            # "占比从11%翻倍至23.5%"
            or (previous.unit == "times" and between in _TO and bool(sentence.cues_of("share")))
        )
        if (figure.kind in RELATIVE and between.strip() in _JOINTS) or (
            (share or figure.kind not in RELATIVE)
            and (between in _REACHED or between in _AFTER_MARK or _LEVELS.fullmatch(between))
        ):
            # "下降20.7%、18.6%", "下降23.7%至348亿美元", "上升16个百分点，至34.7%": the change stands before the first.
            first = moved(reading, sentence, changes, previous)
            if first.relation == "by" and first.cue is not None:
                relation = "by" if figure.kind in RELATIVE and not share else "to"
                return Movement(relation, first.direction, first.cue)
    if figure.kind in RELATIVE and (ranked := _BY_GROWTH.search(text, sentence.start, figure.start)) is not None:
        # "增幅靠前的包括青花鱼97.3%、绿茶65.3%"
        return Movement("by", "decrease" if ranked[1] in _FALLS else "increase")
    before = [c for c in changes if c.end <= figure.start]
    if before:
        cue = before[-1]
        between = _NOTE.sub("", text[cue.end : figure.start])
        word = reading.lexicon.plain(text[cue.start : cue.end])
        between = _untimed(sentence, between, cue.end)
        close = len(between) <= 6 and not set(between) & set("，,、；;。")
        if not close and figure.kind in RELATIVE and _ONE_BY_ONE.match(_list_head(text, sentence, cue.end, figure)):
            return Movement("by", direction_of(cue), cue)
        if close:
            if word.endswith(("低于", "高于")) and figure.kind not in RELATIVE:
                # "低于200亿美元": a bound, not a change.
                return Movement()
            to = word.endswith(_TO) or between.startswith(_TO)
            share = figure.kind in RELATIVE and _of_share(text, sentence, cue)
            if (to and figure.kind not in RELATIVE) or (to and share):
                return Movement("to", direction_of(cue), cue)
            return Movement("by", direction_of(cue), cue)
    than = _THAN.search(text, max(sentence.start, figure.start - _LOOK), figure.start)
    if than is not None and figure.kind in {"percent", "times", "quantity", "money", "count"}:
        return Movement("by", "increase" if than[1] in "多高" else "decrease")
    if is_start(reading, figure):
        # With its time the comparison knows what it is held against.
        timed = text[max(figure.start - 5, 0) : figure.start].rstrip("的份").endswith(("月", "年", "期"))
        held = timed and _HELD.search(text, max(figure.start - 14, 0), figure.start) is not None
        return Movement() if held else Movement("from")
    after = next((c for c in changes if figure.end <= c.start <= figure.end + 5), None)
    if after is not None and figure.kind in RELATIVE and not set(text[figure.end : after.start]) & set("，,、；;。"):
        return Movement("by", direction_of(after), after)
    return Movement()


def _as_told(reading: Reading, sentence: Sentence, changes: Sequence[Cue], figure: Figure) -> Movement:
    """ "增长1%，低于预期的3.2%": what was expected went the way of what was told."""
    for before in reversed([f for f in sentence.figures if f.end <= figure.start and f.kind in RELATIVE]):
        if not other_growths.is_held(reading, sentence, before):
            told = moved(reading, sentence, changes, before)
            return Movement("by", told.direction) if told.relation == "by" else Movement()
    return Movement()


def _untimed(sentence: Sentence, between: str, start: int) -> str:
    """A stretch without the time that a level has before it: "增长到2023年的100亿"."""
    time = next((t for t in sentence.times if start <= t.start and t.end <= start + len(between)), None)
    if time is None or (not between[: time.start - start].endswith(_TO) and between[: time.start - start]):
        return between
    return between[: time.start - start] + between[time.end - start :].lstrip("的")


def _list_head(text: str, sentence: Sentence, start: int, figure: Figure) -> str:
    """What stands between a change and the first figure of the list that a figure belongs to."""
    first = figure.start
    for other in reversed(sentence.figures):
        if other.end > first or other.kind != figure.kind or other.start < start:
            continue
        if text[other.end : first].strip() not in {"、", "和", "及", "与", "與", "以及", ",", "，"}:
            break
        first = other.start
    return text[start:first] if first - start <= _LOOK else ""


def _of_share(text: str, sentence: Sentence, change: Cue) -> bool:
    """ "出口比重降至26.61%": the level of a share."""
    held = [c for c in sentence.cues_of("share") if c.end <= change.start]
    again = text[change.end - 1] in _TO
    between = _STARTED.sub("", text[held[-1].end : change.start]) if held else ""
    return bool(held) and (again or not set(between) & set("，,、；;。"))
