"""The price that a Korean text told last, which the next amount may go on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.scene import Draft, Scene

#: No price of the same goods is further from another.
_TENFOLD = 10
#: From a price to the verb that it is sold at.
_SOLD_AT = 4


@dataclass(slots=True)
class PricesTold:
    """The last price of one text: its paragraph, its currency and how much it was."""

    _last: tuple[int, str, Decimal] | None = None

    def learn(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Keep the last price of a sentence; any other money ends what goes on."""
        paid = [d for d in drafts if d.figure.kind == "money"]
        if not paid:
            return
        last = paid[-1]
        currency = last.figure.unit.partition("_per_")[0]
        priced = last.measure == "price" and last.moved.relation != "by"
        self._last = (scene.sentence.block, currency, last.figure.value) if priced else None

    def goes_on(self, scene: Scene, figure: Figure, earlier: Sequence[Draft]) -> bool:
        """ "쌀 1kg에 4천500원이다. 작년 이맘때에는 3천 원이었다": whether an amount is a price of the same goods."""
        self.learn(scene, earlier)
        ends = [d.figure.end for d in earlier if d.measure == "price"]
        # "5천 원에 팔린다": how the price before is told.
        traded = [f for f in scene.flows if not any(0 <= f.start - end <= _SOLD_AT for end in ends)]
        if self._last is None or traded or figure.kind != "money":
            return False
        near = self._last[2] <= figure.value * _TENFOLD and figure.value <= self._last[2] * _TENFOLD
        return near and self._last[:2] == (scene.sentence.block, figure.unit)
