"""What is asked of a percentage or a fraction in Korean and Chinese: whether it is a part of a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Movement


@dataclass(frozen=True, slots=True)
class AskedShare:
    """A figure with the one before it and the one behind it in its sentence; `still`: nothing says that it moved."""

    reading: Reading
    sentence: Sentence
    figure: Figure
    moved: Movement
    text: str
    before: Figure | None
    following: Figure | None
    percent: bool
    still: bool

    def ahead(self, reach: int) -> int:
        """Where the text before the figure begins that a rule may look at."""
        return max(self.sentence.start, self.figure.start - reach)

    def told_before(self, offset: int) -> bool:
        """Whether a word of shares stands before a place."""
        return any(c.end <= offset for c in self.sentence.cues_of("share"))


#: True or False where it knows, None where it does not.
ShareRule = Callable[[AskedShare], bool | None]
