"""The goods that a text goes on with: those of the figures told, and not what was told by the way."""

from __future__ import annotations

from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.scene import ALL_TRADE, SHARED_GOODS, TOTAL, TRADE_MEASURES, Draft, Scene

#: A share names the part; the text goes on speaking of the whole.
_OWN = TRADE_MEASURES - {"share", "ratio"} | {"cap"}


def learn_goods(context: Context, scene: Scene, drafts: list[Draft], before: Pair) -> None:
    """Carry on the goods of the flows and figures of a sentence; `before` are the ends told of last."""
    if any(d.subject and d.subject.product == TOTAL and d.measure == "trade_value" and d.pair.sender for d in drafts):
        context.total_told = True
    if drafts:
        own = [d.subject.product for d in drafts if d.subject and d.subject.own and d.subject.product != TOTAL]
        context.part, context.part_block = (own[-1] if own else None), scene.sentence.block
    if context.aside is not None and any(d.subject and d.subject.product == context.aside for d in drafts):
        # "Wigs were the second-largest item. Customs recorded 900 tons. Of that, …": of wigs from here on.
        context.product, context.product_block = context.aside, scene.sentence.block
    if not scene.flows:
        _learn_named(context, scene, drafts)
        return
    if not drafts and (_turns_round(scene, before) or _of_everything(scene)):
        context.product, context.product_block = TOTAL, scene.sentence.block
        return
    named = [f.goods for f in scene.flows if f.goods and (drafts or not f.beside)]
    # "Chicken accounted for 45 percent, or $105 million": a part is not what the text goes on about.
    parts = {d.subject.product for d in drafts if d.measure == "share" and d.subject is not None and d.subject.own}
    told = [d for d in drafts if d.measure in _OWN and not (d.flow is not None and d.flow.balance)]
    told = [d for d in told if d.subject is None or d.subject.product not in parts]
    if len(drafts) == 1 and drafts[0].figure.kind == "zero" and context.product == TOTAL:
        # "It shipped no grain": what was not traded is not what a text on all trade goes on about.
        nothing = drafts[0].subject
        context.unsold = nothing.product if nothing is not None and nothing.own else None
        context.unsold_block = scene.sentence.block
        return
    traded = [d.subject.product for d in told if d.subject and d.subject.product and not d.subject.passing]
    if traded[:1] == [TOTAL] and not (named or any(d.measure == "share" for d in drafts)) and _are_parts(told):
        # "It sold goods worth $58 million, led by machinery ($21 million)": the text goes on about all of it.
        traded = [TOTAL]
    if any(d.subject is not None and d.subject.rule == "overall trade" for d in drafts) and not named:
        context.product, context.product_block = TOTAL, scene.sentence.block
    elif drafts and all(d.measure == "share" and _of_trade(d) for d in drafts) and not named:
        # "China had 90 percent of its trade": of all goods from here on.
        context.product, context.product_block = TOTAL, scene.sentence.block
    elif named and not drafts and context.product == TOTAL:
        # "Gold goes to Britain." A text that tells of all trade has only said so by the way.
        context.aside, context.aside_block = named[-1], scene.sentence.block
    elif named and not drafts and _only_why(scene):
        # "Imports from China rose as it bought more rice": of all goods, and rice by the way.
        context.product, context.product_block = TOTAL, scene.sentence.block
        context.aside, context.aside_block = named[-1], scene.sentence.block
    elif going_on := traded or named or _shared(context, drafts, before):
        context.product, context.product_block = going_on[-1], scene.sentence.block
    if scene.sentence.kind in {"title", "heading"}:
        context.titled = bool(named) and not _only_why(scene)
    elif context.lead_product is None and (named or drafts):
        first = scene.flows[0]
        context.lead_way = first.sense, first.reporter or first.home
        context.lead_product = TOTAL if not drafts and _only_why(scene) else (named or traded or [TOTAL])[0]


def _shared(context: Context, drafts: list[Draft], before: Pair) -> list[str]:
    """ "It imports 90 percent of its wheat. Deliveries fell", behind what was told of fuel: of wheat from here on."""
    if context.product in {None, TOTAL} or any(d.measure != "share" for d in drafts):
        return []
    if any(_other_way(d.pair, before) for d in drafts):
        # "Mali sold gold. It imports 90 percent of its fuel. Sales rose": of the gold.
        return []
    return [d.subject.product for d in drafts if d.subject and d.subject.product and d.subject.rule == SHARED_GOODS]


def _other_way(pair: Pair, before: Pair) -> bool:
    """Whether who sold before buys, or who bought sells."""
    buys = pair.receiver is not None and pair.receiver == before.sender
    return buys or (pair.sender is not None and pair.sender == before.receiver)


def _of_trade(draft: Draft) -> bool:
    return draft.subject is not None and draft.subject.product == TOTAL and draft.subject.rule == ALL_TRADE


def _are_parts(told: list[Draft]) -> bool:
    """Whether amounts behind the first one are of single goods, of the same trade in the same time."""
    first, *rest = told
    own = [d for d in rest if d.subject is not None and d.subject.own and d.figure.kind == first.figure.kind]
    alike = all(d.flow is first.flow and d.period == first.period for d in own)
    return bool(own) and alike and len({d.pair.everyone for d in told}) == 1


def _turns_round(scene: Scene, before: Pair) -> bool:
    """ "Imports from China are another matter.", behind what is sold to China: of everything."""
    flow = scene.flows[0]
    if flow.verb or not flow.stated or flow.goods or len(scene.flows) > 1 or not (before.sender and before.receiver):
        return False
    return (flow.pair.sender, flow.pair.receiver) == (before.receiver, before.sender)


def _of_everything(scene: Scene) -> bool:
    """ "Overall, bilateral trade remains tiny.", behind what was told of coal: what follows is of everything."""
    if scene.sentence.kind in {"title", "heading"} or any(f.goods or f.sense != "trade" for f in scene.flows):
        return False
    return bool(scene.sentence.goods) and all(good.good_id == "total" for good in scene.sentence.goods)


def _only_why(scene: Scene) -> bool:
    """ "Exports to China hit a high on sales of hair", "imports rose as it bought rice": goods told for a reason."""
    first = scene.flows[0]
    later = [flow for flow in scene.flows[1:] if flow.goods]
    return not first.verb and first.goods is None and (first.stated or first.reporter is not None) and bool(later)


def _learn_named(context: Context, scene: Scene, drafts: list[Draft]) -> None:
    """ "Prices for fresh cod were at a high": goods of the tables that a sentence without a word of trade speaks of."""
    if context.product is None or context.product == TOTAL:
        return
    known = [g for g in scene.sentence.goods if g.good_id != "total"]
    told = [d.subject.product for d in drafts if d.measure in {"price", "trade_value", "trade_quantity"} and d.subject]
    if told and told[-1] and known and told[-1] != context.product:
        context.product, context.product_block = told[-1], scene.sentence.block
