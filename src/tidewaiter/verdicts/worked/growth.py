"""A step told in money and in percent beside what it led to: "reached $62.6 billion, up by $12.0 billion, or 23.8%"."""

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
from tidewaiter.verdicts.passages.told import told_way
from tidewaiter.verdicts.relations.relation import OPEN, Relation, exactly_said
from tidewaiter.verdicts.wording import percent
from tidewaiter.verdicts.worked.board import Board, firm, mendable

_NEVER = Interval.exactly(Decimal(-1))
_HUNDRED = Interval.exactly(Decimal(100))
#: What stands between a step and its percentage, and between the percentage and its step.
_OR = re.compile(
    r"(?:[^,;:.()\d]{0,24})?(?:, (?:or|that is|which is|i\.e\.)|\s*[(（]| or|[，、,])"
    r"\s*(?:or |about |around |roughly |by |up |down |a |[+-])*(?:US)?[$€£¥]?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Growth(Relation):
    """`claims` are a percentage, the amount of the step, and the level that it led to; `fell` where it went down."""

    kind: ClassVar[str] = "growth"
    fell: bool = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The step by what there was before it, and backwards."""
        share, step, after = figures
        if index == 0:
            before = after + step if self.fell else after - step
            if before.high is not None and before.high <= 0:
                # Nothing rises by more than it came to.
                return _NEVER
            return step * _HUNDRED / before if before.low is not None and before.low > 0 else OPEN
        left = _HUNDRED - share if self.fell else _HUNDRED + share
        if share.low is None or share.low <= 0 or left.low is None or left.low <= 0:
            return OPEN
        return after * share / left if index == 1 else step * left / share

    def plain(self) -> bool:
        """Only with a slip: any of the three may be the wrong one."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """What the step is in percent, against what is said."""
        share, step, after = self.claims
        verb = {CONTRADICTED: "not", LOOSE: "roughly"}.get(outcome, "as said:")
        way = "fall" if self.fell else "rise"
        by = phrases.amount(step.unit, step.value)
        return f"a {way} by {by} to {phrases.said(after)} is {self._real()}, {verb} {phrases.said(share)}"

    def _before(self) -> Decimal:
        _, step, after = (claim.value for claim in self.claims)
        return after + step if self.fell else after - step

    def _real(self) -> str:
        before = self._before()
        return percent(self.claims[1].value / before * 100) if before > 0 else "more than there was"

    def arithmetic(self) -> str:
        """step / (after ∓ step)."""
        _, step, after = (claim.value for claim in self.claims)
        sign = "+" if self.fell else "−"
        return f"{phrases.digits(step)} / ({phrases.digits(after)} {sign} {phrases.digits(step)}) = {self._real()}"


def find(passage: Passage) -> Iterator[Relation]:
    """Every step told both ways, with the level told before it."""
    board = Board(passage)
    for share in passage.claims:
        if share.unit != "percent" or share.value <= 0 or not exactly_said(share) or passage.in_row(share):
            continue
        way = share.direction if share.direction != "none" else told_way(passage, share)
        step = _step(board, share)
        if step is None or way not in ("increase", "decrease"):
            continue
        tried = [
            Growth((share, step, after), link="near", firm=firm(passage, (share, step, after)), fell=way == "decrease")
            for after in _levels(board, share, step)
        ]
        found = next((each for each in tried if each.outcome() == SUPPORTED), None)
        found = found or next((each for each in tried[:1] if mendable(each, alone=True)), None)
        if found is not None:
            yield found


def _step(board: Board, share: Claim) -> Claim | None:
    """The amount straight beside a percentage that says how much it rose or fell by."""
    passage = board.passage
    for step in board.sentence(share):
        if step is share or not exactly_said(step) or step.unit in ("percent", "times", "percentage_points"):
            continue
        first, second = sorted((step, share), key=lambda claim: claim.start)
        told = step.measure == "change" or passage.led_by("so_much_before", step)
        if told and _OR.fullmatch(passage.between(first, second)):
            return step
    return None


def _levels(board: Board, share: Claim, step: Claim) -> Sequence[Claim]:
    """What the step may have led to: "to 52 million" behind it, else the amount told last before it."""
    passage = board.passage
    first, last = min(share.start, step.start), max(share.end, step.end)
    behind = [c for c in board.amounts(board.sentence(share), step.unit) if c.start >= last and passage.came_to(c)]
    if behind:
        return behind[:1]
    for group in (board.sentence(share), *board.before(share)):
        told = [
            c
            for c in board.amounts(group, step.unit)
            if c.end <= first
            and not passage.came_from(c)
            and not scope.flows_clash(c, share)
            # What exports rose by did not lead to the trade both ways.
            and (scope.direction(c) is None) == (scope.direction(share) is None)
        ]
        if told:
            return told[::-1]
    return ()
