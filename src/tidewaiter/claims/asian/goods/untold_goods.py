"""Goods of a Korean or Chinese figure in a sentence that names none: all of them, or those of the text before."""

from __future__ import annotations

from tidewaiter.claims.asian.goods import chinese_goods
from tidewaiter.claims.asian.goods.asked_goods import AskedGoods
from tidewaiter.claims.asian.goods.carried_goods import TO_ANOTHER, carried_over, is_amount, of_which, sole
from tidewaiter.claims.asian.goods.goods_before import WHOLE
from tidewaiter.claims.asian.goods.told_goods import alike
from tidewaiter.claims.asian.measures.balances import A_BALANCE
from tidewaiter.claims.reading.scene import TOTAL, Flow, Subject

#: What makes goods the topic of their clause.
_TOPICAL = ("은 ", "는 ", "이 ", "가 ", "도 ")
_PART_OF_ALL = "a part of all trade"
_SENTENCE_BEFORE = "goods of the sentence before"
_OF_TEXT = "goods that the text is about"


def share_of_all(asked: AskedGoods) -> Subject | None:
    """A Korean share in a text on two-way trade is a part of all of it."""
    if asked.flow is not None or not asked.korean or asked.draft.measure != "share":
        return None
    return Subject(TOTAL, _PART_OF_ALL) if asked.context.sense == "trade" else None


def balance_of_all(asked: AskedGoods) -> Subject | None:
    """ "북한은 2억 달러가량 적자를 봤다": a balance of all goods."""
    if asked.flow is not None or not asked.korean or asked.draft.rules.get("measure") != A_BALANCE:
        return None
    named = asked.text.only is not None or asked.text.theme is not None or asked.scene.sentence.goods
    return None if named else Subject(TOTAL, "a balance of all goods")


def without_trade(asked: AskedGoods) -> Subject | None:
    """A figure without a word of trade goes on with the goods spoken of, in Korean with those of the text."""
    if asked.flow is not None:
        return None
    context = asked.context
    all_here = context.product == TOTAL and _in_paragraph(asked)
    told = asked.text.theme if asked.korean and context.product in {None, TOTAL} and not all_here else None
    if asked.korean and context.aside_block == asked.scene.sentence.block and not all_here:
        told = told or (context.aside if context.product is None or asked.figure.kind == "quantity" else None)
    return Subject(told or context.product or TOTAL, _SENTENCE_BEFORE)


def part_of_all_but(asked: AskedGoods) -> Subject | None:
    """ "非石油贸易额588亿美元，其中对华出口72亿": a part of all goods but some is of those."""
    if not asked.chinese or asked.flow is None:
        return None
    told = asked.last_product if asked.told else (asked.context.product if _in_paragraph(asked) else None)
    rest = told is not None and told.startswith(tuple(asked.reading.lexicon.words["all_but"]))
    return Subject(told, _PART_OF_ALL) if rest and not _is_whole(asked, asked.flow) else None


def part_of_all(asked: AskedGoods) -> Subject | None:
    """ "进出口总值…，其中出口…，进口…": parts of all trade."""
    flow = asked.flow
    if not asked.chinese or flow is None or flow.sense == "trade" or flow.stated:
        return None
    both = any(f.sense == "trade" and not f.balance for f in asked.scene.flows)
    return Subject(TOTAL, _PART_OF_ALL) if both and asked.last_product == TOTAL else None


def the_other_way(asked: AskedGoods) -> Subject | None:
    """ "对土出口11.6亿美元，进口10.1亿美元": of all goods, too."""
    if not asked.chinese or asked.flow is None:
        return None
    return Subject(TOTAL, _PART_OF_ALL) if chinese_goods.is_the_other_way(asked.last, asked.flow) else None


def made_there(asked: AskedGoods) -> Subject | None:
    """ "커피 시장을 케냐산이 장악했다. 케냐산 수입은": of what was spoken of, made in a country."""
    flow, context = asked.flow, asked.context
    if not asked.korean or flow is None:
        return None
    aside = context.aside if context.aside_block == asked.scene.sentence.block else None
    spoken_of = aside or context.product
    turned = context.sense != flow.sense and asked.scene.sentence.block != context.product_block
    if spoken_of in {None, TOTAL} or (turned and aside is None):
        return None
    there = any(p.role == "from" and asked.reading.text[p.end : flow.start] == "산 " for p in asked.scene.parties)
    return Subject(spoken_of, _SENTENCE_BEFORE) if there else None


def of_theme(asked: AskedGoods) -> Subject | None:
    """Korean trade that goes one way is in what the text is about, until its paragraph tells of all or of another."""
    theme, context = asked.text.theme, asked.context
    if theme is None or not _goes_one_way(asked) or _is_summed(asked):
        return None
    if _is_apart_behind(asked, theme):
        return Subject(TOTAL, "the whole of which the text's goods are told behind")
    if _in_paragraph(asked) and context.product not in {None, TOTAL} and not alike(theme, context.product or ""):
        return None
    return None if _all_told(asked) else Subject(theme, _OF_TEXT)


