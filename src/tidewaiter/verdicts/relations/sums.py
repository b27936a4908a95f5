"""Sums: exports and imports make the trade of two countries, months make the year so far, and stated sums."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval, total
from tidewaiter.reference.goods import TOTAL
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, allowed
from tidewaiter.verdicts.passages import named
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.steps import Balance
from tidewaiter.verdicts.relations.tilings import tiling
from tidewaiter.verdicts.wording import joined

_ADDENDS = 12
#: "The three together", "Together the two": and the sum must follow within so many words.
_TOGETHER = re.compile(
    r"\W*(?:together,? (?:the(?:se)?|those) (?P<after>two|three|four|five|six)"
    r"|(?:the(?:se)?|those) (?P<n>two|three|four|five|six)\b[^.;]{0,30}\b(?:together|combined))\b",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SOON = 12
#: Figures of one scope that are tried, and choices among them.
_VARIANTS, _CHOICES = 4, 64
#: How far from an open figure what it stands for is looked for.
_NEAR = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Sum(Relation):
    """`claims[0]` is the sum of the others."""

    kind: ClassVar[str] = "sum"

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The addends make the sum; the sum less the other addends leaves an addend."""
        if index == 0:
            return total(figures[1:])
        return figures[0] - total(figure for i, figure in enumerate(figures) if i not in (0, index))

    def plain(self) -> bool:
        """Only with a slip: any of the figures may be the wrong one."""
        return False

    def to_the_digit(self, claim: Claim, figure: Interval, value: Decimal) -> bool:
        """As for any relation; and where finer figures make just a round one: "1.2 million: 480,000, 720,000"."""
        return self.makes_just(claim, value) or Relation.to_the_digit(self, claim, figure, value)

    def makes_just(self, claim: Claim, value: Decimal) -> bool:
        """Whether the addends, one figure of them or of the sum mended, make just the sum as it is printed."""
        whole, *parts = (value if each is claim else each.value for each in self.claims)
        return whole == sum(parts)

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
    flows = [c for c in passage.claims if (scope.is_flow(c) or passage.is_balance(c)) and len(scope.pair(c)) == 2]
    buckets: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in flows:
        # A balance is called what it is, and is of all goods where it names none.
        balance = passage.is_balance(claim) and not claim.goods
        goods = (TOTAL,) if balance else tuple(sorted(claim.goods)) or claim.product
        if goods and scope.period(claim) is not None:
            buckets[claim.unit, scope.pair(claim), goods].append(claim)
    for claims in buckets.values():
        plain = [claim for claim in claims if not passage.is_balance(claim)]
        yield from _two_way(passage, plain)
        yield from _stretches(passage, plain)
        yield from _balances(passage, claims, plain)
    yield from _announced(passage)


_Way = tuple[str, str] | None


def _stated(claims: Sequence[Claim]) -> dict[tuple[str, _Way], list[Claim]]:
    """The claims of each period and direction; a figure said again only once."""
    found: dict[tuple[str, _Way], list[Claim]] = defaultdict(list)
    for claim in claims:
        same = found[_days(claim), scope.direction(claim)]
        if len(same) < _VARIANTS and all(other.value != claim.value for other in same):
            same.append(claim)
    return found


def _days(claim: Claim) -> str:
    days = scope.period(claim)
    assert days is not None
    return f"{days.first_day}/{days.last_day}"


