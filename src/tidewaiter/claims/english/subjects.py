"""What a figure is about: the goods its own words name, else its flow's, else what the text was speaking of."""

from __future__ import annotations

from tidewaiter.claims.context import Context
from tidewaiter.claims.english import heads, own_goods, products, pronouns, shares, topics
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.gates import turns_on
from tidewaiter.claims.lexicon import words
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import TOTAL, TRADE_MEASURES, Draft, Flow, Scene, Subject

#: What a share in a text on trade is of.
_WHOLES = words("wholes")
_BALANCE = "the trade balance"
_BALANCES = ("deficit", "surplus", "gap", "shortfall", "imbalance")
_OVERALL = words("overall")
#: What opens a breakdown of all that was traded.
_BY_PARTNER = frozenset(
    {("by", "destination"), ("by", "country"), ("by", "market"), ("by", "origin"), ("by", "region")}
)
#: Goods are sold and delivered, where all that a country trades is its exports and imports.
_SOLD = frozenset({"deliveries", "purchases", "sales", "shipments"})
_CASE_WORDS = words("case_words")
_VALUED = (["worth"], ["valued", "at"])
_POINTING = frozenset({"these", "those", "such"})
_DEFINITE = _POINTING | {"the"}
#: What opens a line on the whole ("Total: $5 million").
_TOTALS = (["total", ":"], ["overall", ":"], ["all", "goods"], ["total", "-"], ["total", "–"])


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
    following = shares.follower(reading, sentence, figure) or shares.predicate(reading, sentence, figure)
    following = following or own_goods.as_much(reading, sentence, figure)
    if following is not None:
        return following
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
    if _sums_up(reading, scene, draft, context):
        return Subject(context.product, "the total of what was spoken of")
    leading = heads.leading(reading, scene, figure)
    if leading is not None:
        return leading
    headed = heads.clause_head(reading, scene, figure, flow) or heads.topic(reading, scene, figure)
    if headed is not None and stands is None:
        return headed
    ahead = [g for g in sentence.goods if g.good_id != "total" and g.end <= figure.start]
    told_before = last.subject.product if last is not None and last.subject is not None else context.product
    if ahead and (last is None or told_before == TOTAL):
        told_before = reading.text[ahead[-1].start : ahead[-1].end]
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
    found = subject_of(reading, sentence, figure, flow, last.subject if near and last else None, context, scene.flows)
    if found.product == TOTAL and figure.kind == "quantity" and not found.own and context.titled_goods:
        # "Venezuela delivered 32,000 barrels a day", under "How much oil …": nobody adds up barrels of everything.
        return Subject(context.titled_goods, "a quantity of what the title names")
    return found


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
    return words[:1] != ["of"] or bool(set(words[1:5]) & _WHOLES)


