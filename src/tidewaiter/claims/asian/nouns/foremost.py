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


def foremost(reading: Reading, sentence: Sentence, cue: Cue) -> str | None:
    """The goods behind a word of trade that most of it is; None where it tells none."""
    told = _MOST.match(reading.text, cue.end, sentence.end)
    if told is None:
        return None
    known = any(m.start >= told.start(1) and m.end <= told.end(1) for m in sentence.goods if m.good_id != "total")
    last = han_nouns.ending(reading, sentence, told.end(1))
    if last is None:
        return (
            told[1] if known and not any(told.start(1) <= c.start < told.end(1) for c in sentence.countries) else None
        )
    return "|".join([*han_nouns.listed_before(reading, sentence, told.end(1) - len(last)), last])
