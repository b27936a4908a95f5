"""Balances beside the trade both ways and one way of it: "exports were 41.3, trade 65.8, a surplus of 16.8"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.steps import Balance
from tidewaiter.verdicts.worked.board import Board, broken, firm

_TWO = Interval.exactly(Decimal(2))
_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Leftover(Relation):
    """`claims` are a balance, the larger or smaller way of a trade, and the trade both ways."""

    kind: ClassVar[str] = "leftover"

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The one way less the other, which is the whole less the one; and backwards."""
        left, one, both = figures
        larger = self.claims[1].value * 2 >= self.claims[2].value
        if index == 0:
            return one * _TWO - both if larger else both - one * _TWO
        if index == 1:
            return (both + left if larger else both - left) / _TWO
        return one * _TWO - left if larger else one * _TWO + left

    def plain(self) -> bool:
        """Only with a slip: any of the three may be the wrong one."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """What is left, against what is said."""
        left, one, both = self.claims
        other = phrases.amount(one.unit, both.value - one.value)
        real = phrases.amount(one.unit, abs(one.value * 2 - both.value))
        verb = {CONTRADICTED: "not", LOOSE: "roughly"}.get(outcome, "as said:")
        told = f"{phrases.said(one)} of {phrases.said(both)} leaves {other}"
        return f"{told}, a balance of {real}, {verb} {phrases.said(left)}"

    def arithmetic(self) -> str:
        """2 × one − both."""
        _, one, both = self.claims
        left = abs(one.value * 2 - both.value)
        return f"2 × {phrases.digits(one.value)} − {phrases.digits(both.value)} = ±{phrases.digits(left)}"


def find(passage: Passage) -> Iterator[Relation]:
    """Balances with the flows around them, by the words beside the figures."""
    board = Board(passage)
    for left in passage.claims:
        if not passage.is_balance(left) or left.value <= 0 or passage.in_row(left):
            continue
        here = board.amounts(board.sentence(left), left.unit)
        told = [c for group in board.before(left, sentences=_SENTENCES) for c in board.amounts(group, left.unit)]
        kinds = {claim: flows.kinds(flows.beside(passage.document, claim, passage.claims)) for claim in (*here, *told)}
        one_way = [c for c in here if kinds[c] in ({flows.OUT}, {flows.IN}) and _fit(left, c)]
        both = [c for c in here if kinds[c] == {flows.BOTH} and _fit(left, c)]
        if len(one_way) == 1 and len(both) == 1:
            claims = (left, one_way[0], both[0])
            yield Leftover(claims, link="near", firm=firm(passage, claims))
        elif not one_way and not both:
            ways = [[c for c in told if kinds[c] == {kind} and _fit(left, c)] for kind in (flows.OUT, flows.IN)]
            pairs = [
                sorted((a, b), key=lambda c: -c.value) for a in ways[0] for b in ways[1] if _together(passage, a, b)
            ]
            found = broken(Balance((left, *p), link="near", firm=firm(passage, (left, *p))) for p in pairs)
            if found is not None:
                yield found
        elif len(one_way) == 1 and not both:
            (one,) = one_way
            others = [c for c in told if kinds[c] in ({flows.OUT}, {flows.IN}) and kinds[c] != kinds[one]]
            near = [_balance(passage, left, one, c) for c in others if _fit(left, c) and scope.is_total(c)]
            found = broken(near or [_balance(passage, left, one, c) for c in _wholes(board, left, kinds[one])])
            if found is not None:
                yield found


def _wholes(board: Board, left: Claim, way: frozenset[str]) -> list[Claim]:
    """What is told further up of the other way of the trade, and is no part of another figure of its sentence."""
    passage = board.passage
    found = []
    for claim in board.amounts(passage.claims, left.unit):
        if claim.start > left.start or passage.came_from(claim) or passage.in_row(claim) or not _fit(left, claim):
            continue
        kind = flows.kinds(flows.beside(passage.document, claim, passage.claims))
        here = board.amounts(board.sentence(claim), left.unit)
        if kind in ({flows.OUT}, {flows.IN}) and kind != way and claim.value == max(c.value for c in here):
            found.append(claim)
    return found


def _balance(passage: Passage, left: Claim, one: Claim, other: Claim) -> Balance:
    larger, smaller = sorted((one, other), key=lambda claim: -claim.value)
    return Balance((left, larger, smaller), link="near", firm=firm(passage, (left, one, other)))


def _together(passage: Passage, one: Claim, other: Claim) -> bool:
    """Whether a sentence, or two that follow each other, tell both ways of one trade."""
    same = scope.goods_clash(one, other) or scope.periods_clash(one, other)
    return passage.adjoining(one, other) and not same and passage.came_from(one) == passage.came_from(other)


def _fit(left: Claim, flow: Claim) -> bool:
    """Whether nothing speaks against a balance being of a flow's time."""
    return not scope.periods_clash(left, flow)
