"""What came last and what there was before make the total so far: "25,000 tonnes in May, which brought the total since
January to 61,000, after 36,000 in the first four months".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import exactly_said
from tidewaiter.verdicts.relations.sums import Sum
from tidewaiter.verdicts.worked.board import Board, firm, mendable, proves

#: How many sentences before a total its earlier part may be told, and how many figures one that a list makes has.
_SENTENCES, _LONGEST = 6, 12
#: Straight before what there was so far.
_AFTER = re.compile(
    r"\b(?:after|on top of|added to|following|beside|besides) (?:the |some |about )*(?:US)?[$€£¥]?\Z", re.I
)


def find(passage: Passage) -> Iterator[Sum]:
    """Every such total with what came last and the one amount told of the time before, if they make it or would but
    for a slip.
    """
    board = Board(passage)
    for whole in passage.claims:
        if not _is_total(passage, whole):
            continue
        last = _last(board, whole)
        if last is None or _is_listed(board, whole, last):
            continue
        told = [c for c in _told(board, whole) if c is not last]
        earlier = [c for c in told if _ends_before(passage, c, last, whole)]
        holding = [c for c in told if _sum(passage, whole, last, c).outcome() != CONTRADICTED]
        made = [_sum(passage, whole, last, c) for c in earlier]
        if holding:
            yield from (relation for relation in made if proves(relation))
        elif len({c.value for c in earlier}) == 1 and mendable(made[0], alone=True):
            yield made[0]


def _is_total(passage: Passage, claim: Claim) -> bool:
    if not passage.is_plain_amount(claim) or passage.in_row(claim) or passage.in_heading(claim):
        return False
    return exactly_said(claim) and passage.led_by("to", claim) and says("brings_to", passage.own_lead(claim))


def _last(board: Board, whole: Claim) -> Claim | None:
    """What came last: the amount before a total in its sentence, else the last one of the sentence before."""
    passage = board.passage
    here = [c for c in board.amounts(board.sentence(whole), whole.unit) if c.end <= whole.start]
    before = [c for group in board.before(whole) for c in board.amounts(group, whole.unit)]
    before = [c for c in before if passage.adjoining(c, whole) and passage.block(c) == passage.block(whole)]
    told = [c for c in here or before if not passage.came_from(c)]
    return told[-1] if told and exactly_said(told[-1]) else None


def _is_listed(board: Board, whole: Claim, last: Claim) -> bool:
    """Whether the figures of a list that ends with the last one make the total, or two of them and more may."""
    told = [c for c in board.amounts(board.passage.claims, whole.unit) if c.start <= last.start][-_LONGEST:]
    return any(
        _sum(board.passage, whole, last, *told[start:-1]).outcome() == SUPPORTED for start in range(len(told) - 2)
    )


def _told(board: Board, whole: Claim) -> Sequence[Claim]:
    groups = [board.sentence(whole), *board.before(whole, sentences=_SENTENCES)]
    return [c for group in groups for c in board.amounts(group, whole.unit) if c is not whole]


def _ends_before(passage: Passage, claim: Claim, last: Claim, whole: Claim) -> bool:
    """Whether an amount is of the time up to where what came last begins, or words straight before it say so."""
    if scope.other_way(claim, last) or scope.goods_apart(claim, last) is True or not exactly_said(claim):
        return False
    before, month = scope.period(claim), scope.period(last)
    follows = before is not None and month is not None and month.first_day == before.last_day + timedelta(days=1)
    if claim.sentence == whole.sentence and claim.start > whole.start:
        known = before is not None and month is not None
        return _AFTER.search(passage.own_lead(claim)) is not None and (follows or not known)
    alike = scope.same_goods(claim, last) and not scope.flows_clash(claim, last)
    return follows and alike and not passage.came_from(claim)


def _sum(passage: Passage, whole: Claim, last: Claim, *earlier: Claim) -> Sum:
    members = (whole, *earlier, last)
    return Sum(members, link="near", firm=firm(passage, members, without=("volume", "average")))
