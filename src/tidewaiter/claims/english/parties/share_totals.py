"""Whose the total is that a partner's share is of: "China bought $1.23 billion, or 30 percent of the total of $4.1"."""

from __future__ import annotations

from tidewaiter.claims.english.parties.between import Between, Found
from tidewaiter.claims.reading.context import Pair

_LEVELS, _MOVING = frozenset({"trade_value", "trade_quantity"}), frozenset({",", ";", "and", "to", "from"})


def total_of_share(between: Between) -> Found | None:
    """Of all that the other one trades: the other is the end that the sentence does not name."""
    last, draft = between.last, between.draft
    if last is None or draft.measure not in _LEVELS or draft.moved.relation != "none":
        return None
    said = between.reading.words(last.figure.end, draft.figure.begins)
    whole = said[:1] == ["of"] or (said[:2] == ["out", "of"] and last.figure.unit == draft.figure.unit)
    if not whole or "total" not in said or _MOVING & set(said) or not (last.pair.sender and last.pair.receiver):
        return None
    named = {p.code for p in between.scene.parties}
    sender, receiver = last.pair.sender, last.pair.receiver
    if (sender in named) == (receiver in named):
        return None
    found = Pair(sender, None, (sender,)) if receiver in named else Pair(None, receiver, (receiver,))
    return found, "the total that a share is of"
