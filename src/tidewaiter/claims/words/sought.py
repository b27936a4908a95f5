"""Patterns that are tried only where letters stand without which they cannot match.

A rule that looks for what is rarely said costs most where it finds nothing. Which letters each match must hold is read
off the pattern itself, so that whoever writes one need not think of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

#: More alternatives than this take as long to look for as the pattern itself; words of so many letters are all rare.
_MOST, _RARE = 40, 4
#: Letters of other alphabets that a pattern which minds no case takes for plain ones: "ſ" for "s", the Kelvin sign.
_ALSO = "ſKİı"
#: One of these must stand in every match; none told where nothing is known of it.
_Signs = frozenset[str]
_UNKNOWN: _Signs = frozenset()


class Sought:
    """A pattern for what is rarely said."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._written, self._flags = pattern, flags
        self._pattern = re.compile(pattern, flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Its first match in a text."""
        return self._pattern.search(text) if self.may_match(text) else None

    def may_match(self, text: str) -> bool:
        """Whether letters that each match holds stand in a text."""
        if not self.signs:
            return True
        low = text.lower()
        for sign in self.signs:
            if sign in low:
                return True
        return not low.isascii() and any(letter in text for letter in _ALSO)

    @cached_property
    def signs(self) -> _Signs:
        """What one of must stand in every match, in lower case; empty where that is not known."""
        try:
            from re import _parser  # type: ignore[attr-defined]

            items = _parser.parse(self._written, self._flags)
        except (ImportError, AttributeError):
            # There is no public way to a pattern's parts: without this one it is tried everywhere.
            return _UNKNOWN
        signs = _signs(items)
        return signs if len(signs) <= _MOST else _UNKNOWN


def _signs(items: Iterable[tuple[Any, Any]]) -> _Signs:
    """The best signs of things that all must stand in a row."""
    ways, run = [], ""
    for operation, argument in items:
        if str(operation) == "LITERAL":
            letter = chr(argument)
            # Where a letter has other forms that are not ASCII, it is told by its neighbours.
            run, ended = (run + letter.lower(), "") if _is_simple(letter) else ("", run)
        else:
            run, ended = "", run
            ways.append(_of_one(str(operation), argument))
        ways.append(_one_sign(ended))
    return max([*ways, _one_sign(run)], key=_telling)


def _one_sign(run: str) -> _Signs:
    return frozenset([run]) if run else _UNKNOWN


def _of_one(operation: str, argument: Any) -> _Signs:
    if operation == "SUBPATTERN":
        return _signs(argument[-1])
    if operation == "BRANCH":
        return _either([_signs(branch) for branch in argument[1]])
    if operation in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"} and argument[0] > 0:
        return _signs(argument[2])
    return _UNKNOWN


def _either(several: list[_Signs]) -> _Signs:
    """The signs of things one of which must stand there."""
    if not all(several):
        return _UNKNOWN
    every = frozenset[str]().union(*several)
    return frozenset(sign for sign in every if not any(other in sign for other in every if other != sign))


def _telling(signs: _Signs) -> tuple[int, int, int]:
    """Signs tell most that are words, and few."""
    shortest = min(map(len, signs), default=0)
    return min(shortest, _RARE), -len(signs), shortest


def _is_simple(letter: str) -> bool:
    return letter.isascii() or letter.lower() == letter == letter.upper()
