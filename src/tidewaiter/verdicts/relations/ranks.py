"""Ranks: what is "followed by" others is more than they are, one after the other."""

from __future__ import annotations

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
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import OPEN, Relation, above, below, near_in_size

_MOST = 10
#: How far what follows in a rank usually lies below, in powers of ten.
_USUAL_STEP = 0.4


@dataclass(frozen=True, slots=True)
class Ranked(Relation):
    """`claims` are a figure and the one that comes after it in a rank."""

    kind: ClassVar[str] = "rank"
    weight: ClassVar[float] = 0.1
    exact: ClassVar[bool] = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The first is at least the second."""
        other = figures[1 - index]
        if index == 0:
            return above(other)
        return below(other) if other.high is not None else OPEN

    def plain(self) -> bool:
        """Only with a slip: either figure may be the wrong one, or the word."""
        return False

    def typical(self, index: int, value: Decimal) -> float:
        """What comes next in a rank is of the size of what came before."""
        return near_in_size(value, self.claims[1 - index].value, spread=_USUAL_STEP)

    def explain(self, index: int, outcome: str) -> str:
        """Which one is said to come first, and whether it does."""
        first, second = map(phrases.said, self.claims)
        verb = "is less than" if outcome == CONTRADICTED else "comes before"
        return f"{first} {verb} {second}, which is said to come after it"

    def arithmetic(self) -> str:
        """The two side by side."""
        first, second = (claim.value for claim in self.claims)
        return f"{phrases.digits(first)} {'≥' if first >= second else '<'} {phrases.digits(second)}"


def find(passage: Passage) -> Iterator[Ranked]:
    """The figures of a sentence that "followed by" or "ahead of" puts into a row, in the order of the text."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        if passage.is_plain_amount(claim):
            sentences[claim.sentence].append(claim)
    for claims in sentences.values():
        yield from _row(passage, claims[:_MOST])


def _row(passage: Passage, claims: Sequence[Claim]) -> Iterator[Ranked]:
    begun = False
    for first, second in pairwise(claims):
        between = passage.between(first, second)
        follows = says("follows", between)
        begun = follows or (begun and not says("ends_rank", between))
        # "…, or 7.65 billion combined": the sum of a row comes after nothing in it.
        begun = begun and not passage.adds_up(second)
        if not begun or not scope.alike(first, second) or scope.periods_clash(first, second):
            begun = False
            continue
        firm = not (passage.ground(first) or passage.ground(second))
        yield Ranked((first, second), link="stated", firm=firm)
