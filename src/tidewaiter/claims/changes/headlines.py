"""Headlines leave out what their article says: a figure that the body repeats has the body's time and comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.claims.claim import Claim

_ABOVE = frozenset({"title", "heading"})
#: A headline rounds: half of the last place that it writes, or this part of a number written in full.
_ROUNDING = Decimal("0.005")


def completed(claims: Sequence[Claim], kinds: Sequence[str]) -> list[Claim]:
    """The claims (each with its sentence's kind), those of headlines filled from the first in the body like them."""
    body = [claim for claim, kind in zip(claims, kinds, strict=True) if kind not in _ABOVE]
    return [
        _filled(claim, body) if kind in _ABOVE and claim.measure != "count" else claim
        for claim, kind in zip(claims, kinds, strict=True)
    ]


def _filled(claim: Claim, body: list[Claim]) -> Claim:
    same = next((other for other in body if _alike(claim, other)), None)
    if same is None:
        return claim
    rules = dict(claim.rules)
    if claim.period is None and same.period is not None:
        claim = replace(claim, period=same.period)
        rules["period"] = "the same figure in the text"
    if claim.comparison == "none" and same.comparison != "none" and claim.period == same.period:
        claim = replace(claim, comparison=same.comparison, base_period=same.base_period)
        rules["comparison"] = "the same figure in the text"
    return replace(claim, rules=rules)


def _alike(claim: Claim, other: Claim) -> bool:
    """One figure, rounded perhaps, for one measure going one way between nobody else."""
    if (claim.measure, claim.unit, claim.direction) != (other.measure, other.unit, other.direction):
        return False
    if claim.partners and other.partners and not set(claim.partners) & set(other.partners):
        return False
    room = max(_last_place(claim.value) / 2, abs(claim.value) * _ROUNDING)
    return other.start > claim.start and abs(claim.value - other.value) <= room


def _last_place(value: Decimal) -> Decimal:
    """The worth of the last digit that is written: 20 has tens, 1.5 tenths; a whole number below 100 has ones."""
    exponent = value.normalize().as_tuple().exponent
    place = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return min(place, Decimal(1)) if abs(value) < 100 else place
