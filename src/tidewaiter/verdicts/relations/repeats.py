"""The same figure said twice: in the headline and in the body, in the lede and further down."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, allowed, excused, magnitude
from tidewaiter.verdicts.passages import named
from tidewaiter.verdicts.passages.links import is_carried, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.relations.relation import Relation, near_in_size

#: A slip leaves the digits recognisable: at least so many of them, and the rest within rounding of the other figure.
_TELLING, _SAME = 2, Decimal("0.005")
#: A figure is set against so many others of its scope; a page that repeats one more often says nothing new.
_MOST = 8
#: Paragraphs below a headline in which its figure stands, the line with the date among them.
_NEAR_TOP = 3
#: How far a figure that is told twice may be from itself, as a power of ten.
_AS_LARGE = 0.1
#: So near to a power of ten, as a logarithm, is a figure with another scale.
_POWER = 0.01
#: How far from a figure that is open on a side another one of it is told.
_ABOVE = Decimal("0.1")
#: With so many digits a slip fits no other figure by chance, whatever the goods were read to be.
_MANY = 3
#: Parts may be rounded otherwise than their sum.
_ROUNDED = Decimal("0.002")


@dataclass(frozen=True, slots=True)
class Repeat(Relation):
    """Two statements of one figure. They accuse only where a slip turns the one into the other.

    Two figures whose slots agree and which differ otherwise are mostly two things that the reader of the text could
    not tell apart, so nothing is said of them.
    """

    kind: ClassVar[str] = "repeat"
    doubtful: ClassVar[bool] = False
    weight: ClassVar[float] = 0.4
    in_heading: bool = False

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """Each allows what the other says."""
        return figures[1 - index]

    def suspicion(self, index: int) -> float:
        """Headlines are written in a hurry, and not by who did the sums."""
        return 0.3 if index == 0 and self.in_heading else 0.0

    def typical(self, index: int, value: Decimal) -> float:
        """A figure mended is as large as the other one, however open it is told: "more than 240 million"."""
        return near_in_size(value, self.claims[1 - index].value, spread=_AS_LARGE)

    def accuses(self) -> bool:
        """Whether a slip of a scale word or of neighbouring digits makes just the other figure of the one."""
        return self.firm and any(self._turns(here, there) for here, there in (self.claims, self.claims[::-1]))

    def _turns(self, here: Claim, there: Claim) -> bool:
        if min(_significant(here), _significant(there)) < _TELLING or not _resemble(here, there):
            return False
        near = Interval.exactly(there.value).widened(_SAME)
        return slips.search(here, near.meets, slips=slips.recognisable(here)) is not None

    def plain(self) -> bool:
        """Only with a slip: nothing else tells which of the figures is wrong."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """That it is said again, and how."""
        here, there = self.claims[index], self.claims[1 - index]
        if outcome == CONTRADICTED:
            return f"the text gives {phrases.said(here)} here and {phrases.said(there)} elsewhere for the same thing"
        manner = "roughly the same" if outcome == LOOSE else "the same"
        return f"the text says {manner} elsewhere: {phrases.said(there)}"

    def arithmetic(self) -> str:
        """The two side by side."""
        first, second = (phrases.digits(claim.value) for claim in self.claims)
        return f"{first} = {second}" if first == second else f"{first} ≠ {second}"


def _significant(claim: Claim) -> int:
    """How many digits of a figure say something."""
    return len(claim.value.normalize().as_tuple().digits)


def _resemble(here: Claim, there: Claim) -> bool:
    """Whether two figures have about the same digits, in whatever order and scale: the rest need not be searched.

    The one is rounded as the other is: "159 million" for 195.27.
    """
    kept = max(_TELLING, min(_significant(here), _significant(there)))
    one, other = (Counter(_rounded(claim.value, kept).normalize().as_tuple().digits) for claim in (here, there))
    power = magnitude(here.value / there.value) if here.value > 0 < there.value else 0.5
    return abs(power - round(power)) < _POWER or sum((one - other).values()) + sum((other - one).values()) <= 1


def _rounded(value: Decimal, digits: int) -> Decimal:
    return round(value, digits - 1 - value.adjusted())


def find(passage: Passage) -> Iterator[Repeat]:
    """Every figure with its next statement of the same scope."""
    buckets: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        if claim.value > 0 and (key := _key(claim)) is not None and not passage.is_balance(claim):
            buckets[key].append(claim)
    again = _said_of_another_time(passage)
    for claims in buckets.values():
        yield from _pairs(passage, [claim for claim in claims if claim not in again][:_MOST])
    yield from _headlines(passage)


def _said_of_another_time(passage: Passage) -> set[Claim]:
    """ "Up 25 percent in the quarter, 52 percent in December.\n\nThe 25 percent …": what was told of another time
    is said again, and was read to be of the one told last.
    """
    told: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        told[claim.value, claim.unit, claim.measure, claim.direction].append(claim)
    return {
        claim
        for same in told.values()
        for claim in same
        if is_carried(claim, "period")
        and any(scope.periods_clash(other, claim) and not scope.flows_clash(other, claim) for other in same)
    }


def _headlines(passage: Passage) -> Iterator[Repeat]:
    """A headline's figure whose time or goods were not read, with the one of the first paragraphs that it repeats.

    Only where the text has no figure that the headline's is, and just one that a slip would turn into it.
    """
    for claim in passage.claims:
        if not passage.in_heading(claim) or claim.value <= 0:
            continue
        body = [
            c for c in passage.claims if c.unit == claim.unit and not passage.in_heading(c) and c.start > claim.start
        ]
        if any(_about(claim).meets(_about(other)) or _is_cut_to(other, claim) for other in body):
            continue
        meant = [c for c in body if _may_repeat(passage, claim, c)]
        if len({c.value for c in meant}) == 1:
            firm = not (passage.ground(claim) or passage.ground(meant[0]))
            yield Repeat((claim, meant[0]), link="near", firm=firm, in_heading=True)


def _is_cut_to(claim: Claim, heading: Claim) -> bool:
    """ "84억 달러" above 84억7900만: a headline that leaves off what is below its last digit, rounding nothing."""
    last = Decimal(1).scaleb(int(heading.value.normalize().as_tuple().exponent))
    return _significant(heading) >= _TELLING and heading.value <= claim.value < heading.value + last


def told_again(passage: Passage) -> dict[Claim, Claim]:
    """The headline's amounts that the text tells again more exactly, each with how it is told there first."""
    body = [c for c in passage.claims if not passage.in_heading(c) and not passage.in_row(c) and scope.is_amount(c)]
    found: dict[Claim, Claim] = {}
    for claim in passage.claims:
        if passage.in_heading(claim) and scope.is_some(claim):
            again = (c for c in body if c.unit == claim.unit and _significant(c) > _significant(claim))
            fits = (c for c in again if _about(claim).meets(allowed(c)) and _one_thing(claim, c))
            # "Trade tops 10 billion": 11.2 billion both ways, and not the 10.3 billion of them that one country sold.
            meant = min(fits, key=lambda c: scope.direction(c) != scope.direction(claim), default=None)
            found |= {claim: meant} if meant is not None else {}
    return found


