"""What is asked of a Korean figure and the words of change around it: how it moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import Cue


@dataclass(frozen=True, slots=True)
class AskedMove:
    """A figure and its sentence's words of change; it ends, with its brackets, at `beyond`.

    `following` is the next figure, `after` the change right behind this one, before that.
    """

    reading: Reading
    sentence: Sentence
    changes: Sequence[Cue]
    figure: Figure
    text: str
    beyond: int
    following: Figure | None
    after: Cue | None

    @property
    def next_alike(self) -> Figure | None:
        """The next figure of its kind."""
        own = self.figure
        return next((f for f in self.sentence.figures if f.start > own.end and f.kind == own.kind), None)

    @property
    def before(self) -> Figure | None:
        """The figure before it."""
        return next((f for f in reversed(self.sentence.figures) if f.end <= self.figure.start), None)

    def change_from(self, start: int, reach: int) -> Cue | None:
        """The first change that begins so near behind a place."""
        return next((c for c in self.changes if start <= c.start <= start + reach), None)
