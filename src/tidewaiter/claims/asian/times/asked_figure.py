"""A Korean or Chinese figure whose time is asked after."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Scene, When

#: Kinds of figures that are percentages or multiples.
RELATIVE = frozenset({"percent", "percentage_points", "times"})


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """The figure in its sentence, and what the text has told before."""

    reading: Reading
    scene: Scene
    figure: Figure
    context: Context

    @property
    def sentence(self) -> Sentence:
        """The sentence that the figure stands in."""
        return self.scene.sentence

    @property
    def whens(self) -> list[When]:
        """The times of that sentence."""
        return self.scene.whens

    @property
    def korean(self) -> bool:
        """Whether the text is Korean."""
        return self.reading.language == "ko"

    @property
    def chinese(self) -> bool:
        """Whether the text is Chinese."""
        return self.reading.language == "zh"

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
