"""Amounts converted at a rate that the text gives, told far from what they were converted from.

"Sri Lanka earned $1,331 million from tea. … At 328 rupees to the dollar that comes to 436.6 billion rupees."
"""

from __future__ import annotations

from collections.abc import Iterator

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.rates import Converted, priced
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.wording import is_currency
from tidewaiter.verdicts.worked.board import Board, broken, firm

_TIMES = ("hour", "day", "week", "month", "year")
#: So many amounts that it may have been are tried.
_MOST = 12


def find(passage: Passage) -> Iterator[Relation]:
    """Every rate with the one amount of its sentence, and the amounts told before that it may have been."""
    board = Board(passage)
    for rate in passage.claims:
        own, other = rate.unit.partition("_per_")[0], None
        if is_currency(own) and rate.value > 0:
            other = priced(passage, rate)
        if other is None:
            continue
        here = [c for c in board.sentence(rate) if c is not rate and scope.is_some(c)]
        made = [c for c in here if c.unit in (own, other) and c.value != 1]
        if not made and (found := _told_twice(board, rate, own, other)) is not None:
            yield found
        if len(made) != 1:
            continue
        unit = other if made[0].unit == own else own
        told = [c for c in passage.claims if _is_paid(c, unit) and c.start < rate.start and _fit(c, made[0])]
        found = broken(_converted(passage, made[0], c, rate, own) for c in reversed(told[-_MOST:]))
        if found is not None:
            yield found


def _told_twice(board: Board, rate: Claim, own: str, other: str) -> Relation | None:
    """ "가공비는 120만 위안, 달러로는 16만7천 달러다. 환율은 1달러에 7.2위안이다": what is told in both before."""
    before = board.before(rate)
    told = [[c for c in group if c.unit in (own, other) and scope.is_some(c)] for group in before]
    if not told or {c.unit for c in told[0]} != {own, other} or len(told[0]) != 2:
        return None
    first, second = sorted(told[0], key=lambda claim: claim.unit != own)
    return None if not _fit(*told[0]) else broken([_converted(board.passage, first, second, rate, own)])


def _is_paid(claim: Claim, unit: str) -> bool:
    """Whether it is an amount in a money, or one that is paid again each day, month or year."""
    money, _, each = claim.unit.partition("_per_")
    return money == unit and claim.value > 0 and (scope.is_amount(claim) or each in _TIMES)


def _converted(passage: Passage, made: Claim, told: Claim, rate: Claim, own: str) -> Converted:
    first, second = (made, told) if made.unit == own else (told, made)
    claims = (first, second, rate)
    return Converted(claims, link="near", firm=firm(passage, (made, told), without=("average",)))


def _fit(told: Claim, made: Claim) -> bool:
    """Whether nothing speaks against the two being one amount."""
    known = bool(told.goods and made.goods) and scope.goods_clash(told, made)
    # What an amount is told again in names no goods.
    known = known and not scope.is_total(made)
    return not (known or scope.periods_clash(told, made) or scope.flows_clash(told, made))
