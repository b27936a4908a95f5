"""Words that every match of a pattern holds: where a text has none of them, the pattern need not be looked at.

Read off the pattern as it is written, which costs far less than compiling it. Of what cannot be told nothing is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

#: Sets of words: one of each set is needed.
Needed = frozenset[frozenset[str]]
_NOTHING: Needed = frozenset()
#: A piece of a pattern: a part in braces, what opens, parts or ends a group, a word without a letter that may be
#: missing, or anything else; behind it, whether all of it may be missing.
_PIECE = re.compile(
    r"(?:\{(?P<part>\w+)\}"
    r"|(?P<aside>\(\?<?[=!])"
    r"|(?P<group>\((?:\?(?:P<\w+>|[a-z-]*:))?)"
    r"|(?P<bar>\|)|(?P<end>\))"
    r"|(?P<word>[^\W\d_]{2,}(?![?*{]))"
    r"|\\.|\[(?:\\.|[^\]\\])*\]|.)"
    r"(?P<optional>[?*]|\{0)?",
    re.DOTALL,
)


def folded(text: str) -> str:
    """A text in which words are looked for; patterns that mind no case take a dotless i for one with a dot."""
    return text.casefold().replace("ı", "i")


class Needs:
    """Reads what patterns need; `parts` are the pieces that they name in braces, each read once."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        self._parts = parts
        self._known: dict[str, Needed] = {}

    def of(self, pattern: str) -> Needed:
        """Sets of words, `folded`: every match of a pattern holds one of each."""
        return self._ways(_PIECE.finditer(pattern))[0]

    def _of_part(self, name: str) -> Needed:
        if name not in self._known:
            self._known[name] = self.of(self._parts[name]) if name in self._parts else _NOTHING
        return self._known[name]

    def _ways(self, pieces: Iterator[re.Match[str]]) -> tuple[Needed, bool]:
        """What the ways of a group need, up to its end, and whether all of it may be missing."""
        ways = [_NOTHING]
        for piece in pieces:
            if piece["end"]:
                return _any_of(ways), bool(piece["optional"])
            if piece["bar"]:
                ways.append(_NOTHING)
            else:
                ways[-1] |= self._of_piece(piece, pieces)
        return _any_of(ways), False

    def _of_piece(self, piece: re.Match[str], pieces: Iterator[re.Match[str]]) -> Needed:
        """What a piece needs, with all that follows of it where it opens a group."""
        if piece["group"] or piece["aside"]:
            found, optional = self._ways(pieces)
            return _NOTHING if optional or piece["aside"] else found
        if piece["optional"]:
            return _NOTHING
        if piece["part"]:
            return self._of_part(piece["part"])
        return frozenset([frozenset([folded(piece["word"])])]) if piece["word"] else _NOTHING


def _any_of(ways: list[Needed]) -> Needed:
    """What is needed whichever way is taken: of several ways one set, of that of each which tells most."""
    if len(ways) == 1:
        return ways[0]
    return frozenset([frozenset().union(*(max(way, key=_telling) for way in ways))]) if all(ways) else _NOTHING


def _telling(words: frozenset[str]) -> tuple[int, int]:
    """How much is told by a text's having none of some words: more by long ones, and by few."""
    return min(map(len, words)), -len(words)
