"""What a figure of a trade is of: goods of its own, of its flow, of its sentence, all goods, or what was spoken of."""

from __future__ import annotations

from tidewaiter.claims.english.flows.either_way import either_way
from tidewaiter.claims.english.goods import heads, pronouns
from tidewaiter.claims.english.goods.carried_goods import carried
from tidewaiter.claims.english.goods.conjuncts import SAID_NEXT, SAID_TO_BE
from tidewaiter.claims.english.nouns import kinds, products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import ALL_TRADE, TOTAL, Flow, Subject
from tidewaiter.claims.words.lexicon import words

_OVERALL = words("overall")
_CARRIERS = {word.removesuffix("s") for word in words("vehicles")} | {"carrier", "freighter", "barge", "lorry"}
_POINTING = frozenset({"these", "those", "such"})
_DEFINITE = _POINTING | {"the"}
#: Characters of "exports of these products".
_OF_THESE = 20
#: How the goods of a part of the trade told of before are told.
_PARTS = frozenset({SAID_TO_BE, SAID_NEXT})
#: "It sold products worth $3 million".
_GOODS, _WORTH = (["products"], ["items"], ["wares"]), frozenset({"for", "to", "valued", "worth"})
#: Before what something is held against.
_AGAINST = frozenset({"against", "compared", "than", "versus"})
#: What opens a line on the whole ("Total: $5 million").
_TOTALS = (["total", ":"], ["overall", ":"], ["all", "goods"], ["total", "-"], ["total", "–"])


