"""What speaks for and against a figure: relations that hold, slips that would mend it, the size of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from statistics import median

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, allowed, distance, magnitude
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.pen.chance import by_chance
from tidewaiter.verdicts.relations.relation import Relation

#: What a mere bound says for a figure.
_BOUND = 0.1
#: How wide, as a share of itself, what the others allow may be for a slip in a digit to be told.
NARROW = Decimal("0.12")
#: And for a power of ten of a percentage, which rounded levels leave wide.
_NARROW_ENOUGH = Decimal("0.4")
#: Relations of which the others tell what a figure is, and how far from that one is no use.
_SIMPLE, _FAR = ("change", "sum", "share", "price"), Decimal("0.2")
#: Relations whose figures add up.
_ADDED, _WORKED_OUT = ("sum", "difference", "shares"), ("share", "change", "multiple")
#: How seldom another digit may fit by chance where no words tie the figures.
_SELDOM = 0.015
#: What the parts of a whole may be off by.
_WHOLLY = Decimal("0.01")
#: So many figures of a unit have a usual size.
_ENOUGH = 3


def weight(relation: Relation) -> float:
    """What a relation says for its figures: little where one of them is open ("more than doubled")."""
    closed = all(None not in (figure.low, figure.high) for figure in map(allowed, relation.claims))
    return relation.weight if closed else min(relation.weight, _BOUND)


def credible(claim: Claim, broken: Sequence[Relation], *, exact: bool) -> Sequence[slips.Slip]:
    """The slips to try: where only slots tie the figures, any digit may be off by chance."""
    left = [relation.computed(relation.claims.index(claim)) for relation in broken]
    shares = all(relation.kind == "shares" for relation in broken)
    if claim.unit in scope.RELATIVE and not shares and not any(narrow(figure, _NARROW_ENOUGH) for figure in left):
        # What rounded levels leave open for a percentage, some power of ten meets by chance.
        return ()
    if shares and claim.value == claim.value.to_integral_value():
        # Of whole percentages none was meant with a fraction.
        whole = (slip for slip in slips.recognisable(claim) if slip.suggested == slip.suggested.to_integral_value())
        return [slip for slip in whole if _told_by(claim, slip, broken)]
    if not exact:
        told = (slip for slip in slips.rearranged(claim) if _told_by(claim, slip, broken))
        return (*slips.candidates(claim, exact=False), *told)
    if any(relation.link == "stated" for relation in broken):
        return slips.candidates(claim)
    # So are they where any digit may have been another one, and the figure is long enough for that to be no chance.
    surely = (slip for slip in slips.mistyped(claim) if max(by_chance(claim, slip, room) for room in left) <= _SELDOM)
    return (*slips.recognisable(claim), *slips.lost(claim), *surely)


def _told_by(claim: Claim, slip: slips.Slip, broken: Sequence[Relation]) -> bool:
    """Whether a plain slip in a digit fits by no chance, though the others leave much room."""
    kinds = {relation.kind for relation in broken}
    if "rank" in kinds:
        # Between what comes before and what comes after in a rank there is little room.
        return True
    told = any(relation.kind == "direction" and relation.link == "stated" for relation in broken)
    if "direction" in kinds and slip.name == "digits_transposed" and (told or scope.is_price(claim)):
        # The text says that it rose, and it would have if two digits of one of the figures changed places.
        return True
    worked_out = any(r.kind in _ADDED or (r.kind in _WORKED_OUT and r.claims[0] is claim) for r in broken)
    # What adds up to the last digit does so by no chance, wide as roundings are together.
    return worked_out and all(r.to_the_digit(claim, slip.figure, slip.suggested) for r in broken)


def narrow(figure: Interval, share: Decimal = NARROW) -> bool:
    """Whether so little is allowed that a slip in a digit would not fit by chance."""
    if figure.low is None or figure.high is None:
        return False
    return figure.high - figure.low <= share * max(abs(figure.low), abs(figure.high))


def usual_sizes(claims: Sequence[Claim]) -> dict[str, float]:
    """The middle power of ten of the levels in each unit that has enough of them, whatever they measure."""
    logs: dict[str, list[float]] = defaultdict(list)
    for claim in claims:
        if scope.is_some(claim):
            logs[claim.unit].append(magnitude(claim.value))
    return {unit: median(sizes) for unit, sizes in logs.items() if len(sizes) >= _ENOUGH}


def usual_prices(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """The prices of a text by their unit."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if "_per_" in claim.unit and claim.value > 0:
            found[claim.unit].append(claim)
    return found


def completes(claim: Claim, suggested: Decimal, broken: Sequence[Relation], claims: Sequence[Claim]) -> bool:
    """Whether a part, if it were mended, would make the list of its sentence just the whole that it breaks."""
    for relation in broken:
        whole = relation.claims[0]
        if relation.kind != "parts" or whole is claim or whole.sentence == claim.sentence:
            continue
        others = [c for c in claims if c is not claim and c.sentence == claim.sentence and scope.alike(c, claim)]
        added = sum((c.value for c in others), suggested)
        if len(others) > 1 and abs(added - whole.value) <= _WHOLLY * whole.value:
            return True
    return False


def fits(
    claim: Claim, broken: Sequence[Relation], kept: Sequence[Relation], *, tried: Sequence[Interval]
) -> Callable[[Interval], bool]:
    """Whether a figure would mend what is broken and keep what holds; those already `tried` with another do."""
    wanted = [relation.computed(relation.claims.index(claim)) for relation in broken if relation.kind in _SIMPLE]

    def mends(figure: Interval) -> bool:
        if tried and figure in tried:
            return True
        # Most slips lead far from what the others allow: no need to try them in every relation.
        for computed in wanted:
            if distance(figure, computed) > _FAR:
                return False
        instead = {claim: figure}
        return all(relation.outcome(instead) == SUPPORTED for relation in broken) and all(
            relation.outcome(instead) != CONTRADICTED for relation in kept
        )

    return mends


def typical(claim: Claim, broken: Sequence[Relation]) -> Callable[[Decimal], float]:
    """How usual a suggested value would be, as the broken relations see it."""

    def weigh(value: Decimal) -> float:
        return min((relation.typical(relation.claims.index(claim), value) for relation in broken), default=1.0)

    return weigh
