"""What is told per head: of a people ("a population of 9.7 million … $835 per head"), or of those who got it.

"In December 4.2 million people got 52,500 tonnes of food, 12.5 kilograms each", "380万人接种，每人两剂，共用去760万剂".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import SUPPORTED
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.price import Price, times
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.worked.board import Board, firm, mendable, proves

_PER = "_per_person"
#: How many make a people, and how near to their number it is called so.
_PEOPLE, _NEAR = 100_000, 30
#: So many amounts may be meant.
_UNCLEAR = 2


@dataclass(frozen=True, slots=True)
class Ration(Price):
    """`claims` are what one got, what all of them got, and how many they were."""

    def suspicion(self, index: int) -> float:
        """What one got was worked out from the others; people have no unit to be mistaken."""
        return Relation.suspicion(self, index)


def find(passage: Passage) -> Iterator[Relation]:
    """Every amount per head with the amount and the people told with it, where it is right, or a slip would mend it."""
    rates = [c for c in passage.claims if c.unit.endswith(_PER) and c.value > 0 and not passage.in_row(c)]
    nations = {c.value: c for c in passage.claims if rates and _is_people(passage, c)}
    board = Board(passage)
    for rate in rates:
        if _is_of_no_amount(passage, rate):
            continue
        groups = _groups(board, rate)
        near = [c for group in groups for c in group]
        told = ({c.value: c for c in group if _are_heads(passage, c)} for group in groups)
        heads = next((found for found in told if found), nations)
        tried = [
            found for value, each in _values(passage, rate, near) for found in _made(passage, rate, value, heads, each)
        ]
        holding = [relation for relation in tried if relation.outcome() == SUPPORTED]
        if holding:
            yield from (relation for relation in holding[:1] if proves(relation))
        elif len(heads) == 1 and 0 < len(tried) <= _UNCLEAR:
            yield from [relation for relation in tried if mendable(relation, alone=len(tried) == 1)][:1]


def _groups(board: Board, rate: Claim) -> list[list[Claim]]:
    """The figures of a rate's sentence and of the one before it in its paragraph."""
    before = board.before(rate)
    passage = board.passage
    return [board.sentence(rate), *(g for g in before if passage.block(g[0]) == passage.block(rate))]


def _made(passage: Passage, rate: Claim, value: Claim, heads: dict[Decimal, Claim], each: Decimal) -> Iterator[Ration]:
    for people in heads.values():
        solid = firm(passage, (value, people), without=("average", "volume"))
        yield Ration((rate, value, people), link="near", firm=solid, each=each)


def _are_heads(passage: Passage, claim: Claim) -> bool:
    """Whether it is a number of people who may have got something, and no earlier one."""
    return claim.unit == "people" and claim.measure == "count" and claim.value > 0 and not passage.came_from(claim)


def _is_people(passage: Passage, claim: Claim) -> bool:
    near = f"{passage.lead(claim, reach=_NEAR)} … {passage.tail(claim, reach=_NEAR)}"
    return claim.unit == "people" and claim.value >= _PEOPLE and says("a_people", near)


def _is_of_no_amount(passage: Passage, rate: Claim) -> bool:
    """Whether so much is had every day or month, of which all have more in some time; or is earned, eaten or kept."""
    beside = passage.beside(rate)
    return says("every_time", beside) or says("of_his_own", beside)


def _values(passage: Passage, rate: Claim, near: Sequence[Claim]) -> Iterator[tuple[Claim, Decimal]]:
    """The amounts beside a rate that it may be of, of no other time, each with how many of its unit one of them is."""
    unit = rate.unit.removesuffix(_PER)
    for value in near:
        each = times(value.unit, unit)
        if each is None or not passage.is_plain_amount(value) or passage.came_from(value):
            continue
        if not scope.periods_clash(value, rate) and not scope.goods_apart(value, rate):
            yield value, each
