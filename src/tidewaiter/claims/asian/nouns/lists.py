"""Goods named one after another: "마스크와 체온계", "口罩和疫苗"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.nouns import han_nouns, korean_nouns
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.reference.goods import GoodMention

_AND, _LONGEST = re.compile(r"(?:\A|[\s,(])([가-힣]{2,10})[와과] \Z"), 16
_LINKS = frozenset(["와", "과", "·", "、", "和", "及", "与", "및", "・", "以及", ",", "，", "或", "或者"])

_COMMAS = frozenset({",", "，"})


def _unknown_before(reading: Reading, sentence: Sentence, mention: GoodMention) -> str | None:
    """ "연초와 필터 수입": the noun that a list begins with before goods of the tables."""
    start = max(sentence.start, mention.start - _LONGEST)
    found = _AND.search(reading.text[start : mention.start])
    if found is None or not korean_nouns.is_name(reading, found[1]):
        return None
    first, behind = start + found.start(1), start + found.end(1)
    marks = [(m.start, m.end) for m in sentence.countries] + [(t.start, t.end) for t in sentence.times]
    marks += [(c.start, c.end) for c in sentence.cues if c.kind != "ware"]
    return None if any(a < behind and first < b for a, b in marks) else found[1]


def listed(reading: Reading, sentence: Sentence, mention: GoodMention) -> str:
    """All the goods of the list that one belongs to, joined by "|", as written."""
    text = reading.text
    goods = [m for m in sentence.goods if m.good_id != "total"]
    first = last = goods.index(mention)
    while reading.language == "zh" and last + 1 < len(goods) and goods[last + 1].start == goods[last].end:
        # "橡胶轮胎": two names side by side are one, and the second says what it is.
        first = last = last + 1

    def begins(place: int) -> int:
        # "芒果、鲜百香果": what is said of the second belongs to its name.
        known = goods[place]
        return known.start if reading.language == "ko" else han_nouns.whole(reading, sentence, known.start, known.end)

    def linked(place: int) -> bool:
        link = text[goods[place - 1].end : begins(place)].strip()
        # "没有进口粮食，化肥进口也…": behind the comma begins another trade.
        parted = link in _COMMAS and any(c.start == goods[place].end for c in sentence.cues_of("flow"))
        return link in _LINKS and not parted

    while first > 0 and linked(first):
        first -= 1
    while last + 1 < len(goods) and linked(last + 1):
        last += 1
    names = [text[m.start : m.end] for m in goods[first : last + 1]]
    if reading.language == "ko" and first == last and (other := _unknown_before(reading, sentence, mention)):
        names = [other, *names]
    if reading.language == "zh":
        names = [text[begins(place) : goods[place].end] for place in range(first, last + 1)]
        before = han_nouns.listed_before(reading, sentence, begins(first))
        behind = han_nouns.listed_behind(reading, sentence, goods[last].end)
        names = [*before, *names, *behind]
    return "|".join(names)