def _one_thing(a: Claim, b: Claim) -> bool:
    """Whether nothing that the two say of themselves speaks against being one figure, but for the words of goods."""
    apart = scope.goods_apart(a, b) is True
    return not (apart or scope.flows_clash(a, b) or scope.periods_clash(a, b))


def _about(claim: Claim) -> Interval:
    """What a figure may be told as elsewhere; of "tops 195 million" nothing far above."""
    figure = excused(claim)
    return figure if None not in (figure.low, figure.high) else Interval.exactly(claim.value).widened(_ABOVE)


def _may_repeat(passage: Passage, heading: Claim, claim: Claim) -> bool:
    """Whether a figure near the top may be the headline's: nothing that the two say of themselves speaks against it."""
    return (
        claim.value > 0
        and passage.block(claim) - passage.block(heading) <= _NEAR_TOP
        and scope.is_amount(claim) == scope.is_amount(heading)
        and (scope.is_amount(claim) or claim.direction == heading.direction)
        and claim.qualifier == "exact"
        and (_key(heading) is None or _key(heading) != _key(claim))
        and (not scope.goods_clash(claim, heading) or min(map(_significant, (claim, heading))) >= _MANY)
        and not scope.flows_clash(claim, heading)
        and not scope.periods_clash(claim, heading)
        and Repeat((heading, claim)).accuses()
    )


