"""Goods that the words around a Korean or Chinese figure name for it, before any that are told elsewhere."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import opening
from tidewaiter.claims.asian.goods import chinese_goods, korean_goods
from tidewaiter.claims.asian.goods.asked_goods import AskedGoods
from tidewaiter.claims.asian.goods.led_goods import of_amount_before
from tidewaiter.claims.asian.goods.nearest_goods import nearest
from tidewaiter.claims.asian.measures.balances import AGAIN
from tidewaiter.claims.asian.nouns import han_names
from tidewaiter.claims.asian.nouns.lists import listed
from tidewaiter.claims.reading.scene import TOTAL, Subject

#: "전체 인구의 42.4%", "케냐 어린이의 약 3분의 1".
_OF_PEOPLE = re.compile(r"(전체 |총 )?(인구|주민|국민|가구|어린이|아동|여성|노동자|근로자)의 (?:약 )?\Z")
#: How far before its trade the goods stand of which there was none.
_NONE_OF = 12


def of_nothing(asked: AskedGoods) -> Subject | None:
    """ "쌀 수입은 없었다": nothing of the goods that stand before the word of trade."""
    flow = asked.flow
    if asked.figure.kind != "zero" or flow is None or flow.goods is not None:
        return None
    near = [
        m
        for m in asked.scene.sentence.goods
        if m.good_id != "total" and m.end <= flow.start and flow.start - m.end <= _NONE_OF
    ]
    if not near:
        return None
    return Subject(listed(asked.reading, asked.scene.sentence, near[-1]), "goods before the trade", own=True)


def said_again(asked: AskedGoods) -> Subject | None:
    """A balance said again is of the goods of the figure before it."""
    if asked.draft.rules.get("measure") != AGAIN or asked.led is None or asked.led.subject is None:
        return None
    return Subject(asked.led.subject.product, AGAIN)


def summed_up(asked: AskedGoods) -> Subject | None:
    """ "上述四项合计约占自华进口的五成半": of so many goods named last."""
    if not (asked.chinese and asked.relative):
        return None
    above = chinese_goods.above(asked.reading, asked.scene, asked.figure)
    return None if above is None else Subject(above or None, "several goods together", passing=True)


def beside_it(asked: AskedGoods) -> Subject | None:
    """The goods that stand next to the figure."""
    own = nearest(asked.reading, asked.scene, asked.draft, asked.context, moved=asked.moved)
    if own is None:
        return _of_people(asked) or _priced(asked)
    if asked.chinese:
        if han_names.is_all(own):
            return Subject(TOTAL, "goods of any kind", own=True)
        own = han_names.without_link(own)
    return _named(asked, own)


def _of_people(asked: AskedGoods) -> Subject | None:
    """ "전체 인구의 42.4%": a part of those who live there."""
    if not asked.korean or asked.draft.measure != "share":
        return None
    people = _OF_PEOPLE.search(asked.reading.text, asked.scene.sentence.start, asked.figure.start)
    if people is None:
        return None
    whose = people[1] or any(m.end == people.start() - 1 for m in asked.scene.sentence.countries)
    return Subject(people[2], "what is counted") if whose else None


def _priced(asked: AskedGoods) -> Subject | None:
    """What a Korean price, or the change of one, is told of."""
    told = asked.draft.measure == "price" or (asked.draft.measure == "change" and asked.flow is None)
    if not asked.korean or not told:
        return None
    priced = korean_goods.priced(asked.reading, asked.scene.sentence, asked.figure)
    return None if priced is None else _named(asked, priced)


def _named(asked: AskedGoods, name: str) -> Subject:
    """Goods of the figure's own; in passing where it is one of a list, after which the text goes on with the whole."""
    start = asked.scene.sentence.start
    passing = asked.moved and opening(asked.reading.text, start, asked.figure.start) is not None
    passing = passing or chinese_goods.is_part(asked.reading, asked.scene, asked.figure, asked.earlier)
    return Subject(name, "goods next to the figure", own=True, passing=passing)


def led_to(asked: AskedGoods) -> Subject | None:
    """ "가공식품은 4.6% 증가한 75억 달러": the goods of the figure right before, with which this one goes on."""
    if asked.led is None:
        return None
    return of_amount_before(asked.reading, asked.scene, asked.draft, asked.led, moved=asked.moved)


def reached(asked: AskedGoods) -> Subject | None:
    """ "玉米则由4200吨增至9700吨": the goods of the amount that it began at."""
    product = chinese_goods.reached(asked.reading, asked.led, asked.draft) if asked.chinese else None
    return None if product is None else Subject(product, "goods of the amount it began at", own=True)


def in_series(asked: AskedGoods) -> Subject | None:
    """ "呼吸机31台，而7月为零": nothing of what the amount before was of, where only a time stands between."""
    led, figure = asked.led, asked.figure
    if not asked.chinese or figure.kind != "zero" or led is None or led.subject is None or led.flow is None:
        return None
    named = [m.start for m in asked.scene.sentence.goods] + [f.start for f in asked.scene.flows]
    if any(led.figure.end <= start < figure.start for start in named) or set(asked.before) & set("；;"):
        return None
    return Subject(led.subject.product, "goods of the amount before it", own=True)
