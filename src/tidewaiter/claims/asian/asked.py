"""What is asked of a Korean or a Chinese text: which of the two it is."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Scene


@dataclass(frozen=True)
class OfText:
    """Something in a text of one of the two languages."""

    reading: Reading

    @property
    def korean(self) -> bool:
        """Whether the text is Korean."""
        return self.reading.language == "ko"

    @property
    def chinese(self) -> bool:
        """Whether the text is Chinese."""
        return self.reading.language == "zh"


@dataclass(frozen=True)
class OfScene(OfText):
    """Something in a sentence of such a text, with what the rules have made of it."""

    scene: Scene

    @property
    def sentence(self) -> Sentence:
        """The sentence that it stands in."""
        return self.scene.sentence
