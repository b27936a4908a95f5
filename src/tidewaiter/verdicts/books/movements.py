"""Changes, multiples, differences and shares: two figures of the ledger, and what they make together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tidewaiter.analysis import compare
from tidewaiter.analysis.evidence import Evidence
from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, UNCHECKED, allowed, outcome

#: Either figure may have been revised by this share since the writer compared them.
REVISION = Decimal("0.05")
#: A change is worked out from unrounded figures, often in the book's own currency: a point is no difference.
POINT = Decimal(1)
#: A change is called wrong where the later figure would have to be so many times what it is.
FAR = Decimal("1.5")
_ONE = Interval.exactly(Decimal(1))
_HUNDRED = Interval.exactly(Decimal(100))


@dataclass(frozen=True, slots=True)
class Moved:
    """Two pieces of evidence and what they make, in the claim's unit and its own direction.

    `outcome` as for a level: unchecked where a revision of either figure could bring the claim about.
    """

    now: Evidence
    base: Evidence
    computed: Interval
    outcome: str


def movements(claim: Claim, kind: str, now: Iterable[Evidence], base: Iterable[Evidence]) -> list[Moved]:
    """Every pair of figures of one book; a part or an upper bound has no change."""
    befores = [evidence for evidence in base if stands(evidence)]
    return [
        _moved(claim, kind, after, before)
        for after in now
        if stands(after)
        for before in befores
        if (after.kind, after.reporter) == (before.kind, before.reporter) and _same_book(after, before)
    ]


def stands(evidence: Evidence) -> bool:
    """Whether a figure can be compared with another: it is of just what was asked."""
    return evidence.complete and evidence.made not in ("part", "whole")


def _same_book(one: Evidence, other: Evidence) -> bool:
    return one.kind == "published" or (one.source == other.source and one.flow == other.flow)


def _moved(claim: Claim, kind: str, now: Evidence, base: Evidence) -> Moved:
    computed = compute(claim, kind, now.figure, base.figure)
    found = outcome(claim, computed)
    if found == CONTRADICTED and claim.unit == "percent" and _room(allowed(claim)).meets(computed):
        found = LOOSE
    if found == CONTRADICTED and not _far(claim, kind, _revised(now), _revised(base)):
        found = UNCHECKED
    if found == SUPPORTED and (computed.low is None or computed.high is None):
        found = UNCHECKED
    return Moved(now, base, computed, found)


def _room(figure: Interval) -> Interval:
    return figure + Interval(-POINT, POINT)


def compute(claim: Claim, kind: str, now: Interval, base: Interval) -> Interval:
    """What two figures make, in the claim's unit: positive where it is in the direction that the claim says."""
    falls = claim.direction == "decrease"
    if kind == "change":
        change = compare.change(now, base)
        return -change if falls else change
    if kind == "difference":
        return compare.difference(base, now) if falls else compare.difference(now, base)
    if kind == "share":
        share = compare.share(now, base)
        return share if claim.unit == "percent" else share / _HUNDRED
    times = compare.multiple(now, base)
    if claim.unit == "percent":
        return times * _HUNDRED if times.low is not None else times
    # "Three times less" is a third.
    return compare.multiple(base, now) if falls and claim.value > 1 else times


def _revised(evidence: Evidence) -> Interval:
    """What a figure may have been, or become, in another release."""
    figure = evidence.figure.widened(REVISION)
    low = None if figure.low is None else max(figure.low - evidence.slack, Decimal(0))
    return Interval(low, None if figure.high is None else figure.high + evidence.slack)


def _far(claim: Claim, kind: str, now: Interval, base: Interval) -> bool:
    """Whether two figures, as wide as they are, cannot come near the claim: neither its direction nor its size."""
    if kind not in ("change", "multiple"):
        return False
    found = compare.multiple(now, base)
    claimed = _multiple(claim, kind)
    if claimed is None or claimed.meets(found):
        return False
    for lower, upper in ((claimed.high, found.low), (found.high, claimed.low)):
        if lower is not None and upper is not None and lower < upper:
            return lower <= 0 or upper / lower >= FAR
    return False


def _multiple(claim: Claim, kind: str) -> Interval | None:
    """The claim as what the earlier figure is multiplied with; None where no direction is said, or it cannot be."""
    figure = allowed(claim)
    if claim.unit == "percent" and kind == "multiple":
        return figure / _HUNDRED
    if claim.unit == "percent":
        if claim.direction not in ("increase", "decrease"):
            return None
        share = figure / _HUNDRED
        times = _ONE - share if claim.direction == "decrease" else _ONE + share
        if times.high is not None and times.high < 0:
            return None  # nothing falls by more than all of it
        return Interval(max(times.low or Decimal(0), Decimal(0)), times.high)
    if claim.direction == "decrease" and claim.value > 1:
        return None
    return figure


def pairs_of(moved: Iterable[Moved], wanted: str) -> Iterator[Moved]:
    """Those with one outcome, figures that stand in the book as they are before those put together."""
    chosen = [one for one in moved if one.outcome == wanted]
    yield from sorted(chosen, key=lambda one: (one.now.made != "direct") + (one.base.made != "direct"))
