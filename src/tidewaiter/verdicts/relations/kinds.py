"""A count printed as money, or money as a count: the step beside it is right for the number and wrong for the unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, allowed, excused
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen.own_money import far_apart
from tidewaiter.verdicts.pen.slips import Slip, weight
from tidewaiter.verdicts.relations.price import times
from tidewaiter.verdicts.relations.prices import ONE_OF
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.shares_told import OF_THE
from tidewaiter.verdicts.relations.triangles import Change
from tidewaiter.verdicts.wording import is_currency

#: A number with fewer digits fits a percentage by chance.
_TELLING = 3
_MOST = 8
#: What a rate by time counts, and how far off a number may be that is right but for its unit.
_TIMES, _NARROW = frozenset({"day", "week", "month", "quarter", "year"}), Decimal("0.02")


@dataclass(frozen=True, slots=True)
class OneKind(Relation):
    """`claims` are a figure in money and one that counts, or the other way about, which a step makes one series.

    The first is the one whose unit is wrong: the text has another figure in that unit for the same thing.
    """

    kind: ClassVar[str] = "kinds"

    def outcome(self, figures: Mapping[Claim, Interval] | None = None) -> str:
        """Money and a count are never a step apart; the number in the other unit is."""
        instead = (figures or {}).get(self.claims[0])
        return SUPPORTED if instead == allowed(self.claims[0]) else CONTRADICTED

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The same number, in the other's unit."""
        return figures[index]

    def suspicion(self, index: int) -> float:
        """The text has another figure for the first, in its unit."""
        return 1.0 if index == 0 else 0.0

    def readings(self, index: int) -> Sequence[Slip]:
        """The unit of the other."""
        if index:
            return ()
        name, told = mistaken_unit(in_money=is_currency(self.claims[0].unit))
        return (Slip(name, self.claims[0].value, allowed(self.claims[0]), weight("another_base"), told),)

    def explain(self, index: int, outcome: str) -> str:
        """What is set beside what."""
        first, second = self.claims
        return f"{phrases.said(first)} is set beside {phrases.said(second)}, which is no amount of the same kind"

    def arithmetic(self) -> str:
        """The two units."""
        first, second = self.claims
        return f"{first.unit} ≠ {second.unit}"


@dataclass(frozen=True, slots=True)
class WrongUnit(OneKind):
    """`claims` are a figure whose number is right and whose unit is not, and one that shows it.

    `name` is the slip, `told` how it is told, and `why` the clause that gives the sum.
    """

    name: str = "count_as_money"
    told: str = ""
    why: str = ""

    def readings(self, index: int) -> Sequence[Slip]:
        """The same number, in another unit."""
        if index:
            return ()
        return (Slip(self.name, self.claims[0].value, allowed(self.claims[0]), weight("another_base"), self.told),)

    def explain(self, index: int, outcome: str) -> str:
        """The sum that the number fits, and its unit does not."""
        return self.why

    def arithmetic(self) -> str:
        """The number by itself: it is right."""
        return f"{phrases.digits(self.claims[0].value)} {self.claims[0].unit}"


def find(passage: Passage) -> Iterator[OneKind]:
    """Numbers with the wrong unit: in a step, in a purchase with its price, and beside a share."""
    yield from _steps(passage)
    yield from _purchases(passage)
    yield from _prices(passage)


