"""What the matches of a pattern can begin with: where none of it stands, the pattern need not be tried.

Read off the pattern's own syntax tree, so that whoever writes patterns need not think of it. What is read is never too
narrow: an opening ends where the pattern turns too free to follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType
from typing import Any

#: So many characters of a text decide which patterns are tried there.
REACH = 6
#: A pattern that can begin in more ways than this is followed no further.
_MOST = 200
#: A set of more characters than this is not told one by one.
_WIDEST = 40
#: Characters from here on are nobody's.
_PRIVATE = 0xE000


def alike(text: str) -> str:
    """Lower case, every digit a nought and every space plain, up to the first letter whose case is not that simple."""
    return "".join(takewhile(bool, map(_alike, text)))


@lru_cache(maxsize=20_000)
def _alike(character: str) -> str:
    """What patterns that mind no case, and know digits and spaces as such, tell a character from; "" for any."""
    if character.isdecimal():
        return "0"
    if character.isspace():
        return " "
    low = character.lower()
    # "ſ" is matched by "s", and the Kelvin sign by "k": of other alphabets only what has no case is told apart.
    return low if character.isascii() or low == character == character.upper() else ""


class Openings:
    """Which of several patterns may match where a text goes on in some way; looked up, however many they are.

    `parts` are the pieces that the patterns name in braces: each is read once, in however many patterns it stands.
    """

    def __init__(self, patterns: Sequence[str] = (), parts: Mapping[str, str] = MappingProxyType({})) -> None:
        self._by_opening: dict[str, list[int]] = {}
        self._by_start: dict[int, dict[str, set[int]]] = {}
        self._syntax = _Syntax(parts)
        self._anywhere: re.Pattern[str] | None = None
        for number, pattern in enumerate(patterns):
            self.add(number, pattern)

    def add(self, number: int, pattern: str) -> None:
        """Look up one more pattern, too, under a number."""
        for opening in self._syntax.openings(pattern):
            self._by_opening.setdefault(opening, []).append(number)
        self._by_start = {}
        self._anywhere = None

    def at(self, beginning: str) -> list[int]:
        """The numbers of the patterns that may match before the first `REACH` characters of a text, in order."""
        key = alike(beginning)
        found = {number for size in range(len(key) + 1) for number in self._by_opening.get(key[:size], ())}
        if len(key) < REACH:
            found |= self._beginning(key)
        return sorted(found)

    def _beginning(self, key: str) -> set[int]:
        """The numbers of the patterns with an opening that begins with a key and goes on."""
        by_start = self._by_start.get(len(key))
        if by_start is None:
            by_start = self._by_start[len(key)] = {}
            for opening, numbers in self._by_opening.items():
                if len(opening) > len(key):
                    by_start.setdefault(opening[: len(key)], set()).update(numbers)
        return by_start.get(key, set())

    @property
    def anywhere(self) -> re.Pattern[str]:
        """A pattern of one character: what any of them can begin with."""
        if self._anywhere is None:
            self._anywhere = _one_character({opening[:1] for opening in self._by_opening})
        return self._anywhere


def _one_character(firsts: set[str]) -> re.Pattern[str]:
    if "" in firsts:
        return re.compile(r"[\s\S]")
    members = (r"\d" if first == "0" else r"\s" if first == " " else re.escape(first) for first in sorted(firsts))
    return re.compile(f"[{''.join(members)}]", re.IGNORECASE)


def openings(pattern: str, parts: Mapping[str, str] = MappingProxyType({})) -> frozenset[str]:
    """The ways in which a match of a pattern can begin, `alike`, of up to `REACH` characters; "" for any way."""
    return _Syntax(parts).openings(pattern)


def _tree(pattern: str) -> Iterable[tuple[Any, Any]] | None:
    """What a pattern is made of, as `re` reads it; None where this Python's `re` does not let it be seen.

    There is no public way to a pattern's parts: without this one every pattern is tried everywhere, which finds the
    same and takes longer.
    """
    try:
        from re import _parser  # type: ignore[attr-defined]

        parsed: Iterable[tuple[Any, Any]] = _parser.parse(pattern, re.IGNORECASE)
    except (ImportError, AttributeError):
        return None
    return parsed


#: Beginnings that the pattern goes on from, and those that are followed no further.
_Ways = tuple[set[str], set[str]]


class _Syntax:
    """Reads the beginnings off patterns; a piece in braces stands in them as one character of its own."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        self._names = {"{" + name + "}": chr(_PRIVATE + place) for place, name in enumerate(parts)}
        self._parts = {chr(_PRIVATE + place): part for place, part in enumerate(parts.values())}
        self._ways: dict[str, _Ways] = {}

    def openings(self, pattern: str) -> frozenset[str]:
        closed, ended = self._read(pattern)
        return frozenset(_shortest(closed | ended))

    def _read(self, pattern: str) -> _Ways:
        for name, character in self._names.items():
            pattern = pattern.replace(name, character)
        tree = _tree(pattern)
        return ({""}, set()) if tree is None else self._follow(tree)

    def _of_part(self, character: str) -> _Ways:
        if character not in self._ways:
            self._ways[character] = self._read(self._parts[character])
        return self._ways[character]

    def _follow(self, items: Iterable[tuple[Any, Any]]) -> _Ways:
        ways: _Ways = {""}, set()
        for operation, argument in items:
            ways = _then(ways, self._item(str(operation), argument))
            if not ways[0]:
                break
        return ways

    def _item(self, operation: str, argument: Any) -> _Ways:
        if operation == "LITERAL":
            character = chr(argument)
            return self._of_part(character) if character in self._parts else _one_of([character])
        if operation == "IN":
            members = _members(argument)
            pieces = [member for member in members or () if member in self._parts]
            plain = None if members is None else [member for member in members if member not in self._parts]
            return _either([_one_of(plain), *map(self._of_part, pieces)])
        if operation in {"AT", "ASSERT", "ASSERT_NOT"}:
            return {""}, set()
        if operation == "SUBPATTERN":
            return self._follow(argument[-1])
        if operation == "BRANCH":
            return _either([self._follow(branch) for branch in argument[1]])
        if operation in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            return self._repeated(*argument)
        return set(), {""}

    def _repeated(self, least: int, most: Any, items: Sequence[tuple[Any, Any]]) -> _Ways:
        once = self._follow(items)
        ways: _Ways = {""}, set()
        found: _Ways = (set(), set())
        for times in range(REACH + 1):
            if times >= least:
                found = found[0] | ways[0], found[1] | ways[1]
            if times >= int(most):
                return found
            ways = _then(ways, once)
        return found[0], found[1] | ways[0] | ways[1]


