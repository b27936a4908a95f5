"""Amounts converted at a rate that the text gives: "EUR 120.4 million, or 516.5 million zlotys at 4.29 to the euro"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, allowed
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.kinds import WrongUnit
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.tables import table
from tidewaiter.verdicts.wording import is_currency

#: What stands between a rate and the currency that it is the price of, and before one that leads it ("1美元兑").
_FOR_ONE = r"\s*(?:\w{3,12} )?(?:to|per|for|against|a|an|=|兑|兌|对)?\s*(?:(?:the|one|a|an|each|1) ?)?\s*(?:US )?"
_LED = r"\s*(?:兑|兌|对|對|当|當|=|당|에|[은는]|＝)?\s*(?:换|(?:북한|한국|중국) ?돈)?\s*\Z"
#: Straight before a rate that does not say of what.
_AT_THE_RATE = re.compile(r"\bat (?:the|a|an)(?: \w+){0,3} rate of\s*\Z", re.IGNORECASE)
#: More than this is no rate but an amount.
_LARGE = 100_000
#: … unless words say that it is the price of one: "600,000 rials to the dollar".
_LARGEST, _TO_ONE = (
    5_000_000,
    re.compile(r"\s*(?:to|per|for|against) (?:the|one|a|each) (?:US |U\.S\. )?\w+", re.IGNORECASE),
)
#: What it speaks for a rate that others would have noticed another one.
_KNOWN = 0.4


@cache
def _named() -> dict[str, str]:
    return {str(word).casefold(): code for code, words in table("links")["currency"].items() for word in words}


@cache
def _names() -> str:
    return "|".join(re.escape(word) for word in sorted(_named(), key=len, reverse=True))


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"{_FOR_ONE}(?P<name>{_names()})(?![A-Za-z])", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{_names()}){_LED}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Converted(Relation):
    """`claims` are an amount, the same amount in another currency, and what a unit of the second costs in the first."""

    kind: ClassVar[str] = "conversion"

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """The second by the rate, and backwards."""
        first, second, rate = figures
        return (second * rate, first / rate, first / second)[index]

    def suspicion(self, index: int) -> float:
        """The amount in dollars was worked out by hand, the other one was copied; a rate is known to everybody."""
        if index == 2:
            return -_KNOWN
        return 0.3 if self.claims[index].unit == "USD" and index < 2 else 0.0

    def plain(self) -> bool:
        """Only with a slip: nothing else tells which of the figures is wrong."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """What the amount makes at the rate, against what is said."""
        first, second, rate = self.claims
        made = phrases.amount(first.unit, second.value * rate.value)
        verb = {CONTRADICTED: "not", LOOSE: "roughly"}.get(outcome, "as said:")
        at = f"{phrases.said(second)} at {_for_one(rate)} to the {second.unit}"
        return f"{at} is {made}, {verb} {phrases.said(first)}"

    def arithmetic(self) -> str:
        """second × rate."""
        _, second, rate = self.claims
        made = phrases.digits(second.value * rate.value)
        return f"{phrases.digits(second.value)} × {phrases.digits(rate.value)} = {made}"


def _for_one(rate: Claim) -> str:
    """What one of the other currency costs, in words that go on to name it."""
    return phrases.said(replace(rate, unit=rate.unit.partition("_per_")[0]))


def find(passage: Passage) -> Iterator[Relation]:
    """Every rate of exchange in the text with the amounts of its sentence, or the one before, that it converts."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    money = _money(passage)
    for claim in money:
        sentences[claim.sentence].append(claim)
    told = told_rates(passage)
    rates = {id(rate) for rate, _ in told}
    for rate, other in told:
        own = rate.unit.partition("_per_")[0]
        here = [c for c in sentences[rate.sentence] if _converted(c, rates) and not _apart(passage, c, rate)]
        near = [c for c in money if _converted(c, rates) and c.start < rate.start and passage.near(c, rate)]
        yield from _pairs(rate, own, other, here, near)


def _apart(passage: Passage, claim: Claim, rate: Claim) -> bool:
    """ "… cost 14.7 billion manats; in the bazaars, where a dollar costs 19.5": another rate, of another clause."""
    return claim.end <= rate.start and ";" in passage.between(claim, rate)


