"""What a claim is about, and how the scopes of two claims lie to each other: same, part of one another, or neither.

Everything here asks for positive evidence: where a slot is empty the answer is no, because a relation that is only
guessed at can accuse a writer who was right.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tidewaiter.claims.claim import Claim
from tidewaiter.errors import UsageError
from tidewaiter.period import Period
from tidewaiter.reference.goods import TOTAL, is_part_of
from tidewaiter.verdicts.wording import is_currency

#: Measures that say how much there was, and so can be parts, wholes, befores and afters.
_LEVELS = ("trade_value", "trade_quantity", "cases", "deaths", "doses", "count")
#: What is counted one by one.
COUNTED = frozenset({"units", "pairs", "sets"})
#: The other side of what a country trades with everyone.
ANYONE = "*"
#: What goods are called by that are more than those they are called after.
_MORE_GOODS = frozenset({"and", "other", "or", "all"})
#: How a unit says in which time so much moved.
A_TIME = ("_per_day", "_per_week", "_per_month", "_per_year")
#: Units of figures that say how much of, or how many times, another.
RELATIVE = ("percent", "percentage_points", "times")


def is_level(claim: Claim) -> bool:
    """Whether it says how much there was: no change, share, price, cap or rate."""
    return claim.measure in _LEVELS and claim.unit not in RELATIVE and "_per_" not in claim.unit


def is_price(claim: Claim) -> bool:
    """Whether it says what one of something costs."""
    return claim.measure == "price" or "_per_" in claim.unit


def is_movement(claim: Claim) -> bool:
    """Whether it says how something moved, and not how much there was."""
    return claim.measure in ("change", "ratio", "share") or claim.unit in RELATIVE


def is_amount(claim: Claim) -> bool:
    """Whether it says how much of something there was or is, even where what it measures was not read."""
    return is_level(claim) or (
        claim.measure == "other"
        and claim.direction == "none"
        and claim.unit not in RELATIVE
        and "_per_" not in claim.unit
    )


def may_be_part(claim: Claim) -> bool:
    """Whether it may be a part of another, or be what another is a part of: an amount, or so much a day or a year."""
    return is_amount(claim) or (claim.measure == "trade_quantity" and claim.unit.endswith(A_TIME))


def is_some(claim: Claim) -> bool:
    """Whether it is an amount, and more than nothing."""
    return is_amount(claim) and claim.value > 0


def alike(a: Claim, b: Claim) -> bool:
    """Whether both are amounts in the same unit, and nothing says that they measure different things."""
    if a.unit != b.unit or not is_amount(a) or not is_amount(b):
        return False
    return is_currency(a.unit) or a.measure == b.measure or "other" in (a.measure, b.measure)


def is_flow(claim: Claim) -> bool:
    """Whether it is a level of goods or money that moved in a stretch of time, so that parts add up."""
    return claim.measure in ("trade_value", "trade_quantity") and is_level(claim)


@lru_cache(maxsize=4096)
def stretch(text: str) -> Period | None:
    """A written period; None where it is none."""
    try:
        return Period.parse(text)
    except UsageError:
        return None


def period(claim: Claim) -> Period | None:
    """The claim's period; None where it names none."""
    return None if claim.period is None else stretch(claim.period)


def same_period(a: Claim, b: Claim) -> bool:
    """Whether both name the same days."""
    return bool(a.period and b.period) and same_days(a.period, b.period)


def period_within(part: Claim, whole: Claim) -> bool:
    """Whether the part's days are all days of the whole."""
    return bool(part.period and whole.period) and _covers(whole.period, part.period)


# Every figure of a text is asked whether it is of the time of every other, and a text tells of few times.
@lru_cache(maxsize=4096)
def same_days(a: str, b: str) -> bool:
    """Whether two written periods are the same days."""
    one, other = stretch(a), stretch(b)
    return one is not None and other is not None and one.same_days(other)


@lru_cache(maxsize=4096)
def _covers(outer: str, inner: str) -> bool:
    whole, part = stretch(outer), stretch(inner)
    return whole is not None and part is not None and whole.covers(part)


def pair(claim: Claim) -> frozenset[str]:
    """The two sides that traded, whichever way; empty where the text does not say.

    "Kenya's exports" are trade of Kenya with `ANYONE`.
    """
    named = named_pair(claim)
    if named or len(claim.partners) > 1:
        return named
    known = claim.sender or claim.receiver or next(iter(claim.partners), None)
    return frozenset((known, ANYONE)) if known else frozenset()


def named_pair(claim: Claim) -> frozenset[str]:
    """The two countries that traded, where the text names both; else empty."""
    if claim.sender and claim.receiver:
        return frozenset((claim.sender, claim.receiver))
    if not claim.sender and not claim.receiver and len(claim.partners) == 2:
        return frozenset(claim.partners)
    return frozenset()


def direction(claim: Claim) -> tuple[str, str] | None:
    """Sender and receiver; None for two-way trade and where neither is known."""
    if not pair(claim) or not (claim.sender or claim.receiver):
        return None
    return claim.sender or ANYONE, claim.receiver or ANYONE


def same_flow(a: Claim, b: Claim) -> bool:
    """Whether both are the same one-way flow, or both the two-way trade of the same pair."""
    return len(pair(a)) == 2 and pair(a) == pair(b) and direction(a) == direction(b)


