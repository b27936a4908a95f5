"""Lists that words close: "India bought 1.02 million tonnes, China 0.31 and other countries 0.46".

Nothing is left out of such a list, so that it makes its whole, which may have been told paragraphs before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import SUPPORTED
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.links import is_carried, letters, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.told import is_difference
from tidewaiter.verdicts.relations.relation import exactly_said
from tidewaiter.verdicts.relations.sums import Sum
from tidewaiter.verdicts.worked.board import Board, proves
from tidewaiter.verdicts.worked.lists import OF_THIS, apart, in_list, slipped

#: How far behind the last figure the words stand that close a list, and how many sentences it may have begun before.
_CLOSING, _BEFORE = 40, 2
#: A list is so long at least, and its slip has so many digits.
_LEAST, _DIGITS = 2, 2
#: What leads to a whole at the beginning of a sentence.
_OF_THE = re.compile(r"\bof (?:the|these|those|this|that|its|their)(?: total)?(?: of)?\s*\Z", re.IGNORECASE)
#: Straight before a figure: it is all that is left of those told before.
_THE_OTHER = re.compile(r"\bthe (?:other|remaining|rest of the|remainder of)\s*\W?\Z", re.IGNORECASE)
#: Wholes that are tried, nearest first.
_WHOLES = 3


def find(passage: Passage) -> Iterator[Sum]:
    """Every such list with the one whole that it makes, or would but for a slip of one figure.

    "Of this, 2.11 went by sea and 0.83 over land" need not be all of it, and is no more than it.
    """
    board = Board(passage)
    for last in passage.claims:
        closed = _closes(passage, last)
        if not closed and not _is_opened(board, last):
            continue
        tried = [
            in_list(passage, whole, items) for items in _lists(board, last) for whole in _wholes(board, items, last)
        ]
        holding = next((relation for relation in tried if relation.outcome() == SUPPORTED), None)
        if holding is not None:
            if closed and proves(holding):
                yield holding
            continue
        tried = [relation for relation in tried if closed or _overruns(relation)]
        # What stands paragraphs before may be of more goods than the list, whose own were named between.
        near = [r for r in tried if passage.near(*r.claims[:2]) or _parts_of(r)]
        mended = [relation for relation in near if slipped(relation, least=_DIGITS)]
        if len({(relation.claims[0].value, len(relation.claims)) for relation in mended}) == 1:
            yield mended[0]
        elif not mended and (told := _told_straight(board, near, last)) is not None:
            yield told


def _parts_of(relation: Sum) -> bool:
    """Whether all of a list are goods of its whole, of its time and its countries, wherever that was told."""
    whole, *items = relation.claims
    return all(
        scope.same_period(item, whole)
        and scope.same_flow(item, whole)
        and (scope.goods_part_of(item, whole) or is_carried(item, "product"))
        for item in items
    ) and any(scope.goods_part_of(item, whole) for item in items)


def _told_straight(board: Board, tried: Sequence[Sum], last: Claim) -> Sum | None:
    """ "It distributed 38,400 tonnes. Trucks carried 26,900 tonnes, and the other 11,500 came by sea": a list of just
    what the sentence before tells, whose last figure is called what is left.
    """
    passage = board.passage
    if _THE_OTHER.search(passage.own_lead(last)) is None:
        return None
    before = [c for group in board.before(last) for c in board.amounts(group, last.unit)]
    here = board.amounts(board.sentence(last), last.unit)
    for relation in tried:
        whole, *items = relation.claims
        alone = before == [whole] and passage.adjoining(whole, last) and passage.block(whole) == passage.block(last)
        if alone and items == here and last is here[-1] and exactly_said(whole):
            return replace(relation, link="stated")
    return None


@cache
def _others() -> re.Pattern[str]:
    """ "Other jute products": what is left, by its name."""
    return re.compile(rf"\bother (?:[a-z-]+ ){{1,2}}(?:{letters('in_a_list')})\b", re.IGNORECASE)


def _closes(passage: Passage, claim: Claim) -> bool:
    """Whether words say of a figure that it is all that is left of a whole."""
    if not passage.is_plain_amount(claim) or passage.in_row(claim) or passage.in_heading(claim):
        return False
    lead = passage.own_lead(claim)
    near = lead + passage.tail(claim, reach=_CLOSING)
    return says("rest", lead) or says("all_others", near) or _others().search(near) is not None


def _is_opened(board: Board, last: Claim) -> bool:
    """Whether a figure is the last of a sentence that begins with "of this"."""
    passage, here = board.passage, board.amounts(board.sentence(last), last.unit)
    plain = last in here and not passage.in_row(last) and not passage.in_heading(last)
    return plain and last is here[-1] and len(here) >= _LEAST and OF_THIS.match(passage.sentence(last)) is not None


def _overruns(relation: Sum) -> bool:
    whole, *parts = relation.claims
    return sum(part.value for part in parts) > whole.value


def _lists(board: Board, last: Claim) -> Iterator[Sequence[Claim]]:
    """The figures of the sentence up to the last one, with those of one or two sentences before, if need be."""
    passage = board.passage
    here = [c for c in board.amounts(board.sentence(last), last.unit) if c.start <= last.start]
    groups = [here, *(board.amounts(group, last.unit) for group in board.before(last, sentences=_BEFORE))]
    groups = [[c for c in group if not (passage.came_from(c) or is_difference(passage, c))] for group in groups]
    listed: list[Claim] = []
    for group in groups:
        if group and passage.block(group[0]) != passage.block(last):
            return
        listed = [*group, *listed]
        if len(listed) >= _LEAST and all(map(exactly_said, listed)):
            yield listed
            if len(listed) > _LEAST and _OF_THE.search(passage.lead(listed[0])):
                # "Of the 178,000 tonnes, 97,000 …": the whole leads its list.
                yield listed[1:]


def _wholes(board: Board, items: Sequence[Claim], last: Claim) -> Sequence[Claim]:
    """The nearest amounts before a list that may be all of it."""
    passage, found = board.passage, []
    for claim in reversed(board.amounts(board.passage.claims, last.unit)):
        if claim.start >= items[0].start or passage.in_row(claim) or passage.came_from(claim):
            continue
        if any(_is_apart(passage, item, claim) for item in items):
            continue
        if scope.goods_part_of(items[0], claim) and all(scope.same_goods(items[0], item) for item in items):
            # Who bought how much salmon is no list of all exports.
            continue
        # What is less than two of its parts is no whole of them, unless one of the three is misprinted.
        if exactly_said(claim) and sum(item.value > claim.value for item in items) < _LEAST:
            found.append(claim)
    return found[:_WHOLES]


def _is_apart(passage: Passage, item: Claim, whole: Claim) -> bool:
    """Whether an item is of other goods or another time, or went the other way by its own words."""
    if scope.goods_apart(item, whole) is True:
        return True
    if scope.period_within(item, whole) and not scope.same_period(item, whole):
        # A list of January is none of a year.
        return True
    told = flows.kinds(flows.beside(passage.document, item, passage.claims))
    return apart(item, whole) and (bool(told) or not scope.other_way(item, whole))
