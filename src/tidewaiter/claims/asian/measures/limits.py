"""Limits, and what else a word before a figure calls it: a quota, a price."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian.measures.asked_measure import AskedMeasure, Measured
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.words.lexicon import Cue

#: How a quantity is told to cross no border.
_LIMITS = ("年度上限", "的年度上限", "年度限额", "上限", "的上限", "限额", "限額", "的限额", "配额", "配額", "的配额")
#: "50만 배럴(약 6만t)로 제한".
_LIMITED = re.compile(r"(?:\([^()]{1,16}\))?\)?(?:로|으로) (?:[가-힣]{1,6} )?(?:제한|한정|규제)")
_BRACKETS = frozenset({"或", "或者", "（", "(", "（约", "（約", "(约", "(約", "，约合", "，相当于"})
_LIMIT_TO = re.compile(
    r"(?:为|為|是|降至|降到|增至|升至|提高到|提高至|维持在|維持在|减至|減至|调整为|調整為)(?:每[年月日])?(?:约|約)?\Z"
)
#: How far behind its word a price can stand that moved.
_PRICED = 20
#: How far a word that calls a figure something stands before it.
_CALLED = 8
#: How far one limit stands behind another.
_REACH = 16
_LIMIT, _PRICE = ("cap", "a limit"), ("price", "a price")


def limited_to(asked: AskedMeasure) -> Measured | None:
    """ "50만 배럴(약 6만t)로 제한"."""
    if not asked.korean or not asked.quantity:
        return None
    return _LIMIT if _LIMITED.match(asked.reading.text, asked.figure.end) is not None else None


def called_limit(asked: AskedMeasure) -> Measured | None:
    """ "400万桶的年度上限"."""
    return _LIMIT if asked.chinese and asked.reading.text.startswith(_LIMITS, asked.figure.end) else None


def called_before(asked: AskedMeasure) -> Measured | None:
    """What a word before the figure calls it, the first of them that does."""
    for cue in asked.sentence.cues_of("per", "cap"):
        if cue.sense == "pricewords" and any(m.start == cue.end for m in asked.sentence.countries):
            # "卖到中国，共3万吨": where to, and not for how much.
            continue
        if cue.sense in {"pricewords", "cap"} and 0 <= asked.figure.start - cue.end <= _CALLED:
            return _LIMIT if cue.sense == "cap" else _PRICE
        if not asked.chinese:
            continue
        if cue.sense == "cap" and _capped_on(asked.reading, asked.sentence.figures, asked.figure, cue):
            return _LIMIT
        if cue.sense == "pricewords" and _is_priced(asked, cue):
            return _PRICE
    return None


def _is_priced(asked: AskedMeasure, cue: Cue) -> bool:
    """ "运费从年初的1.2万元涨到1.8万元"."""
    if not asked.money or asked.moved.relation == "by":
        return False
    between = asked.reading.text[cue.end : asked.figure.start]
    if not 0 < len(between) <= _PRICED or set(between) & set("，。；;、"):
        return False
    return not any(cue.end <= f.start < asked.figure.start for f in asked.scene.flows)


def _capped_on(reading: Reading, figures: Sequence[Figure], figure: Figure, cue: Cue) -> bool:
    """ "成品油限定在50万桶以内，原油为400万桶": the next limit, in the same unit."""
    capped: Figure | None = None
    for other in figures:
        if other.start < cue.end or other.start > figure.start:
            continue
        between = reading.text[(cue.end if capped is None else capped.end) : other.start]
        beside = capped is None or _same_measure(capped, other) or between in _BRACKETS
        leads = capped is None or between in _BRACKETS or _LIMIT_TO.search(between) is not None
        if len(between) > _REACH or not beside or not leads:
            return False
        if other is figure:
            return True
        capped = other
    return False


def _same_measure(one: Figure, other: Figure) -> bool:
    return one.unit.partition("_per_")[0] == other.unit.partition("_per_")[0]
