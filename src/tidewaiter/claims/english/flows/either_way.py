"""Words of trade that say nothing of which way goods go: "shipments", but not "outbound shipments"."""

from __future__ import annotations

from collections.abc import Iterable

from tidewaiter.claims.words.lexicon import words

_EITHER_WAY, _DIRECTED = words("either_way"), words("directed")


def either_way(said: Iterable[str]) -> bool:
    """Whether the words of a flow leave open who sends and who receives."""
    spoken = frozenset(said)
    return not _EITHER_WAY.isdisjoint(spoken) and _DIRECTED.isdisjoint(spoken)
