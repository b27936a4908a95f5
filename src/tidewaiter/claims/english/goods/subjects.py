"""What a figure is about: the goods its own words name, else its flow's, else what the text was speaking of."""

from __future__ import annotations

from collections.abc import Callable

from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.english.flows import courses
from tidewaiter.claims.english.goods import (
    conjuncts,
    counted,
    heads,
    leaders,
    nothing,
    partner_goods,
    pointing,
    predicates,
    pronouns,
    shares,
    topics,
    totals,
    traded,
    whole_shares,
)
from tidewaiter.claims.english.goods.about import About
from tidewaiter.claims.english.measures import lots
from tidewaiter.claims.english.nouns import goods_before, kinds, own_goods, products
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import ALL_TRADE, TOTAL, Draft, Scene, Subject

_VALUES = frozenset({"trade_value", "trade_quantity"})
#: What may be told as a part of the amount behind it.
_PARTS = _VALUES | {"share"}
#: Words of "(down about".
_BRACKETED, _VALUED = 3, (["worth"], ["valued", "at"])


def subject(reading: Reading, scene: Scene, draft: Draft, earlier: list[Draft], context: Context) -> Subject:
    """What a figure is about, by what it measures."""
    figure, flow, measure = draft.figure, draft.flow, draft.measure
    about = About(reading, scene, draft, earlier, context, scene.sentence, figure, flow, measure)
    return counted.of_doses(about, first_answer(_RULES, about) or _traded(about))


def _row(about: About) -> Subject | None:
    """The first cell of a row where it names goods: no figure, time or country stands in it."""
    sentence = about.sentence
    if sentence.kind != "row" or sentence.goods:
        return None
    end = about.reading.text.find(" | ", sentence.start, sentence.end)
    held = [f.start for f in sentence.figures] + [t.start for t in sentence.times]
    held += [c.start for c in sentence.countries]
    if end < 0 or any(start < end for start in held) or any(c.start < end for c in sentence.cues_of("flow_noun")):
        return None
    cell = products.clean(about.reading, (sentence.start, end))
    return Subject(cell, "the head of its row", own=True) if cell is not None else None


def _priced(about: About) -> Subject | None:
    """What one of them costs."""
    if not topics.of_price(about.reading, about.scene, about.draft):
        return None
    priced = topics.priced(about.reading, about.scene, about.figure)
    return Subject(priced, "what the price is of", own=True) if priced is not None else None


def _topic(about: About) -> Subject | None:
    """What a clause that has left trade, or tells of a market, speaks of."""
    reading, scene, figure, price = about.reading, about.scene, about.figure, about.measure == "price"
    aside = about.measure in topics.TOPICAL and topics.left_trade(reading, scene, figure)
    if not aside and not (price and topics.of_market(reading, scene, about.draft)):
        return None
    topic = topics.head(reading, scene, figure)
    if topic is None or (price and topics.is_country(about.sentence, reading, topic)):
        return None
    return Subject(topic, "what the clause speaks of", own=True)


def _theme(about: About) -> Subject | None:
    """A bare percentage in a text that is on one sort of goods."""
    bare = about.figure.kind == "percent" and about.measure == "other" and about.flow is None
    themed = bare and about.context.theme and about.sentence.goods
    return Subject(about.context.theme, "what the text is about") if themed else None


def _labelled(about: About) -> Subject | None:
    """ "Soybeans ($2.97 million)", "Tea: $4 million"."""
    label = goods_before.labelled(about.reading, about.sentence, about.figure)
    if label is None or own_goods.after(about.reading, about.sentence, about.figure) is not None:
        return None
    return Subject(label, "goods before the bracket or the colon", own=True)


def _so_many(about: About) -> Subject | None:
    """A count without a noun of its own."""
    if about.figure.kind != "count" or about.figure.noun is not None or about.last_subject is None:
        return None
    return about.own or Subject(about.last_subject.product, "goods of the figure before")


def _valued(about: About) -> Subject | None:
    """ "2,455 kg valued at $139 million": of the same goods."""
    last = about.last
    if about.figure.kind != "money" or last is None or last.measure != "trade_quantity":
        return None
    valued = about.reading.words(last.figure.end, about.figure.start) in _VALUED
    return last.subject if valued and about.own is None else None


