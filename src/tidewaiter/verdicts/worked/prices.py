"""Prices whose purchase stands somewhere near: "3.1 tonnes worth $168 million. … Per kilogram that was $54,194".

Further away it is found by what it is of: the one value and the one quantity of the price's own goods and time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, partial

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED
from tidewaiter.verdicts.passages.once import once
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.price import Price, times
from tidewaiter.verdicts.relations.prices import ONE_OF, bought, held, of_a_part
from tidewaiter.verdicts.relations.purchases import is_one_of_several
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.tables import table
from tidewaiter.verdicts.wording import is_currency
from tidewaiter.verdicts.wordlist import WordList
from tidewaiter.verdicts.worked.board import Board, broken, firm
from tidewaiter.verdicts.worked.pairs import worked_out

#: How far before a price stand the words that make it one.
_BEFORE = 70
#: What a price here is for one of, beside the unit that it is counted in; "a piece" is told by words, as a unit.
_UNITS = {one: unit for one, unit in ONE_OF.items() if one != "piece"} | {"cubic_metre": "cubic_metres", "kWh": "kWh"}


@cache
def _per() -> dict[str, WordList]:
    """Words that name what a price is for one of."""
    found = {}
    for one, listed in table("links")["price_of_one"].items():
        words = sorted(map(str, listed), key=len, reverse=True)
        found[one] = WordList(words, lambda word: rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word))
    return found


def find(passage: Passage) -> Iterator[Relation]:
    """Every price with the nearest purchase that it may be of, or the only one of its goods and time."""
    board = Board(passage)
    for price in passage.claims:
        one = one_of(passage, price)
        if one is None or price.value <= 0 or passage.in_row(price):
            continue
        money = price.unit.partition("_per_")[0]
        near = worked_out(board, price, partial(_made, passage, price, one, money))
        far = () if near else _far_purchases(board, price, money, one)
        found = near or broken(_price(passage, price, *bought) for bought in far)
        # "A kilo cost $8.40, after $8.04": of the month before, whatever was read.
        apiece = found is not None and any(map(passage.is_of_each, found.claims[1:]))
        if found is None or apiece or held(passage, price, money, one) is not None:
            continue
        if found.outcome() == CONTRADICTED and is_one_of_several(passage, price):
            continue
        if found.outcome() != CONTRADICTED or not bought(passage, price, found.claims[1], one):
            yield found


def _made(passage: Passage, price: Claim, one: str, money: str, first: Claim, second: Claim) -> Relation | None:
    """The price of what two figures tell of, where they are money and goods of one purchase."""
    value, quantity = (first, second) if first.unit == money else (second, first)
    each = times(_UNITS[one], quantity.unit)
    if value.unit != money or each is None or not all(scope.is_some(c) for c in (value, quantity)):
        return None
    if (
        not passage.near(value, quantity)
        or passage.is_balance(value)
        or passage.came_from(value) != passage.came_from(quantity)
    ):
        return None
    if scope.periods_clash(value, quantity) or scope.flows_clash(value, quantity) or _other_goods(value, quantity):
        return None
    if of_a_part(passage, price, value, quantity):
        return None
    if any(scope.periods_clash(price, c) or _other_goods(price, c) for c in (value, quantity)):
        return None
    return _price(passage, price, value, quantity, each)


def _other_goods(a: Claim, b: Claim) -> bool:
    """Whether both are of goods that the tables know, and not of the same: "snow crab" is no "king crab"."""
    if a.goods and a.goods == b.goods:
        return not scope.called_alike(a, b)
    return bool(a.goods and b.goods) and scope.goods_apart(a, b) is True and not scope.akin(a, b)


def _price(passage: Passage, price: Claim, value: Claim, quantity: Claim, each: Decimal) -> Price:
    solid = firm(passage, (value, quantity), without=_KNOWN)
    return Price((price, value, quantity), link="near", firm=solid, each=each)


def _far_purchases(board: Board, price: Claim, money: str, one: str) -> Iterator[tuple[Claim, Claim, Decimal]]:
    """The one value and the one quantity of the text whose goods and time are the price's."""
    same = [
        claim
        for claim in board.passage.claims
        if claim is not price
        and scope.same_period(claim, price)
        and ((scope.same_goods(claim, price) and scope.called_alike(claim, price)) or scope.akin(claim, price))
        and not scope.flows_clash(claim, price)
    ]
    value = _only(price, board.amounts(same, money))
    quantity = _only(price, [c for c in same if times(_UNITS[one], c.unit) is not None and scope.is_amount(c)])
    if value is not None and quantity is not None:
        yield value, quantity, times(_UNITS[one], quantity.unit) or Decimal(1)


def _only(price: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The one of some figures that is of the price's own trade; else the one that there is at all."""
    mine = [claim for claim in claims if scope.same_flow(claim, price)] or claims
    return mine[0] if len({claim.value for claim in mine}) == 1 else None


_KNOWN = ("average", "volume")


@once
def one_of(passage: Passage, claim: Claim) -> str | None:
    """What a price is for one of: as its unit says, else as the words beside it do."""
    money, per, one = claim.unit.partition("_per_")
    if per:
        return one if one in _UNITS else None
    if not is_currency(money) or claim.measure not in ("price", "other", "trade_value"):
        return None
    near = f"{passage.lead(claim, reach=_BEFORE)} … {passage.tail(claim, reach=24)}"
    clause = re.split(r"[;；。，]|, (?:and|but|while)\b", passage.lead(claim, reach=_BEFORE))[-1]
    return next((each for each, words in _per().items() if words.holds(f"{clause} … {near.split(' … ')[1]}")), None)
