"""What is left of one amount when another is taken from it, in words alone: "The plan asks for $186 million; donors
gave 71.4, leaving a gap of 114.6"; "it needs 700,000 tons and grows 450,000, which leaves 250,000 to be bought".

Nothing is asked of goods or countries: the words say what was done with the two amounts told last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED
from tidewaiter.verdicts.passages.links import leads_on, letters, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.steps import Difference
from tidewaiter.verdicts.worked.board import Board, firm, mendable, proves

#: Sentences before one that tells what is left, and amounts in them, that it may be left of.
_SENTENCES, _MOST, _PAIR = 2, 5, 2
#: How far behind what is left it says where it lies.
_LIES = 40
#: What may stand between "leaving" and its amount: no other clause.
_STRAIGHT = r"(?:(?!\b(?:and|but|while|by|than|as)\b)[^,;:.()]){0,48}\Z"


def find(passage: Passage) -> Iterator[Relation]:
    """Every amount that words call left over, with the two told last."""
    board = Board(passage)
    for left in passage.claims:
        if scope.is_some(left) and exactly_said(left) and not passage.in_row(left) and _is_left(passage, left):
            found = _found(board, left)
            if found is not None:
                yield found


@cache
def _leaves() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{letters('leaves')})\b{_STRAIGHT}", re.IGNORECASE)


@cache
def _missing() -> re.Pattern[str]:
    return re.compile(rf"[^,;:.()]{{0,24}}\b(?:{letters('is_missing')})\b", re.IGNORECASE)


def _is_left(passage: Passage, claim: Claim) -> bool:
    if claim.measure == "change" or passage.came_from(claim):
        return False
    if leads_on("is_short", passage.tail(claim)):
        return True
    return _leaves().search(passage.own_lead(claim)) is not None or _missing().match(passage.tail(claim)) is not None


def _is_kept_over(passage: Passage, claim: Claim) -> bool:
    """ "It bought 300 and used 260, leaving 90 in store": of what was there before, too."""
    return says("kept_over", re.split(r"[;:.]", passage.tail(claim, reach=_LIES))[0])


def _found(board: Board, left: Claim) -> Relation | None:
    passage, told = board.passage, _told(board, left)
    pairs = [sorted(pair, key=lambda claim: -claim.value) for pair in combinations(told, _PAIR)]
    tried = [_left_of(passage, left, pair) for pair in pairs]
    holding = [relation for relation in tried if relation.outcome() != CONTRADICTED]
    if holding:
        return next((relation for relation in holding if proves(relation)), None)
    if _is_kept_over(passage, left):
        return None
    tried = [relation for relation in tried if _takes_from(passage, *relation.claims[1:])]
    if len(tried) == 1 and len(told) == _PAIR:
        return tried[0]
    return next((relation for relation in tried if mendable(relation)), None)


def _takes_from(passage: Passage, whole: Claim, taken: Claim) -> bool:
    """Whether one amount is to be met and the other may meet it: what one year brought takes nothing from another's.

    "It got 62,000 tons from Chad and 31,000 from Togo, and still needs 21,000": neither is taken from the other.
    """
    behind = re.split(r"[,;:.]", passage.tail(whole))[0]
    return says("to_be_met", f"{passage.own_lead(whole)} … {behind}") and not scope.periods_clash(whole, taken)


def _left_of(passage: Passage, left: Claim, pair: Sequence[Claim]) -> Difference:
    alone = all(passage.adjoining(claim, left) for claim in pair)
    claims = (left, *pair)
    return Difference(claims, link="stated" if alone else "near", firm=firm(passage, claims, without=("volume",)))


def _told(board: Board, left: Claim) -> list[Claim]:
    """The amounts told last before it: those of its sentence, and of one or two before where they are too few."""
    # What is needed or grown in a year is an amount, too.
    units = (left.unit, f"{left.unit}_per_year")
    found: list[Claim] = []
    groups = [[c for c in board.sentence(left) if c.start < left.start], *board.before(left, sentences=_SENTENCES)]
    for group in groups:
        found += [c for c in group if c.unit in units and c.value > 0 and _is_told(board.passage, c)]
        if len(found) >= _PAIR:
            break
    if board.passage.is_balance(left) and any(scope.named_pair(c) or scope.is_total(c) for c in found):
        # What trade leaves is that of the one way and the other, wherever those are told.
        return []
    return found if len(found) <= _MOST else []


def _is_told(passage: Passage, claim: Claim) -> bool:
    return not (passage.is_of_each(claim) or passage.came_from(claim) or passage.is_balance(claim))