def carried(asked: AskedGoods) -> Subject:
    """What the context carries over: where that is all goods, those that the text has named for this trade."""
    flow = asked.flow
    assert flow is not None, "a figure without trade has been answered before"
    if asked.text.all_but is not None and asked.context.product in {None, TOTAL, asked.text.all_but}:
        return Subject(asked.text.all_but, "all goods but some, which the text is about")
    found = carried_over(asked.reading, flow, asked.figure, asked.scene, asked.context, asked.lead)
    whole = _is_whole(asked, flow)
    if found.rule == TO_ANOTHER and asked.korean and asked.text.whole_block == asked.scene.sentence.block:
        # "인도 수출은 10억, 석탄 수출은 3억 달러다. 이란 수출은": of all goods, as the partner's before.
        return Subject(TOTAL, "no goods named")
    if whole and found.rule == "goods of the title and the outset":
        return Subject(TOTAL, "no goods named")
    if found.product != TOTAL or flow.sense == "trade" or whole or (_is_summed(asked) and _goes_one_way(asked)):
        return found
    return _of_text(asked, flow) or _of_paragraph_before(asked, flow) or _with_partner(asked, flow) or found


def _of_text(asked: AskedGoods, flow: Flow) -> Subject | None:
    """The only goods of the text, unless this trade begins afresh."""
    afresh = _begins_afresh(asked, flow)
    goods = of_which(asked.reading, asked.scene, flow) or (None if afresh else sole(asked.lead, flow, asked.text.only))
    goods = goods or (asked.text.only if asked.text.throughout and not afresh else None)
    if goods is None or (asked.korean and _all_told(asked)):
        return None
    return Subject(goods, "the only goods of the text")


def _begins_afresh(asked: AskedGoods, flow: Flow) -> bool:
    """Whether a new paragraph names another trade, or all goods were told of last."""
    afresh = flow.stated and flow.away is not None and not _in_paragraph(asked) and not asked.text.by_partner
    afresh = afresh and not asked.reading.text.startswith("其中", asked.scene.sentence.start)
    return afresh or asked.last_product == TOTAL


def _of_paragraph_before(asked: AskedGoods, flow: Flow) -> Subject | None:
    """Where a text has told of nothing but goods, a new paragraph without any goes on with the last ones."""
    apart = flow.stated and flow.away is not None
    if not asked.korean or asked.text.of_all or apart or asked.earlier:
        return None
    product = asked.context.product
    return None if product in {None, TOTAL} else Subject(product, "goods of the paragraph before")


def _with_partner(asked: AskedGoods, flow: Flow) -> Subject | None:
    """Chinese trade with a partner that is named is in what the text is about, where it has told of nothing else."""
    context = asked.context
    if not asked.chinese or not flow.stated or flow.away is None or asked.draft.measure == "share":
        return None
    told = context.theme is not None and context.product in {None, context.theme}
    return Subject(context.theme, _OF_TEXT) if told else None


def _is_apart_behind(asked: AskedGoods, theme: str) -> bool:
    """ "대북 수출 총액은 2억 달러로, 쌀이 62%를 차지": whether what the text is about is only told behind a figure."""
    text, end = asked.reading.text, asked.figure.end
    flow = asked.flow
    if asked.figure.kind != "money" or flow is None or not (flow.stated and flow.home and flow.away):
        return False
    return any(
        m.start >= end and alike(theme, text[m.start : m.end]) and text.startswith(_TOPICAL, m.end)
        for m in asked.scene.sentence.goods
    )


def _in_paragraph(asked: AskedGoods) -> bool:
    """Whether the goods spoken of were told in this paragraph."""
    return asked.scene.sentence.block == asked.context.product_block


def _is_summed(asked: AskedGoods) -> bool:
    """Whether this paragraph has spoken of all goods."""
    return asked.context.product == TOTAL and _in_paragraph(asked)


def _all_told(asked: AskedGoods) -> bool:
    """Whether this sentence has spoken of all goods."""
    return any(d.subject is not None and d.subject.product == TOTAL for d in asked.earlier)


def _goes_one_way(asked: AskedGoods) -> bool:
    """Whether Korean trade is of one way, or their balance, and not told to be all of it."""
    flow = asked.flow
    return asked.korean and flow is not None and (flow.sense != "trade" or flow.balance) and not flow.total


def _is_whole(asked: AskedGoods, flow: Flow) -> bool:
    """Whether a word of trade says that it is of everything."""
    word = asked.reading.text[max(flow.start - 3, 0) : flow.end + 3]
    return (flow.total or any(mark in word for mark in WHOLE)) and not is_amount(asked.reading, flow)
