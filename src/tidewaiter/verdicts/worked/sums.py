"""Sums of lists: "Germany took 186, Poland 171 and Spain 158 million. Their combined purchases of 515 million …".

What is added up is the list of the sentence, or of one or two before: all of it, or its last figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.passage import Passage, says
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.sums import Sum
from tidewaiter.verdicts.worked.board import Board, broken, firm

#: Words before a sum that announce it; how many sentences before it the list may stand, and how long it is.
_BEFORE, _SENTENCES, _LONGEST = 80, 2, 10
_CLAUSE = re.compile(r"[;；]|, (?:but|while|whereas)\b")


def find(passage: Passage) -> Iterator[Relation]:
    """Every announced sum with the list that it adds up."""
    board = Board(passage)
    for whole in passage.claims:
        here = board.amounts(board.sentence(whole), whole.unit)
        if whole not in here or passage.in_row(whole) or passage.came_from(whole) or passage.heads_list(whole):
            continue
        place = here.index(whole)
        lead = passage.between(here[place - 1], whole) if place else passage.lead(whole, reach=_BEFORE)
        if not says("sum_of", _CLAUSE.split(lead[-_BEFORE:])[-1]):
            continue
        found = broken(
            Sum((whole, *parts), link="near", firm=firm(passage, (whole, *parts), without=("volume", "without")))
            for parts in _lists(board, whole, here[:place])
        )
        if found is not None:
            yield found


def _lists(board: Board, whole: Claim, here: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    """What may be added up, the likeliest first."""
    groups = [list(here)] + [board.amounts(c, whole.unit) for c in board.before(whole, sentences=_SENTENCES)]
    plain = [[c for c in group if not board.passage.came_from(c) and not scope.other_way(c, whole)] for group in groups]
    full = next((group for group in plain if len(group) > 1), None)
    if full is None:
        return
    yield full[:_LONGEST]
    for place in range(1, len(full) - 1):
        yield full[place:]
        yield full[:-place]
    # One of several sentences each.
    for size in range(2, len(plain) + 1):
        joined = [claim for group in reversed(plain[:size]) for claim in group]
        if 1 < len(joined) <= _LONGEST:
            yield joined
            yield from (joined[place:] for place in range(1, len(joined) - 1))
