"""Steps of shares: from 20 percent to 25 percent is five percentage points, and not five percent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, allowed
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen.slips import Slip, weight
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.steps import Difference
from tidewaiter.verdicts.relations.triangles import Change

_MOST = 8


@dataclass(frozen=True, slots=True)
class Points(Change):
    """A step of two shares in percent that is right as percentage points, and was printed as percent."""

    kind: ClassVar[str] = "points"

    def readings(self, index: int) -> Sequence[Slip]:
        """The same number, in percentage points."""
        if index:
            return ()
        step = self.claims[0]
        told = f"{step.value.normalize():f} percentage points were probably meant"
        share = weight("another_base")
        return (Slip("percent_for_percentage_points", step.value, self.computed(0), share, told),)

    def suspicion(self, index: int) -> float:
        """The two shares say by how many points they differ; the word is what is wrong."""
        return 0.6 if index == 0 else 0.0


def find(passage: Passage) -> Iterator[Relation]:
    """Steps between two shares of one sentence, said in points or in percent."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        if claim.unit in ("percent", "percentage_points") and claim.value > 0:
            sentences[claim.sentence].append(claim)
    for claims in sentences.values():
        steps = [c for c in claims if c.unit == "percentage_points" or c.measure == "change"]
        if len(claims) > _MOST:
            continue
        for step in steps:
            ends = _ends(passage, _its_shares(claims, step, alone=len(steps) == 1))
            if ends is not None:
                yield from _step(passage, step, *ends)


def _its_shares(claims: Sequence[Claim], step: Claim, *, alone: bool) -> list[Claim]:
    """The shares of a sentence; of one that tells several steps, the two straight before this one."""
    shares = [c for c in claims if c.unit == "percent" and c.measure == "share"]
    if shares:
        # "점유율은 12.1%에서 13.9%로 1.8% 상승": what a share became is one, whatever it was read to be.
        shares = [c for c in claims if c.unit == "percent" and c.measure in ("share", "other", "ratio")]
    if alone and len(shares) == 2:
        return shares
    before = [c for c in claims if c.end <= step.start][-2:]
    return before if all(c in shares for c in before) else []


def _ends(passage: Passage, shares: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """What a share became and what it was, as the words say; None where they do not."""
    befores = [share for share in shares if passage.came_from(share)]
    if len(shares) != 2 or len(befores) != 1 or scope.flows_clash(*shares) or scope.goods_clash(*shares):
        return None
    (after,) = (share for share in shares if share is not befores[0])
    return after, befores[0]


def _step(passage: Passage, step: Claim, after: Claim, before: Claim) -> Iterator[Relation]:
    larger, smaller = sorted((after, before), key=lambda share: -share.value)
    firm = not any(passage.ground(claim) for claim in (step, after, before))
    if step.unit == "percentage_points":
        yield Difference((step, larger, smaller), link="stated", firm=firm)
        return
    in_points: Interval = allowed(larger) - allowed(smaller)
    points = Points((step, after, before), link="stated", firm=firm)
    if points.outcome() == SUPPORTED or (points.outcome() == CONTRADICTED and allowed(step).meets(in_points)):
        yield points
