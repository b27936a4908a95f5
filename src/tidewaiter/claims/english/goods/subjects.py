"""What a figure is about: the goods its own words name, else its flow's, else what the text was speaking of."""

from __future__ import annotations

from tidewaiter.claims.english.flows import courses
from tidewaiter.claims.english.goods import heads, predicates, pronouns, shares, topics, traded
from tidewaiter.claims.english.nouns import goods_before, own_goods, products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, TRADE_MEASURES, Draft, Flow, Scene, Subject
from tidewaiter.claims.words.lexicon import words

#: What a share in a text on trade is of.
_WHOLES = words("wholes")
#: Words of "(down about".
_BRACKETED = 3
#: Words of "that was still about".
_BEING_SO = 4
_BALANCE = "the trade balance"
_BALANCES = ("deficit", "surplus", "gap", "shortfall", "imbalance")
_CASE_WORDS = words("case_words")
_VALUED = (["worth"], ["valued", "at"])


def subject(reading: Reading, scene: Scene, draft: Draft, earlier: list[Draft], context: Context) -> Subject:
    """What a figure is about, by what it measures."""
    sentence, figure, flow = scene.sentence, draft.figure, draft.flow
    told = [d for d in earlier if d.measure in TRADE_MEASURES and d.subject is not None and d.subject.rule != _BALANCE]
    last = told[-1] if told else None
    if draft.measure in {"cases", "deaths"}:
        own = own_goods.own_subject(reading, sentence, figure)
        before = next(
            (d.subject.product for d in reversed(earlier) if d.measure in {"cases", "deaths"} and d.subject), None
        )
        named = illness(own.product if own else None)
        return Subject(named or before or context.disease, "what is counted", own=named is not None)
    if figure.kind == "zero" and reading.text[figure.start : figure.end].lower() == "any":
        several = dict.fromkeys(d.subject.product for d in earlier if d.subject and d.subject.product and d.subject.own)
        if several and own_goods.own_subject(reading, sentence, figure) is None:
            return Subject("|".join(several), "goods of the sentence")
    if flow is not None and flow.balance and draft.measure in {"other", "change"}:
        return Subject(_balance(reading, flow), _BALANCE)
    if sentence.kind == "row":
        cell = _cell(reading, sentence)
        if cell is not None and not sentence.goods:
            return Subject(cell, "the head of its row", own=True)
    if draft.measure == "price":
        priced = topics.priced(reading, scene, figure)
        if priced is not None:
            return Subject(priced, "what the price is of", own=True)
    aside = draft.measure in topics.TOPICAL and topics.left_trade(reading, scene, figure)
    if aside or (draft.measure == "price" and topics.of_market(reading, scene, draft)):
        topic = topics.head(reading, scene, figure)
        if topic is not None and not (draft.measure == "price" and topics.is_country(sentence, reading, topic)):
            return Subject(topic, "what the clause speaks of", own=True)
    if figure.kind == "percent" and draft.measure == "other" and flow is None and context.theme and sentence.goods:
        return Subject(context.theme, "what the text is about")
    label = goods_before.labelled(reading, sentence, figure)
    if label is not None and own_goods.after(reading, sentence, figure) is None:
        return Subject(label, "goods before the bracket or the colon", own=True)
    if draft.measure in {"count", "rate", "other"} and flow is None:
        return own_goods.own_subject(reading, sentence, figure) or _noun(reading, figure)
    if figure.kind == "count" and figure.noun is None and last is not None and last.subject is not None:
        return own_goods.own_subject(reading, sentence, figure) or Subject(
            last.subject.product, "goods of the figure before"
        )
    if figure.kind == "money" and last is not None and last.measure == "trade_quantity":
        valued = reading.words(last.figure.end, figure.start) in _VALUED
        if valued and last.subject is not None and own_goods.own_subject(reading, sentence, figure) is None:
            # "2,455 kg valued at $139 million": of the same goods.
            return last.subject
    if flow is None and figure.kind == "money" and courses.swapped(reading, sentence, scene.parties):
        return Subject(TOTAL, "trade without goods named")
    following = shares.follower(reading, sentence, figure) or shares.predicate(reading, sentence, figure)
    following = following or own_goods.as_much(reading, sentence, figure)
    if following is not None:
        return following
    if draft.measure == "change" and last is not None and last.subject is not None and last is earlier[-1]:
        between = reading.words(last.figure.end, figure.start)
        if between[:1] == ["("] and len(between) <= _BRACKETED and last.measure in {"trade_value", "trade_quantity"}:
            # "Dyestuffs with $7.3 million (down 6 percent)".
            return last.subject
    if draft.measure == "change" and figure.kind == "percent":
        one_more = shares.listed(reading, sentence, figure)
        if one_more is not None:
            return one_more
    if draft.measure == "share":
        of = (
            shares.bracketed(reading, sentence, figure)
            or shares.listed(reading, sentence, figure)
            or shares.part(reading, sentence, figure)
            or shares.being(reading, sentence, figure)
            or shares.sharer(reading, sentence, figure)
            or heads.ranked(reading, scene, figure)
            or _pointed_at(reading, sentence, figure, context)
            or shares.whole(reading, sentence, figure)
        )
        if of is not None:
            return of
    if draft.measure in {"share", "ratio"} and flow is None and not of_trade(reading, sentence, figure, context):
        return own_goods.own_subject(reading, sentence, figure) or Subject(
            context.product, "goods of the sentence before"
        )
    stands = own_goods.own_subject(reading, sentence, figure)
    if stands is None and earlier and earlier[-1].measure == "share":
        part = earlier[-1].subject
        if shares.of_whole(reading, sentence, figure, earlier[-1].figure, part) and part is not None:
            going_on = sentence.block == context.product_block and context.product != part.product
            return Subject((context.product if going_on else None) or TOTAL, "what a part was told of")
    if stands is None and (flow is None or flow.goods is None):
        led = heads.ranked(reading, scene, figure)
        if led is not None and draft.measure in {"trade_value", "trade_quantity"}:
            return led
    if stands is None and shares.out_of(reading, sentence, figure):
        return Subject(TOTAL, "what a part is out of")
    if _sums_up(reading, scene, draft, context):
        return Subject(context.product, "the total of what was spoken of")
    leading = heads.leading(reading, scene, figure)
    if leading is not None and stands is None:
        return leading
    headed = predicates.of_which(reading, sentence, figure) or predicates.said_to_be(reading, sentence, figure)
    headed = headed or heads.moved(reading, sentence, draft)
    headed = headed or heads.clause_head(reading, scene, figure, flow) or heads.topic(reading, scene, figure)
    if headed is not None and stands is None:
        return headed
    ahead = [g for g in sentence.goods if g.good_id != "total" and g.end <= figure.start]
    spoken_of = pronouns.told_of(context, sentence) or context.product
    told_before = last.subject.product if last is not None and last.subject is not None else spoken_of
    if ahead and (last is None or told_before == TOTAL):
        told_before = products.named(reading, sentence, ahead[-1])
    if own_goods.called(reading, sentence, figure, told_before):
        return Subject(told_before, "the goods told of before, called by their kind")
    meant = pronouns.of_them(reading, scene, figure, earlier, context)
    if meant is not None and stands is None:
        return meant
    near = last is not None and (
        figure.kind == "quantity"
        or flow is last.flow
        or flow is None
        or not flow.stated
        or set(flow.pair.everyone) == set(last.pair.everyone)
    )
    spoken = last.subject if near and last else None
    found = traded.subject_of(reading, sentence, figure, flow, spoken, context, scene.flows, stands)
    if found.product == TOTAL and figure.kind == "quantity" and not found.own and context.titled_goods:
        # "Venezuela delivered 32,000 barrels a day", under "How much oil …": nobody adds up barrels of everything.
        return Subject(context.titled_goods, "a quantity of what the title names")
    return found


