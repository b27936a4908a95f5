"""Figures of which two relations that do not hold tell one and the same other number: no slip need explain them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.within.suspects import narrow

#: Two relations that tell the same number of a figure leave it no more room than this share of it.
_NARROW, _PAIR = Decimal("0.03"), 2
#: What a word for thousands, millions or billions too high or too low makes of a figure.
_SCALES = tuple(Decimal(1000) ** power for power in (-2, -1, 1, 2))
#: A figure with more broken relations is in a table.
_MOST = 8


def is_known(claim: Claim, broken: Sequence[Relation], claims: Sequence[Claim]) -> bool:
    """Whether two relations tell one and the same number of a figure, and of no other that both have.

    Where the text tells that number elsewhere, they may be about the other figure.
    """
    exact = [r for r in broken if r.exact and len(r.claims) > _PAIR and all(map(exactly_said, r.claims))]
    for one, other in combinations(exact[:_MOST], 2):
        shared = set(one.claims) & set(other.claims)
        agreed = [
            c for c in shared if _narrowly(one.computed(one.claims.index(c)), other.computed(other.claims.index(c)))
        ]
        if agreed == [claim] and set(one.claims) != set(other.claims):
            rooms = [relation.computed(relation.claims.index(claim)) for relation in (one, other)]
            if any(claim.value * scale in room for scale in _SCALES for room in rooms):
                # "$1.6 billion in all: $739.2 billion (46.2%) …": a list may be in the wrong scale throughout.
                return False
            return not any(c.unit == claim.unit and all(c.value in room for room in rooms) for c in claims)
    return False


def _narrowly(one: Interval, other: Interval) -> bool:
    return one.meets(other) and narrow(one, _NARROW) and narrow(other, _NARROW)
