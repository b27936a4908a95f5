"""Shares that go on with the whole of the one told before: "That was 45 percent of the total. … India 63,000, or 8".

Where the share before is right for just one amount of the text, to so many digits that it hardly is so by chance, the
next one that names no whole of its own is of that amount, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import SUPPORTED
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.shares_told import portions
from tidewaiter.verdicts.worked.board import Board, firm, mendable, proves

#: How many paragraphs lie at most between two shares of one whole, and how far before a share its part stands.
_BLOCKS, _SENTENCES = 2, 1


def find(passage: Passage) -> Iterator[Relation]:
    """Every share beside its part that no amount is named for, with the whole of the share before it."""
    shares = [c for c in passage.claims if c.unit == "percent" and c.measure == "share" and not passage.in_row(c)]
    board = Board(passage)
    for portion in portions(passage):
        share, part = portion.share, portion.part
        before = max((c for c in shares if c.end <= min(share.start, part.start)), key=lambda c: c.start, default=None)
        if portion.whole is not None or before is None or not exactly_said(share) or passage.in_heading(share):
            continue
        if passage.block(share) - passage.block(before) > _BLOCKS or "of" in passage.tail(share).split()[:1]:
            continue
        whole = _whole_of(board, before, part)
        if whole is None or any(Share((share, part, c)).outcome() == SUPPORTED for c in _amounts(passage, part)):
            continue
        found = Share((share, part, whole), link="near", firm=firm(passage, (part, whole), without=("volume",)))
        if mendable(found):
            yield found
        elif passage.same_sentence(before, share) and not re.search(r"[;；]", passage.between(before, share)):
            # "60 percent of the total, China 388,000 tonnes, or 22 percent": words go on with just that whole.
            yield replace(found, link="stated")


def _amounts(passage: Passage, part: Claim) -> Sequence[Claim]:
    return [c for c in passage.claims if c.unit == part.unit and c is not part and passage.is_plain_amount(c)]


def _whole_of(board: Board, share: Claim, part: Claim) -> Claim | None:
    """The one amount that a share is of: of a part beside it, and of no other time or trade than the next part."""
    passage = board.passage
    groups = [board.sentence(share), *board.before(share, sentences=_SENTENCES)]
    # "Peru 230 million, 19.5 percent, Laos 187 million (15.9), … Fiji 45 million (3.8)": what follows is another part.
    told = (c for group in groups for c in board.amounts(group, part.unit) if c.start < share.start)
    parts = [c for c in told if not passage.came_from(c)]
    made = [
        Share((share, one, whole))
        for one in parts
        for whole in _amounts(passage, part)
        if whole.value > one.value and whole.start < part.start
    ]
    wholes = [each.claims[2] for each in made if proves(each)]
    if len({whole.value for whole in wholes}) != 1 or wholes[0].value <= part.value:
        return None
    apart = scope.periods_clash(part, wholes[0]) or scope.other_way(part, wholes[0])
    apart = apart or (scope.goods_apart(part, wholes[0]) is True and not scope.is_total(wholes[0]))
    return None if apart else wholes[0]
