"""Goods named one after another: "마스크와 체온계", "口罩和疫苗"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.nouns import han_nouns, korean_nouns
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.reference.goods import GoodMention

_LONGEST = 16
#: What joins the last name of a Korean list to those before it, and what may stand between these.
_JOINED = re.compile(r"(?: 및 |[와과] )\Z")
_BETWEEN = re.compile(r"(?:, | 및 |[와과] )\Z")
_LINK = 3
#: An item of it, with or without what says of what sort it is: "컴퓨터", "전자 부품".
_NAME = re.compile(r"(?<![가-힣A-Za-z])[가-힣·ㆍ]{2,12}\Z")
_SORT = re.compile(r"(?<![가-힣A-Za-z])([가-힣]{2,6}) \Z")
_LINKS = frozenset(["와", "과", "·", "、", "和", "及", "与", "및", "・", "以及", ",", "，", "或", "或者"])

_COMMAS = frozenset({",", "，"})


def run_before(reading: Reading, sentence: Sentence, place: int) -> list[str]:
    """The names of a Korean list that stand before its last one: "연초와 필터 수입", "전자 부품, 컴퓨터 및 부속품"."""
    names: list[str] = []
    link = _JOINED.search(reading.text, max(sentence.start, place - _LINK), place)
    while link is not None:
        start = _item_before(reading, sentence, link.start())
        if start is None:
            break
        names.insert(0, reading.text[start : link.start()])
        link = _BETWEEN.search(reading.text, max(sentence.start, start - _LINK), start)
    return names


def _item_before(reading: Reading, sentence: Sentence, end: int) -> int | None:
    """Where an item of a list that ends at a place begins; a word of its sort before it belongs to it."""
    found = _NAME.search(reading.text, max(sentence.start, end - _LONGEST), end)
    if found is None or not _is_free(reading, sentence, found.start(), end):
        return None
    sort = _SORT.search(reading.text, max(sentence.start, found.start() - _LONGEST), found.start())
    made_of = any(c.start == found.start() for c in sentence.cues_of("ware"))
    if made_of and sort is not None and _is_free(reading, sentence, sort.start(1), sort.end(1)):
        return sort.start(1)
    return found.start()


def _is_free(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch can be a name: no country, time, word of trade or figure."""
    if not korean_nouns.is_name(reading, reading.text[start:end]):
        return False
    marks = [(m.start, m.end) for m in sentence.countries] + [(t.start, t.end) for t in sentence.times]
    marks += [(c.start, c.end) for c in sentence.cues if c.kind != "ware"]
    marks += [(f.start, f.end) for f in sentence.figures]
    return not any(a < end and start < b for a, b in marks)


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
    if reading.language == "ko":
        names = [*run_before(reading, sentence, goods[first].start), *names]
    if reading.language == "zh":
        names = [text[begins(place) : goods[place].end] for place in range(first, last + 1)]
        before = han_nouns.listed_before(reading, sentence, begins(first))
        behind = han_nouns.listed_behind(reading, sentence, goods[last].end)
        names = [*before, *names, *behind]
    return "|".join(names)
