"""Shares that several have together: "중국, 베트남, 태국 … 이들 세 나라의 비중은 83%", "the two made up 82.5 percent".

The parts are as many amounts as words say, told straight before the share; the whole is the one amount of the text that
all of them can be parts of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations import several
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.wording import percent
from tidewaiter.verdicts.worked.board import Board, firm, mendable

#: How far before a share the number of those stands that have it together.
_REACH = 40
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class SharedByAll(Relation):
    """`claims` are a share in percent, the whole, and the parts that have the share together."""

    kind: ClassVar[str] = "share"

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """All parts by the whole give the share, and backwards."""
        share, whole, *parts = figures
        if index == 0:
            return _sum(parts) / whole * Interval.exactly(_HUNDRED)
        if index == 1:
            return _sum(parts) / share * Interval.exactly(_HUNDRED)
        return whole * share / Interval.exactly(_HUNDRED) - _sum([p for i, p in enumerate(parts, 2) if i != index])

    @property
    def _together(self) -> Decimal:
        return sum((part.value for part in self.claims[2:]), Decimal(0))

    def plain(self) -> bool:
        """Only with a slip: any of them may be the wrong one."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """What the parts are of the whole, against what is said."""
        share, whole, *_ = self.claims
        told = phrases.amount(whole.unit, self._together)
        verb = {CONTRADICTED: "not", LOOSE: "roughly"}.get(outcome, "as said:")
        real = percent(self._together / whole.value * _HUNDRED)
        return f"{told} together is {real} of {phrases.thing(whole)}, {verb} {phrases.said(share)}"

    def arithmetic(self) -> str:
        """(part + part) / whole."""
        _, whole, *parts = self.claims
        added = " + ".join(phrases.digits(part.value) for part in parts)
        real = percent(self._together / whole.value * _HUNDRED)
        return f"({added}) / {phrases.digits(whole.value)} = {real}"


def _sum(parts: Sequence[Interval]) -> Interval:
    total = Interval.exactly(Decimal(0))
    for part in parts:
        total = total + part
    return total


def find(passage: Passage) -> Iterator[Relation]:
    """Every such share with the parts told straight before it and their one whole."""
    board: Board | None = None
    for share in passage.claims:
        if share.unit != "percent" or share.measure != "share" or share.value <= 0 or passage.in_row(share):
            continue
        count = several.number(passage.lead(share, reach=_REACH))
        if count is None or not exactly_said(share):
            continue
        board = board or Board(passage)
        parts = _parts(board, share, count)
        whole = _whole(board, share, parts) if parts else None
        if whole is None:
            continue
        claims = (share, whole, *parts)
        found = SharedByAll(claims, link="near", firm=firm(passage, claims, without=("volume",)))
        if found.outcome() == SUPPORTED or mendable(found, alone=True):
            yield found


def _parts(board: Board, share: Claim, count: int) -> Sequence[Claim]:
    """As many amounts as are said, all those of the share's own sentence before it, or of the sentence before."""
    passage = board.passage
    told = [c for c in board.sentence(share) if c.start < share.start and passage.is_plain_amount(c)]
    if not told:
        before = [c for c in passage.claims if c.start < share.start and c.sentence != share.sentence]
        last = before[-1] if before else None
        if last is None or passage.block(last) != passage.block(share):
            return ()
        told = [c for c in board.sentence(last) if passage.is_plain_amount(c)]
    told = [c for c in told if not passage.came_from(c)]
    alike = len({c.unit for c in told}) == 1 and not any(scope.periods_clash(told[0], c) for c in told[1:])
    apart = len({(c.product, c.sender, c.receiver, c.partners) for c in told}) == len(told)
    return told if len(told) == count and alike and apart else ()


def _whole(board: Board, share: Claim, parts: Sequence[Claim]) -> Claim | None:
    """The one amount told before them that each of them can be a part of."""
    passage, first = board.passage, parts[0]
    wholes = {
        c.value: c
        for c in board.amounts(passage.claims, first.unit)
        if c.start < first.start and c.value > max(p.value for p in parts) and not passage.came_from(c)
        and not passage.in_row(c) and scope.same_period(c, first) and all(_holds(c, p) for p in parts)
    }  # fmt: skip
    return next(iter(wholes.values())) if len(wholes) == 1 else None


def _holds(whole: Claim, part: Claim) -> bool:
    if scope.flow_of_everybody(whole, part):
        return scope.same_goods(whole, part)
    return scope.same_flow(whole, part) and scope.goods_part_of(part, whole)
