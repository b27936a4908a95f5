"""Goods named one after another: "마스크와 체온계", "口罩和疫苗"."""

from __future__ import annotations

from tidewaiter.claims.asian import han_nouns
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.reference.goods import GoodMention

_LINKS = frozenset(["와", "과", "·", "、", "和", "及", "与", "및", "・", "以及", ",", "，"])


def listed(reading: Reading, sentence: Sentence, mention: GoodMention) -> str:
    """All the goods of the list that one belongs to, joined by "|", as written."""
    text = reading.text
    goods = [m for m in sentence.goods if m.good_id != "total"]
    first = last = goods.index(mention)
    while reading.language == "zh" and last + 1 < len(goods) and goods[last + 1].start == goods[last].end:
        # "橡胶轮胎": two names side by side are one, and the second says what it is.
        first = last = last + 1
    while first > 0 and text[goods[first - 1].end : goods[first].start].strip() in _LINKS:
        first -= 1
    while last + 1 < len(goods) and text[goods[last].end : goods[last + 1].start].strip() in _LINKS:
        last += 1
    names = [text[m.start : m.end] for m in goods[first : last + 1]]
    if reading.language == "zh":
        names = [text[han_nouns.whole(reading, sentence, m.start, m.end) : m.end] for m in goods[first : last + 1]]
        before = han_nouns.listed_before(reading, sentence, goods[first].start)
        behind = han_nouns.listed_behind(reading, sentence, goods[last].end)
        names = [*before, *names, *behind]
    return "|".join(names)
