"""Phrases of a vocabulary, found token by token: the longest one that begins, or ends, at a place."""

from __future__ import annotations

from collections.abc import KeysView, Sequence
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

    def firsts(self) -> KeysView[str]:
        """The words that some phrase begins with."""
        return self._forward.keys()

    def at(self, words: Sequence[str], i: int) -> tuple[T, int] | None:
        """The longest phrase that begins at token i, and the index after it."""
        node = self._forward.get(words[i])
        return None if node is None else self._walk(node, words, i + 1, 1)

    def before(self, words: Sequence[str], i: int) -> tuple[T, int] | None:
        """The longest phrase that ends just before token i, and the index of its first token."""
        node = self._backward.get(words[i - 1])
        found = None if node is None else self._walk(node, words, i - 2, -1)
        return None if found is None else (found[0], found[1] + 1)

    @staticmethod
    def _walk(node: dict[str, Any], words: Sequence[str], i: int, step: int) -> tuple[T, int] | None:
        """The longest phrase from a node on, whose next word would stand at token i."""
        best: tuple[T, int] | None = None
        following: dict[str, Any] | None = node
        while following is not None:
            if _LEAF in following:
                best = (following[_LEAF], i)
            following = following.get(words[i])
            i += step
        return best
