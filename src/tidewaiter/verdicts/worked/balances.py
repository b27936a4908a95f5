"""Balances beside the trade both ways and one way of it: "exports were 41.3, trade 65.8, a surplus of 16.8"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from itertools import chain, combinations
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED
from tidewaiter.verdicts.passages import accounts, flows, named
from tidewaiter.verdicts.passages.links import is_carried, letters, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.sides import Side, wrong_side
from tidewaiter.verdicts.relations.steps import Balance
from tidewaiter.verdicts.relations.sums import Sum
from tidewaiter.verdicts.worked.board import Board, broken, firm, mendable, proves
from tidewaiter.verdicts.worked.pairs import Made, worked_out

_TWO = Interval.exactly(Decimal(2))
#: Where so many pairs of flows may be meant nothing tells which.
_UNCLEAR = 6
#: Sentences before a balance, and amounts of them, among which its flows are looked for.
_SENTENCES, _TRIED = 6, 12
#: How many paragraphs what a country sold to everybody may stand from what it bought.
_BLOCKS = 4


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
    """Balances and trade both ways with the flows around them."""
    board = Board(passage)
    for whole in passage.claims:
        if whole.value <= 0 or passage.in_row(whole) or not (scope.is_amount(whole) or passage.is_balance(whole)):
            continue
        left = is_left(passage, whole)
        if left and whole.direction != "none" and _moved(passage, whole):
            continue
        words = flows.kinds(flows.beside(passage.document, whole, passage.claims))
        if not left and words != {flows.BOTH} and (words or scope.direction(whole) is not None):
            # "Of this, imports were 9.8 billion": one way of a trade is made by no two others.
            continue
        made = partial(_made, passage, whole, left=left)
        found = left and (_leftover(board, whole) or _of_its_pair(board, whole, made))
        found = (
            found
            or worked_out(board, whole, made, ahead=not left)
            or (_far_leftover(passage, whole) if left else _far_sum(passage, whole))
        )
        if found is not None:
            yield found
        if left and (side := _wrong_side(board, whole, made)) is not None:
            yield side


def _moved(passage: Passage, claim: Claim) -> bool:
    """Whether a figure is what a balance grew or shrank by: "적자는 전년보다 18억 달러 줄었다"."""
    if claim.measure == "change" and (
        passage.led_by("so_much_before", claim) or passage.followed_by("so_much_behind", claim)
    ):
        return True
    return _so_much().search(passage.lead(claim)) is not None


def _of_its_pair(board: Board, left: Claim, made: Made) -> Relation | None:
    """A balance between two countries, or of one with all, with the one and the other flow between just them, however
    far before it.
    """
    told = [
        c
        for c in board.amounts(board.passage.claims, left.unit)
        if c.start < left.start and scope.direction(c) is not None
    ]
    pair = scope.named_pair(left) or _one_with_all(left, told)
    if not pair:
        return None
    between = [c for c in told if scope.pair(c) == pair]
    if scope.ANYONE in pair:
        between = [c for c in between if scope.is_total(c) and scope.same_period(c, left)]
    pairs = [
        pair for pair in combinations(between[-_TRIED:], 2) if scope.direction(pair[0]) != scope.direction(pair[1])
    ]
    tried = [relation for pair in reversed(pairs) if (relation := made(*pair)) is not None]
    return broken(tried) if 0 < len(tried) <= _UNCLEAR else None


def _one_with_all(left: Claim, told: Sequence[Claim]) -> frozenset[str]:
    """The one country of which a text tells, of a balance's time, all that it sold and all that it bought.

    "The country had a surplus": it was told of before, whichever was named last.
    """
    all_goods = [c for c in told if scope.is_total(c) and scope.same_period(c, left) and scope.ANYONE in scope.pair(c)]
    ways = {(scope.pair(c), scope.direction(c)) for c in all_goods}
    both = {pair for pair, _ in ways if sum(pair == other for other, _ in ways) > 1}
    return next(iter(both)) if len(both) == 1 else frozenset()


def _wrong_side(board: Board, left: Claim, made: Made) -> Side | None:
    """The nearest two flows that leave just so much as is said, on the other side than is said."""
    near = board.amounts(chain(*board.around(left, sentences=_SENTENCES)), left.unit)
    for pair in combinations(near[:_TRIED], 2):
        relation = made(*sorted(pair, key=lambda claim: claim.start))
        if relation is not None and relation.outcome() == SUPPORTED:
            return wrong_side(board.passage, left, *pair)
    return None


@cache
def _so_much() -> re.Pattern[str]:
    """Before an amount that a balance grew or shrank by: "a decrease in the services surplus of 0.6 billion"."""
    return re.compile(rf"\b(?:{letters('move_in')}) in (?:[\w'’-]+ ){{1,6}}of(?: [a-z]+){{0,3}}\s*\Z", re.IGNORECASE)


def is_left(passage: Passage, claim: Claim) -> bool:
    """Whether a figure is a surplus, a deficit, or the gap between two."""
    return passage.is_balance(claim) or says("gap", passage.lead(claim))


def _leftover(board: Board, left: Claim) -> Relation | None:
    """A balance beside one way of the trade and both ways of it."""
    passage = board.passage
    here = board.amounts(board.sentence(left), left.unit)
    kinds = {claim: flows.kinds(flows.beside(passage.document, claim, passage.claims)) for claim in here}
    one_way = [c for c in here if kinds[c] in ({flows.OUT}, {flows.IN}) and _fit(left, c)]
    both = [c for c in here if kinds[c] == {flows.BOTH} and _fit(left, c)]
    if len(one_way) != 1 or len(both) != 1:
        return None
    claims = (left, one_way[0], both[0])
    return Leftover(claims, link="near", firm=firm(passage, claims))


def _far_leftover(passage: Passage, left: Claim) -> Relation | None:
    """A balance beside the one amount both ways and the one amount one way of its pair and time, wherever told."""
    pair = scope.named_pair(left)
    told = [
        c
        for c in passage.claims
        if pair and c.unit == left.unit and scope.named_pair(c) == pair and scope.same_period(c, left)
        and passage.is_plain_amount(c) and scope.is_total(c) and exactly_said(c)
    ]  # fmt: skip
    both = {c.value: c for c in told if scope.direction(c) is None and not passage.in_heading(c)}
    one_way = {c.value: c for c in told if scope.direction(c) is not None and not passage.in_heading(c)}
    if len(both) != 1 or len(one_way) != 1:
        return None
    claims = (left, *one_way.values(), *both.values())
    found = Leftover(claims, link="near", firm=firm(passage, claims))
    if found.outcome() == SUPPORTED:
        return found if proves(found) else None
    return found if found.outcome() == CONTRADICTED and mendable(found, alone=True) else None


def _far_sum(passage: Passage, whole: Claim) -> Relation | None:
    """Trade both ways beside the one amount each way of its pair and time, wherever in the text those are told."""
    if not (scope.named_pair(whole) and scope.is_total(whole) and exactly_said(whole)):
        return None
    there, back = _each_way(passage, whole)
    if len(there) != 1 or len(back) != 1:
        return None
    claims = (whole, *there.values(), *back.values())
    found = Sum(claims, link="near", firm=firm(passage, claims) and not named.groups_apart(passage, claims))
    broken_up = found.outcome() == CONTRADICTED and mendable(found)
    return found if broken_up or (found.outcome() == SUPPORTED and proves(found)) else None


def _each_way(passage: Passage, whole: Claim) -> tuple[dict[Decimal, Claim], dict[Decimal, Claim]]:
    """What went the one way and the other between the two countries of a trade, in its time; a figure only once."""
    pair = sorted(scope.named_pair(whole))
    told = [
        c
        for c in passage.claims
        if c.unit == whole.unit and scope.named_pair(c) == set(pair) and scope.same_period(c, whole)
        and passage.is_plain_amount(c) and scope.is_total(c) and exactly_said(c) and not passage.in_heading(c)
    ]  # fmt: skip
    there = {c.value: c for c in told if scope.direction(c) == (pair[0], pair[-1])}
    back = {c.value: c for c in told if scope.direction(c) == (pair[-1], pair[0])}
    return there, back


def _made(passage: Passage, whole: Claim, first: Claim, second: Claim, *, left: bool) -> Relation | None:
    """What two figures leave or make, where they are the two ways of one trade at one time."""
    pair = (first, second)
    if {first.unit, second.unit} != {whole.unit} or not all(map(scope.is_amount, pair)):
        return None
    if any(c.value <= 0 or is_left(passage, c) or passage.came_from(c) for c in pair):
        return None
    if not is_carried(whole, "period") and not all(_fit(whole, c) for c in pair):
        return None
    if scope.periods_clash(first, second) or not _two_ways(passage, first, second, left=left):
        return None
    if any(c.product and not scope.is_total(c) and not scope.same_goods(c, whole) and _named(c) for c in pair):
        return None
    if not left and _of_own_goods(whole) and not any(scope.same_goods(c, whole) for c in pair):
        # "Medicines: $1.9 million", behind a month's exports and imports: both ways of no trade in medicines.
        return None
    if left and any(map(scope.is_total, pair)) and accounts.of_another(passage, whole):
        return None
    solid = firm(passage, (whole, *pair)) and not named.groups_apart(passage, (whole, *pair))
    if not left:
        return Sum((whole, *pair), link="near", firm=solid)
    larger, smaller = sorted(pair, key=lambda claim: -claim.value)
    return Balance((whole, larger, smaller), link="near", firm=solid)


def _of_own_goods(claim: Claim) -> bool:
    return claim.product is not None and not scope.is_total(claim) and _named(claim)


def _named(claim: Claim) -> bool:
    """Whether a figure's own sentence names its goods: "imports were 92.7 million" after one on coal is of no coal."""
    return not is_carried(claim, "product") and not says("of_the_text", claim.rules.get("product", ""))


def _two_ways(passage: Passage, first: Claim, second: Claim, *, left: bool) -> bool:
    """Whether one figure is of what went out and the other of what came in, as they were read or as words have it."""
    ways = scope.direction(first), scope.direction(second)
    if None not in ways and scope.ANYONE not in (*(ways[0] or ()), *(ways[1] or ())):
        return ways[0] == (ways[1] or ())[::-1]
    if (
        None not in ways
        and ways[0] == (ways[1] or ())[::-1]
        and passage.block(second) - passage.block(first) <= _BLOCKS
    ):
        # "Exports of 113 million tonnes worth 40.4 billion and imports …": one country's, with everybody.
        return all(map(scope.is_total, (first, second)))
    kinds = [flows.kinds(flows.beside(passage.document, claim, passage.claims)) for claim in (first, second)]
    return kinds in ([{flows.OUT}, {flows.IN}], [{flows.IN}, {flows.OUT}])


def _fit(left: Claim, flow: Claim) -> bool:
    """Whether nothing speaks against a balance being of a flow's time."""
    return not scope.periods_clash(left, flow)