def _best(passage: Passage, relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relation that holds, of those that a text with several figures of one scope allows.

    Where none holds and there was a choice, the text's words have told apart what its slots do not: no accusation.
    """
    tried = [relation for relation in relations if not open_to_all(relation)]
    if all(relation.outcome() == CONTRADICTED for relation in tried):
        # "Trade tops 10 billion", over a text that tells how much it was: not the headline's words are held against it.
        below = [relation for relation in tried if not any(map(passage.in_heading, relation.claims))]
        tried = below or tried
    # "The four goods other than hair came to 79 million": what words put on ground of its own is no other choice.
    tried = [r for r in tried if not any(passage.ground(c) for c in r.claims)] or tried
    if tried:
        order = (SUPPORTED, LOOSE, CONTRADICTED)
        best = min(tried, key=lambda relation: order.index(relation.outcome()))
        firm = len(tried) == 1 and all(not passage.ground(c) and allowed(c).high is not None for c in best.claims)
        firm = firm and named.all_told(passage, best.claims) and not named.groups_apart(passage, best.claims)
        yield replace(best, link=passage.link(best.claims), firm=firm)


def open_to_all(relation: Relation) -> bool:
    """Whether a relation holds only because a figure is open: "over 48 million" and 4.5 make no 163."""
    near = {c: Interval.exactly(c.value).widened(_NEAR) for c in relation.claims if None in _bounds(c)}
    return bool(near) and relation.outcome() == SUPPORTED and relation.outcome(near) == CONTRADICTED


def _bounds(claim: Claim) -> tuple[Decimal | None, Decimal | None]:
    return allowed(claim).low, allowed(claim).high


def _two_way(passage: Passage, claims: Sequence[Claim]) -> Iterator[Relation]:
    """Trade between two countries is what each sent the other."""
    stated = _stated(claims)
    for (days, way), wholes in stated.items():
        if way is None:
            a, b = sorted(scope.pair(wholes[0]))
            there, back = stated.get((days, (a, b)), []), stated.get((days, (b, a)), [])
            yield from _best(passage, (Sum(members) for members in product(wholes, there, back)))


def _stretches(passage: Passage, claims: Sequence[Claim]) -> Iterator[Relation]:
    """A stretch is the sum of its months, quarters or halves, where the text names every one of them."""
    stated = _stated(claims)
    for (_, way), wholes in stated.items():
        others = {days: same for (days, other), same in stated.items() if other == way and same is not wholes}
        found = tiling(wholes[0], [same[0] for same in others.values()])
        parts = [others[_days(part)] for part in found or ()]
        choices = math.prod(map(len, parts)) * len(wholes)
        if parts and choices <= _CHOICES:
            yield from _best(passage, (Sum(members) for members in product(wholes, *parts)))


def _balances(passage: Passage, claims: Sequence[Claim], plain: Sequence[Claim]) -> Iterator[Relation]:
    """A surplus or deficit is what the one sold less what the other did."""
    stated = _stated(plain)
    for claim in claims:
        if claim in plain or claim.value <= 0 or claim.measure == "change":
            # "The deficit narrowed by 1.8 billion" is no balance.
            continue
        a, b = sorted(scope.pair(claim))
        there, back = stated.get((_days(claim), (a, b)), []), stated.get((_days(claim), (b, a)), [])
        pairs = (sorted(pair, key=lambda way: -way.value) for pair in product(there, back))
        yield from _best(passage, (Balance((claim, *pair)) for pair in pairs))


def _together(passage: Passage, whole: Claim, before: Sequence[Claim]) -> Iterator[Sum]:
    """ "The three together took C": the last three figures of the sentence before, where the number is said."""
    found = _TOGETHER.match(passage.sentence(whole))
    count = _NUMBERS[(found["n"] or found["after"]).casefold()] if found is not None else None
    parts = [claim for claim in before if scope.alike(claim, whole) and not passage.came_from(claim)][-(count or 1) :]
    if count is None or len(parts) != count or not passage.adjoining(parts[-1], whole):
        return
    if passage.lead(whole).count(" ") <= _SOON and not any(scope.periods_clash(part, whole) for part in parts):
        firm = all(not passage.ground(c) and allowed(c).high is not None for c in (whole, *parts))
        yield Sum((whole, *parts), link="stated", firm=firm)


def _is_one_more(passage: Passage, parts: Sequence[Claim], whole: Claim) -> bool:
    """ "Carpets worth $2 million, iron worth $1 million and tea totalling $1 million": goods of its own, and no sum."""
    goods = whole.product
    return (
        goods is not None
        and goods in passage.between(parts[-1], whole)
        and all(part.product not in {None, goods} for part in parts)
    )


def _announced(passage: Passage) -> Iterator[Sum]:
    """ "A and B, for a total of C": the figures of the sentence before the word, in the same unit."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        if scope.is_level(claim) and claim.value > 0:
            sentences[claim.sentence].append(claim)
    before: Sequence[Claim] = ()
    for claims in sentences.values():
        yield from _together(passage, claims[0], before)
        before = claims
        for place, whole in enumerate(claims[: _ADDENDS + 1]):
            parts = [part for part in claims[:place] if scope.comparable(part, whole)]
            if len(parts) < 2 or not passage.led_by("adding_up", whole):
                continue
            if re.search(r"[;:]", passage.between(parts[0], whole)) or _is_one_more(passage, parts, whole):
                continue
            members = (whole, *parts)
            firm = all(not passage.ground(c) and allowed(c).high is not None for c in members)
            told = Sum(members, link="stated", firm=firm)
            if not open_to_all(told):
                yield told
