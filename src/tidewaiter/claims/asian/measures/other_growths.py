"""Chinese: how trade grew at another time, or was expected to, which the growth told is held against."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.clauses import begins
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.reading import Reading, Sentence

#: What holds one growth against another, in the clause of the other.
_HELD = re.compile(
    r"低于|高于|优于|好于|大于|小于|快于|慢于|多于|少于|差于|强于|弱于|逊于|不及|不如|不敌|超过|超出|胜过|强过|好过|未达|不到|"
    r"扭转|逆转|结束|终结|终止|符合|持平"
)
#: "实现超过30%的增长": right before a rate it only bounds it.
_BOUND = re.compile(r"(?:低于|高于|大于|小于|多于|少于|不及|超过|超出|未达|不到)(?:约|近)?\Z")
#: Behind a rate, that it is one of growth, and which way it went.
_GROWN = re.compile(
    r"的?(?:同比|环比|按年|按月|年|月)?(?P<way>增速|增幅|涨幅|升幅|增长率|成长率|增长|成长|涨势|升势"
    r"|降幅|跌幅|降速|下降|下跌|下滑|跌势|萎缩|衰退)(?![至到了])"
)
_FALLS = frozenset({"降幅", "跌幅", "降速", "下降", "下跌", "下滑", "跌势", "萎缩", "衰退"})
_EXPECTED = re.compile(r"(?:预期|预测|预估|预计|预想|估计)(?:值|中值|数)?(?:的|为|是)?(?:约|近)?\Z")
_STOPS = "，,；;。：:"
_REACH, _BEHIND = 26, 8


def told(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """Which way such a rate went; empty where its words leave that to the growth told, None for any other figure."""
    if not is_held(reading, sentence, figure):
        return None
    grown = _GROWN.match(reading.lexicon.plain(reading.text[figure.end : figure.end + _BEHIND]))
    if grown is not None:
        return "decrease" if grown["way"] in _FALLS else "increase"
    return "" if _EXPECTED.search(_clause(reading, sentence, figure)) is not None else None


def is_held(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "低于7月的7.2%": whether a rate is what another is held against."""
    ahead = _clause(reading, sentence, figure)
    return figure.kind in RELATIVE and _HELD.search(ahead) is not None and _BOUND.search(ahead) is None


def _clause(reading: Reading, sentence: Sentence, figure: Figure) -> str:
    """What stands before a figure in its clause."""
    start = begins(reading.text, _STOPS, max(sentence.start, figure.start - _REACH), figure.start)
    return reading.lexicon.plain(reading.text[start : figure.start])
