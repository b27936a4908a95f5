"""By how much one figure must be more suspicious than another before it alone is accused."""

from __future__ import annotations

from tidewaiter.verdicts.intervals import printed_decimals
from tidewaiter.verdicts.within.accusation import Accusation

#: Where the next suspect of the same relation is as near as this, nothing tells the two apart: where a slip explains
#: either, by how well the text ties them (near is as good as stated where the one follows from the other); and where a
#: slip explains one or neither.
_CLEARLY = {"stated": 0.1, "near": 0.2, "far": 0.4}
#: Of a rank either figure may be the wrong one; so may a price and an amount whose point the same slip would move.
_RANK = 0.6
_BARELY = 0.05
#: A figure of so few digits may have lost one.
_COARSE = 2
_SAME_SLIP, _SCALES, _UNPOINTED = 0.25, 0.4, 0.8


def margin(accusation: Accusation, rival: Accusation) -> float:
    """By how much a figure must be more suspicious than another of its relation."""
    relation, one, other = accusation.relation, accusation.guess, rival.guess
    if one is None and other is None:
        # That it was worked out from the others says little where one of those is as coarse.
        digits, others = (sum(map(str.isdigit, each.claim.text)) for each in (accusation, rival))
        return _SAME_SLIP if others <= min(digits, _COARSE) else _BARELY
    if one is None or other is None:
        return _BARELY
    clearly = _CLEARLY["stated" if relation.exact and relation.link == "near" else relation.link]
    if relation.kind == "rank":
        # That two digits changed places says more than that a point moved, which puts any figure elsewhere.
        return _SAME_SLIP if one.name == "digits_transposed" and other.name.startswith("factor_") else _RANK
    if relation.kind == "price" and one.name == other.name == "factor_10" and rival.claim is relation.claims[0]:
        # A point may have moved in the price that was worked out as well as in what it was worked out from.
        return _RANK
    if one.name == other.name and accusation.claim.unit == "percent" and not printed_decimals(accusation.claim):
        # "62 percent" has no point that could have been moved; its amounts have.
        return _UNPOINTED
    if one.name == other.name and rival.claim.unit == "percent" and not printed_decimals(rival.claim):
        return _BARELY
    # Of two figures that the same slip would mend, how many other slips would mend one tells nothing.
    if relation.exact and "_for_" in one.name and "_for_" in other.name:
        return max(clearly, _SCALES)
    return max(clearly, _SAME_SLIP) if relation.exact and one.name == other.name else clearly
