"""Phrases of a vocabulary, found token by token: the longest one that begins, or ends, at a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from tidewaiter.claims.numbers.tokens import cut

T = TypeVar("T")
_LEAF = ""


class Phrases(Generic[T]):
    """A trie of token sequences; the words of a phrase may also be joined by hyphens."""

    def __init__(self) -> None:
        self._forward: dict[str, Any] = {}
        self._backward: dict[str, Any] = {}

    def add(self, phrase: str, meaning: T) -> None:
        """Record a phrase; a later meaning of the same phrase replaces an earlier one."""
        self._plant(cut(phrase), meaning)
        if " " in phrase:
            self._plant(cut(phrase.replace(" ", "-")), meaning)

    def _plant(self, words: Sequence[str], meaning: T) -> None:
        for root, path in ((self._forward, words), (self._backward, words[::-1])):
            node = root
            for word in path:
                node = node.setdefault(word, {})
            node[_LEAF] = meaning

    def firsts(self) -> Iterator[str]:
        """The words that some phrase begins with."""
        return iter(self._forward)

    def at(self, words: Sequence[str], i: int) -> tuple[T, int] | None:
        """The longest phrase that begins at token i, and the index after it."""
        return self._walk(self._forward, words, i, 1)

    def before(self, words: Sequence[str], i: int) -> tuple[T, int] | None:
        """The longest phrase that ends just before token i, and the index of its first token."""
        found = self._walk(self._backward, words, i - 1, -1)
        return None if found is None else (found[0], found[1] + 1)

    @staticmethod
    def _walk(node: dict[str, Any], words: Sequence[str], i: int, step: int) -> tuple[T, int] | None:
        best: tuple[T, int] | None = None
        while (following := node.get(words[i])) is not None:
            node, i = following, i + step
            if _LEAF in node:
                best = (node[_LEAF], i)
        return best
