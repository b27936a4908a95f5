"""Chinese in its two scripts: traditional characters as the simplified ones, one for one, so that offsets stay true."""

from __future__ import annotations

from functools import cache

from tidewaiter.reference import tables


def simplified(text: str) -> str:
    """A text with the simplified character for each traditional one; as long as before."""
    return text if text.isascii() else text.translate(_characters())


@cache
def _characters() -> dict[int, int]:
    return {ord(pair[0]): ord(pair[1]) for pair in tables.mapping("han_scripts.yml")["pairs"].split()}
