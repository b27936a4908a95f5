"""What so much a day makes in a month: "701,000 barrels per day in March … over the 31 days 21.7 million barrels".

The total is of the rate's own time, goods and parties, or words say that it is what the rate comes to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import SUPPORTED
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.averages import Average
from tidewaiter.verdicts.worked.board import Board, firm, mendable

_DAILY, _YEARLY = "_per_day", "_per_year"
#: How many sentences behind a rate its total is told, and how far before a total the words that make it one.
_SENTENCES, _BEFORE, _BEHIND = 2, 70, 24
#: … and how many where its days are told with it.
_FURTHER = 5
#: "Over the 31 days of May".
_DAYS = re.compile(
    r"\b(?:over|in|during|for|across) (?:the |those |these |all |its )*(?P<many>\d{2}) days\b"
    r"|(?<!\d)(?P<ko>\d{1,2}) ?일(?:간|\s?동안)|(?<![\d月])(?P<zh>\d{1,2}) ?天(?:之?内|里|间|中|共|合计)",
    re.IGNORECASE,
)
#: A year has no more days, and a year of so much a day as many as this.
_YEAR, _DAYS_OF_YEAR = 366, 365
#: "1.5 bcm a year through a swap with Iran, about 4 million cubic metres a day": the same rate again.
_AGAIN = re.compile(
    r"[^.;:()\d]{0,40}?(?:,|\(| or) ?"
    r"(?:(?:that is|or|about|around|roughly|some|nearly|equal to|equivalent to|i\.e\.),? ?)*",
    re.IGNORECASE,
)


def find(passage: Passage) -> Iterator[Average]:
    """Every rate by the day with the one total near it that it makes, or would but for a slip of one of the two."""
    board = Board(passage)
    made = [_made(passage, rate, whole, days) for rate in _rates(passage) for whole, days in _totals(board, rate)]
    made += [_made(passage, rate, whole, _DAYS_OF_YEAR) for rate in _rates(passage) for whole in _yearly(board, rate)]
    holding = [relation for relation in made if relation.outcome() == SUPPORTED]
    yield from holding
    held = {claim for relation in holding for claim in relation.claims}
    for relation in made:
        rate, whole = relation.claims
        # Of several rates a total is of the largest, which the others may be parts of.
        others = [each for each in made if each is not relation and _rival(each, rate, whole)]
        if rate not in held and whole not in held and not others and mendable(relation, alone=True):
            yield relation


def _rival(other: Average, rate: Claim, whole: Claim) -> bool:
    if other.claims[0] is rate:
        return True
    return other.claims[1] is whole and other.claims[0].value >= rate.value


def _rates(passage: Passage) -> Iterator[Claim]:
    for rate in passage.claims:
        if not rate.unit.endswith(_DAILY) or rate.value <= 0 or passage.came_from(rate):
            continue
        if not passage.in_row(rate) and not passage.in_heading(rate):
            yield rate


def _made(passage: Passage, rate: Claim, whole: Claim, days: int) -> Average:
    members = (rate, whole)
    solid = firm(passage, members, without=("average", "volume"))
    return Average(members, link="near", firm=solid, times=Decimal(days), called="days")


def _yearly(board: Board, rate: Claim) -> Iterator[Claim]:
    """The rate by the year that a rate by the day tells again, right beside it."""
    unit = f"{rate.unit.removesuffix(_DAILY)}{_YEARLY}"
    for other in board.sentence(rate):
        first, second = sorted((rate, other), key=lambda claim: claim.start)
        if other.unit == unit and other.value > 0 and _AGAIN.fullmatch(board.passage.between(first, second)):
            yield other


def _totals(board: Board, rate: Claim) -> Iterator[tuple[Claim, int]]:
    """The amounts beside or behind a rate that it may make, each with its number of days."""
    unit = rate.unit.removesuffix(_DAILY)
    groups = [board.sentence(rate), *board.ahead(rate, sentences=_FURTHER)]
    for place, group in enumerate(groups):
        for whole in board.amounts(group, unit):
            days = _days(board.passage, rate, whole)
            far = place > _SENTENCES and _DAYS.search(board.passage.sentence(whole)) is None
            if days is not None and not far and not _is_apart(board.passage, rate, whole):
                yield whole, days


def _days(passage: Passage, rate: Claim, whole: Claim) -> int | None:
    told = _DAYS.search(passage.sentence(whole))
    if told is not None:
        return int(told["many"] or told["ko"] or told["zh"])
    days = scope.period(whole) or (scope.period(rate) if _comes_to(passage, whole) else None)
    if days is None or days.first_day is None:
        return None
    many = (days.last_day - days.first_day).days + 1
    return many if 1 < many <= _YEAR else None


def _comes_to(passage: Passage, whole: Claim) -> bool:
    """Whether words make an amount all of its time."""
    near = f"{passage.lead(whole, reach=_BEFORE)} … {passage.tail(whole, reach=_BEHIND)}"
    return says("that_made", near) or says("in_all", near) or _DAYS.search(near) is not None


def _is_apart(passage: Passage, rate: Claim, whole: Claim) -> bool:
    """Whether a total is of something else than a rate, as far as words and slots tell."""
    if passage.came_from(whole) or scope.periods_clash(rate, whole) or scope.flows_clash(rate, whole):
        return True
    if scope.goods_apart(rate, whole) is True or scope.flow_of_everybody(rate, whole):
        # "2,400 tonnes a day. Senegal supplied 27,000 in the month": a part of it.
        return True
    if any(
        c.unit == rate.unit and rate.start < c.start < whole.start and not passage.came_from(c) for c in passage.claims
    ):
        # Another rate stands nearer.
        return True
    return not _comes_to(passage, whole) and not (scope.same_flow(rate, whole) and scope.same_goods(rate, whole))
