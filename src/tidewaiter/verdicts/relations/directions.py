"""What a text says of the way that something went: that a figure rose, and from what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import Step
from tidewaiter.verdicts.relations.level_index import LevelIndex
from tidewaiter.verdicts.relations.steps import Direction

#: From what something came from to what it became, where both are told at once.
_TO = 12


def directions(
    passage: Passage, levels: Sequence[Claim], index: LevelIndex, told: Mapping[tuple[int, int], Sequence[Step]]
) -> Iterator[Direction]:
    """Every rise and fall that the text states, by the steps its sentences tell or by the times of its figures."""
    for steps in told.values():
        yield from _told(passage, steps)
    # What a level came from is told beside it: whatever else the text has of that time, it is no other base.
    moved = {id(step.after) for steps in told.values() for step in steps}
    for claim in levels:
        if claim.direction != "none" and id(claim) not in moved:
            bases = index.bases(claim)
            # What stands in its sentence it moved from, whatever else the text has of that time.
            bases = [base for base in bases if base.sentence == claim.sentence] or bases
            before = max(bases, key=lambda level: level.value, default=None)
            if before is not None and not _of_a_next(passage, claim, before):
                rose = claim.direction == "increase"
                yield Direction((claim, before), link=passage.link((claim, before)), rose=rose)


def _told(passage: Passage, steps: Sequence[Step]) -> Iterator[Direction]:
    """What the text says of the step itself: that it rose, or "up from"."""
    for step in steps:
        if scope.is_price(step.after) and step.after.start > step.before.start:
            # "At prices from $224 to $316": of what they are and not of what they became.
            continue
        if passage.led_by("either_way", step.before) or _of_a_next(passage, step.after, step.before):
            continue
        said = {"increase": passage.led_by("up", step.before), "decrease": passage.led_by("down", step.before)}
        ways = {way for way, here in said.items() if here}
        if sum(other.after is step.after for other in steps) == 1:
            # "From 320 to 400, up a quarter and lower than last year's 500": it rose from one of two.
            ways |= {step.after.direction} - {"none"}
        if len(ways) == 1:
            firm = not scope.same_period(step.after, step.before)
            yield Direction((step.after, step.before), link="stated", firm=firm, rose=ways == {"increase"})


def _of_a_next(passage: Passage, after: Claim, before: Claim) -> bool:
    """ "The price from $220 to $300, revenue from 1.1 to 1.5 billion": what the next figure came from is no base."""
    following = min((c for c in passage.claims if c.start >= before.end), key=lambda c: c.start, default=None)
    if following is None or before.start < after.end or len(passage.between(before, following)) > _TO:
        return False
    return passage.came_to(after) and passage.came_from(before) and passage.came_to(following)
