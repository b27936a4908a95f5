"""Shares that several have together: "중국, 베트남, 태국 … 이들 세 나라의 비중은 83%", "the two made up 82.5 percent".

The parts are as many amounts as words say, told straight before the share; the whole is the one amount of the text that
all of them can be parts of.
"""

from __future__ import annotations

import re
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
#: Behind a share: it is of all that there was.
_OF_ALL = re.compile(
    r"\s*(?:\Z|[.;,]|of (?:(?:all|the|its|their|total|whole|overall|country['’]s) ){0,3}"
    r"(?:it|that|them|what|everything|total|whole|sum|exports|imports|shipments|sales|trade|purchases)\b)",
    re.IGNORECASE,
)


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
        whole = _whole(board, parts) if parts else None
        if not parts:
            whole, parts = _led(board, share, count)
        if (
            whole is None
            or scope.periods_clash(share, whole)
            or (share.goods and not scope.same_goods(share, parts[0]))
        ):
            continue
        claims = (share, whole, *parts)
        found = SharedByAll(claims, link="near", firm=firm(passage, claims, without=("volume",)))
        if found.outcome() == SUPPORTED or mendable(found, alone=True):
            yield found


def _led(board: Board, share: Claim, count: int) -> tuple[Claim | None, Sequence[Claim]]:
    """ "Exports of $1.88 billion, of which Pakistan bought 1,033 and India 552": the parts behind their whole."""
    passage, told = board.passage, _told(board, share)
    whole, *parts = told if len(told) == count + 1 else (None,)
    if whole is None or _OF_ALL.match(passage.tail(share)) is None:
        return None, ()
    alike = all(_holds(whole, part) and whole.value > part.value and whole.unit == part.unit for part in parts)
    same = all(not scope.periods_clash(whole, part) for part in parts)
    return (whole, parts) if alike and same and _are_apart(parts) else (None, ())


def _parts(board: Board, share: Claim, count: int) -> Sequence[Claim]:
    """As many amounts as are said, all those of the share's own sentence before it, or of the sentence before."""
    told = _told(board, share)
    alike = len({c.unit for c in told}) == 1 and not any(scope.periods_clash(told[0], c) for c in told[1:])
    return told if len(told) == count and alike and _are_apart(told) else ()


def _are_apart(parts: Sequence[Claim]) -> bool:
    return len({(c.product, c.sender, c.receiver, c.partners) for c in parts}) == len(parts)


def _told(board: Board, share: Claim) -> Sequence[Claim]:
    """The amounts of a share's own sentence before it; where it has none, those of the sentence before."""
    passage = board.passage
    told = [c for c in board.sentence(share) if c.start < share.start and passage.is_plain_amount(c)]
    if not told:
        before = [c for c in passage.claims if c.start < share.start and c.sentence != share.sentence]
        last = before[-1] if before else None
        if last is None or passage.block(last) != passage.block(share):
            return ()
        told = [c for c in board.sentence(last) if passage.is_plain_amount(c)]
    return [c for c in told if not passage.came_from(c)]


def _whole(board: Board, parts: Sequence[Claim]) -> Claim | None:
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
