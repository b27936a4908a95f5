"""Which other levels of a text a percentage would be right for, where it does not fit those that it stands beside."""

from __future__ import annotations

from dataclasses import replace

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, allowed
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.factor import Multiple
from tidewaiter.verdicts.relations.level_index import LevelIndex
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.triangles import Change, nearly

#: Levels that a percentage without a home is tried on.
_SEARCHED = 30
#: How far before an amount it is called a total.
_CALLED = 24


def instead(broken: Change, index: LevelIndex) -> tuple[Claim, Claim] | None:
    """Other levels of the same goods and flow that a percentage would be right for; those of its own period first."""
    claim, after, before = broken.claims
    levels = index.like(claim)[:_SEARCHED]
    days = scope.period(claim)
    for later in sorted(levels, key=lambda level: scope.period(level) != days):
        for earlier in levels:
            if later is earlier or later.unit != earlier.unit or (later, earlier) == (after, before):
                continue
            if scope.same_period(later, earlier) or later.start == earlier.start:
                continue
            if not nearly(float(claim.value), float(later.value), float(earlier.value)):
                continue
            if later.unit != after.unit and not _to_the_digit(claim, later, earlier):
                # "5.4万吨" in a headline and 48,000 tonnes are right for many a percentage.
                continue
            if _after(later, earlier) and Change((claim, later, earlier)).outcome() == SUPPORTED:
                return later, earlier
    return None


def _to_the_digit(claim: Claim, later: Claim, earlier: Claim) -> bool:
    """Whether two levels make a percentage as they are printed, and not only by their rounding."""
    return Change((claim, later, earlier)).to_the_digit(claim, allowed(claim), claim.value)


def beside(passage: Passage, broken: Change) -> tuple[Claim, Claim] | None:
    """ "1만3258t(2억 달러)으로 1만469t(7천만 달러)보다 26.6%": levels in another unit, one beside each of these."""
    claim, *step = broken.claims
    here = [c for c in passage.claims if c.sentence == claim.sentence and scope.is_level(c) and c.value > 0]
    for unit in sorted({c.unit for c in here} - {step[0].unit}):
        told = [c for c in here if c.unit == unit]
        if len(told) == len(step):
            first, second = told if step[0].start < step[1].start else told[::-1]
            if _to_the_digit(claim, first, second) and Change((claim, first, second)).outcome() == SUPPORTED:
                return first, second
    return None


def of_trade(passage: Passage, broken: Change) -> tuple[Claim, Claim] | None:
    """ "Trade was 2.43 billion. Exports were 2.22 and imports 0.21, 52% less than in 2017 (5.06)": of the trade."""
    claim, after, before = broken.claims
    if scope.direction(after) is None:
        return None
    told = (c for c in passage.claims if c.unit == after.unit and c.start < after.start and scope.is_level(c))
    trades = (c for c in told if passage.adjoining(c, claim) and scope.direction(c) is None and c.value > after.value)
    fits = (c for c in trades if Change((claim, c, before)).outcome() == SUPPORTED and scope.same_goods(c, after))
    return next(((trade, before) for trade in fits), None)


def of_a_total(passage: Passage, broken: Change) -> tuple[Claim, Claim] | None:
    """ "Trade was 10, exports 8 and imports 2. A year before the total had been 11, a fall of 9%": of the trade."""
    claim, after, before = broken.claims
    if not says("total", passage.lead(before, reach=_CALLED)) or says("total", passage.lead(after, reach=_CALLED)):
        return None
    told = (c for c in passage.claims if c.unit == before.unit and c.start < after.start and scope.is_level(c))
    wholes = (c for c in told if passage.block(c) == passage.block(after) and c.value > after.value)
    return next(((c, before) for c in wholes if Change((claim, c, before)).outcome() == SUPPORTED), None)


def _after(later: Claim, earlier: Claim) -> bool:
    first, second = scope.period(earlier), scope.period(later)
    return first is not None and second is not None and first.last_day < second.last_day


def of_any(passage: Passage, broken: Relation) -> bool:
    """Whether slots alone tie a percentage or multiple to two figures that it does not fit, and it fits another.

    "The peak of 403.6 million was 6.4 times the value of 2013": of the 63.5 million that were read to be of 2012.
    """
    if broken.link != "far" or not isinstance(broken, Change | Multiple) or broken.outcome() != CONTRADICTED:
        return False
    step, after, before = broken.claims
    told = (c for c in passage.claims if c.unit == before.unit and c.start < step.start and scope.is_some(c))
    others = (c for c in told if c not in broken.claims and passage.near(c, step) and not scope.same_period(c, after))
    return any(replace(broken, claims=(step, after, c)).outcome() == SUPPORTED for c in others)


def of_the_sum(passage: Passage, broken: Change) -> bool:
    """Whether a percentage is right for what was sold and bought together: "exports were 2.22 billion and imports 0.21,
    52% less than in 2017 (5.06)".
    """
    claim, after, before = broken.claims
    ways = (c for c in passage.claims if c.sentence == after.sentence and c.unit == after.unit and scope.is_level(c))
    return any(
        scope.both_ways(other, after)
        and nearly(float(claim.value), float(other.value + after.value), float(before.value))
        for other in ways
    )


def is_uneven(relation: Relation) -> bool:
    """Whether slots alone set a month against a year that it does not fit: "in ten months it came to 65% of 2019's"."""
    if relation.link == "stated" or relation.outcome() != CONTRADICTED:
        return False
    after, before = (scope.period(claim) for claim in relation.claims[1:3])
    return after is not None and before is not None and after.is_month != before.is_month