def _then(before: _Ways, after: _Ways) -> _Ways:
    going: set[str] = set()
    ended = set(before[1])
    # Of what follows only as much is told as there is room for: mostly little, and much of it alike.
    rooms: dict[int, _Ways] = {}
    for start in before[0]:
        room = REACH - len(start)
        if room not in rooms:
            rooms[room] = _cut(after, room)
        going.update([start + more for more in rooms[room][0]])
        ended.update([start + more for more in rooms[room][1]])
    if len(going) + len(ended) > _MOST:
        ended = _shortest(ended)
    if len(going) > _MOST:
        return set(), ended | going
    return going, ended


def _cut(ways: _Ways, room: int) -> _Ways:
    """Ways of no more than some characters; those that reach so far are followed no further."""
    far = {way[:room] for way in ways[0] if len(way) >= room}
    return {way for way in ways[0] if len(way) < room}, far | {way[:room] for way in ways[1]}


def _shortest(ways: set[str]) -> set[str]:
    """The ways that no other one is the beginning of; in order, a way is followed by all that it begins."""
    kept: list[str] = []
    for way in sorted(ways):
        if not kept or not way.startswith(kept[-1]):
            kept.append(way)
    return set(kept)


def _either(several: Sequence[_Ways]) -> _Ways:
    return set().union(*(ways[0] for ways in several)), set().union(*(ways[1] for ways in several))


def _members(items: Iterable[tuple[Any, Any]]) -> list[str] | None:
    """The characters of a set, or None where they are too many to tell."""
    found: list[str] = []
    for operation, argument in items:
        if str(operation) == "LITERAL":
            found.append(chr(argument))
        elif str(operation) == "RANGE" and argument[1] - argument[0] <= _WIDEST:
            found += map(chr, range(argument[0], argument[1] + 1))
        elif str(argument) in {"CATEGORY_DIGIT", "CATEGORY_SPACE"}:
            found.append("0" if str(argument) == "CATEGORY_DIGIT" else " ")
        else:
            return None
    return found


def _one_of(characters: list[str] | None) -> _Ways:
    if characters is None:
        return set(), {""}
    told = {_alike(character) for character in characters}
    return told - {""}, told & {""}
