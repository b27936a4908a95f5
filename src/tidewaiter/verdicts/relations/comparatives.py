"""Amounts set against each other by one word: "300 tonnes, lower than the 360 of April", "fell slightly from 4.5"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import told_steps
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.steps import Direction

#: Behind these and before an amount of another time; "more than 260" alone is a hedge.
_LESS = re.compile(
    r"\b(?:(?:lower|smaller|cheaper) than|(?:less|fewer) than (?=(?:the|its|in|a)\b)|below (?=(?:the|its)\b))"
    r"[^,;:.]{0,36}\Z",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:(?:higher|larger|bigger|dearer) than|(?:more|greater) than (?=(?:the|its|in|a)\b)|above (?=(?:the|its)\b))"
    r"[^,;:.]{0,36}\Z",
    re.IGNORECASE,
)
#: "Three times higher than", "no more than the", "below the cap of": another thing is said.
_OTHERWISE = re.compile(
    r"\b(?:times|fold|not|no|never|percent|cap|limit|ceiling|target|quota|average|forecast|expected)\b|%", re.IGNORECASE
)
#: How "lower than 434" may be read, too.
_PLAIN = frozenset({"exact", "less_than", "more_than"})
#: "1,163 in 2021, 215 million more than the 948 of 2020": by how much it was more.
_AT_ONCE = re.compile(
    r"\s*(?:[a-z]+ )?(?:lower|smaller|cheaper|less|fewer|below|higher|larger|bigger|dearer|more|greater|above)\b"
)
#: What moved so little, right before it is said to what.
_SLIGHTLY = re.compile(r"\b(?:slightly|marginally|edged|inched|a touch)\b[^,;:.]{0,40}\Z", re.IGNORECASE)
_REACH = 60
#: Who calls a step slight may mean a third, and no doubling.
_SLIGHT = Interval(Decimal("0.5"), Decimal(2))


@dataclass(frozen=True, slots=True)
class Slight(Relation):
    """`claims` are a figure that is said to have moved slightly, and the figure it came from."""

    kind: ClassVar[str] = "slight"
    weight: ClassVar[float] = 0.1
    exact: ClassVar[bool] = False
    doubtful: ClassVar[bool] = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """Anything between half and double the other."""
        return figures[1 - index] * _SLIGHT

    def plain(self) -> bool:
        """Only with a slip: the word may be careless."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """From what to what, against the word."""
        after, before = self.claims
        told = f"from {phrases.level(before)} to {phrases.level(after)}"
        return f"{told} is no slight move" if outcome == CONTRADICTED else f"it moved but slightly, as said, {told}"

    def arithmetic(self) -> str:
        """after / before."""
        after, before = (claim.value for claim in self.claims)
        return f"{phrases.digits(after)} / {phrases.digits(before)} = {phrases.digits(after / before, 2)}"


def find(passage: Passage) -> Iterator[Relation]:
    """Each amount that a word sets against the one before it, and each step that is called slight."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        sentences[claim.sentence].append(claim)
    for claims in sentences.values():
        head: Claim | None = None
        for first, before in pairwise(claims):
            # "300, above the 250 of March and the 280 of April": the first of them, still.
            after = head or first
            way = _way(passage, after, first, before)
            head = None if way is None else after
            if way is not None:
                yield Direction((after, before), link="stated", firm=not passage.ground(after), rose=way)
        for step in told_steps(passage, claims):
            if _SLIGHTLY.search(passage.lead(step.after, reach=_REACH)) is not None:
                yield Slight((step.after, step.before), link="stated", firm=not passage.ground(step.after))


def _way(passage: Passage, after: Claim, last: Claim, before: Claim) -> bool | None:
    """Whether an amount is told to be more (True) or less than another of its series; `last` stands before that."""
    alike = after.unit == before.unit and after.measure == before.measure
    if not alike or after.qualifier != "exact" or before.qualifier not in _PLAIN:
        return None
    if not (scope.is_level(after) or scope.is_price(after)) or after.value <= 0 or before.value <= 0:
        return None
    if scope.goods_clash(after, before) or scope.flows_clash(after, before) or scope.pair(after) != scope.pair(before):
        return None
    if not after.period or not before.period or scope.same_period(after, before):
        return None
    between = passage.between(last, before)
    if _OTHERWISE.search(between) is not None:
        return None
    less, more = _LESS.search(between), _MORE.search(between)
    if (less is None) == (more is None) or (last is after and _AT_ONCE.match(between) is not None):
        return None
    return more is not None
