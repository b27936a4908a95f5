"""What is asked about the goods of a Korean or Chinese figure: all that their rules look at, gathered once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import TRADE_MEASURES, Draft, Flow, Scene, Subject


@dataclass(frozen=True, slots=True)
class ToldOfText:
    """What the text has told of goods so far.

    `only`: the only goods named; `throughout`: for a good part of the text; `by_partner`: it goes through the partners
    of its trade; `theme`: what it is about; `all_but`: all goods but some, which are its whole ("비석유"); `of_all`: it
    has told of all goods together; `whole_block`: the last paragraph that did so of the trade with a partner.
    """

    only: str | None = None
    throughout: bool = False
    by_partner: bool = False
    theme: str | None = None
    all_but: str | None = None
    of_all: bool = True
    whole_block: int = -1


@dataclass(frozen=True, slots=True)
class AskedGoods:
    """A figure whose goods are asked for, in its sentence and its text.

    `led` is the figure right before it, `last` the last one of trade whose goods are known, `told` all of those.
    `moved`: it is a change, and no part.
    """

    reading: Reading
    scene: Scene
    draft: Draft
    earlier: list[Draft]
    context: Context
    lead: Flow | None
    text: ToldOfText
    figure: Figure
    flow: Flow | None
    korean: bool
    chinese: bool
    relative: bool
    moved: bool
    led: Draft | None
    told: list[Draft]
    last: Draft | None

    @property
    def last_product(self) -> str | None:
        """The goods of the last figure of trade."""
        return None if self.last is None or self.last.subject is None else self.last.subject.product

    @property
    def named(self) -> set[str]:
        """The goods that its sentence names, as it writes them."""
        return {self.reading.text[m.start : m.end] for m in self.scene.sentence.goods if m.good_id != "total"}

    @property
    def before(self) -> str:
        """What stands between the figure before and this one; empty where there is none."""
        return "" if self.led is None else self.reading.text[self.led.figure.end : self.figure.start]


#: One rule: the goods, or None where it does not know.
GoodsRule = Callable[[AskedGoods], Subject | None]


def asked_goods(
    reading: Reading,
    scene: Scene,
    draft: Draft,
    earlier: list[Draft],
    context: Context,
    lead: Flow | None,
    text: ToldOfText,
) -> AskedGoods:
    """The record of a figure whose goods are asked for."""
    relative = draft.figure.kind in RELATIVE
    korean = reading.language == "ko"
    traded = TRADE_MEASURES | {"doses"} if draft.measure == "doses" else TRADE_MEASURES
    told = [d for d in earlier if d.measure in traded and d.subject is not None]
    return AskedGoods(
        reading, scene, draft, earlier, context, lead, text,
        figure=draft.figure,
        flow=draft.flow,
        korean=korean,
        chinese=reading.language == "zh",
        relative=relative,
        moved=relative and draft.measure != "share",
        led=earlier[-1] if earlier else None,
        told=told,
        last=_last_of_trade(told, korean=korean, relative=relative),
    )  # fmt: skip


def _last_of_trade(told: list[Draft], *, korean: bool, relative: bool) -> Draft | None:
    """The last figure of trade; "반도체(27.5%), 승용차(45.9%) 등이 늘어 … 9억 달러": after the list the whole."""
    last = told[-1] if told else None
    listed = last is not None and (korean or last.moved.relation == "by")
    if listed and not relative and last is not None and last.subject is not None and last.subject.passing:
        return next((d for d in reversed(told) if d.subject is not None and not d.subject.passing), None)
    return last
