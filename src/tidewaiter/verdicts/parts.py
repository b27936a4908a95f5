"""Part and whole: a part cannot be more than its whole, nor can parts that do not overlap together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import ClassVar

from tidewaiter.analysis import compare
from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval, total
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, allowed
from tidewaiter.verdicts.passage import Passage
from tidewaiter.verdicts.relation import Relation
from tidewaiter.verdicts.wording import joined, percent

#: Parts and whole may come from two books, one at the exporter's price and one with freight on top: 10 % apart.
_VALUATION = Decimal("0.10")
#: Where only slots and no words tie part and whole, a part so many times its whole is no year taken for a month.
_FAR_BEYOND = Decimal(13)
#: Words of another sentence tie a part to a whole that is so near, in characters.
_SAID_WITHIN = 400
#: What is more than so many times a month's whole is no year's either.
_LONGER = 20
#: So many figures of one flow and unit are set against each other; more are a table.
_MOST = 300
#: From so many times the whole on, a part is of another scale and not just off.
_OTHER_SCALE = 20
#: A part that is worth naming is about this many powers of ten below its whole.
_USUAL_PART = 1.2
#: Lists longer than this are tables, and are compared line by line only.
_LONGEST_LIST = 40


@dataclass(frozen=True, slots=True)
class PartsWithin(Relation):
    """`claims[0]` is the whole, the others are parts of it that do not overlap each other."""

    kind: ClassVar[str] = "parts"
    weight: ClassVar[float] = 0.1
    exact: ClassVar[bool] = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The whole is at least the sum of its parts; a part at most what the others leave of the whole."""
        slack = 1 if self.link == "stated" else 1 + _VALUATION
        parts = figures[1:]
        if index == 0:
            least = total(parts).low
            return Interval(None if least is None else least / slack, None)
        whole = figures[0]
        if whole.high is None:
            return Interval(Decimal(0), None)
        room = whole.high * slack
        others = sum((part.low or Decimal(0) for i, part in enumerate(parts, 1) if i != index), Decimal(0))
        return Interval(min(Decimal(0), room - others), room - others)

    def suspicion(self, index: int) -> float:
        """Of parts the largest; where the scales are far apart, a part sooner than its whole, which others lean on."""
        if index == 0:
            return 0.0
        largest = max(self.claims[1:], key=lambda claim: claim.value)
        if self.claims[index] != largest:
            return 0.0
        return 0.3 if largest.value >= self.claims[0].value * _OTHER_SCALE else 0.1

    def typical(self, index: int, value: Decimal) -> float:
        """Parts that are named together are of a size, and a whole is not a thousand times what is named of it."""
        if value <= 0:
            return 0.0
        parts = [claim.value for claim in self.claims[1:]]
        if index == 0:
            middle = _log(sum(parts, Decimal(0)))
        else:
            others = [_log(claim.value) for i, claim in enumerate(self.claims) if i not in (0, index)]
            middle = sum(others) / len(others) if others else _log(self.claims[0].value) - self._below(index)
        return math.exp(-((_log(value) - middle) ** 2) / 2)

    def _below(self, index: int) -> float:
        """How many powers of ten a part is usually below its whole: for a shorter time, by how much it is shorter."""
        whole, part = self.claims[0], self.claims[index]
        days, longer = scope.period(part), scope.period(whole)
        if scope.same_goods(part, whole) and days and longer and (n := len(list(days.months()))):
            return math.log10(max(len(list(longer.months())), n) / n)
        return _USUAL_PART

    def accuses(self) -> bool:
        """Slots alone may have misread a period: then only a figure beyond all doubt is held against a writer."""
        if not self.firm or self.link != "far":
            return self.firm
        figures = [allowed(claim) for claim in self.claims]
        parts, whole = total(figures[1:]), figures[0]
        return parts.low is not None and whole.high is not None and parts.low > whole.high * _FAR_BEYOND

    def explain(self, index: int, outcome: str) -> str:
        """The share that the parts make of the whole, or that they exceed it."""
        whole, *parts = self.claims
        named = f"the total of {phrases.said(whole)}" if scope.is_total(whole) else f"the {phrases.thing(whole)}"
        named = f"{named} ({phrases.scope(whole)})"
        if outcome == CONTRADICTED:
            if len(parts) == 1:
                return f"{self._named(parts[0])} cannot be part of {named}"
            return f"{joined(map(self._named, parts))} together come to {_sum(parts)}, more than {named}"
        share = compare.share(total(Interval.exactly(p.value) for p in parts), Interval.exactly(whole.value))
        shown = percent(share.high) if share.high is not None else "a part"
        if len(parts) == 1:
            return f"{self._named(parts[0])} fits: it is {shown} of {named}"
        return f"{joined(map(self._named, parts))} fit together: {_sum(parts)} is {shown} of {named}"

    def _named(self, part: Claim) -> str:
        """A part with its goods where they are narrower than the whole's, and its time where that is shorter."""
        whole = self.claims[0]
        named = phrases.said(part) if scope.same_goods(part, whole) else phrases.thing(part)
        if not scope.same_flow(part, whole):
            named = f"{named} ({phrases.flow(part)})"
        return named if scope.same_period(part, whole) else f"{named} in {phrases.period(part.period)}"

    def arithmetic(self) -> str:
        """The parts added up beside the whole."""
        whole, *parts = self.claims
        added = " + ".join(phrases.digits(part.value) for part in parts)
        summed = sum((part.value for part in parts), Decimal(0))
        sign = "≤" if summed <= whole.value else ">"
        equals = f" = {phrases.digits(summed)}" if len(parts) > 1 else ""
        return f"{added}{equals} {sign} {phrases.digits(whole.value)}"


