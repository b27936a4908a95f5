"""The day on which the prices of a Korean text were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tidewaiter.claims.asian.times.market_days import told_day
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import Anchor
from tidewaiter.claims.reading.prices_told import PricesTold
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, Timed
from tidewaiter.period import Period


@dataclass(slots=True)
class PricesAsked(PricesTold):
    """The last price of one text, and the day on which its prices were asked."""

    _day: Period | None = None
    #: The prices of the sentence that others are held against.
    _held: Sequence[Figure] = ()

    def learn(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Keep the last price of a sentence and its day; any other money ends what goes on."""
        dated = [d for d in drafts if d.measure == "price" and d.moved.relation != "from"]
        days = [d.period for d in dated if d.period is not None and d.period.end.day]
        self._day = days[-1] if days else self._day
        self._held = [d.figure for d in drafts if d.moved.relation == "from"]
        PricesTold.learn(self, scene, drafts)

    def day(self, reading: Reading, scene: Scene, draft: Draft, anchor: Anchor, own: Timed | None) -> Timed | None:
        """The day of a price, or of its change, in a text on what was asked at markets."""
        of_price = draft.measure == "price" and draft.flow is None
        if draft.measure == "change" and draft.flow is None:
            of_price = self._last is not None and self._last.block == scene.sentence.block
        if not of_price:
            return None
        held = any(f.end <= draft.figure.start for f in self._held)
        told = None if held else told_day(reading, scene.sentence, draft.figure.start, anchor)
        if told is not None:
            return Timed(told, "time before the figure")
        dated = own is not None and own.period is not None and not held
        return None if self._day is None or dated else Timed(self._day, "the day of the price before")
