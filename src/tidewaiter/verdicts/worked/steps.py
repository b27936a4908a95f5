"""Changes whose two levels stand near, the earlier one said to be earlier: "In 2022 it was 19.8, a rise of 74 percent".

Which levels are meant is not asked of their slots: the later one is the last amount before, in its unit, that is not
said to be of an earlier time.
"""

from __future__ import annotations

from collections.abc import Iterator

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.passage import Passage, says
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.triangles import Change
from tidewaiter.verdicts.worked.board import Board, broken, firm

#: How far beside a figure it is said to be of an earlier time, and how far from the change it stands.
_BESIDE, _SENTENCES, _APART = 60, 1, 160


def find(passage: Passage) -> Iterator[Relation]:
    """Every percentage of change with the two levels around it."""
    board = Board(passage)
    for change in passage.claims:
        if change.measure != "change" or change.unit != "percent" or change.value <= 0 or passage.in_row(change):
            continue
        found = broken(
            Change(
                (change, after, before), link="near", firm=firm(passage, (change, after, before), without=("without",))
            )
            for after, before in _levels(board, change)
        )
        if found is not None:
            yield found


def _levels(board: Board, change: Claim) -> Iterator[tuple[Claim, Claim]]:
    """The level before the step, said to be earlier, and the one after it."""
    passage = board.passage
    here = board.sentence(change)
    told = [claim for group in reversed(board.before(change, sentences=_SENTENCES)) for claim in group]
    near = [claim for claim in here if claim is not change]
    for before in near:
        levels = board.amounts([*told, *near], before.unit)
        if before not in levels or not _is_earlier(passage, before) or abs(before.start - change.start) > _APART:
            continue
        afters = [c for c in levels if c is not before and not _is_earlier(passage, c)]
        later = [c for c in afters if c.start < before.start][-1:] + [
            c for c in afters if c.sentence == change.sentence
        ]
        yield from ((after, before) for after in dict.fromkeys(later) if _of_one_flow(before, after))


def _of_one_flow(before: Claim, after: Claim) -> bool:
    """Whether the two may be one flow at two times; "exports fell to 0.4 while imports rose to 1.0" are two flows."""
    return not (scope.flows_clash(before, after) or scope.goods_clash(before, after))


def _is_earlier(passage: Passage, claim: Claim) -> bool:
    """Whether words beside a figure say that it is of an earlier time."""
    return passage.came_from(claim) or says("earlier", passage.beside(claim))
