"""What a claim's wording allows, and how a computed figure compares with it.

Rounding alone never contradicts anybody: two figures contradict each other only where nothing that either wording
allows lies in the other, with room left for careless but fair wording.
"""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval, last_digit

SUPPORTED, LOOSE, CONTRADICTED, UNCHECKED = "supported", "loose", "contradicted", "unchecked"

#: A hedge that the reader of the claim gave no interval for: "about 100" holds for 90 to 110.
HEDGE = Decimal("0.10")
#: "nearly four times" for 3.5 is 12.5 % off: careless, not false. Beyond this a hedge no longer excuses a figure.
LOOSE_HEDGED = Decimal("0.18")
#: A bare figure is excused a cut instead of a rounding (14.56 as "14.5"): one step of its last digit beyond rounding,
#: but never more than this share of the figure, or "3 million" would excuse 4.5.
LOOSE_EXACT = Decimal("0.05")
#: "more than 10.6 million" where the books have 10.58: the writer rounded first.
LOOSE_BOUND = Decimal("0.03")

_HEDGED = ("approx", "nearly", "between")
_BOUNDS = ("more_than", "less_than", "at_least", "up_to")


def allowed(claim: Claim) -> Interval:
    """The interval that the wording allows; from value, rounding and hedge where the claim carries none."""
    if _in_words(claim):
        return Interval.exactly(claim.value).widened(HEDGE)
    if claim.low is not None or claim.high is not None:
        return Interval(claim.low, claim.high)
    value = claim.value
    if value == 0:
        return Interval.exactly(value)
    if claim.qualifier in ("more_than", "at_least"):
        return Interval(value, None)
    if claim.qualifier in ("less_than", "up_to"):
        return Interval(None, value)
    written = Interval.rounded(value, last_digit(value))
    if claim.qualifier == "nearly":
        return Interval(value - abs(value) * HEDGE, written.high)
    if claim.qualifier == "approx":
        hedged = Interval.exactly(value).widened(HEDGE)
        return hedged if written.within(hedged) else written
    return written


def _in_words(claim: Claim) -> bool:
    """Whether a bare multiple or fraction is a word: "doubled" and "a quarter" are never meant to the digit."""
    return (
        claim.unit in ("percent", "times")
        and claim.qualifier in ("exact", "approx")
        and not any(char.isdigit() for char in claim.text)
    )


def excused(claim: Claim) -> Interval:
    """The interval that careless but fair wording may be excused: the allowed one with room around it."""
    figure = allowed(claim)
    if claim.qualifier in _HEDGED or _in_words(claim):
        return figure.widened(LOOSE_HEDGED)
    if claim.qualifier in _BOUNDS:
        return figure.widened(LOOSE_BOUND)
    room = min(last_digit(claim.value), abs(claim.value) * LOOSE_EXACT)
    low = None if figure.low is None else figure.low - room
    high = None if figure.high is None else figure.high + room
    return Interval(low, high)


def outcome(claim: Claim, computed: Interval) -> str:
    """`supported`, `loose` or `contradicted`: the claim's interval against what was computed (same unit)."""
    if allowed(claim).meets(computed):
        return SUPPORTED
    return LOOSE if excused(claim).meets(computed) else CONTRADICTED


def distance(a: Interval, b: Interval) -> Decimal:
    """How far two intervals lie apart as a share of the nearer ends; 0 where they meet."""
    if a.meets(b):
        return Decimal(0)
    if a.high is not None and b.low is not None and a.high < b.low:
        near, far = a.high, b.low
    else:
        assert a.low is not None
        assert b.high is not None
        near, far = b.high, a.low
    size = max(abs(near), abs(far))
    return (far - near) / size if size else Decimal(0)