def subject_of(
    reading: Reading, sentence: Sentence, figure: Figure, flow: Flow | None, earlier: Subject | None, context: Context,
    others: list[Flow], own: Subject | None,
) -> Subject:  # fmt: skip
    """What a figure is about; `own` are the goods that stand with it."""
    if own is not None and figure.kind not in {"percent", "percentage_points", "times"}:
        return own
    opening = heads.opening(reading, sentence)
    if flow is not None:
        product = flow.goods
        begun = None if flow.verb or product else kinds.begun_with(reading, sentence, flow.end, context)
        if begun is not None:
            return Subject(begun, "the goods that the text began with")
        told = None if flow.verb else _told_before(reading, sentence, flow, context)
        if told is not None and kinds.by_kind(reading, sentence, flow.end, told, context):
            return Subject(told, kinds.BY_KIND)
        if flow.verb and figure.kind == "money" and _other_way(flow, others, context) and _at_large(reading, flow):
            return Subject(TOTAL, "goods of every kind")
        if product is not None and not (_is_behind(reading, flow, figure) and _turned_round(flow, others)):
            return Subject(product, "goods of the flow")
        if opening is not None:
            return opening
        said = reading.words(flow.end, min(flow.end + _OF_THESE, sentence.end))[:3]
        pointed = said[:1] == ["of"] and pronouns.points(said[1:])
        if said[:2] in (["of", "it"], ["of", "them"]) or pointed:
            told = pronouns.told_of(context, sentence) or (pronouns.part_told(context, sentence) if pointed else None)
            return Subject(told or context.product or TOTAL, "“the” trade spoken of before")
        antecedent = heads.antecedent(reading, sentence, flow)
        if antecedent is not None:
            return antecedent
        if flow.verb and figure.kind == "money" and _turned_round(flow, others):
            return Subject(TOTAL, "trade the other way, without goods")
        if flow.verb and earlier is not None and earlier.own and earlier.product:
            return Subject(earlier.product, "goods earlier in the sentence")
        if context.theme is not None and _the_total(reading, flow, figure):
            return Subject(context.theme, "“the” total in a text on one sort of goods")
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
        spoken = _earning(flow, others)
        if earlier is not None and earlier.product and _held_against(reading, sentence, spoken):
            return Subject(earlier.product, "goods earlier in the sentence")
        other = not flow.verb and _other_way(flow, others, context)
        if other and _definite(reading, spoken) and figure.kind in {"money", "percent"}:
            # "Exports of apples came to $3 million. The imports were $9 million": of everything.
            return Subject(TOTAL, "trade the other way, without goods")
        if _definite(reading, spoken) and context.product is not None and not _widened(flow, context):
            pointed = _definite(reading, spoken, of=_POINTING)
            told = pronouns.told_of(context, sentence) if pointed else None
            return Subject(told or context.product, "“the” trade spoken of before")
        before = _flow_before(reading, flow, others)
        if before is not None:
            return Subject(before, "goods earlier in the sentence")
        named = heads.named_before(reading, sentence, flow, others)
        if named is not None and (earlier is None or not earlier.own) and not _brings(named, figure):
            return Subject(named, "the goods of the sentence", own=True)
        goods = [g for g in sentence.goods if g.good_id != "total"]
        goods = [g for g in goods if not _brings(reading.text[g.start : g.end], figure)]
        known = {g.good_id: g for g in goods if not _what_for(reading, figure, g.start)}
        if figure.kind == "quantity" and flow.verb and len(known) == 1 and (earlier is None or not earlier.own):
            # "Russia absorbed 42 million tonnes, or half of its coal exports": nobody adds up tonnes of everything.
            return Subject(products.named(reading, sentence, *known.values()), "the goods of the sentence", own=True)
        if earlier is not None and earlier.rule in _PARTS and {flow.sense, context.sense} == {"import", "export"}:
            # "Imports were $3 million. Of this, $1 million was rice; exports came to $2 million": of everything.
            return Subject(TOTAL, "trade the other way, without goods")
        if earlier is not None and earlier.product and flow.sense != "trade":
            return Subject(earlier.product, "goods earlier in the sentence")
        if flow.sense == "trade":
            kind = context.lead_product if context.lead is not None and context.lead[1] == "trade" else None
            return Subject(kind, "the trade of the lead") if kind else Subject(TOTAL, ALL_TRADE)
        return carried(reading, flow, figure, sentence, context)
    if opening is not None:
        return opening
    alone = [g for g in sentence.goods if g.end <= figure.start and g.good_id != "total"]
    if figure.kind == "quantity":
        # "Had each vessel been full, the total would have been 1.4 million barrels".
        alone = [g for g in alone if reading.text[g.start : g.end].lower().removesuffix("s") not in _CARRIERS]
    if len({g.good_id for g in alone}) == 1 and not others:
        # "Cotton (chapter 52) alone was $550 million."
        return Subject(products.named(reading, sentence, alone[0]), "the goods of the sentence", own=True)
    if reading.words(sentence.start, min(sentence.start + 24, figure.start))[:2] in _TOTALS:
        return Subject(TOTAL, "a line on the whole")
    if earlier is not None and earlier.product:
        return Subject(earlier.product, "goods earlier in the sentence")
    return Subject(pronouns.told_of(context, sentence) or context.product or TOTAL, "goods of the sentence before")


def _told_before(reading: Reading, sentence: Sentence, flow: Flow, context: Context) -> str | None:
    """ "Corn is its main purchase, but shipments of the grain fell": the goods named last before a flow."""
    ahead = [g for g in sentence.goods if g.good_id != "total" and g.end <= flow.start]
    return products.named(reading, sentence, ahead[-1]) if ahead else pronouns.told_of(context, sentence)


def _turned_round(flow: Flow, others: list[Flow]) -> bool:
    """ "Sold goods worth $44 million, mostly coal ($25 million), and bought $3 million": of everything as well."""
    before = next((o for o in reversed(others) if o.verb and o.end <= flow.start), None)
    round_about = before is not None and {before.sense, flow.sense} == {"import", "export"}
    return before is not None and round_about and before.goods in {None, TOTAL} and before.home == flow.home


def _is_behind(reading: Reading, flow: Flow, figure: Figure) -> bool:
    """ "…, of which rice made up 12 percent, and exported $32 million": an amount right behind the verb."""
    return flow.verb and figure.kind == "money" and not reading.words(flow.end, figure.begins)


