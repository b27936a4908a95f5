"""Prices that words call an average, or what was earned, of a purchase told further away.

"Honduras shipped 32,100 tonnes … They brought in 86.4 million dollars … A tonne fetched an average of $2,692".
What was paid stands in the price's own sentence, in the next or in one of those before, the nearest that has any; how
much it bought is told before, of the same time and between the same ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import LOOSE, SUPPORTED
from tidewaiter.verdicts.passages.links import is_carried, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.price import Price, times
from tidewaiter.verdicts.relations.prices import ONE_OF
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.wording import is_currency
from tidewaiter.verdicts.worked.board import Board, firm, mendable
from tidewaiter.verdicts.worked.prices import one_of

#: What a price is for one of where its quantity is counted in other units: how many of those.
_MANY = {"thousand_cubic_metres": ("cubic_metres", Decimal(1000)),
         "thousand_cubic_metre": ("cubic_metres", Decimal(1000)), "cubic_metre": ("cubic_metres", Decimal(1)),
          "kWh": ("kWh", Decimal(1)), "MWh": ("kWh", Decimal(1000))}  # fmt: skip
#: How far before a price the words stand that make it an average of what was traded, and how far behind.
_BEFORE, _BEHIND, _SENTENCES = 90, 30, 5
#: Where more purchases may be meant, nothing tells which.
_UNCLEAR = 2
_DIGITS = 2
#: Purchases that are tried for one price, and how far from it none of them makes it, all rounding counted.
_TRIED, _FAR_OFF = 10_000, 5.0


def find(passage: Passage) -> Iterator[Relation]:
    """Every such price with its purchase, where none of the text makes it but one would, were a slip undone."""
    board = Board(passage)
    amounts = [c for c in passage.claims if passage.is_plain_amount(c) and not passage.in_row(c)]
    for price, one, money in priced(passage):
        if price.value <= 0 or passage.in_row(price) or passage.in_heading(price) or not _is_averaged(passage, price):
            continue
        found = _of(board, price, amounts, one, money)
        if found is not None:
            yield found


def priced(passage: Passage) -> Iterator[tuple[Claim, str, str]]:
    """Every price with what it is for one of, and its money.

    "$248 a tonne … The price had been $318": what it is for one of is said once.
    """
    one, money = "", ""
    for price in passage.claims:
        known = _one(passage, price)
        if known is not None:
            one, money = known, price.unit.partition("_per_")[0]
        elif not one or price.unit != money or price.measure != "price":
            continue
        yield price, one, money


def _of(board: Board, price: Claim, amounts: Sequence[Claim], one: str, money: str) -> Relation | None:
    passage = board.passage
    bought = [(c, each) for c in amounts if (each := each_of(one, c)) is not None]
    paid = [c for c in amounts if c.unit == money and c is not price]
    if len(bought) * len(paid) > _TRIED:
        # Where so many may be meant, nothing tells which.
        return None
    # "The price averaged $480 against $400, so that volume was flat": a quantity may be that of two years.
    known = ((v, q, _made(passage, price, v, q, each)) for v in paid for q, each in bought if _near(price, v, q, each))
    if any(_holds(passage, price, v, q, made.outcome()) for v, q, made in known):
        return None
    for group in (board.sentence(price), *board.before(price, sentences=_SENTENCES), *board.ahead(price)):
        pairs = [(v, q, each) for v in paid if v in group for q, each in bought if _fit(passage, price, v, q)]
        if pairs:
            break
    else:
        return None
    # Of several quantities of one trade the largest is all of it.
    pairs = [p for p in pairs if not any(_part(p[1], q) for _, q, _ in pairs)]
    made = [_made(passage, price, *pair) for pair in pairs]
    return next((r for r in made if mendable(r, alone=True)), None) if 0 < len(made) <= _UNCLEAR else None


def _near(price: Claim, value: Claim, bought: Claim, each: Decimal) -> bool:
    """Whether a purchase may make a price, all rounding and excuses counted: a quick look before the exact."""
    whole = float(bought.value) * float(price.value)
    return whole > 0 and 1 / _FAR_OFF <= float(value.value) * float(each) / whole <= _FAR_OFF


def _holds(passage: Passage, price: Claim, value: Claim, bought: Claim, outcome: str) -> bool:
    return outcome == SUPPORTED or (outcome == LOOSE and _fit(passage, price, value, bought))


def _one(passage: Passage, claim: Claim) -> str | None:
    """What a price is for one of: as its unit says, else as words beside it do."""
    money, _, one = claim.unit.partition("_per_")
    if one and is_currency(money):
        return one if one in ONE_OF or one in _MANY else None
    return one_of(passage, claim)


def _is_averaged(passage: Passage, price: Claim) -> bool:
    """Whether words make a price one of what was traded, and not one that is asked somewhere."""
    if sum(map(str.isdigit, price.text)) < _DIGITS:
        return False
    clause = re.split(r"[;；。]", passage.lead(price, reach=_BEFORE))[-1]
    return says("per_one_of_it", clause) or says("per_one_of_it", passage.tail(price, reach=_BEHIND))


def each_of(one: str, quantity: Claim) -> Decimal | None:
    """How many of a quantity's unit a price for one is for; None where it is for nothing that is counted so."""
    if one in _MANY:
        unit, many = _MANY[one]
        return many if quantity.unit == unit else None
    return times(ONE_OF[one], quantity.unit) if one in ONE_OF else None


def _made(passage: Passage, price: Claim, value: Claim, quantity: Claim, each: Decimal) -> Price:
    solid = firm(passage, (value, quantity), without=("average", "volume"))
    return Price((price, value, quantity), link="near", firm=solid, each=each)


def _fit(passage: Passage, price: Claim, value: Claim, quantity: Claim) -> bool:
    """Whether the price may be of the value, and the value have paid for the quantity."""
    if passage.came_from(value) != passage.came_from(quantity) and not passage.came_from(price):
        return False
    if quantity.start > price.start and quantity.sentence != price.sentence:
        return False
    for one, other in ((price, value), (value, quantity), (price, quantity)):
        if scope.periods_clash(one, other) or scope.flows_clash(one, other):
            return False
        if one.goods and other.goods and scope.goods_apart(one, other) is True and not scope.akin(one, other):
            return False
    if scope.is_total(value) and quantity.goods and not scope.is_total(quantity):
        return False
    if not (value.period and quantity.period) and not is_carried(value, "period"):
        return False
    return scope.named_pair(value) == scope.named_pair(quantity)


def _part(quantity: Claim, other: Claim) -> bool:
    return other.value > quantity.value and other.unit == quantity.unit and scope.same_period(quantity, other)
