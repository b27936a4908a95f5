"""What stands beside a figure that may move: the words of change, the word before it, its clause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from tidewaiter.claims.english.measures.change_words import cues_of
from tidewaiter.claims.english.measures.held_up import word_before
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Movement, clause_at
from tidewaiter.claims.words.lexicon import Cue

_RELATIVE = frozenset({"percent", "percentage_points", "times"})


@dataclass(frozen=True)
class Beside:
    """`move_of` tells how another figure of the sentence moves."""

    reading: Reading
    sentence: Sentence
    clauses: list[Clause]
    figure: Figure
    move_of: Callable[[Figure], Movement]

    @cached_property
    def relative(self) -> bool:
        """Whether the figure is a percentage or a multiple."""
        return self.figure.kind in _RELATIVE

    @cached_property
    def changes(self) -> list[Cue]:
        """The words of change in the sentence."""
        return cues_of(self.reading, self.sentence, self.figure)

    @cached_property
    def left(self) -> list[Cue]:
        """Those of them that stand before the figure in its clause."""
        clause = clause_at(self.clauses, self.figure.start)
        return [c for c in self.changes if c.end <= self.figure.start and clause.holds(c.start)]

    @property
    def nearest(self) -> Cue | None:
        """The last of these."""
        return self.left[-1] if self.left else None

    @cached_property
    def adjacent(self) -> Cue | None:
        """The one of them that is the word before the figure."""
        return next((c for c in self.left if c.start <= self.place < c.end), None)

    @cached_property
    def _before(self) -> tuple[str, int]:
        return word_before(self.reading, self.sentence, self.figure)

    @property
    def word(self) -> str:
        """The word before the figure and its hedges."""
        return self._before[0]

    @property
    def place(self) -> int:
        """Where that word stands."""
        return self._before[1]

    def word_of(self, cue: Cue) -> str:
        """A word of change as it stands there."""
        return self.reading.text[cue.start : cue.end].lower()

    def behind(self, reach: int) -> list[str]:
        """The words behind the figure within so many characters."""
        return self.reading.words(self.figure.end, self.figure.end + reach)
