"""A figure whose two ends are asked after, and all that may tell them."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Scene

#: Two ends, and by what rule they were found.
Found = tuple[Pair, str]


@dataclass(frozen=True, slots=True)
class Between:
    """A figure of a scene with what it measures and the trade that it is of; `last` is the one before it."""

    reading: Reading
    scene: Scene
    draft: Draft
    last: Draft | None
    context: Context
    flow: Flow | None
    measure: str

    @property
    def spoken_of(self) -> Pair:
        """The trade that the text was speaking of."""
        return self.context.spoken_of(self.scene.sentence.block)[0]
