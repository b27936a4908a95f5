"""What is told per head of a people whose number the text tells: "with a population of 9.7 million … $835 per head"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.prices import Price
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.worked.board import Board, broken, firm

#: How many make a people, and how near to their number it is called so.
_PEOPLE, _NEAR = 100_000, 30
#: How far an amount stands from what it is per head.
_APART = 70


def find(passage: Passage) -> Iterator[Relation]:
    """Every amount per head with the amount beside it and the one people whose number is told."""
    prices = [c for c in passage.claims if c.unit.endswith("_per_person") and c.value > 0 and not passage.in_row(c)]
    peoples = [c for c in passage.claims if prices and _is_people(passage, c)]
    if len({c.value for c in peoples}) != 1:
        return
    board = Board(passage)
    for price in prices:
        found = broken(
            Price((price, value, peoples[0]), link="near", firm=firm(passage, (value,), without=("average", "volume")))
            for value in _values(board, price)
        )
        if found is not None:
            yield found


def _is_people(passage: Passage, claim: Claim) -> bool:
    near = f"{passage.lead(claim, reach=_NEAR)} … {passage.tail(claim, reach=_NEAR)}"
    return claim.unit == "people" and claim.value >= _PEOPLE and says("a_people", near)


def _values(board: Board, price: Claim) -> Iterator[Claim]:
    """The amounts beside a price, of no other time: in its sentence, with nothing but words between."""
    passage, money = board.passage, price.unit.partition("_per_")[0]
    for value in board.amounts(board.sentence(price), money):
        first, last = sorted((value, price), key=lambda claim: claim.start)
        between = passage.between(first, last)
        others = any(first.end <= c.start < last.start for c in board.sentence(price))
        apart = others or len(between) > _APART or re.search(r"[;:]", between)
        if not apart and not passage.came_from(value) and not scope.periods_clash(value, price):
            yield value
