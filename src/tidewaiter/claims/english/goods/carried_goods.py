"""The goods of a trade that names none: those that the text was speaking of, or all."""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, Flow, Subject
from tidewaiter.claims.words.lexicon import words
from tidewaiter.reference.goods import find_goods, is_part_of

_LOADS = words("loads") | words("vehicles")
#: What opens a breakdown of all that was traded.
_BY_PARTNER = frozenset(
    {("by", "destination"), ("by", "country"), ("by", "market"), ("by", "origin"), ("by", "region")}
)
#: What goods begin with of which some are counted out.
LESS = ("non-", "non–", "non‑")
#: Goods are sold and delivered, where all that a country trades is its exports and imports.
_SOLD = frozenset({"deliveries", "purchases", "sales", "shipments"})


def carried(reading: Reading, flow: Flow, figure: Figure, sentence: Sentence, context: Context) -> Subject:
    """What a flow without goods is of: what was spoken of, unless a new paragraph speaks of the same two again."""
    theme = context.section or context.theme
    unsold = context.unsold if context.unsold_block == sentence.block and flow.verb and not sentence.goods else None
    if unsold is not None and reading.words(figure.end, sentence.end)[:2] == ["worth", "."]:
        # "It sold no rice this year. In 2019 it had shipped $3 million worth."
        return Subject(unsold, "goods of the sentence before")
    turned = {flow.sense, context.sense} == {"import", "export"} and not (flow.verb or context.turned_to_aside)
    if context.aside is not None and context.product == TOTAL and turned:
        # "Exports fell 2 percent. Car exports to Peru rose. Imports fell 13 percent": all of them.
        return Subject(TOTAL, "all goods, as told before")
    if context.aside is not None and context.aside_block == sentence.block and not flow.stated:
        # "Barley told another story. Imports collapsed".
        return Subject(context.aside, "goods of the sentence before")
    if turned and (context.product or "").lower().startswith(LESS):
        # "Non-oil exports came to $44 billion. Imports reached $60 billion": of everything.
        return Subject(TOTAL, "trade the other way, without goods")
    plain = flow.verb or figure.kind == "quantity" or context.product is None or context.turned_to_aside
    if context.aside is not None and context.aside_block == sentence.block and plain:
        # "Peru sells fish to Chile. It shipped 900 tonnes": nobody adds up tonnes of everything.
        # "Wheat is a special case. Russia sold $3 million worth"; "Watches vanished. Exports to Chad were $2 million".
        return Subject(context.aside, "goods of the sentence before")
    if context.product == TOTAL and sentence.block == context.product_block and flow.stated:
        # "In all, it sold China goods worth $292 million. China's exports to it rose to $2 billion", in a text on wigs.
        return Subject(TOTAL, "all goods, as just told")
    ends = {flow.pair.sender, flow.pair.receiver}
    if context.product == TOTAL and turned and None not in ends and ends == set(context.pair.everyone):
        # "Mali bought goods worth $3 million from Peru. … Its exports to Peru rose", in a text on cars.
        return Subject(TOTAL, "all goods, the other way")
    if context.product == TOTAL and theme is not None and context.total_told and _comes_in(flow, context):
        return Subject(TOTAL, "imports beside all exports")
    if context.product is None or (context.product == TOTAL and theme is None):
        here = context.part_block == sentence.block and figure.unit not in _LOADS
        if figure.kind == "quantity" and theme is None and context.part and here:
            # "Haiti imports 80 percent of its rice. Shipments fell to 900 tonnes": nobody adds up tonnes of everything.
            return Subject(context.part, "goods of the sentence before")
        return Subject(theme or TOTAL, "what the text is about" if theme else "no goods named")
    if tuple(reading.words(sentence.start, min(sentence.start + 24, sentence.end))[:2]) in _BY_PARTNER:
        return Subject(TOTAL, "a breakdown of all trade")
    if sentence.block == context.product_block and context.product != TOTAL:
        if not context.titled and _anew(flow, context):
            return Subject(TOTAL, "the same trade named anew without goods")
        return Subject(context.product, "goods of the sentence before")
    if theme is not None and flow.stated and not flow.verb and _other_way(flow, context):
        return Subject(TOTAL, "trade the other way, without goods")
    if theme is not None and figure.kind == "money" and context.total_told and _comes_in(flow, context):
        return Subject(TOTAL, "imports beside all exports")
    if theme is not None:
        told = context.product if set(theme.lower().split()) & set(context.product.lower().split()) else theme
        return Subject(told, "what the text is about")
    if figure.kind == "quantity":
        return Subject(_begun_with(context) or context.product, "a quantity of the goods spoken of")
    contrast = set(flow.pair.everyone) != set(context.pair.everyone) and bool(
        set(flow.pair.everyone) & set(context.pair.everyone)
    )
    broader = flow.total and flow.reporter is not None and figure.kind != "quantity"
    if contrast and flow.stated and context.product == context.lead_product and not (broader or _turned(flow, context)):
        return Subject(context.product, "the same goods with another country")
    back = {flow.sense, context.sense} == {"import", "export"} and flow.home == _home(context)
    if context.titled and context.product == context.lead_product and not back:
        return Subject(context.lead_product, "the goods of the title")
    turned_to = context.block_turned == sentence.block and context.turned in flow.pair.everyone
    if turned_to and not _turned(flow, context):
        # "Thailand is the bigger buyer. Its imports came to $3 million": of the same goods.
        return Subject(context.product, "the same goods with another country")
    above = (context.titled_goods or "").lower().split() if reading.sentences[0].kind == "title" else []
    titled = not set(above).isdisjoint(context.product.lower().split())
    if (titled or not flow.stated) and not flow.verb and _SOLD & set(reading.words(flow.start, flow.end)):
        # "Sales have fluctuated widely": of what was spoken of; so "sales to Peru", of what the title names.
        return Subject(context.product, "goods of the sentence before")
    return Subject(TOTAL, "no goods named in a new paragraph")