def flow_within(part: Claim, whole: Claim) -> bool:
    """Whether the part's flow is the whole's, or one direction of its two-way trade."""
    return same_flow(part, whole) or (
        len(pair(whole)) == 2 and pair(part) == pair(whole) and direction(whole) is None and direction(part) is not None
    )


def flow_of_everybody(whole: Claim, part: Claim) -> bool:
    """Whether the whole is all that the part's buyer bought, or its seller sold, from or to whomever."""
    if direction(whole) is None and direction(part) is None:
        # A country's trade both ways, and that with one of its partners.
        return ANYONE in pair(whole) and bool(pair(whole) & named_pair(part))
    ends = ((whole.sender, part.sender), (whole.receiver, part.receiver))
    return sum(a is not None and a == b for a, b in ends) == 1 and any(a is None and b is not None for a, b in ends)


def flows_clash(a: Claim, b: Claim) -> bool:
    """Whether both say which way the goods went, and say it differently."""
    return any(x and y and x != y for x, y in ((a.sender, b.sender), (a.receiver, b.receiver)))


def widths_clash(a: Claim, b: Claim) -> bool:
    """Whether one is the trade of two countries both ways, and the other one way of it."""
    return len(pair(a)) == 2 and pair(a) == pair(b) and (direction(a) is None) != (direction(b) is None)


def both_ways(a: Claim, b: Claim) -> bool:
    """Whether one is what a country sold and the other what it bought at the same time: two levels, and no step."""
    turned = any(x and x == y for x, y in ((a.sender, b.receiver), (a.receiver, b.sender)))
    return turned and a.period is not None and a.period == b.period


def other_way(a: Claim, b: Claim) -> bool:
    """Whether the two went opposite ways between their two countries, and are not of some of the same goods."""
    way = direction(a)
    there_and_back = way is not None and ANYONE not in way and direction(b) == way[::-1]
    return there_and_back and not set(a.goods) & set(b.goods)


def periods_clash(a: Claim, b: Claim) -> bool:
    """Whether both name a period, and not the same one."""
    return bool(a.period and b.period) and not same_period(a, b)


def of_longer_time(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a whole is of more months than all its parts: "9,800 barrels in August, 21,450 in September. Together
    they have sent 312,000 so far this year" adds up other figures.
    """
    days = period(whole)
    told = [found for part in parts if (found := period(part)) is not None]
    if days is None or not told or any(not days.covers(found) or found.same_days(days) for found in told):
        return False
    return {month for found in told for month in found.months()} < set(days.months())


def is_total(claim: Claim) -> bool:
    """Whether it is about all goods."""
    return claim.goods == (TOTAL,)


def same_goods(a: Claim, b: Claim) -> bool:
    """Whether both are about the same goods: the same ids, or the same words where no id is known."""
    if a.goods or b.goods:
        return set(a.goods) == set(b.goods)
    return bool(a.product) and _words(a.product) == _words(b.product)


def _words(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def called_alike(a: Claim, b: Claim) -> bool:
    """Whether neither is called by words of its own: "snow crab" and "king crab" are both crab, and not the same."""
    one, other = set(_words(a.product).split()), set(_words(b.product).split())
    return one <= other or other <= one


def akin(a: Claim, b: Claim) -> bool:
    """Whether one is called as the other is, and more: "zinc" and "zinc ore"; no "sheep and other animals"."""
    words = [set(_words(claim.product).split()) for claim in (a, b)]
    return all(words) and called_alike(a, b) and not (words[0] ^ words[1]) & _MORE_GOODS


def goods_clash(a: Claim, b: Claim) -> bool:
    """Whether both name goods, and not the same ones."""
    return bool((a.goods or a.product) and (b.goods or b.product)) and not same_goods(a, b)


def goods_part_of(part: Claim, whole: Claim) -> bool:
    """Whether the part's goods are some, and not all, of the whole's; False where that is not known."""
    if same_goods(part, whole) or is_total(part) or set(part.goods) & set(whole.goods):
        # "Textiles and clothing" are more than textiles.
        return False
    if is_total(whole):
        return bool(part.goods or part.product)
    if not part.goods or not whole.goods:
        return False
    return all(any(_among(small, large) for large in whole.goods) for small in part.goods)


def goods_apart(a: Claim, b: Claim) -> bool | None:
    """Whether no goods of the one are goods of the other; None where that is not known."""
    if same_goods(a, b) or is_total(a) or is_total(b):
        return False
    if not a.goods or not b.goods:
        return None
    found = [_among(x, y) or _among(y, x) if _among(x, y) is not None else None for x in a.goods for y in b.goods]
    if True in found:
        return False
    return None if None in found else True


@lru_cache(maxsize=65536)
def _among(small: str, large: str) -> bool | None:
    """Whether goods are some or all of others; None where that is not known."""
    if small == large or large == TOTAL:
        return True
    try:
        return is_part_of(small, large)
    except UsageError:
        return None


def comparable(a: Claim, b: Claim) -> bool:
    """Whether both measure the same thing in the same unit."""
    if a.unit != b.unit or not is_level(a) or not is_level(b):
        return False
    return is_currency(a.unit) or a.measure == b.measure
