"""What a Korean or Chinese figure counts that is no goods in trade: people, what is made or used, a noun of its own."""

from __future__ import annotations

from tidewaiter.claims.asian.goods import chinese_goods, korean_goods
from tidewaiter.claims.asian.goods.asked_goods import AskedGoods
from tidewaiter.claims.asian.measures.balances import A_BALANCE
from tidewaiter.claims.asian.measures.made import MADE, crosses_no_border
from tidewaiter.claims.asian.nouns.korean_nouns import is_name
from tidewaiter.claims.asian.nouns.own_goods import is_pack
from tidewaiter.claims.reading.scene import Subject

_RIGHT_BEHIND = 8
_COUNTED = "what is counted"
_MADE = "what is made, kept or used"


def of_disease(asked: AskedGoods) -> Subject | None:
    """Cases and deaths are of the disease that the text is on."""
    return Subject(asked.context.disease, _COUNTED) if asked.draft.measure in {"cases", "deaths"} else None


def made(asked: AskedGoods) -> Subject | None:
    """ "쌀 생산량은 138만t", "原油产量下降40%": goods that are made or used."""
    if asked.chinese and asked.flow is None and asked.draft.measure == "change":
        own = crosses_no_border(asked.reading, asked.scene, asked.figure)
        named = chinese_goods.made(asked.reading, asked.scene, asked.figure) if own else None
        return None if named is None else Subject(named, _MADE)
    if not asked.korean or asked.draft.rules.get("measure") != MADE:
        return None
    product = korean_goods.made(asked.reading, asked.scene.sentence, asked.figure)
    return None if product is None else Subject(product, "goods that are made or used", own=True)


def counted(asked: AskedGoods) -> Subject | None:
    """What a count, a rate or a quantity outside trade is of."""
    draft = asked.draft
    rule = draft.rules.get("measure")
    if draft.measure not in {"count", "rate", "other"} or asked.flow is not None:
        return None
    if asked.korean and rule in {MADE, A_BALANCE}:
        return None
    noun = _noun(asked)
    if noun is None and rule == MADE and asked.chinese:
        return Subject(chinese_goods.made(asked.reading, asked.scene, asked.figure), _MADE)
    return Subject(noun, _COUNTED)


def _noun(asked: AskedGoods) -> str | None:
    """The noun that a count names; none for "6월까지 37차례", which is how often, of nothing."""
    place, reading = asked.figure.noun, asked.reading
    noun = None if place is None else reading.text[place[0] : place[1]]
    odd = noun is not None and asked.korean and not is_name(reading, noun)
    return None if odd and (asked.figure.unit == "times" or "_per_" in asked.figure.unit) else noun


def counted_before(asked: AskedGoods) -> Subject | None:
    """ "人员24万人次，增长3.6%": a change of what was counted right before."""
    led = asked.led
    if led is None or led.subject is None or not asked.chinese or led.measure not in {"count", "rate"}:
        return None
    if asked.draft.moved.relation != "by" or not asked.moved or len(asked.before) > _RIGHT_BEHIND:
        return None
    return Subject(led.subject.product, "what was counted before")


def noun_of_its_own(asked: AskedGoods) -> Subject | None:
    """A noun beside an amount that names neither the trade nor a country."""
    figure, reading, scene = asked.figure, asked.reading, asked.scene
    if figure.noun is None or figure.kind not in {"count", "quantity", "zero"} or is_pack(scene, figure):
        return None
    start, end = figure.noun
    name = reading.text[start:end]
    if any(f.start < end and start < f.end for f in scene.flows):
        return None
    if any(m.start < end and start < m.end for m in scene.sentence.countries):
        return None
    if asked.korean and start < figure.end and not is_name(reading, name):
        return None
    return Subject(name, _COUNTED, own=True)
