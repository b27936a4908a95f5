"""Prices that are held against a purchase which has its own, or whose quantity is told in millions without saying so.

"18 million dollars for 72,000 tons, that is 250 a ton; the year before it was 225": the second is no price of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, magnitude
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.price import Price
from tidewaiter.verdicts.relations.relation import Relation

#: What is written alike for metric tons and for a million of them.
_EITHER = re.compile(r"\d\s?mt\Z")
#: A million, as a power of ten, and how near to it.
_MILLION, _ABOUT = 6, 0.1
#: How far before a price it is put to another time.
_REACH = 60


def of_their_own(passage: Passage, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations without prices that are probably those of other purchases, or are right in millions of tons."""
    holding = [r for r in relations if isinstance(r, Price) and r.outcome() == SUPPORTED]
    priced = {(value, quantity): price for price, value, quantity in (r.claims for r in holding)}
    for relation in relations:
        if not isinstance(relation, Price) or relation.outcome() != CONTRADICTED:
            yield relation
            continue
        price, value, quantity = relation.claims
        own = priced.get((value, quantity))
        other = (own and _is_earlier(passage, price, own)) or _was_paid(passage, relation) or _in_millions(relation)
        if not other:
            yield relation


def _is_earlier(passage: Passage, price: Claim, own: Claim) -> bool:
    """Whether words put a price told behind a purchase's own to an earlier time."""
    if price.start < own.end or passage.block(price) != passage.block(own):
        return False
    return passage.came_from(price) or says("earlier", passage.between(own, price)[-_REACH:])


def _was_paid(passage: Passage, relation: Price) -> bool:
    """Whether another amount of the text makes the price, where nothing but nearness ties it to the one it breaks."""
    price, value, quantity = relation.claims
    return relation.link != "stated" and any(
        replace(relation, claims=(price, other, quantity)).outcome() == SUPPORTED
        for other in passage.claims
        if other.unit == value.unit and other is not price
    )


def _in_millions(relation: Price) -> bool:
    price, value, quantity = relation.claims
    if _EITHER.search(quantity.text) is None or not quantity.value:
        return False
    apart = magnitude(value.value / quantity.value * relation.each / price.value)
    return abs(apart - _MILLION) < _ABOUT
