"""The price that a text told last, which the next amount may go on with."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Sentence
from tidewaiter.claims.reading.scene import TOTAL, Draft, Scene, Subject

#: No price of the same goods is further from another.
_TENFOLD = 10
#: From a price to the verb that it is sold at.
SOLD_AT = 4
#: Money that is worth nothing abroad, and how what is told of a price in it says so.
MONEY_AT_HOME, AT_HOME = frozenset({"KPW"}), "goods of a price at home"
#: Money that goods are paid for in between countries.
TRADED_IN = frozenset({"USD", "EUR", "CNY", "JPY", "GBP", "RUB", "KRW", "INR"})
#: What prices are asked of, and what they are held against.
_PRICED = frozenset({"price", "change"})
#: "1달러당 8200원": what a unit of one currency costs in another.
_EXCHANGED = re.compile(r"_per_[A-Z]{3}\Z")


@dataclass(frozen=True, slots=True)
class _Price:
    """A price as it was told: in which paragraph, in what unit, how much, of what."""

    block: int
    unit: str
    value: Decimal
    goods: str | None

    @property
    def currency(self) -> str:
        """The money that it is in."""
        return self.unit.partition("_per_")[0]

    def is_near(self, figure: Figure) -> bool:
        """Whether an amount in the same money may be such a price."""
        near = self.value <= figure.value * _TENFOLD and figure.value <= self.value * _TENFOLD
        return near and self.is_alike(figure)

    def is_alike(self, figure: Figure) -> bool:
        """Whether an amount is in the same money, and no sum of many such prices."""
        return figure.kind == "money" and figure.unit == self.currency and figure.value <= self.value * _TENFOLD


def _always(sentence: Sentence, figure: Figure) -> bool:
    return True


@dataclass(slots=True)
class PricesTold:
    """The last price of one text."""

    #: Kinds of words of trade, beside which an amount is what was paid for goods.
    flow_cues: tuple[str, ...] = ("flow",)
    #: Whether the words before an amount leave open that it is one more such price.
    said_of_it: Callable[[Sentence, Figure], bool] = _always
    _last: _Price | None = None

    def learn(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Keep the last price of a sentence; any other money ends what goes on."""
        paid = [d for d in drafts if d.figure.kind == "money" and d.moved.relation != "by"]
        if not paid:
            return
        last = paid[-1]
        if last.measure != "price":
            self._last = None
            return
        goods = last.subject.product if last.subject is not None else None
        self._last = _Price(scene.sentence.block, last.figure.unit, last.figure.value, goods)

    def goes_on(self, scene: Scene, figure: Figure, earlier: Sequence[Draft]) -> bool:
        """ "쌀 1kg에 4천500원이다. 작년 이맘때에는 3천 원이었다": whether an amount is a price of the same goods."""
        self.learn(scene, earlier)
        ends = [d.figure.end for d in earlier if d.measure == "price"]
        # "5천 원에 팔린다": how the price before is told.
        traded = [f for f in scene.flows if not any(0 <= f.start - end <= SOLD_AT for end in ends)]
        if self._last is None or traded or self._last.block != scene.sentence.block:
            return False
        if not self.said_of_it(scene.sentence, figure):
            return False
        return self._last.is_near(replace(figure, unit=figure.unit.partition("_per_")[0]))

    def by_weight(self, sentence: Sentence, figures: Sequence[Figure]) -> Sequence[Figure]:
        """ "쌀 1kg은 6천 원이다. 혜산에서는 6천500원": amounts that go on with a price are for as much."""
        last = self._last
        if last is None or "_per_" not in last.unit or last.block != sentence.block:
            return figures
        if sentence.cues_of(*self.flow_cues) or any("_per_" in f.unit for f in figures):
            return figures
        return [replace(f, unit=last.unit) if last.is_alike(f) and self.said_of_it(sentence, f) else f for f in figures]

    def goods(self, scene: Scene, draft: Draft, found: Subject, earlier: Sequence[Draft]) -> Subject:
        """What a price or its change is of, where its sentence does not say: what the one before was of."""
        self.learn(scene, earlier)
        if draft.figure.kind == "money" and _EXCHANGED.search(draft.figure.unit) is not None:
            return Subject(None, "a rate of exchange", own=True)
        last = self._last
        if last is None or last.block != scene.sentence.block or draft.flow is not None or found.own:
            return found
        if draft.measure not in _PRICED or last.goods == TOTAL:
            return found
        return Subject(last.goods, AT_HOME if last.currency in MONEY_AT_HOME else "goods of the price before")
