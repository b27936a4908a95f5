"""Whether one figure can be part of another, as far as what the two say of themselves tells."""

from __future__ import annotations

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.links import is_carried, says
from tidewaiter.verdicts.passages.passage import Passage

#: How far before an amount it is called a total.
_NAMED = 12


def one_way(part: Claim, whole: Claim) -> bool:
    """ "Sales brought in 86 million. Germany bought for 42": what the one sells, the other buys."""
    ends = ((part.sender, whole.sender), (part.receiver, whole.receiver))
    return not scope.flows_clash(part, whole) and any(one is not None and one == other for one, other in ends)


def apart(part: Claim, whole: Claim) -> bool:
    """Whether what the two say of themselves keeps the one from being part of the other."""
    if scope.named_pair(part) and scope.named_pair(whole) and not scope.flow_within(part, whole):
        return True
    return bool(part.period and whole.period) and not scope.period_within(part, whole)


def other_goods(part: Claim, whole: Claim) -> bool:
    """Whether both are of goods that the tables know, and not of the same: other words may be places."""
    return bool(part.goods and whole.goods) and not scope.same_goods(part, whole)


def lies_over(part: Claim, whole: Claim) -> bool:
    """Whether the slots say that the one is a whole of the other: all goods, or both ways of the trade."""
    if scope.goods_part_of(part, whole):
        return True
    narrower = scope.direction(whole) is None and scope.direction(part) is not None
    return scope.same_goods(part, whole) and (narrower or _with_one(part, whole))


def _with_one(part: Claim, whole: Claim) -> bool:
    """Whether the one is trade with a single partner, and the other of the same country with everyone."""
    if not scope.named_pair(part) or scope.ANYONE not in scope.pair(whole):
        return False
    if scope.direction(part) is None and scope.direction(whole) is None:
        return scope.flow_of_everybody(whole, part)
    return bool((whole.sender and whole.sender == part.sender) or (whole.receiver and whole.receiver == part.receiver))


def is_called_total(passage: Passage, part: Claim, whole: Claim) -> bool:
    """ "假发3110万美元。……占自朝进口总额2.92亿美元的": a total of all goods, though goods were carried into it."""
    return not scope.is_total(whole) and is_carried(part, "product") and says("total", passage.lead(part, reach=_NAMED))