def _key(claim: Claim) -> tuple[object, ...] | None:
    """What must be equal for two claims to be one figure said twice; None where too little is known of it."""
    goods = tuple(sorted(claim.goods)) or (claim.product or "").casefold()
    days = scope.period(claim)
    if not goods or days is None or len(scope.named_pair(claim)) != 2:
        return None
    what = (claim.measure, "" if scope.is_level(claim) else claim.direction)
    stretch = (days.first_day, days.last_day)
    return claim.unit, scope.pair(claim), scope.direction(claim), goods, stretch, what


def _pairs(passage: Passage, claims: Sequence[Claim]) -> Iterator[Repeat]:
    for place, second in enumerate(claims):
        for first in claims[:place]:
            if first.sentence == second.sentence:
                continue
            same_base = scope.is_level(first) or _base(first) == _base(second)
            if not same_base and "none" not in (first.comparison, second.comparison):
                continue
            if not scope.is_level(first) and _of_other_units(passage, first, second):
                continue
            pair = (first, second)
            if _merely_bounded(first, second):
                continue
            firm = same_base and not (passage.ground(first) or passage.ground(second))
            firm = firm and not _summed(_near(passage, pair), pair)
            # What a shipment fetched is not what all of them did.
            firm = firm and not any(says("one_lot", passage.sentence(claim)) for claim in pair)
            # Of "Saudi oil" in India's imports nothing is said again.
            firm = firm and named.all_told(passage, pair)
            yield Repeat(pair, link=passage.link(pair), firm=firm, in_heading=passage.in_heading(first))


def _merely_bounded(first: Claim, second: Claim) -> bool:
    """Whether a bound or a hedge is all that holds of two figures: $9.3 billion is no "over $1 billion" said again."""
    one, other = sorted((abs(first.value), abs(second.value)))
    return allowed(first).meets(allowed(second)) and other - one > _ABOVE * other


def _of_other_units(passage: Passage, first: Claim, second: Claim) -> bool:
    """ "2.4 million tonnes, up 21%. … in money 112 million dollars, up 12.2%": how each of two amounts changed."""
    told = [_units_beside(passage, claim) for claim in (first, second)]
    return bool(told[0] and told[1]) and not told[0] & told[1]


def _units_beside(passage: Passage, change: Claim) -> set[str | None]:
    """The units of the amounts told where a change is; of one in a heading, where the text tells it again."""
    again = {
        c.sentence for c in passage.claims if (c.value, c.unit, c.measure) == (change.value, change.unit, "change")
    }
    return {c.unit for c in passage.claims if c.sentence in again and scope.is_level(c)}


def _near(passage: Passage, pair: tuple[Claim, Claim]) -> list[Claim]:
    """The other amounts in the sentences of two figures."""
    sentences = {claim.sentence for claim in pair}
    return [c for c in passage.claims if c.sentence in sentences and c not in pair and c.unit == pair[0].unit]


def _summed(others: Sequence[Claim], pair: tuple[Claim, Claim]) -> bool:
    """Whether one of two figures is the other and a third: "8.08 by sea and 0.898 by land … a total of 8.978"."""
    small, large = sorted(pair, key=lambda claim: claim.value)
    return any(allowed(large).meets(Interval.exactly(small.value + other.value).widened(_ROUNDED)) for other in others)


def _base(claim: Claim) -> tuple[str, str | None]:
    return claim.comparison, claim.base_period