def subject_of(
    reading: Reading, sentence: Sentence, figure: Figure, flow: Flow | None, earlier: Subject | None, context: Context,
    others: list[Flow],
) -> Subject:  # fmt: skip
    """What a figure is about."""
    if figure.kind not in {"percent", "percentage_points", "times"}:
        own = own_goods.own_subject(reading, sentence, figure)
        if own is not None:
            return own
    opening = heads.opening(reading, sentence)
    if flow is not None:
        product = flow.goods
        if product is not None:
            return Subject(product, "goods of the flow")
        if opening is not None:
            return opening
        antecedent = heads.antecedent(reading, sentence, flow)
        if antecedent is not None:
            return antecedent
        if flow.verb and earlier is not None and earlier.own and earlier.product:
            return Subject(earlier.product, "goods earlier in the sentence")
        if _in_all(reading, sentence, figure, flow):
            return Subject(TOTAL, "overall trade")
        if _overall(reading, sentence, flow) and _weighed(sentence, flow, others, context):
            return Subject(context.product, "a quantity of the goods spoken of")
        if _overall(reading, sentence, flow) or any(
            _overall(reading, sentence, o)
            for o in others
            if o.start > figure.end and o.goods is None and not (flow.stated and context.theme)
        ):
            return Subject(TOTAL, "overall trade")
        if _definite(reading, flow) and context.product is not None:
            pointed = _definite(reading, flow, of=_POINTING)
            told = pronouns.told_of(context, sentence) if pointed else None
            return Subject(told or context.product, "“the” trade spoken of before")
        before = _flow_before(reading, flow, others)
        if before is not None:
            return Subject(before, "goods earlier in the sentence")
        named = heads.named_before(reading, sentence, flow, others)
        if named is not None and (earlier is None or not earlier.own):
            return Subject(named, "the goods of the sentence", own=True)
        if earlier is not None and earlier.product and flow.sense != "trade":
            return Subject(earlier.product, "goods earlier in the sentence")
        if flow.sense == "trade":
            return Subject(TOTAL, "trade without goods named")
        return carried(reading, flow, figure, sentence, context)
    if opening is not None:
        return opening
    alone = [g for g in sentence.goods if g.end <= figure.start and g.good_id != "total"]
    if len({g.good_id for g in alone}) == 1 and not others:
        # "Cotton (chapter 52) alone was $550 million."
        return Subject(reading.text[alone[0].start : alone[0].end], "the goods of the sentence", own=True)
    if reading.words(sentence.start, min(sentence.start + 24, figure.start))[:2] in _TOTALS:
        return Subject(TOTAL, "a line on the whole")
    if earlier is not None and earlier.product:
        return Subject(earlier.product, "goods earlier in the sentence")
    return Subject(context.product or TOTAL, "goods of the sentence before")


def _weighed(sentence: Sentence, flow: Flow, others: list[Flow], context: Context) -> bool:
    """ "Total exports rose to 6.5 million tonnes": nobody adds up tonnes of everything."""
    if context.product in {None, TOTAL} or flow.sense == "trade" or any(o is not flow for o in others):
        return False
    return any(f.kind == "quantity" and f.start > flow.start for f in sentence.figures)


def _home(context: Context) -> str | None:
    return context.pair.receiver if context.sense == "import" else context.pair.sender


def _flow_before(reading: Reading, flow: Flow, others: list[Flow]) -> str | None:
    """The goods of the flow before in the same sentence, for one that names none ("surged as it imported more")."""
    if flow.sense == "trade":
        return None
    for other in reversed([o for o in others if o.end <= flow.start and not o.compared]):
        product = other.goods
        if product is not None and other.sense == flow.sense:
            return product
    return None


def illness(phrase: str | None) -> str | None:
    """What the cases are of: "new fever cases" gives fever; None where only "cases" is said."""
    if phrase is None:
        return None
    kept = [w for w in phrase.split() if w.lower() not in _CASE_WORDS]
    return " ".join(kept) or None


