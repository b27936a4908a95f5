"""How a claimed figure and a piece of evidence lie to each other, before anybody is blamed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tidewaiter.analysis.evidence import Evidence
from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, UNCHECKED, allowed, distance, excused, outcome

#: Two books of the same trade differ by this much without anybody being wrong: FOB against CIF, a later revision,
#: preliminary against final, the day of export against the day of import.
TOLERANCE = Decimal("0.10")
#: "More than 500,000" is true of five million, but nobody would say so.
FAR_MORE = Decimal(2)
#: "More than 10.6 million" in the book is 10.6-something: it bears out a figure just above, not one far above.
NEAR_BOUND = Decimal("1.25")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece of evidence and what it does to the claim.

    supported, loose; contradicted: it does not fit, whoever is to blame; unchecked: it leaves the claim possible.
    """

    evidence: Evidence
    outcome: str
    computed: Interval


def weigh(claim: Claim, evidence: Evidence) -> Weighed:
    """Hold a level against evidence in the same unit.

    A part or an upper bound supports a claim that is that very figure, and otherwise only says what is impossible. That
    there was nothing of a part does not say that there was nothing at all.
    """
    figure = evidence.figure
    found = outcome(claim, figure)
    if evidence.complete and not evidence.wide:
        if found == SUPPORTED and _far_beyond(claim, figure):
            found = LOOSE
        if found == SUPPORTED and _far_within(claim, figure):
            found = UNCHECKED
        return Weighed(evidence, found, figure)
    # That a part is just as much as its whole is no support: the whole's figure may have been given to the part.
    if found == SUPPORTED and evidence.made != "whole" and not _only_a_bound(claim) and claim.value != 0:
        return Weighed(evidence, SUPPORTED, figure)
    # What is at most so much, all of it and more, bears out that it was "up to" so much.
    if evidence.complete and evidence.bounds.within(allowed(claim)) and not _far_within(claim, figure):
        return Weighed(evidence, SUPPORTED, evidence.bounds)
    possible = excused(claim).meets(evidence.bounds)
    return Weighed(evidence, UNCHECKED if possible else CONTRADICTED, evidence.bounds)


def _only_a_bound(claim: Claim) -> bool:
    """Whether the claim is open on a side, so that meeting a part or a whole says little."""
    figure = allowed(claim)
    return figure.low is None or figure.high is None


def _far_beyond(claim: Claim, figure: Interval) -> bool:
    """Whether a claim of "more than" is true, but by so much that it misleads."""
    if claim.qualifier not in ("more_than", "at_least") or figure.low is None:
        return False
    return figure.low > claim.value * FAR_MORE


def _far_within(claim: Claim, figure: Interval) -> bool:
    """Whether only the open side of a printed "more than 10 million" lets the claim in."""
    claimed = allowed(claim)
    if figure.high is None and figure.low and claimed.low is not None:
        return claimed.low > figure.low * NEAR_BOUND
    if not figure.low and figure.high and claimed.high is not None:
        return claimed.high * NEAR_BOUND < figure.high
    return False


def apart(claim: Claim, weighed: Weighed) -> bool:
    """Whether the claim lies further from what was found than definitions and revisions can explain."""
    found, slack = weighed.computed, weighed.evidence.slack
    low = None if found.low is None else found.low - slack
    high = None if found.high is None else found.high + slack
    return distance(excused(claim), Interval(low, high)) > TOLERANCE
