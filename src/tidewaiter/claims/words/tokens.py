"""Words and marks of a text with their offsets, made once and walked by every rule that looks left or right."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

# Capitals with stops ("U.S.") stay one word, a possessive 's is a word of its own, a hyphen is a mark. No branch can
# match the empty string and none nests a quantifier, so that a scan is linear. Plain letters come first, and are sets
# of their own, because most of a text is made of them; so is the space before a token, which is stepped over at once.
_TOKEN = re.compile(
    r"( *)([a-z]+[^\W\d_]*|(?:[A-Z]\.){2,}|[A-Z][a-z]*[^\W\d_]*|[^\W\d_]+|['’]s\b|\d[\d,.]*\d|\d|--+|[^\s\w]|_)"
)
#: A dash as typewriters have it.
_TYPED, _DASH = "--", "—"


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
    _, starts, ends = cut(_TOKEN, text)
    lowered = fold(text)
    words = [lowered[start:end] for start, end in zip(starts, ends, strict=True)]
    if _TYPED in text:
        words = [_DASH if word.startswith(_TYPED) else word for word in words]
    return Tokens(starts, ends, words)


def cut(token: re.Pattern[str], text: str) -> tuple[list[str], list[int], list[int]]:
    """The tokens of a text, and where they start and end; the pattern is one group of spaces and one of the token.

    A text split at its tokens is gaps, spaces and tokens in turn, and the sums of their lengths are the offsets: no
    object is made of a match, which would take as long again.
    """
    parts = token.split(text)
    offsets = list(accumulate(map(len, parts)))
    return parts[2::3], offsets[1::3], offsets[2::3]
