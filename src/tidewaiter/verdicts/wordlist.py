"""A list of words looked for in texts: first whether their letters are there at all, and only then whether as words.

Most texts have none of a list's words, and plain letters are found many times sooner than patterns, which need not even
be compiled then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from tidewaiter.reference.han_scripts import simplified

#: Words of which each has a pattern of its own.
_KEPT = 4096
#: Texts that are remembered as they are looked into.
_LATELY = 256


class WordList:
    """Words in the order in which they are preferred, without regard to case; one ending in `*` is a beginning."""

    def __init__(self, words: Iterable[str], as_pattern: Callable[[str], str]) -> None:
        """`as_pattern` tells how a word is looked for; its matches hold the word's letters."""
        self._words = [(simplified(word.removesuffix("*").casefold()), as_pattern(word)) for word in words]

    @property
    def source(self) -> str:
        """What the words are looked for by, as one alternation."""
        return "|".join(pattern for _, pattern in self._words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All words at once: to tell where they stand."""
        return re.compile(self.source, re.IGNORECASE)

    def may_stand(self, text: str) -> bool:
        """Whether the letters of one of them are there, be it inside another word."""
        low = _folded(text)
        for stem, _ in self._words:  # noqa: SIM110 - asked of each figure's words, by many lists
            if stem in low:
                return True
        return False

    def holds(self, text: str) -> bool:
        """Whether one of them is there."""
        low = _folded(text)
        for stem, pattern in self._words:  # noqa: SIM110 - asked of each figure's words, by many lists
            if stem in low and _compiled(pattern).search(text):
                return True
        return False

    def blanked(self, text: str) -> str:
        """A text with spaces in place of them, as long as before."""
        low = _folded(text)
        there = [pattern for stem, pattern in self._words if stem in low]
        return _compiled("|".join(there)).sub(_spaces, text) if there else text


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


@lru_cache(maxsize=_LATELY)
def _folded(text: str) -> str:
    """A text as the letters of words are looked for in it; one list after another asks of the same."""
    return simplified(text.casefold())


@lru_cache(maxsize=_KEPT)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
