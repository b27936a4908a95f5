"""Goods that a Chinese trade is said to be mostly in: "对华出口最多的仍是假发和假睫毛，上半年合计1.05亿美元"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.nouns import han_nouns
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import Cue

_MOST = re.compile(
    r"(?:[额額量])?(?:最多|最大|居首|排名第一|位居第一)的(?:[进進出]口)?(?:商品|产品|產品|货物|貨物|品种|品種|品目)?"
    r"(?:仍然?|依然|依旧|依舊|还|還|则|則)?(?:是|为|為)([^，,。；;：\d]{1,20})[，,（(]"
)

_MOSTLY = re.compile(r"以([^，,。；;：\d]{1,16})(?:为主|為主|居多)[，,]")


def mostly(reading: Reading, sentence: Sentence, start: int, end: int) -> str | None:
    """ "出口蔬菜以鲜或冷藏的番茄为主，出口1.96万吨": what the next word of trade is of, told between the two."""
    told = _MOSTLY.search(reading.text, start, end)
    return None if told is None else _named(reading, sentence, *told.span(1))


def foremost(reading: Reading, sentence: Sentence, cue: Cue) -> str | None:
    """The goods behind a word of trade that most of it is; None where it tells none."""
    told = _MOST.match(reading.text, cue.end, sentence.end)
    if told is None:
        return None
    return _named(reading, sentence, *told.span(1))


def _named(reading: Reading, sentence: Sentence, start: int, end: int) -> str | None:
    """The goods in a stretch: those that end it and their list, else all of it where it holds goods of the table."""
    last = han_nouns.ending(reading, sentence, end)
    if last is not None:
        return "|".join([*han_nouns.listed_before(reading, sentence, end - len(last)), last])
    known = any(start <= m.start and m.end <= end for m in sentence.goods if m.good_id != "total")
    return reading.text[start:end] if known and not any(start <= c.start < end for c in sentence.countries) else None