def _log(value: Decimal) -> float:
    return float(value.log10()) if value > 0 else 0.0


def _sum(parts: Iterable[Claim]) -> str:
    parts = list(parts)
    return phrases.amount(parts[0].unit, sum((part.value for part in parts), Decimal(0)))


def find(passage: Passage) -> Iterator[PartsWithin]:
    """Every part with its whole, and every list of parts that do not overlap."""
    flows = [
        c for c in passage.claims if scope.is_flow(c) and c.value > 0 and scope.pair(c) and not passage.is_balance(c)
    ]
    buckets: dict[tuple[str, frozenset[str]], list[Claim]] = defaultdict(list)
    for claim in flows:
        buckets[claim.unit, scope.pair(claim)].append(claim)
    for bucket in buckets.values():
        claims = bucket[:_MOST]
        for whole in _wholes(claims):
            parts = [part for part in claims if _is_part(passage, part, whole)]
            for part in parts:
                yield _relation(passage, whole, (part,))
            yield from _lists(passage, whole, parts)
            yield from _times(passage, whole, parts)


def _wholes(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that others may be parts of: the largest of each scope.

    Where a text has several figures of one scope, the smaller ones are parts that its words did not tell apart ("$0.5
    million in medicines against tuberculosis"), and no whole.
    """
    largest: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.goods, "" if claim.goods else claim.product, claim.period, scope.direction(claim))
        if key not in largest or claim.value > largest[key].value:
            largest[key] = claim
    return list(largest.values())


def _is_part(passage: Passage, part: Claim, whole: Claim) -> bool:
    if part is whole or not scope.period_within(part, whole) or not scope.flow_within(part, whole):
        return False
    if scope.goods_part_of(part, whole):
        return True
    if not scope.same_goods(part, whole):
        return False
    # The same goods in a shorter time, in one direction of the trade, or in words that single some of them out.
    narrower = not scope.same_period(part, whole) or not scope.same_flow(part, whole)
    return narrower or (passage.same_sentence(part, whole) and _said_part(passage, part, whole))


def _relation(passage: Passage, whole: Claim, parts: tuple[Claim, ...], *, firm: bool = True) -> PartsWithin:
    claims = (whole, *parts)
    link = passage.link(claims, stated=all(_said_part(passage, part, whole) for part in parts))
    # Words that name no known goods may name something else altogether ("the two countries' trade").
    known = link == "stated" or all(part.goods for part in parts)
    longer = any(_perhaps_longer(passage, part, whole) for part in parts)
    record = any(_perhaps_record(passage, part, whole) for part in parts)
    return PartsWithin(claims, link=link, firm=firm and known and not longer and not record)


def _perhaps_record(passage: Passage, part: Claim, whole: Claim) -> bool:
    """Whether the whole's longer time may be that of a record: "the highest since February, when it was 58.7"."""
    return not scope.same_period(part, whole) and passage.says("record", passage.sentence(whole))


def _perhaps_longer(passage: Passage, part: Claim, whole: Claim) -> bool:
    """Whether a month's part speaks of a longer time too ("so far this year"), and is not beyond even that."""
    days = scope.period(part)
    return (
        days is not None
        and days.is_month
        and part.value < whole.value * _LONGER
        and passage.says("cumulative", passage.sentence(part))
    )


def _said_part(passage: Passage, part: Claim, whole: Claim) -> bool:
    """Whether words say that the one is in the other: "including", "of which", or a list of main items after it."""
    if passage.same_sentence(part, whole):
        return passage.says("including", passage.sentence(part))
    if whole.start > part.start or not passage.near(part, whole) or not scope.same_flow(part, whole):
        return False
    between = passage.between(whole, part)
    return len(between) <= _SAID_WITHIN and passage.says("including", between)


def _lists(passage: Passage, whole: Claim, parts: Sequence[Claim]) -> Iterator[PartsWithin]:
    """Parts named in one sentence over the whole's own scope, none of which is among another."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for part in parts:
        if scope.same_period(part, whole) and scope.same_flow(part, whole):
            sentences[part.sentence].append(part)
    for group in sentences.values():
        if 1 < len(group) <= _LONGEST_LIST:
            apart = {scope.goods_apart(a, b) for a, b in combinations(group, 2)}
            if False not in apart or _enumerated(passage, whole, group):
                # Goods that may overlap, as far as is known, may be seen to fit but not to overrun.
                yield _relation(passage, whole, tuple(group), firm=apart == {True})


def _times(passage: Passage, whole: Claim, parts: Sequence[Claim]) -> Iterator[PartsWithin]:
    """The same goods and flow at times that do not overlap: January and February within the first quarter."""
    times: dict[str | None, Claim] = {}
    for part in parts:
        if scope.same_goods(part, whole) and scope.same_flow(part, whole):
            times.setdefault(part.period, part)
    spans = [days for part in times.values() if (days := scope.period(part)) is not None]
    if 1 < len(spans) <= _LONGEST_LIST and not any(a.overlaps(b) for a, b in combinations(spans, 2)):
        yield _relation(passage, whole, tuple(times.values()))


def _enumerated(passage: Passage, whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether they are items of one list after "including", and none is said to be in another."""
    first, last = group[0], group[-1]
    return (
        passage.same_sentence(first, whole)
        and whole.start < first.start
        and passage.says("including", passage.between(whole, first))
        and not passage.says("including", passage.between(first, last))
    )
