"""A Korean or Chinese figure whose time is asked after."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.asian.asked import OfScene
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.scene import When


@dataclass(frozen=True)
class AskedFigure(OfScene):
    """The figure in its sentence, and what the text has told before."""

    figure: Figure
    context: Context

    @property
    def whens(self) -> list[When]:
        """The times of that sentence."""
        return self.scene.whens

    @property
    def level(self) -> bool:
        """Whether it is an amount, and no percentage or multiple."""
        return self.figure.kind not in RELATIVE

    @property
    def last(self) -> Figure | None:
        """The figure before it in its sentence."""
        return next((f for f in reversed(self.sentence.figures) if f.end <= self.figure.start), None)

    def within(self, when: When) -> bool:
        """Whether it stands where a time holds: one in brackets is of what stands there."""
        return when.clause.kind != "aside" or when.clause.holds(self.figure.start)
