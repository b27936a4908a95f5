"""A figure of a Korean or Chinese sentence that is asked what it measures."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.asian.asked import OfScene
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.scene import Flow, Movement

#: (measure, rule).
Measured = tuple[str, str]
#: How far before a figure the words stand that say what it is of.
_REACH = 16


@dataclass(frozen=True)
class AskedMeasure(OfScene):
    """`in_trade` says that the text is on trade."""

    figure: Figure
    moved: Movement
    flow: Flow | None
    in_trade: bool

    @property
    def relative(self) -> bool:
        """Whether it is a percentage or a multiple."""
        return self.figure.kind in RELATIVE

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return self.figure.kind == "money"

    @property
    def quantity(self) -> bool:
        """Whether it is a quantity."""
        return self.figure.kind == "quantity"

    @property
    def count(self) -> bool:
        """Whether it is a count."""
        return self.figure.kind == "count"

    @property
    def unit(self) -> str:
        """Its unit, without that of a rate."""
        return self.figure.unit.partition("_per_")[0]

    @property
    def traded(self) -> bool:
        """Whether it may be of trade: of one that is named, or of what the text is on."""
        return self.flow is not None or self.in_trade

    @property
    def right_before(self) -> str:
        """What stands right before it in its sentence."""
        return self.reading.text[max(self.sentence.start, self.figure.start - _REACH) : self.figure.start]
