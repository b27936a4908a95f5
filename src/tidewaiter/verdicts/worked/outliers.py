"""One item of a list a thousandfold out of it: "tiles $487 billion, tomato paste $96 million" of $8.6 billion in all.

An item that is more than everything the text has said before, and of its neighbours' size where its scale word is the
next smaller one, has the wrong word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen.slips import scale_word
from tidewaiter.verdicts.relations.parts import PartsWithin
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.wording import is_currency
from tidewaiter.verdicts.worked.board import Board, firm

#: How many times its neighbours an item must be, and how near to them it must come when a thousandth is taken.
_FAR, _NEAR = 50, 30
_THOUSAND = Decimal(1000)
_NEIGHBOURS = 2


def find(passage: Passage) -> Iterator[Relation]:
    """Items beyond the largest figure that was said before their list."""
    board = Board(passage)
    for claim in passage.claims:
        here = [c for c in board.amounts(board.sentence(claim), claim.unit) if _traded(c)]
        others = [c for c in here if c is not claim]
        if claim not in here or len(others) < _NEIGHBOURS or passage.in_row(claim) or not _apart(claim, others):
            continue
        if _perhaps_money(claim):
            continue
        told = [
            c for c in passage.claims
            if c.start < here[0].start and c.unit == claim.unit and scope.is_amount(c) and not passage.came_from(c)
        ]  # fmt: skip
        if any(c.end <= claim.start and says("equivalent", passage.between(c, claim)) for c in others):
            # "40.9 trillion, equivalent to 1.7 percent of the South's 2,443 trillion": no list.
            continue
        whole = max((*told, *here[: here.index(claim)]), key=lambda c: c.value, default=None)
        # Whether it is the whole that the list is of is not known: nothing before must be as large.
        if whole is not None and whole.value >= max(c.value for c in others) and claim.value > whole.value:
            yield PartsWithin((whole, claim), link="stated", firm=firm(passage, (whole, claim), without=("without",)))


def _traded(claim: Claim) -> bool:
    """Money or goods by weight; of people affected and missing, or of ventilators and gloves, one may be any number."""
    return is_currency(claim.unit) or (scope.is_flow(claim) and claim.unit not in scope.COUNTED)


def _perhaps_money(claim: Claim) -> bool:
    """ "31.7 million tons brought 6.5 billion": a number without its unit, which a weight beside it lent to it."""
    _, scale = scale_word(claim.text) or ("", "")
    return not is_currency(claim.unit) and claim.text.split()[-1].casefold() == scale


def _apart(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether an item is far from its neighbours and a thousandth of it is not."""
    values = sorted(c.value for c in others)
    if scale_word(claim.text) is None:
        return False
    meant = claim.value / _THOUSAND
    return claim.value > values[-1] * _FAR and values[0] / _NEAR <= meant <= values[-1] * _NEAR
