"""Chinese in its two scripts: traditional characters as the simplified ones, one for one, so that offsets stay true."""

from __future__ import annotations

import re
from functools import cache

from tidewaiter.reference import tables

_HAN = re.compile("[一-鿿]")


def simplified(text: str) -> str:
    """A text with the simplified character for each traditional one; as long as before."""
    return text.translate(_characters()) if _HAN.search(text) else text


def in_either(pattern: str) -> str:
    """A regular expression whose Chinese characters, simplified ones, stand for the traditional ones as well.

    Only for one that has no classes of characters.
    """
    if pattern.isascii():
        return pattern
    others = _traditional()
    return "".join(f"[{char}{others[char]}]" if char in others else char for char in pattern)


@cache
def _traditional() -> dict[str, str]:
    """The traditional characters of each simplified one."""
    found: dict[str, str] = {}
    for pair in tables.mapping("han_scripts.yml")["pairs"].split():
        found[pair[1]] = found.get(pair[1], "") + pair[0]
    return found


@cache
def _characters() -> dict[int, int]:
    return {ord(pair[0]): ord(pair[1]) for pair in tables.mapping("han_scripts.yml")["pairs"].split()}
