"""The first goods of a Korean list of amounts, which no table knows: "수출은 공산품 42억 달러, 식품 18억 달러"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.nouns.korean_nouns import is_name
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.reading import Reading, Sentence

#: From the trade to the first name, and from the first amount to the next one.
_FIRST = re.compile(r"(?:수[출입]|반[출입])(?:액|량|품)?[은는이] ([가-힣·ㆍ]{2,12}) (?:약 )?\Z")
_NEXT = re.compile(r"(?:어치)?, (?:[가-힣·ㆍ]{1,8} )?[가-힣·ㆍ]{2,12} (?:약 )?(?=\d)")
_REACH = 24


def first_item(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The name between a word of trade and the first amount of a list, where others follow in the same way."""
    text = reading.text
    found = _FIRST.search(text, max(sentence.start, figure.start - _REACH), figure.start)
    following = _NEXT.match(text, figure.end)
    if found is None or following is None or figure.kind in RELATIVE or not is_name(reading, found[1]):
        return None
    if not any(f.start == following.end() and f.kind == figure.kind for f in sentence.figures):
        return None
    start, end = found.span(1)
    marks = [(m.start, m.end) for m in sentence.countries] + [(t.start, t.end) for t in sentence.times]
    return None if any(start < b and a < end for a, b in marks) else found[1]