def _swapped(about: About) -> Subject | None:
    """Money for goods that nobody names."""
    if about.flow is not None or about.figure.kind != "money":
        return None
    swapped = courses.swapped(about.reading, about.sentence, about.scene.parties)
    return Subject(TOTAL, ALL_TRADE) if swapped else None


def _following(about: About) -> Subject | None:
    """Goods that come next in a ranking, or that an amount is as much as."""
    asked = about.reading, about.sentence, about.figure
    return shares.follower(*asked) or shares.predicate(*asked) or own_goods.as_much(*asked)


def _changed(about: About) -> Subject | None:
    """ "Dyestuffs with $7.3 million (down 6 percent)"; one of a list of changes."""
    if about.measure != "change":
        return None
    last = about.last
    if last is not None and last is about.earlier[-1] and last.measure in _VALUES:
        between = about.reading.words(last.figure.end, about.figure.start)
        if between[:1] == ["("] and len(between) <= _BRACKETED:
            return last.subject
    return shares.listed(about.reading, about.sentence, about.figure)


def _share(about: About) -> Subject | None:
    """What the sentence says that a share is of."""
    if about.measure != "share":
        return None
    asked = about.reading, about.sentence, about.figure
    return (
        shares.of_amount(about.reading, about.earlier, about.figure)
        or whole_shares.part_of_whole(*asked)
        or shares.bracketed(*asked)
        or shares.listed(*asked)
        or shares.part(*asked)
        or shares.being(*asked)
        or shares.sharer(*asked)
        or heads.ranked(about.reading, about.scene, about.figure)
        or pointing.pointed_at(about)
        or shares.whole(*asked)
        or partner_goods.of_partner(about)
    )


def _part_of_no_trade(about: About) -> Subject | None:
    """A share or a ratio that is of something else than trade."""
    if about.measure not in {"share", "ratio"} or about.flow is not None:
        return None
    if shares.of_trade(about.reading, about.sentence, about.figure, about.context):
        return None
    # "Bad loans were worth $3 million, double the figure for May": of what the sentence is about.
    here = about.last_subject if about.measure == "ratio" else None
    return about.own or here or Subject(about.context.product, "goods of the sentence before")


def _whole_of_part(about: About) -> Subject | None:
    """What the share right before it was a part of."""
    if about.own is not None or not about.earlier or about.earlier[-1].measure not in _PARTS:
        return None
    before, context = about.earlier[-1], about.context
    if (part := before.subject) is None or (context.theme is not None and not part.own):
        # In a text on wigs alone what wigs for one buyer are a part of is wigs as well.
        return None
    if not whole_shares.of_whole(about.reading, about.sentence, about.figure, before.figure, part):
        return None
    product = whole_shares.goods_of_whole(about.sentence, about.figure, part, context)
    return Subject(product, "what a part was told of")


def _ranked(about: About) -> Subject | None:
    """Goods in their place in a ranking."""
    if about.own is not None:
        return None
    named = about.measure not in _VALUES or (about.flow is not None and about.flow.goods is not None)
    behind = leaders.next_behind(about.reading, about.sentence, about.figure)
    return behind if behind is not None or named else heads.ranked(about.reading, about.scene, about.figure)


def _sold(about: About) -> Subject | None:
    """ "Earned $32 million from the export of 9,400 tons of tea": of the tea."""
    sold = None if about.own is not None else lots.sold_for(about.reading, about.sentence, about.figure)
    return None if sold is None else own_goods.own_subject(about.reading, about.sentence, sold)


def _out_of(about: About) -> Subject | None:
    """The whole that a part is out of."""
    if about.own is not None or not shares.out_of(about.reading, about.sentence, about.figure):
        return None
    return Subject(TOTAL, "what a part is out of")


def _leading(about: About) -> Subject | None:
    return leaders.leading(about.reading, about.scene, about.figure) if about.own is None else None


