"""Sums: exports and imports make the trade of two countries, months make the year so far, and stated sums."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval, total
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, allowed
from tidewaiter.verdicts.passage import Passage
from tidewaiter.verdicts.relation import Relation
from tidewaiter.verdicts.triangles import Difference
from tidewaiter.verdicts.wording import joined

#: A stretch of more months than this is not looked for month by month.
_MONTHS = 24
_ADDENDS = 12


@dataclass(frozen=True, slots=True)
class Sum(Relation):
    """`claims[0]` is the sum of the others."""

    kind: ClassVar[str] = "sum"

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The addends make the sum; the sum less the other addends leaves an addend."""
        if index == 0:
            return total(figures[1:])
        return figures[0] - total(figure for i, figure in enumerate(figures) if i not in (0, index))

    def explain(self, index: int, outcome: str) -> str:
        """What the addends make, against what is said."""
        whole, *parts = self.claims
        added = joined(map(_named, parts))
        summed = phrases.amount(whole.unit, sum((part.value for part in parts), Decimal(0)))
        verb = {CONTRADICTED: "not", LOOSE: "roughly"}.get(outcome, "which agrees with")
        return f"{added} add up to {summed}, {verb} {_named(whole)}"

    def arithmetic(self) -> str:
        """The addends added up."""
        whole, *parts = self.claims
        summed = sum((part.value for part in parts), Decimal(0))
        equal = "=" if summed == whole.value or self.outcome() != CONTRADICTED else "≠"
        written = f"{' + '.join(phrases.digits(part.value) for part in parts)} = {phrases.digits(summed)}"
        return (
            written
            if summed == whole.value
            else f"{written} ({'≈' if equal == '=' else '≠'} {phrases.digits(whole.value)})"
        )


def _named(claim: Claim) -> str:
    return f"{phrases.thing(claim)} ({phrases.scope(claim)})" if phrases.scope(claim) else phrases.thing(claim)


def find(passage: Passage) -> Iterator[Relation]:
    """Two-way trade with its directions, balances, months of a stretch, and sums that words announce."""
    flows = [c for c in passage.claims if scope.is_flow(c) and len(scope.pair(c)) == 2]
    buckets: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in flows:
        goods = tuple(sorted(claim.goods)) or claim.product
        if goods and scope.period(claim) is not None:
            buckets[claim.unit, scope.pair(claim), goods].append(claim)
    for claims in buckets.values():
        plain = [claim for claim in claims if not passage.is_balance(claim)]
        yield from _two_way(passage, plain)
        yield from _months(passage, plain)
        yield from _balances(passage, claims, plain)
    yield from _announced(passage)


def _first(claims: Sequence[Claim]) -> dict[tuple[str, tuple[str, str] | None], Claim]:
    """The first claim of each period and direction."""
    found: dict[tuple[str, tuple[str, str] | None], Claim] = {}
    for claim in claims:
        found.setdefault((_days(claim), scope.direction(claim)), claim)
    return found


def _days(claim: Claim) -> str:
    days = scope.period(claim)
    assert days is not None
    return f"{days.first_day}/{days.last_day}"


def _two_way(passage: Passage, claims: Sequence[Claim]) -> Iterator[Sum]:
    """Trade between two countries is what each sent the other."""
    first = _first(claims)
    for claim in claims:
        if scope.direction(claim) is None:
            a, b = sorted(scope.pair(claim))
            ways = [first.get((_days(claim), way)) for way in ((a, b), (b, a))]
            if ways[0] is not None and ways[1] is not None:
                members = (claim, ways[0], ways[1])
                yield Sum(members, link=passage.link(members), firm=_firm(passage, members))


def _months(passage: Passage, claims: Sequence[Claim]) -> Iterator[Sum]:
    """A stretch is the sum of its months, where the text names every one of them."""
    first = _first(claims)
    for claim in claims:
        days = scope.period(claim)
        months = [] if days is None else list(days.months())
        if not 2 <= len(months) <= _MONTHS:
            continue
        parts = []
        for month in months:
            like = next(
                (c for (_, way), c in first.items() if c.period == month and way == scope.direction(claim)), None
            )
            if like is None:
                break
            parts.append(like)
        if len(parts) == len(months):
            members = (claim, *parts)
            yield Sum(members, link=passage.link(members), firm=_firm(passage, members))


def _balances(passage: Passage, claims: Sequence[Claim], plain: Sequence[Claim]) -> Iterator[Difference]:
    """A surplus or deficit is what the one sold less what the other did."""
    first = _first(plain)
    for claim in claims:
        if claim in plain or claim.value <= 0:
            continue
        a, b = sorted(scope.pair(claim))
        ways = [first.get((_days(claim), way)) for way in ((a, b), (b, a))]
        if ways[0] is not None and ways[1] is not None:
            larger, smaller = sorted((ways[0], ways[1]), key=lambda way: -way.value)
            members = (claim, larger, smaller)
            yield Difference(members, link=passage.link(members), firm=_firm(passage, members))


def _announced(passage: Passage) -> Iterator[Sum]:
    """ "A and B, for a total of C": the figures of the sentence before the word, in the same unit."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        if scope.is_level(claim) and claim.value > 0:
            sentences[claim.sentence].append(claim)
    for claims in sentences.values():
        for place, whole in enumerate(claims[: _ADDENDS + 1]):
            parts = [part for part in claims[:place] if scope.comparable(part, whole)]
            if len(parts) < 2 or not passage.led_by("adding_up", whole):
                continue
            if re.search(r"[;:]", passage.between(parts[0], whole)):
                continue
            members = (whole, *parts)
            yield Sum(members, link="stated", firm=_firm(passage, members))


def _firm(passage: Passage, claims: Sequence[Claim]) -> bool:
    return all(not passage.ground(claim) and allowed(claim).high is not None for claim in claims)
