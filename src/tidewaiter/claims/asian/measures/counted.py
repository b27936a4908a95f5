"""What is counted in Korean and Chinese: people, cases, vehicles, firms, or goods in trade."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.measures.asked_measure import AskedMeasure, Measured
from tidewaiter.claims.asian.measures.carriers import carries
from tidewaiter.claims.asian.nouns import han_nouns
from tidewaiter.claims.asian.nouns.own_goods import own_goods

#: Units of what cases and deaths are counted in.
_BEINGS = frozenset({"people", "cases", "patients", "deaths", "units"})
#: What is never traded itself: "150여 개국에 수출".
_NO_GOODS = frozenset({"countries", "companies", "cities", "provinces", "households", "sites", "groups"})
_GOING = re.compile("[人辆輛车車架艘班列]?次")
#: What carries goods rather than being traded, where nothing says that it is.
_CARRIERS = frozenset({"trucks", "ships", "containers", "trains", "aircraft", "people", "flights"})
_PASSING = _CARRIERS | {"vehicles", "wagons"}
_PASS = re.compile(
    r"(?:通行|通关|通關|过境|過境|出入境|进出境|進出境|入境|出境|往返|开行|開行|过货|過貨)[^，,。；;\d]{0,8}\Z"
)
#: "수입한 품목 수는 2천400여 개".
_HOW_MANY = re.compile(r"(?:품목|업체|기업|회사|종류|국가|나라|대상국|공장|점포|항목) ?수[는은가이도]? [^,]{0,24}\Z")
#: How far the word of a case stands behind its figure and before it; they may overlap.
_BEHIND, _AHEAD, _OVERLAP = 12, 6, -2
_COUNT, _COUNTED = ("count", "a count"), "what is counted"
_OFTEN_IN_A_TIME = ("rate", "how often in a time")
_GOODS, _IN_A_TIME = ("trade_quantity", "goods counted in trade"), ("rate", "a count in a time")


def how_many(asked: AskedMeasure) -> Measured | None:
    """ "수입한 품목 수는 2천400여 개"."""
    if not asked.korean or not asked.count:
        return None
    told = _HOW_MANY.search(asked.reading.text, asked.sentence.start, asked.figure.start) is not None
    return ("count", "how many there are") if told else None


def how_often(asked: AskedMeasure) -> Measured | None:
    """How many times something was done; a multiple is of another kind."""
    if not asked.korean or not asked.count or asked.unit != "times":
        return None
    return _OFTEN_IN_A_TIME if "_per_" in asked.figure.unit else ("count", "how often")


def carriers(asked: AskedMeasure) -> Measured | None:
    """ "트럭이 하루 80대": what goods go by."""
    if not asked.korean or not asked.count or not carries(asked.reading, asked.sentence, asked.figure):
        return None
    return _IN_A_TIME if "_per_" in asked.figure.unit else _COUNT


def by_its_word(asked: AskedMeasure) -> Measured | None:
    """Those who fell ill, died or were inoculated, by the word beside the figure."""
    if asked.unit not in _BEINGS:
        return None
    figure = asked.figure
    others = [(f.start, f.end) for f in asked.sentence.figures if f is not figure]
    for cue in asked.sentence.cues_of("cases"):
        # "疫苗12万剂，口罩340万只": what the figure before counts.
        if cue.sense == "skip" or any(start <= cue.start < end for start, end in others):
            continue
        ahead, behind = figure.start - cue.end, cue.start - figure.end
        if _OVERLAP <= behind <= _BEHIND or _OVERLAP <= ahead <= _AHEAD:
            return cue.sense, _COUNTED
    return None


def dealings(asked: AskedMeasure) -> Measured | None:
    """Without a word of illness "12건" are dealings of any kind."""
    figure = asked.figure
    told = asked.korean and asked.unit == "cases" and asked.reading.text.endswith("건", figure.start, figure.end)
    return _COUNT if told else None


def cases(asked: AskedMeasure) -> Measured | None:
    """Cases and doses, by their unit."""
    return (asked.unit, _COUNTED) if asked.unit in {"cases", "doses"} else None


def no_goods(asked: AskedMeasure) -> Measured | None:
    """What is never traded itself."""
    return _COUNT if asked.count and asked.unit in _NO_GOODS else None


def passed(asked: AskedMeasure) -> Measured | None:
    """ "300人次", "20车次"."""
    going = asked.chinese and asked.count and _GOING.match(asked.reading.text, asked.figure.end - 1)
    return ("count", "who and what passed") if going else None


def people(asked: AskedMeasure) -> Measured | None:
    """Chinese counts people with a word of their own."""
    return _COUNT if asked.chinese and asked.figure.unit == "people" else None


def carriers_in_a_time(asked: AskedMeasure) -> Measured | None:
    """ "每天有200多辆卡车过桥", "口岸日均通行货车600辆": so many in a time, whatever they carry."""
    in_a_time = asked.unit != asked.figure.unit
    passing = asked.chinese and asked.unit in _PASSING and _PASS.search(asked.right_before) is not None
    by_time = in_a_time and (passing or (asked.flow is None and asked.unit in _CARRIERS))
    return _IN_A_TIME if by_time else None


def goods(asked: AskedMeasure) -> Measured | None:
    """Goods that are told by the piece, in a text on trade."""
    if not asked.in_trade or not asked.count or asked.unit in _CARRIERS:
        return None
    if own_goods(asked.reading, asked.scene, asked.figure) is not None:
        return _GOODS
    noun = han_nouns.before(asked.reading, asked.sentence, asked.figure) if asked.chinese else None
    return _GOODS if noun is not None else None


def in_a_time(asked: AskedMeasure) -> Measured | None:
    """So many a day, a month or a year."""
    return _IN_A_TIME if asked.count and "_per_" in asked.figure.unit else None
