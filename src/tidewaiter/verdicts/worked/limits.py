"""Shares of a limit that stand by themselves: "Taken alone, the Russian deliveries are 33 percent of the cap".

The limit is the one that the text sets, the part the one amount of the share's own trade and time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.shares_told import portions
from tidewaiter.verdicts.worked.board import Board, broken, firm

#: How far before and behind a share it says that it is of the limit.
_BEFORE, _BEHIND = 20, 30
_CLAUSE = re.compile(r"[,;:，；。、]")


def find(passage: Passage) -> Iterator[Relation]:
    """Every such share that a slip would mend."""
    limits = {c.value: c for c in passage.claims if c.measure == "cap" and c.value > 0}
    if len(limits) != 1:
        return
    (limit,) = limits.values()
    board = Board(passage)
    told = {portion.share for portion in portions(passage)}
    for share in passage.claims:
        if share in told or share.unit != "percent" or share.measure != "share" or not exactly_said(share):
            continue
        parts = _parts(board, share, limit) if _of_the_limit(passage, share) else []
        if len({part.value for part in parts}) == 1:
            relation = Share(
                (share, parts[0], limit), link="near", firm=firm(passage, (parts[0],), without=("volume",))
            )
            found = broken([relation])
            if found is not None:
                yield found


def _of_the_limit(passage: Passage, share: Claim) -> bool:
    """Whether words straight beside a share say that it is of the limit, which is not told anew there."""
    lead = _CLAUSE.split(passage.lead(share, reach=_BEFORE))[-1]
    tail = _CLAUSE.split(passage.tail(share, reach=_BEHIND))[0]
    return says("limit", f"{lead} … {tail}") and not re.search(r"\d", f"{lead}{tail}")


def _parts(board: Board, share: Claim, limit: Claim) -> list[Claim]:
    """The amounts of the share's own flow and time, in the limit's unit."""
    return [
        c
        for c in board.amounts(board.passage.claims, limit.unit)
        if c.start < share.start and scope.same_flow(c, share) and scope.same_period(c, share)
        and (scope.is_total(share) or not scope.goods_clash(c, share)) and not board.passage.came_from(c)
    ]  # fmt: skip
