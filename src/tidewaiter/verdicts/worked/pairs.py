"""The two figures that a third was worked out from, where words say how and nothing says of which: the nearest two.

"Exports to Laos were 412 million dollars in May and 318 million in April. Traders had expected as much. The increase
came to 29.6 percent." A figure in a heading is worked out from those of the sentences below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.worked.board import Board, mendable, proves

#: Sentences before a figure, or after a heading, that are looked through.
_SENTENCES = 4
#: Where so many pairs lie at the same distance, nothing tells which of them is meant; pairs that are tried at all.
_UNCLEAR, _TRIED = 4, 400

#: Makes the relation of a figure and two others in the order of the text; None where they can have none.
Made = Callable[[Claim, Claim], Relation | None]


def worked_out(board: Board, derived: Claim, make: Made, *, ahead: bool = False) -> Relation | None:
    """The relation of a figure with the nearest two that it may be worked out from, where a slip would mend it, or
    where they alone make it, to so many digits that they hardly do so by chance.

    What a figure is the sum of may stand `ahead`, in the sentence behind its own. None where any others nearby make it,
    or any two of the whole text do so as worded.
    """
    passage = board.passage
    # What words put on ground of its own proves nothing, and hides nothing that lies further away.
    found = next(
        (rels for rels in map(list, _nearest(board, derived, make, ahead=ahead)) if any(map(_tells, rels))), []
    )
    holding = [relation for relation in found if relation.outcome() == SUPPORTED]
    if len(holding) == 1 and proves(holding[0]):
        # What holds to the last digit bears its figures out.
        return holding[0]
    if not 0 < len(found) <= _UNCLEAR or any(relation.outcome() != CONTRADICTED for relation in found):
        return None
    others = [claim for claim in passage.claims if claim is not derived]
    for a, b in islice(combinations(others, 2), _TRIED):
        relation = make(a, b)
        if relation is not None and relation.outcome() == SUPPORTED:
            return None
    return next((relation for relation in found if mendable(relation, alone=len(found) == 1)), None)


def _tells(relation: Relation) -> bool:
    return relation.accuses() or relation.outcome() == SUPPORTED


def _nearest(board: Board, derived: Claim, make: Made, *, ahead: bool) -> Iterator[Iterator[Relation]]:
    """The relations of pairs by distance: those of its own sentence, those that reach one sentence further …"""
    around = board.around(derived, sentences=_SENTENCES)
    around[1:1] = board.ahead(derived) if ahead else []
    groups = [[c for c in group if scope.is_amount(c) or scope.is_price(c)] for group in around]
    own = [claim for claim in groups[0] if not scope.periods_clash(claim, derived)]
    for size in range(1, len(groups) + 1):
        # What stands beside a figure, of its time, is one of the two: "it rose by 12 percent to 3.1 billion".
        yield _reaching(groups[:size], own, make)


def _reaching(groups: Sequence[Sequence[Claim]], own: Sequence[Claim], make: Made) -> Iterator[Relation]:
    """The relations of pairs of which one stands in the last of some sentences, and one in its own, if it has any."""
    nearer = [claim for group in groups[:-1] for claim in group]
    beside = set(map(id, own))
    for a, b in (*combinations(groups[-1], 2), *((one, other) for one in groups[-1] for other in nearer)):
        if own and id(a) not in beside and id(b) not in beside:
            continue
        relation = make(a, b) if a.start <= b.start else make(b, a)
        if relation is not None:
            yield relation