def _converted(claim: Claim, rates: set[int]) -> bool:
    return id(claim) not in rates and scope.is_amount(claim) and claim.value != 1


def priced(passage: Passage, claim: Claim) -> str | None:
    """The currency that a figure is the price of; None where it is none."""
    if scope.is_movement(claim):
        return None
    if claim.value >= _LARGE and not (claim.value < _LARGEST and _TO_ONE.match(passage.tail(claim))):
        return None
    own, _, of = claim.unit.partition("_per_")
    if of:
        code = of if is_currency(of) else _named().get(of)
        return code if code != own else None
    found = _behind().match(passage.tail(claim)) or _before().search(passage.lead(claim, reach=14))
    if found is None and _AT_THE_RATE.search(passage.lead(claim)):
        # "62,000 pounds, or 5.9 dollars at the rate of 10,500 pounds": of the money of the amount before.
        before = [c for c in passage.claims if c.sentence == claim.sentence and c.end <= claim.start]
        units = [c.unit for c in before[-2:] if is_currency(c.unit)]
        return next((unit for unit in reversed(units) if unit != own), None) if own in units else None
    code = _named()[found["name"].casefold()] if found is not None else None
    return None if code == own else code


def _pairs(rate: Claim, own: str, other: str, here: Sequence[Claim], near: Sequence[Claim]) -> Iterator[Relation]:
    """The amounts that the rate ties: both in its sentence, or one in it and the only one like it before."""
    first = _last([c for c in here if c.unit == own], rate)
    second = _last([c for c in here if c.unit == other], rate)
    if first is not None and second is None:
        second = _like(first, [c for c in near if c.unit == other], rate)
    elif second is not None and first is None:
        first = _like(second, [c for c in near if c.unit == own], rate)
    if first is not None and second is not None:
        if not _clash(first, second):
            yield Converted((first, second, rate), link="stated")
    elif second is not None:
        yield from _mislabelled(rate, own, second, here)


def _last(claims: Sequence[Claim], rate: Claim) -> Claim | None:
    """The amount nearest to the rate."""
    return min(claims, key=lambda claim: abs(claim.start - rate.start), default=None)


def told_rates(passage: Passage) -> list[tuple[Claim, str]]:
    """Every rate of exchange of a text with the currency that it is the price of."""
    return [(claim, other) for claim in _money(passage) if (other := priced(passage, claim)) is not None]


def _money(passage: Passage) -> list[Claim]:
    """Amounts of money, and prices in it."""
    return [claim for claim in passage.claims if is_currency(claim.unit.partition("_per_")[0]) and claim.value > 0]


def _like(claim: Claim, others: Sequence[Claim], rate: Claim) -> Claim | None:
    """The one amount before that can be the same as another; of several the one that is, at the rate."""
    same = [other for other in others if not _clash(claim, other) and other.goods == claim.goods]
    for other in same:
        claims = (claim, other, rate) if claim.unit == rate.unit.partition("_per_")[0] else (other, claim, rate)
        if Converted(claims).outcome() == SUPPORTED:
            return other
    return same[0] if len({other.value for other in same}) == 1 else None


def _clash(a: Claim, b: Claim) -> bool:
    known = bool(a.goods and b.goods)
    return (known and scope.goods_clash(a, b)) or scope.flows_clash(a, b) or scope.periods_clash(a, b)


def _mislabelled(rate: Claim, own: str, second: Claim, here: Sequence[Claim]) -> Iterator[Relation]:
    """An amount in a third currency that is just what the rate makes in its own: it was printed with the wrong one."""
    made = allowed(second) * allowed(rate)
    for claim in here:
        if claim.unit not in (own, second.unit) and allowed(claim).meets(made) and not _clash(claim, second):
            name = "local_currency_as_dollars" if claim.unit == "USD" else "wrong_currency"
            told = f"the amount was probably in {own}"
            why = f"{phrases.said(second)} at {_for_one(rate)} to the {second.unit} is as much in {own}, which"
            yield WrongUnit(
                (claim, second), link="stated", name=name, told=told, why=f"{why} {phrases.said(claim)} is not"
            )
            return