def _pointed_at(reading: Reading, sentence: Sentence, figure: Figure, context: Context) -> Subject | None:
    """ "That is 57 percent of all exports": of what was just told of."""
    said = reading.words(sentence.start, figure.begins)
    if said[:1] not in (["that"], ["this"], ["it"]) or said[1:2] not in (["is"], ["was"]) or len(said) > _BEING_SO:
        return None
    told = pronouns.told_of(context, sentence)
    return None if told is None else Subject(told, "what “that” means")


@turns_on(frozenset({"figure", "total", "value", "volume"}), otherwise=False)
def _sums_up(reading: Reading, scene: Scene, draft: Draft, context: Context) -> bool:
    """ "Wigs earned $23 million in May. Over five months the total was $137 million, or half of all exports"."""
    figure, flow = draft.figure, draft.flow
    if context.product in {None, TOTAL} or scene.sentence.block != context.product_block or draft.measure == "change":
        return False
    if figure.kind == "percent":
        before = [f for f in scene.sentence.figures if f.end <= figure.start]
        joined = bool(before) and reading.words(before[-1].end, figure.start)[:2] in ([",", "or"], ["or"], ["("])
        return joined and draft.measure == "share" and _is_sum(reading, scene, before[-1])
    return (
        figure.kind in {"money", "quantity"}
        and (flow is None or flow.start >= figure.end)
        and _is_sum(reading, scene, figure)
    )