def carried(reading: Reading, flow: Flow, figure: Figure, sentence: Sentence, context: Context) -> Subject:
    """What a flow without goods is of: what was spoken of, unless a new paragraph speaks of the same two again."""
    theme = context.theme
    unsold = context.unsold if context.unsold_block == sentence.block and flow.verb and not sentence.goods else None
    if unsold is not None and reading.words(figure.end, sentence.end)[:2] == ["worth", "."]:
        # "It sold no rice this year. In 2019 it had shipped $3 million worth."
        return Subject(unsold, "goods of the sentence before")
    if context.aside is not None and context.aside_block == sentence.block and not flow.stated:
        # "Barley told another story. Imports collapsed".
        return Subject(context.aside, "goods of the sentence before")
    if figure.kind == "quantity" and context.product == TOTAL and context.aside_block == sentence.block:
        # "Peru sells fish to Chile. It shipped 900 tonnes": nobody adds up tonnes of everything.
        return Subject(context.aside, "goods of the sentence before")
    if context.product == TOTAL and sentence.block == context.product_block and flow.stated:
        # "In all, it sold China goods worth $292 million. China's exports to it rose to $2 billion", in a text on wigs.
        return Subject(TOTAL, "all goods, as just told")
    if context.product is None or (context.product == TOTAL and theme is None):
        return Subject(theme or TOTAL, "what the text is about" if theme else "no goods named")
    if tuple(reading.words(sentence.start, min(sentence.start + 24, sentence.end))[:2]) in _BY_PARTNER:
        return Subject(TOTAL, "a breakdown of all trade")
    if sentence.block == context.product_block and context.product != TOTAL:
        if not context.titled and _anew(flow, context):
            return Subject(TOTAL, "the same trade named anew without goods")
        return Subject(context.product, "goods of the sentence before")
    if theme is not None and flow.stated and not flow.verb and _other_way(flow, context):
        return Subject(TOTAL, "trade the other way, without goods")
    if theme is not None:
        told = context.product if set(theme.lower().split()) & set(context.product.lower().split()) else theme
        return Subject(told, "what the text is about")
    if figure.kind == "quantity":
        return Subject(context.product, "a quantity of the goods spoken of")
    contrast = set(flow.pair.everyone) != set(context.pair.everyone) and bool(
        set(flow.pair.everyone) & set(context.pair.everyone)
    )
    broader = flow.total and flow.reporter is not None and figure.kind != "quantity"
    if contrast and flow.stated and context.product == context.lead_product and not broader:
        return Subject(context.product, "the same goods with another country")
    turned = {flow.sense, context.sense} == {"import", "export"} and flow.home == _home(context)
    if context.titled and context.product == context.lead_product and not turned:
        return Subject(context.lead_product, "the goods of the title")
    if not flow.stated and not flow.verb and _SOLD & set(reading.words(flow.start, flow.end)):
        # "Sales have fluctuated widely": of what was spoken of.
        return Subject(context.product, "goods of the sentence before")
    return Subject(TOTAL, "no goods named in a new paragraph")


def _other_way(flow: Flow, context: Context) -> bool:
    """ "Exports to China remained modest", in a text on what China sells: of everything."""
    first = context.lead[0] if context.lead is not None else None
    return (
        first is not None
        and first.sender is not None
        and (first.sender, first.receiver)
        == (
            flow.pair.receiver,
            flow.pair.sender,
        )
    )


def _anew(flow: Flow, context: Context) -> bool:
    """ "Coal imports from Laos tripled. Imports from Laos rose": who means the coal again need not name Laos again."""
    if flow.verb or not flow.stated:
        return False
    ends = {flow.pair.sender, flow.pair.receiver}
    return None not in ends and ends == {context.pair.sender, context.pair.receiver}


@turns_on(_OVERALL, otherwise=False)
def _overall(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    tokens = reading.tokens
    i = tokens.before(flow.start)
    words = [
        tokens.words[j]
        for j in range(max(i - 5, 0), i + 1)
        if tokens.starts[j] >= sentence.start
        and tokens.words[j + 1] not in {"from", "to"}
        and not (flow.verb and tokens.words[j] == "all")
    ]
    cue = reading.words(flow.start, flow.end)
    return bool(set(words) & _OVERALL) or bool(set(cue) & _OVERALL)


def _in_all(reading: Reading, sentence: Sentence, figure: Figure, flow: Flow) -> bool:
    """ "Its shipments came to $98 million in all"."""
    said = reading.words(figure.end, min(figure.end + 16, sentence.end))[:2]
    return not flow.verb and figure.kind == "money" and said in (["in", "all"], ["in", "total"], ["all", "told"])


def _definite(reading: Reading, flow: Flow, *, of: frozenset[str] = _DEFINITE) -> bool:
    """ "Forty-two percent of the exports": those just spoken of."""
    i = reading.tokens.before(flow.start)
    return not flow.verb and i >= 0 and reading.tokens.words[i] in of
