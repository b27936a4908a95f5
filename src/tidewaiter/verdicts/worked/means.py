"""Averages of a list: "251 million in March, 239 in February and 252 in January: 247 million a month on average"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.interval import Interval, total
from tidewaiter.verdicts import phrases
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.wording import joined, rounded
from tidewaiter.verdicts.worked.board import Board, broken, firm

_SENTENCES, _BEFORE, _BEHIND, _LONGEST = 3, 60, 24, 12
_AVERAGE = re.compile(r"\b(?:averag\w+|mean)\b|평균|平均|月均|日均", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mean(Relation):
    """`claims` are an average and the figures it is the average of."""

    kind: ClassVar[str] = "average"

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The sum by their number; the average by their number less the others."""
        count = Interval.exactly(Decimal(len(figures) - 1))
        if index == 0:
            return total(figures[1:]) / count
        return figures[0] * count - total(figure for i, figure in enumerate(figures) if i not in (0, index))

    def plain(self) -> bool:
        """Only with a slip: any of the figures may be the wrong one."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """What they make on average, against what is said."""
        average, *others = self.claims
        real = phrases.amount(average.unit, rounded(self._real(), 4))
        verb = {CONTRADICTED: "not", LOOSE: "roughly"}.get(outcome, "as said:")
        return f"{joined(map(phrases.said, others))} are {real} on average, {verb} {phrases.said(average)}"

    def _real(self) -> Decimal:
        others = self.claims[1:]
        return sum((claim.value for claim in others), Decimal(0)) / len(others)

    def arithmetic(self) -> str:
        """(a + b + …) / n."""
        others = self.claims[1:]
        added = " + ".join(phrases.digits(claim.value) for claim in others)
        return f"({added}) / {len(others)} = {phrases.digits(self._real(), 4)}"


def find(passage: Passage) -> Iterator[Relation]:
    """Averages whose list stands in their sentence or in one or two before."""
    board = Board(passage)
    for average in passage.claims:
        unit = average.unit.partition("_per_")[0]
        said = f"{passage.lead(average, reach=_BEFORE)} … {passage.tail(average, reach=_BEHIND)}"
        if average.value <= 0 or not _AVERAGE.search(said):
            continue
        groups = board.around(average, sentences=_SENTENCES)
        lists = [[c for c in board.amounts(group, unit) if c is not average] for group in groups]
        # Where an amount stands nearer than the list, the average may be of that one or of both.
        parts = next((some for some in lists if some), [])
        found = broken(
            Mean((average, *members), link="near", firm=firm(passage, (average, *members), without=("average",)))
            for members in ([parts] if 2 < len(parts) <= _LONGEST else [])
        )
        if found is not None:
            yield found
