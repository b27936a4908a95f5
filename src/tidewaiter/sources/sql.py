"""Quoting: how a text or a name goes into SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


def literal(text: str | None) -> str:
    """A string as SQL writes it; None is NULL."""
    return "NULL" if text is None else "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def literals(texts: Iterable[str]) -> str:
    """Strings for an IN list."""
    return ", ".join(literal(text) for text in texts)


def begins(column: str, prefixes: Iterable[str]) -> str:
    """The condition, in brackets, that a text begins with one of some prefixes; with none of them it never does.

    Many are looked up by their lengths: each row is asked a few times, not once for every prefix.
    """
    by_length: dict[int, set[str]] = defaultdict(set)
    for prefix in prefixes:
        by_length[len(prefix)].add(prefix)
    if not by_length:
        return "(FALSE)"
    return f"({' OR '.join(_begins(column, length, sorted(alike)) for length, alike in sorted(by_length.items()))})"


def _begins(column: str, length: int, prefixes: list[str]) -> str:
    """The same for prefixes of one length; one alone is written so that an engine may pass over what cannot hold it."""
    if len(prefixes) == 1:
        return f"{column} LIKE {literal(prefixes[0] + '%')}"
    return f"left({column}, {length}) IN ({literals(prefixes)})"