def _headed(about: About) -> Subject | None:
    """Goods that head the clause or the sentence."""
    if about.own is not None:
        return None
    reading, sentence, figure = about.reading, about.sentence, about.figure
    return (
        shares.bulk(reading, sentence, figure)
        or conjuncts.said_next(reading, sentence, about.draft, about.earlier)
        or conjuncts.moved_to(reading, about.draft, about.earlier)
        or conjuncts.moved_next(reading, sentence, about.draft)
        or predicates.item(reading, sentence, figure)
        or predicates.of_which(reading, sentence, figure)
        or predicates.said_to_be(reading, sentence, figure)
        or heads.moved(reading, sentence, about.draft)
        or heads.clause_head(reading, about.scene, figure, about.flow)
        or heads.topic(reading, about.scene, figure)
    )


def _called(about: About) -> Subject | None:
    """The goods told of before, called by what kind they are."""
    sentence, last = about.sentence, about.last_subject
    spoken_of = pronouns.told_of(about.context, sentence) or about.context.product
    told = last.product if last is not None else spoken_of
    ahead = [g for g in sentence.goods if g.good_id != "total" and g.end <= about.figure.start]
    if ahead and (last is None or told == TOTAL):
        told = products.named(about.reading, sentence, ahead[-1])
    if last is not None and last.rule == kinds.BY_KIND and about.own is not None and kinds.is_kind(about.own.product):
        # "212,000 tons of the fertilizer worth $57 million".
        return last
    called = kinds.called(about.reading, sentence, about.figure, told, about.context)
    return Subject(told, kinds.BY_KIND) if called else None


def _of_them(about: About) -> Subject | None:
    """What "them" means."""
    if about.own is not None:
        return None
    return pronouns.of_them(about.reading, about.scene, about.figure, about.earlier, about.context)


def _said_again(about: About) -> Subject | None:
    """ "This category", "these products"."""
    if about.own is not None or about.earlier or (about.flow is not None and about.flow.goods is not None):
        return None
    return pronouns.said_again(about.reading, about.scene, about.figure, about.context)


def _traded(about: About) -> Subject:
    """The goods of a trade: the figure's own, its flow's, or those spoken of."""
    flow, figure, context = about.flow, about.figure, about.context
    spoken = about.last_subject if _goes_on(about) else None
    found = traded.subject_of(
        about.reading, about.sentence, figure, flow, spoken, context, about.scene.flows, about.own
    )  # fmt: skip
    if (last := about.last) and found.own and _by_the_way(about, last):
        # "Medical goods worth $34 million, including 11 million syringes": the text goes on with the medical goods.
        found.passing = True
    if found.product == TOTAL and figure.kind == "quantity" and not found.own and context.titled_goods:
        # "Venezuela delivered 32,000 barrels a day", under "How much oil …": nobody adds up barrels of everything.
        return Subject(context.titled_goods, "a quantity of what the title names")
    return totals.less_some(about, found) or found


def _by_the_way(about: About, last: Draft) -> bool:
    """Whether goods stand behind "including", or further down the list of those."""
    between = about.reading.words(last.figure.end, about.figure.begins)
    if "including" in between[-2:] or between[-2:] == ["among", "them"]:
        return True
    listed = last.subject is not None and last.subject.passing and not {";", ":", "while", "but"} & set(between)
    verbs = (c for c in about.sentence.cues_of("flow_verb", "change", "level"))
    return listed and not any(last.figure.end <= c.start < about.figure.start for c in verbs)


def _goes_on(about: About) -> bool:
    """Whether it may be of the same goods as the figure before."""
    flow, last = about.flow, about.last
    if last is None:
        return False
    if about.figure.kind == "quantity" or flow is last.flow or flow is None or not flow.stated:
        return True
    return set(flow.pair.everyone) == set(last.pair.everyone)


#: Whose goods, or what else, a figure is of, in this order: the first that knows decides.
_RULES: tuple[Callable[[About], Subject | None], ...] = (
    # What is no trade, or says what it is of.
    counted.cases, nothing.of_any, nothing.of_those, totals.balance, _row, _priced, _topic, _theme, _labelled,
    counted.counted, _so_many, totals.together_worth, totals.several_summed, _valued, _swapped, _following, _changed,
    _share, _part_of_no_trade,
    # What stands elsewhere in the sentence or before it.
    _whole_of_part, _ranked, _sold, _out_of, totals.summed_up, _leading, _headed, _called, _of_them, _said_again,
)  # fmt: skip
