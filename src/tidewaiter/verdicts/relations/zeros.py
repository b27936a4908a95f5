"""None, ceased, did not import any: a nothing said twice, or of a group and of its members.

A nothing beside a something accuses nobody: what "stopped" in a month may have begun it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation

#: So many statements of one flow and time are set against each other.
_MOST = 40


@dataclass(frozen=True, slots=True)
class Nothing(Relation):
    """Two statements that nothing moved; in whatever units, since nothing is nothing in tonnes and in dollars."""

    kind: ClassVar[str] = "nothing"
    weight: ClassVar[float] = 0.3
    exact: ClassVar[bool] = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """Nothing agrees with nothing."""
        return figures[1 - index]

    def telling(self, index: int) -> bool:
        """None is one figure, and no bound."""
        return True

    def explain(self, index: int, outcome: str) -> str:
        """That both say none."""
        here, there = self.claims[index], self.claims[1 - index]
        return f"the text says so twice: no {_goods(here)} here, no {_goods(there)} there ({phrases.scope(there)})"

    def arithmetic(self) -> str:
        """Nothing on both sides."""
        return "0 = 0"


def _goods(claim: Claim) -> str:
    return phrases.goods(claim) or "goods"


def find(passage: Passage) -> Iterator[Nothing]:
    """Statements of nothing with others of the same flow and time whose goods are the same or among them."""
    buckets: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        days = scope.period(claim)
        if scope.is_flow(claim) and days is not None and len(scope.named_pair(claim)) == 2:
            buckets[scope.pair(claim), scope.direction(claim), days.first_day, days.last_day].append(claim)
    for claims in buckets.values():
        nothings = [claim for claim in claims if claim.value == 0][:_MOST]
        for none in nothings:
            for other in claims[:_MOST]:
                if other is not none and other.value == 0 and _same_or_among(other, none):
                    yield Nothing((none, other), link=passage.link((none, other)))


def _same_or_among(other: Claim, none: Claim) -> bool:
    if other.sentence == none.sentence:
        return False
    return scope.goods_part_of(other, none) or (scope.same_goods(other, none) and other.start > none.start)
