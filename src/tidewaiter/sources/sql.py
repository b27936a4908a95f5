"""Quoting: how a text or a name goes into SQL."""

from __future__ import annotations

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
