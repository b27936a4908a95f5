"""What stands beside a figure that may move: the words of change, the word before it, its clause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tidewaiter.claims.english.measures.change_words import cues_of
from tidewaiter.claims.english.measures.held_up import word_before
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Movement, clause_at
from tidewaiter.claims.words.lexicon import Cue


@dataclass(frozen=True, slots=True)
class Beside:
    """`changes` are the words of change in the sentence, `left` those before the figure in its clause, of which
    `nearest` is the last; `adjacent` is the one that is `word`, the word before the figure and its hedges, which
    stands at `place`. `relative` figures are percentages and multiples. `move_of` tells how another figure of the
    sentence moves.
    """

    reading: Reading
    sentence: Sentence
    figure: Figure
    relative: bool
    changes: list[Cue]
    left: list[Cue]
    nearest: Cue | None
    adjacent: Cue | None
    word: str
    place: int
    move_of: Callable[[Figure], Movement]

    def word_of(self, cue: Cue) -> str:
        """A word of change as it stands there."""
        return self.reading.text[cue.start : cue.end].lower()

    def behind(self, reach: int) -> list[str]:
        """The words behind the figure within so many characters."""
        return self.reading.words(self.figure.end, self.figure.end + reach)


def beside(
    reading: Reading, sentence: Sentence, clauses: list[Clause], figure: Figure, move_of: Callable[[Figure], Movement]
) -> Beside:
    """What stands beside a figure of a sentence."""
    changes = cues_of(reading, sentence, figure)
    clause = clause_at(clauses, figure.start)
    left = [c for c in changes if c.end <= figure.start and clause.holds(c.start)]
    word, place = word_before(reading, sentence, figure)
    adjacent = next((c for c in left if c.start <= place < c.end), None)
    relative = figure.kind in RELATIVE
    nearest = left[-1] if left else None
    return Beside(reading, sentence, figure, relative, changes, left, nearest, adjacent, word, place, move_of)
