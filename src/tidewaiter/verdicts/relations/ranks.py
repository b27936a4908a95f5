"""Ranks: what is "followed by" others is more than they are, one after the other."""

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
from tidewaiter.reference.countries import find_countries
from tidewaiter.reference.goods import names_goods
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED
from tidewaiter.verdicts.passages.links import listed, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import OPEN, Relation, above, below, near_in_size

_MOST = 10
#: How far before a figure it says that it comes second.
_SECOND = 60
#: Something is told behind a name, and not only how much was its.
_CLAUSE = re.compile(r"\b(?:and|as|when|after)\b|[;:]", re.IGNORECASE)
#: How far what follows in a rank usually lies below, in powers of ten.
_USUAL_STEP = 0.4


@dataclass(frozen=True, slots=True)
class Ranked(Relation):
    """`claims` are a figure and the one that comes after it in a rank."""

    kind: ClassVar[str] = "rank"
    weight: ClassVar[float] = 0.1
    exact: ClassVar[bool] = False
    #: Whether others stand between the two in the rank.
    apart: bool = False

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
        if self.apart:
            return 1.0
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
    before: Sequence[Claim] = ()
    for claims in sentences.values():
        leader = _leader(passage, before, claims[0])
        if leader is not None and not scope.periods_clash(leader, claims[0]):
            yield Ranked(
                (leader, claims[0]), link="stated", firm=not (passage.ground(leader) | passage.ground(claims[0]))
            )
        yield from _row(passage, claims[:_MOST], leader)
        before = claims


def _leader(passage: Passage, before: Sequence[Claim], second: Claim) -> Claim | None:
    """ "Cars topped the list with 2.43 billion. Alloys came second with 0.31": the first of the row."""
    lead = passage.lead(second, reach=_SECOND)
    if not before or not says("comes_second", lead) or not passage.adjoining(before[-1], second):
        return None
    told = [c for c in before if scope.alike(c, second) and not passage.came_from(c)]
    return told[0] if told and says("leads_rank", passage.sentence(told[0])) and passage.near(told[0], second) else None


def _then_named(between: str) -> bool:
    """ "China bought 40 tonnes, then Japan 30": "12 in the first week, then 19 in the second" is no rank.

    Nor is what happened next: "20 from Russia, then China opened its border and its sales came to 180".
    """
    then = listed("then_follows").pattern.search(between)
    if then is None:
        return False
    behind = between[then.end() :]
    if _CLAUSE.search(behind) or says("increase", behind) or says("decrease", behind):
        return False
    return bool(find_countries(behind)) or names_goods(behind)


def _row(passage: Passage, claims: Sequence[Claim], leader: Claim | None) -> Iterator[Ranked]:
    # "Beef came second with 724 and coffee third with 683".
    begun = bool(claims) and says("comes_second", passage.lead(claims[0], reach=_SECOND))
    row: list[Claim] = [] if leader is None else [leader]
    for first, second in pairwise(claims):
        between = passage.between(first, second)
        follows = says("follows", between) or _then_named(between)
        begun = follows or (begun and not says("ends_rank", between))
        # "…, or 7.65 billion combined": the sum of a row comes after nothing in it.
        begun = begun and not passage.adds_up(second)
        if not begun or not scope.alike(first, second) or scope.periods_clash(first, second):
            begun = False
            row = []
            continue
        row.append(first)
        for higher in row:
            firm = not (passage.ground(higher) or passage.ground(second))
            ranked = Ranked((higher, second), link="stated", firm=firm, apart=higher is not first)
            if higher is first or ranked.outcome() == CONTRADICTED:
                yield ranked