def _begun_with(context: Context) -> str | None:
    """What a text on fertilizer comes back to in a new paragraph, behind one on urea: the fertilizer."""
    begun = context.titled_goods or context.lead_product
    wholes = {mention.good_id for mention in find_goods(begun or "")}
    parts = {mention.good_id for mention in find_goods(context.product or "")}
    if len(wholes) != 1 or len(parts) != 1 or wholes == parts:
        return None
    return begun if is_part_of(parts.pop(), wholes.pop()) else None


def _turned(flow: Flow, context: Context) -> bool:
    """ "China paid for Turkmen gas. Turkey's exports to the country": what one sells, and what another sells to it."""
    told, pair = context.pair, flow.pair
    sells = pair.sender is not None and pair.sender == told.receiver
    return sells or (pair.receiver is not None and pair.receiver == told.sender)


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


def _comes_in(flow: Flow, context: Context) -> bool:
    """ "Gold was half of all exports. Imports were $5 billion", in a text on what a country sells: of everything."""
    first = context.lead[0] if context.lead is not None else None
    told = first if first is not None and first.sender is not None else context.pair
    if told.sender is None or flow.verb or flow.sense != "import" or flow.goods is not None:
        return False
    return flow.home == told.sender and flow.away in {None, told.receiver}


def _anew(flow: Flow, context: Context) -> bool:
    """ "Coal imports from Laos tripled. Imports from Laos rose": who means the coal again need not name Laos again."""
    if flow.verb or not flow.stated:
        return False
    ends = {flow.pair.sender, flow.pair.receiver}
    return None not in ends and ends == {context.pair.sender, context.pair.receiver}


def _home(context: Context) -> str | None:
    return context.pair.receiver if context.sense == "import" else context.pair.sender
