"""Shares of shares: "31 percent of exports, and 88 percent of that went to Fiji, which is 27.3 percent of all"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import OPEN, Relation, exactly_said
from tidewaiter.verdicts.relations.shares_told import OF_THIS
from tidewaiter.verdicts.wording import percent
from tidewaiter.verdicts.worked.board import firm, mendable

_HUNDRED = Interval.exactly(Decimal(100))
#: What the share of a share is of: the whole again, and where "of which" stands before a share.
_OF_ALL = re.compile(
    r"\s*of (?:all|everything(?: [a-z]+)?|the total|total|the whole|the country's|overall)\b", re.IGNORECASE
)
_BEFORE = 40
#: So many shares of one sentence, and of the one before, are told in turn.
_THREE = 3


@dataclass(frozen=True, slots=True)
class Nested(Relation):
    """`claims` are a share of a whole, the share of that whole that it lies in, and its share of that one."""

    kind: ClassVar[str] = "nested"

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The one share of the other, and backwards."""
        made, outer, inner = figures
        if index == 0:
            return outer * inner / _HUNDRED
        other = inner if index == 1 else outer
        return made * _HUNDRED / other if other.low is not None and other.low > 0 else OPEN

    def plain(self) -> bool:
        """Only with a slip: any of the three may be the wrong one."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """What the one share of the other makes, against what is said."""
        made, outer, inner = self.claims
        real = percent(outer.value * inner.value / 100)
        verb = {CONTRADICTED: "not", LOOSE: "roughly"}.get(outcome, "as said:")
        return f"{phrases.said(inner)} of {phrases.said(outer)} is {real}, {verb} {phrases.said(made)}"

    def arithmetic(self) -> str:
        """outer × inner / 100."""
        _, outer, inner = self.claims
        made = phrases.digits(outer.value * inner.value / 100)
        return f"{phrases.digits(outer.value)} × {phrases.digits(inner.value)} / 100 = {made}"


def find(passage: Passage) -> Iterator[Nested]:
    """Every share of all that the text works out from two shares before it, the second of which is of the first."""
    shares = [c for c in passage.claims if c.unit == "percent" and c.direction == "none" and 0 < c.value <= 100]
    for place in range(_THREE - 1, len(shares)):
        outer, inner, made = shares[place - 2 : place + 1]
        told = _is_of_it(passage, inner) and _OF_ALL.match(passage.tail(made)) is not None
        near = passage.block(outer) == passage.block(made) and passage.adjoining(inner, made)
        if not (told and near and passage.adjoining(outer, inner) and all(map(exactly_said, (outer, inner, made)))):
            continue
        if any(c.start > inner.end and c.end < made.start for c in passage.claims) or not _worked_out(passage, made):
            continue
        relation = Nested((made, outer, inner), link="near", firm=firm(passage, (made, outer, inner)))
        if relation.outcome() != CONTRADICTED or mendable(relation, alone=True):
            yield relation


def _is_of_it(passage: Passage, inner: Claim) -> bool:
    """Whether a share is of what the share before it is: "88 percent of that", "of which 88 percent"."""
    return OF_THIS.match(passage.tail(inner)) is not None or says("of_which", passage.lead(inner, reach=_BEFORE))


def _worked_out(passage: Passage, made: Claim) -> bool:
    lead = re.split(r"[,;:.]\s", passage.lead(made))[-1]
    return any(says(kind, lead) for kind in ("in_other_words", "that_was"))