def _is_sum(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """Whether "the total", with nothing said of what, is the subject of a figure."""
    start = max((t.end for t in scene.sentence.times if t.end <= figure.start), default=scene.sentence.start)
    said = [word for word in reading.words(start, figure.start) if word[0].isalpha()]
    return (
        said[:1] == ["the"]
        and said[1:2] in (["total"], ["figure"], ["value"], ["volume"])
        and said[2:3]
        in (
            ["was"],
            ["came"],
            ["reached"],
            ["stood"],
            ["amounted"],
            ["rose"],
            ["fell"],
        )
    )


def _balance(reading: Reading, flow: Flow) -> str:
    """ "Deficit" in a text on trade is the trade deficit."""
    said = reading.text[flow.start : flow.end].lower()
    if "balance" in said:
        return "trade balance"
    kind = next((word for word in _BALANCES if word in said), None)
    return said if said.startswith("trade") or kind is None else f"trade {kind}"


def _cell(reading: Reading, sentence: Sentence) -> str | None:
    """The first cell of a row where it names goods: no figure, time or country stands in it."""
    end = reading.text.find(" | ", sentence.start, sentence.end)
    held = [m.start for m in sentence.figures] + [m.start for m in sentence.times]
    held += [m.start for m in sentence.countries]
    if end < 0 or any(start < end for start in held) or any(c.start < end for c in sentence.cues_of("flow_noun")):
        return None
    return products.clean(reading, (sentence.start, end))


def _noun(reading: Reading, figure: Figure) -> Subject:
    """What is counted, as the figure itself names it ("container trucks")."""
    if figure.noun is None:
        return Subject(None, "nothing named")
    return Subject(" ".join(reading.text[figure.noun[0] : figure.noun[1]].split()), "what is counted")


def of_trade(reading: Reading, sentence: Sentence, figure: Figure, context: Context) -> bool:
    """Whether a share without a flow of its own is of the trade that the text speaks of."""
    if context.sense is None:
        return False
    words = reading.words(figure.end, min(figure.end + 40, sentence.end))
    pointed = words[1:2] in (["this"], ["that"], ["it"]) and words[2:3] in ([], ["."], [","], [";"], ["and"])
    return words[:1] != ["of"] or pointed or bool(set(words[1:5]) & _WHOLES)


def illness(phrase: str | None) -> str | None:
    """What the cases are of: "new fever cases" gives fever; None where only "cases" is said."""
    if phrase is None:
        return None
    kept = [w for w in phrase.split() if w.lower() not in _CASE_WORDS]
    return " ".join(kept) or None