def _other_way(flow: Flow, others: list[Flow], context: Context) -> bool:
    """Whether the trade told of last went the other way; what "China sold" is the same that "it bought" from China."""
    ends = flow.pair.sender, flow.pair.receiver
    if None not in ends and ends == (context.pair.sender, context.pair.receiver):
        return False
    before = (o.sense for o in reversed(others) if o.end <= flow.start and o.sense != "trade")
    return {flow.sense, next(before, context.sense)} == {"import", "export"}


def _at_large(reading: Reading, flow: Flow) -> bool:
    """ "It bought rice. It sold products worth $3 million": not rice."""
    said = reading.words(flow.end, flow.end + _OF_THESE)[:2]
    return said[:1] in _GOODS and (len(said) < 2 or said[1] in _WORTH)


def _earning(flow: Flow, others: list[Flow]) -> Flow:
    """ "The exports earned it $3 million": the trade that a verb says something of; else the flow itself."""
    subject = (o for o in reversed(others) if not o.verb and o.clause is flow.clause and o.end <= flow.start)
    return next(subject, flow) if flow.verb and flow.sense == "export" else flow


def _brings(goods: str, figure: Figure) -> bool:
    """ "Two tankers discharged 310,000 barrels": whether goods are what brings so much, and none of it."""
    return figure.kind == "quantity" and goods.lower().split()[-1].removesuffix("s") in _CARRIERS


def _what_for(reading: Reading, figure: Figure, start: int) -> bool:
    """ "Will import 2 million tonnes to keep bread production up": what something is done for, and not what it is."""
    said = reading.words(max(figure.end, start - 24), start)[-3:] if start > figure.end else []
    return "to" in said[:-1]


def _widened(flow: Flow, context: Context) -> bool:
    """ "It bought 30 tons of corn. The trade turnover was …": all that two countries trade, behind what one buys."""
    led = context.lead is not None and context.lead[1] == "trade"
    return flow.sense == "trade" and context.sense in {"import", "export"} and not led


def _weighed(sentence: Sentence, flow: Flow, others: list[Flow], context: Context) -> bool:
    """ "Total exports rose to 6.5 million tonnes": nobody adds up tonnes of everything."""
    if context.product in {None, TOTAL} or flow.sense == "trade" or any(o is not flow for o in others):
        return False
    return any(f.kind == "quantity" and f.start > flow.start for f in sentence.figures)


def _flow_before(reading: Reading, flow: Flow, others: list[Flow]) -> str | None:
    """The goods of the flow before in the same sentence, for one that names none ("surged as it imported more")."""
    if flow.sense == "trade":
        return None
    for other in reversed([o for o in others if o.end <= flow.start and not o.compared]):
        product = other.goods
        if product is not None and (other.sense == flow.sense or _either_way(reading, flow, other)):
            return product
    return None


def _either_way(reading: Reading, flow: Flow, other: Flow) -> bool:
    """ "Soybean imports from Peru fell while shipments from Chad surged": to the same buyer."""
    if flow.verb or not either_way(reading.words(flow.start, flow.end)):
        return False
    return other.home is not None and other.home in {flow.pair.sender, flow.pair.receiver}


def _the_total(reading: Reading, flow: Flow, figure: Figure) -> bool:
    """ "Of the total exports, 16 percent went to Iraq", "16 percent of total exports", where nobody's are named."""
    before = reading.words(max(0, flow.start - len("the total ")), flow.start)
    part = figure.kind == "percent" and reading.words(figure.end, flow.start) == ["of", "total"]
    return not flow.verb and (part or before[-2:] == ["the", "total"])


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


def _held_against(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "12,000 tons of soybeans were imported, against the import of 11,000": of what the sentence has told."""
    return not flow.verb and bool(_AGAINST & set(reading.words(sentence.start, flow.start)[-3:]))
