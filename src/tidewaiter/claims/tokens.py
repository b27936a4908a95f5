"""Words and marks of a text with their offsets, made once and walked by every rule that looks left or right."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

# Capitals with stops ("U.S.") stay one word, a possessive 's is a word of its own, a hyphen is a mark. No branch can
# match the empty string and none nests a quantifier, so that a scan is linear.
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+|['’]s\b|\d[\d,.]*\d|\d|[^\s\w]|_")


def fold(text: str) -> str:
    """Lower case, one character for one (a few letters grow when they are lowered: those stay)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: where each token starts and ends, and its lower-case text."""

    starts: list[int]
    ends: list[int]
    words: list[str]

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def before(self, offset: int) -> int:
        """Index of the last token that ends at or before an offset; -1 for none."""
        return bisect_right(self.ends, offset) - 1


def tokenize(text: str) -> Tokens:
    """Every token of a text, in order."""
    lowered = fold(text)
    spans = [match.span() for match in _TOKEN.finditer(text)]
    return Tokens([s for s, _ in spans], [e for _, e in spans], [lowered[s:e] for s, e in spans])
