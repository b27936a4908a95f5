"""One amount set against another of its time: "Durian fetched $3.74, while Thai fruit fetched $4.98, or 33% more"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.triangles import Change
from tidewaiter.verdicts.worked.board import Board, firm, mendable

#: Between the later amount and its percentage, and straight behind that.
_OR = re.compile(
    r"(?: (?:a|per) [a-z]{3,10})?(?:, (?:or|that is|i\.e\.) |\s*\(| and (?:so|thus) )(?:about |some |roughly )?",
    re.IGNORECASE,
)
_MORE = re.compile(r" (more|higher|dearer|above|less|lower|cheaper|fewer|below)\s*(?:[.;,)]|\Z)", re.IGNORECASE)
_LESS = frozenset({"less", "lower", "cheaper", "fewer", "below"})


def find(passage: Passage) -> Iterator[Relation]:
    """Every percentage that says by how much the amount before it is more or less than the one before that."""
    board = Board(passage)
    for share in passage.claims:
        more = _MORE.match(passage.tail(share))
        if share.unit != "percent" or more is None or share.value <= 0 or not exactly_said(share):
            continue
        here = [c for c in board.sentence(share) if c.end <= share.start]
        told = [c for c in here if scope.is_price(c) or passage.is_plain_amount(c)]
        if len(told) != 2 or told[-1] is not here[-1] or not _OR.fullmatch(passage.between(told[-1], share)):
            continue
        base, other = told
        if base.unit != other.unit or passage.came_from(base) or scope.periods_clash(base, other):
            continue
        way = "decrease" if more[1].casefold() in _LESS else "increase"
        solid = firm(passage, told, without=("average", "volume"))
        relation = Change((share, other, base), link="near", firm=solid, way_told=False, way=way)
        if relation.outcome() != CONTRADICTED or mendable(relation, alone=True):
            yield relation
