"""Shares of one whole that was printed wrongly: "2.5 million, with coal at 1.2 billion (48%), cloth at 597 (24%)".

No amount of the text fits the shares, yet all of them are right for one that a moved point, another scale word or two
digits in their order would make of a single figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.shares_told import Portion, portions
from tidewaiter.verdicts.worked.board import firm

#: So many shares of one paragraph are of one whole, which has so many digits that they do not meet it by chance.
_SHARES, _DIGITS = 2, 3


def find(passage: Passage) -> Iterator[Relation]:
    """The shares of each paragraph that name no whole, with the one figure that a slip kept from being it."""
    told = [c for c in passage.claims if passage.is_plain_amount(c) and exactly_said(c) and not passage.in_row(c)]
    for group in _groups(passage):
        last = max(portion.part.start for portion in group)
        parts = {portion.part for portion in group}
        amounts = [c for c in told if c.unit == group[0].part.unit]
        wholes = [c for c in amounts if c.start < last and c not in parts and _may_hold(passage, c, group)]
        if any(_shares(passage, group, c)[0].outcome() != CONTRADICTED for c in amounts):
            continue
        slipped = [whole for whole in wholes if _is_slipped(passage, group, whole)]
        if len({whole.value for whole in slipped}) == 1:
            yield from _shares(passage, group, slipped[0])


def _groups(passage: Passage) -> Iterator[Sequence[Portion]]:
    """The shares of each paragraph whose parts are in one unit and that name no whole."""
    blocks: dict[tuple[int, str], list[Portion]] = defaultdict(list)
    for portion in portions(passage):
        if portion.whole is None and exactly_said(portion.share) and exactly_said(portion.part):
            blocks[passage.block(portion.share), portion.part.unit].append(portion)
    yield from (group for group in blocks.values() if len({p.part.value for p in group}) >= _SHARES)


def _may_hold(passage: Passage, whole: Claim, group: Sequence[Portion]) -> bool:
    """Whether nothing that a figure says of itself keeps it from being the whole of some parts."""
    if passage.came_from(whole) or sum(map(str.isdigit, whole.text)) < _DIGITS:
        return False
    parts = [portion.part for portion in group]
    apart = (scope.goods_apart(part, whole) is True and not scope.is_total(whole) for part in parts)
    return not any(apart) and not any(scope.periods_clash(whole, c) or scope.other_way(whole, c) for c in parts)


def _shares(passage: Passage, group: Sequence[Portion], whole: Claim) -> list[Share]:
    return [
        Share((p.share, p.part, whole), link="near", firm=firm(passage, (p.part, whole), without=("volume",)))
        for p in group
    ]


def _is_slipped(passage: Passage, group: Sequence[Portion], whole: Claim) -> bool:
    """Whether a slip that leaves the digits of a figure, or their number, makes it the whole of all the parts."""
    shares = _shares(passage, group, whole)
    return any(
        all(share.outcome({whole: slip.figure}) == SUPPORTED for share in shares) for slip in slips.recognisable(whole)
    )