def _purchases(passage: Passage) -> Iterator[WrongUnit]:
    """ "1.2 million dollars of masks for 48,000 dollars, or 4 cents each": two amounts of money, and no count."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        if scope.is_some(claim):
            sentences[claim.sentence].append(claim)
    for price in passage.claims:
        money, per, one = price.unit.partition("_per_")
        amounts = sentences.get(price.sentence, [])
        if not per or one in _TIMES or len(amounts) != 2 or price.value <= 0:
            continue
        if len({claim.unit for claim in amounts}) != 1 or passage.came_from(amounts[1]):
            continue
        if passage.came_from(price) or OF_THE.fullmatch(passage.between(*amounts)):
            # "Soy, 12 of the 130 billion, fell from $10.50 a bushel": neither was bought at that price.
            continue
        in_money = amounts[0].unit == money
        for odd, right in (amounts, amounts[::-1]):
            count, value = (odd, right) if in_money else (right, odd)
            if count.value != value.value and _is_product(value, count, price):
                number = phrases.digits(count.value)
                why = f"{phrases.said(value)} at {phrases.said(price)} is the price of {number} of them"
                name, told = mistaken_unit(in_money=in_money)
                yield WrongUnit((odd, right), link="stated", name=name, told=told, why=why)
                break


def _prices(passage: Passage) -> Iterator[WrongUnit]:
    """ "进口额706.8万美元，平均每吨380元" of 18,600 tonnes: the number is right for the price, and the money is not."""
    for price in passage.claims:
        money, per, one = price.unit.partition("_per_")
        if not per or one not in ONE_OF or _digits(price) < _TELLING:
            continue
        near = [c for c in passage.claims if passage.block(c) == passage.block(price) and scope.is_some(c)]
        values = [c for c in near if is_currency(c.unit) and passage.adjoining(c, price)]
        if len(values) != 1 or not far_apart(values[0].unit, money):
            continue
        value, each = values[0], ONE_OF[one]
        bought = [c for c in near if (many := times(each, c.unit)) and _makes(price, value, c, many)]
        if len({c.value for c in bought}) == 1 and not scope.flows_clash(value, bought[0]):
            others = Counter(c.unit.partition("_per_")[0] for c in passage.claims if c not in (price, value))
            odd, right = (value, price) if others[value.unit] < others[money] else (price, value)
            real = value.unit if odd is price else money
            why = f"{phrases.said(value)} for {phrases.said(bought[0])} is {phrases.digits(price.value)} for each {one}"
            told = f"the amount was probably in {real}"
            yield WrongUnit(
                (odd, right), link="stated", name="wrong_currency", told=told,
                why=f"{why}, in one currency and not in two as {phrases.said(odd)} has it",
            )  # fmt: skip


def _makes(price: Claim, value: Claim, bought: Claim, many: Decimal) -> bool:
    """Whether a number is just what one cost, of so many of the unit that was bought."""
    real = value.value / bought.value * many
    return abs(real - price.value) <= _NARROW / 4 * real


def mistaken_unit(*, in_money: bool) -> tuple[str, str]:
    """What the slip is called that gave a number its unit, and how it is told."""
    if in_money:
        return "count_as_money", "the number probably counts things and is no money"
    return "money_as_count", "the number probably is money and counts nothing"


def _is_product(value: Claim, count: Claim, price: Claim) -> bool:
    """Whether one figure is just what the other two make, and all three carry units of their own."""
    if any("close by" in claim.rules.get("figure", "") for claim in (value, count, price)):
        return False
    made = count.value * price.value
    return allowed(value).meets(allowed(count) * allowed(price)) and abs(made - value.value) <= _NARROW * made


def _steps(passage: Passage) -> Iterator[OneKind]:
    """Two levels of a sentence that a percentage makes one series but for their units."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        sentences[claim.sentence].append(claim)
    for claims in sentences.values():
        changes = [c for c in claims if c.measure == "change" and c.unit == "percent" and c.value > 0]
        levels = [c for c in claims if scope.is_level(c) and c.value > 0]
        for change in changes[:_MOST] if len(levels) == 2 else ():
            after, before = levels
            if is_currency(after.unit) == is_currency(before.unit) or not passage.came_from(before):
                continue
            clash = scope.goods_clash(after, before) and not (scope.is_total(after) or scope.is_total(before))
            if min(map(_digits, levels)) < _TELLING or clash:
                continue
            step = Change((change, after, replace(before, unit=after.unit)))
            if step.outcome() == SUPPORTED:
                yield from _odd_one(passage, after, before)


def _digits(claim: Claim) -> int:
    return sum(map(str.isdigit, claim.text))


def _odd_one(passage: Passage, after: Claim, before: Claim) -> Iterator[OneKind]:
    """The one of two that another figure of the text, in the same unit and of the same thing, speaks against."""
    odd = [claim for claim in (after, before) if any(_instead(claim, other) for other in passage.claims)]
    if len(odd) == 1:
        yield OneKind((odd[0], before if odd[0] is after else after), link="stated")


def _instead(claim: Claim, other: Claim) -> bool:
    money = is_currency(claim.unit)
    return (
        other is not claim
        and scope.is_level(other)
        and (other.unit == claim.unit if money else not is_currency(other.unit))
        and (scope.is_total(claim) or not scope.goods_clash(other, claim))
        and not scope.flows_clash(other, claim)
        and not scope.periods_clash(other, claim)
        and not excused(other).meets(excused(claim))
    )
