"""The goods that stand nearest to a Korean or Chinese figure: those named with it, before any carried to it."""

from __future__ import annotations

from tidewaiter.claims.asian.goods import chinese_goods, korean_goods
from tidewaiter.claims.asian.goods.first_item import first_item
from tidewaiter.claims.asian.nouns import chinese_lists, han_nouns
from tidewaiter.claims.asian.nouns.lists import listed
from tidewaiter.claims.asian.nouns.own_goods import bracketed, item, moving_goods, own_goods, ware
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene

#: What says how much was traded.
LEVELS = frozenset({"trade_value", "trade_quantity"})


def nearest(reading: Reading, scene: Scene, draft: Draft, context: Context, *, moved: bool) -> str | None:
    """The goods named with a figure; `moved` says that it is a change of them, and no part."""
    figure = draft.figure
    relative = figure.kind in {"percent", "percentage_points", "times"}
    own = item(reading, scene, figure) if relative or reading.language == "ko" else None
    if own is None:
        own = moving_goods(reading, scene, figure) if moved else own_goods(reading, scene, figure)
    if own is None and reading.language == "zh" and not relative:
        own = bracketed(reading, scene, figure)
    if own is None and reading.language == "zh" and draft.moved.relation == "from":
        own = chinese_goods.starting(reading, scene, figure)
    if own is None and reading.language == "zh":
        own = han_nouns.beside(reading, scene.sentence, draft, moved=moved)
    if reading.language == "zh" and draft.measure in {*LEVELS, "share"} and own is None:
        own = chinese_lists.line(reading, scene, figure)
    if own is None and reading.language == "zh" and draft.measure in LEVELS:
        own = chinese_lists.goods(reading, scene, figure)
    if own is None and reading.language == "zh" and draft.measure == "share":
        own = han_nouns.sharing(reading, scene.sentence, figure)
    if own is None:
        own = ware(reading, scene, figure, at_once=moved)
    if own is None and reading.language == "ko" and draft.measure == "cap":
        limited = [m for m in scene.sentence.goods if m.good_id != "total" and m.end <= figure.start]
        own = listed(reading, scene.sentence, limited[-1]) if limited else None
    if own is None and reading.language == "ko" and draft.measure in {*LEVELS, "share"}:
        own = korean_goods.held_by(reading, scene.sentence, figure)
    if own is None and reading.language == "ko" and _may_be_told(draft, context):
        own = korean_goods.told(reading, scene.sentence, figure) or korean_goods.item(reading, scene.sentence, figure)
        own = own or first_item(reading, scene.sentence, figure)
    if own is None and reading.language == "ko" and draft.measure in LEVELS:
        own = korean_goods.worth(reading, scene.sentence, figure) or korean_goods.named_before(
            reading, scene.sentence, figure
        )
    if own is None and reading.language == "ko" and draft.measure == "share":
        own = korean_goods.part_is(reading, scene.sentence, figure) or korean_goods.shared(
            reading, scene.sentence, figure
        )
        own = own or korean_goods.told(reading, scene.sentence, figure)
        own = own or korean_goods.item(reading, scene.sentence, figure)
    return own


def _may_be_told(draft: Draft, context: Context) -> bool:
    """Whether a figure is of trade, so that what it is said of are goods."""
    if draft.measure == "ratio":
        return draft.figure.unit in {"percent", "times"} and draft.moved.relation == "by"
    if draft.measure == "change":
        return draft.moved.relation == "by" and draft.figure.unit in {"percent", "times"}
    if draft.measure == "other":
        return draft.flow is not None and draft.flow.balance
    return draft.measure in {"trade_value", "trade_quantity"} and (draft.flow is not None or context.sense is not None)
