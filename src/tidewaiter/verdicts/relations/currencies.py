"""Two currencies of one amount: "100 million yuan ($14.9 million)" gives a rate, and a rate can be too odd."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, allowed
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen.own_money import bands
from tidewaiter.verdicts.relations.rates import told_rates
from tidewaiter.verdicts.relations.relation import OPEN, Relation
from tidewaiter.verdicts.wording import is_currency

#: Other amounts of one article were converted at about the same rate; months and roundings apart.
_SAME_RATE = Decimal("0.12")
#: Where they agree among themselves, they leave little room for another one.
_LEAST_SPREAD = Decimal("0.04")
#: What may stand between an amount and its other currency: a bracket, "or", "equivalent to", a hedge.
_APPOSED = re.compile(
    r"(?:\s+in (?:[A-Z]\w+ )?\d{4}(?:[-/]\d{2,4})?)?"
    r"\s*(?:[(\[（]|,?\s*or\b|,?\s*equivalent to\b|,?\s*equal to\b|=|≈|/)?\s*"
    r"(?:(?:about|around|approximately|roughly|nearly|almost|some|over|more than|worth|US|约|合|折合|약)\s*){0,4}"
    r"[$€£¥]?\s*\Z",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[（]|\bor\b|equivalent|equal to|=|≈|合|折", re.IGNORECASE)


_OPENING, _CLOSING = re.compile(r"[(\[（]"), re.compile(r"\s*(?:US|then|at the time)?\s*[)\]）,;]")
#: A unit that is read as a weight, and is money where dollars stand beside it in a bracket.
_PERHAPS_MONEY = frozenset({"pounds"})


@dataclass(frozen=True, slots=True)
class Exchange(Relation):
    """`claims` are one amount in two currencies; `rate` is what the second's unit costs in the first's.

    `elsewhere` says where the rate was read: other pairs in the text, or what the rate has been over the years.
    """

    rate: Interval = OPEN
    elsewhere: str = ""

    kind: ClassVar[str] = "exchange"
    weight: ClassVar[float] = 0.5

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The one amount at the rate."""
        other = figures[1 - index]
        return other * self.rate if index == 0 else other / self.rate

    def suspicion(self, index: int) -> float:
        """The amount in the foreign reader's currency was worked out by hand, the other one was copied."""
        return 0.3 if self.claims[index].unit == "USD" else 0.0

    def plain(self) -> bool:
        """Only with a slip: nothing else tells which of the figures is wrong."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """The rate that the two imply, against what it is elsewhere."""
        first, second = self.claims
        implied = f"{phrases.said(first)} for {phrases.said(second)}"
        rate = f"{phrases.digits(first.value / second.value, 4)} {_money(first)} to the {_money(second)}"
        if outcome == CONTRADICTED:
            return f"{implied} would be {rate}, far from {self.elsewhere}"
        return f"{implied} is {rate}, in line with {self.elsewhere}"

    def arithmetic(self) -> str:
        """first / second."""
        first, second = self.claims
        rate = phrases.digits(first.value / second.value, 4)
        return f"{phrases.digits(first.value)} / {phrases.digits(second.value)} = {rate}"


def find(passage: Passage) -> Iterator[Exchange]:
    """Amounts given in two currencies side by side."""
    pairs: dict[tuple[str, str], list[tuple[Claim, Claim]]] = defaultdict(list)
    money = [c for c in passage.claims if (_is_money(_money(c)) or c.unit in _PERHAPS_MONEY) and c.value > 0]
    for one, other in pairwise(money):
        if _apposed(passage, one, other):
            first, second = (one, other) if _money(other) == "USD" or one.unit > other.unit else (other, one)
            if _money(first) == "USD":
                first, second = second, first
            pairs[_money(first), _money(second)].append((first, second))
    rates: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    for rate, of in told_rates(passage):
        rates[rate.unit.partition("_per_")[0], of].append(rate.value)
    for (unit, per), same in pairs.items():
        for pair in same:
            yield from _exchange(unit, per, pair, same, rates)


def _money(claim: Claim) -> str:
    """The currency of an amount, or of what one of something costs ("1,780 yuan ($244.60) per kg")."""
    return claim.unit.partition("_per_")[0]


def _is_money(unit: str) -> bool:
    """Whether a unit is money, though it is not told whose: rupees of one country or of another."""
    return all(map(is_currency, unit.split("|")))


def _apposed(passage: Passage, one: Claim, other: Claim) -> bool:
    """Whether the second is the first in another currency: nothing but a bracket or "or" between them."""
    if {one.unit, other.unit} <= _PERHAPS_MONEY:
        return False
    if one.unit.partition("_per_")[2] != other.unit.partition("_per_")[2]:
        return False
    if one.unit == other.unit or one.sentence != other.sentence or not 0 <= other.start - one.end <= 60:
        return False
    between, after = passage.between(one, other), passage.tail(other)
    if _APPOSED.fullmatch(between) is None or _BRACKET.search(between) is None:
        return False
    if _OPENING.search(between) is not None:
        # A bracket with nothing else in it is the same amount, whatever the two were read to be of.
        return _CLOSING.match(after) is not None
    return not (scope.goods_clash(one, other) or scope.periods_clash(one, other) or scope.flows_clash(one, other))


def _exchange(
    unit: str,
    per: str,
    pair: tuple[Claim, Claim],
    same: Sequence[tuple[Claim, Claim]],
    rates: Mapping[tuple[str, str], Sequence[Decimal]],
) -> Iterator[Exchange]:
    others = sorted(first.value / second.value for first, second in same if (first, second) != pair)
    told = [rate for rate in rates.get((unit, per), ()) if others and abs(rate / others[0] - 1) < _LEAST_SPREAD]
    if told and others[-1] <= others[0] * (1 + _SAME_RATE):
        rate = Interval.exactly(told[0]).widened(_LEAST_SPREAD)
        where = f"the {phrases.digits(told[0], 4)} that the text gives and keeps to"
    elif len(others) >= 2 and others[-1] <= others[0] * (1 + _SAME_RATE):
        middle = others[len(others) // 2]
        spread = others[-1] / others[0] - 1
        rate = Interval.exactly(middle).widened(max(_LEAST_SPREAD, min(3 * spread, _SAME_RATE)))
        where = f"the {phrases.digits(middle, 4)} of the other amounts in this text"
    elif unit in bands() and per in bands():
        rate = bands()[unit] / bands()[per]
        assert rate.low is not None
        assert rate.high is not None
        where = f"the {phrases.digits(rate.low, 3)} to {phrases.digits(rate.high, 3)} of the last decades"
    else:
        return
    if all(allowed(claim).low is not None for claim in pair):
        yield Exchange(pair, link="stated", rate=rate, elsewhere=where)
