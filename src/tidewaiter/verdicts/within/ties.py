"""Figures that numbers tie where slots do not: what holds to the last digit shows which figures belong together.

Slots may be misread, so that a relation which rests on them alone accuses nobody. Where two of its figures are proven
by another relation that holds, it needs the slots no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, allowed
from tidewaiter.verdicts.passages import accounts
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.pen.chance import by_chance
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.within.untold_wholes import is_untold, shares_beside
from tidewaiter.verdicts.worked.board import Board, proves

#: How many sentences before a sum or a difference, and figures of them, it may be worked out from instead.
_SENTENCES, _FURTHER, _NEAR = 5, 12, 14
#: How seldom a slip may mend by chance what only slots tie.
_SELDOM, _SELDOM_OF_BALANCES = 0.001, 0.015
#: What is worked out from two figures, and from no others beside.
_PERCENTAGES = ("share", "change", "multiple")


def tied(passage: Passage, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations, those by slots alone as near as the numbers of the others make them."""
    proofs: dict[Claim, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.exact and len(relation.claims) > 2 and proves(relation):
            for claim in relation.claims:
                proofs[claim].append(relation)
    homes = {(proof.kind, proof.claims[0]) for found in proofs.values() for proof in found}
    board = Board(passage)
    #: Steps of shares, which are of no amounts beside them.
    of_shares = {relation.claims[0] for relation in relations if relation.kind == "points"}
    #: Steps said to be from another month than they are from.
    mistaken = {relation.claims for relation in relations if relation.kind == "base"}
    beside = shares_beside(passage)
    for relation in relations:
        if is_untold(passage, relation, beside):
            continue
        if relation.kind == "change" and relation.link != "stated" and relation.claims[0] in of_shares:
            continue
        if relation.kind == "change" and relation.claims in mistaken:
            continue
        if (relation.kind, relation.claims[0]) in homes and _is_guess(relation):
            # What it was worked out from is known.
            continue
        if (
            relation.kind in ("sum", "difference")
            and relation.outcome() == CONTRADICTED
            and _of_others(board, relation)
        ):
            continue
        slots = relation.link == "far" and relation.firm and relation.exact and len(relation.claims) > 2
        if slots and relation.outcome() == CONTRADICTED and any(allowed(c).high is None for c in relation.claims):
            # "More than 4 billion" is mended by almost anything.
            continue
        if (
            slots
            and relation.outcome() == CONTRADICTED
            and (_proven(passage, relation, proofs) or _mended_by_no_chance(passage, relation))
        ):
            relation = replace(relation, link="near")
        yield relation


def _is_guess(relation: Relation) -> bool:
    """Whether only slots or nearness say that a percentage is of two levels, and they do not make it."""
    return relation.kind in _PERCENTAGES and relation.link != "stated" and relation.outcome() == CONTRADICTED


def _mended_by_no_chance(passage: Passage, relation: Relation) -> bool:
    """Whether a slip of one figure makes the others to so many digits that it hardly does so by chance.

    What is told as a balance is that of the flows between its countries, and needs fewer.
    """
    left = relation.claims[0]
    if passage.is_balance(left) and accounts.of_another(passage, left):
        return False
    seldom = _SELDOM_OF_BALANCES if passage.is_balance(left) else _SELDOM
    for index, claim in enumerate(relation.claims):
        room = relation.computed(index)
        if not exactly_said(claim):
            continue
        for slip in (*slips.recognisable(claim), *slips.mistyped(claim)):
            if by_chance(claim, slip, room) <= seldom and relation.outcome({claim: slip.figure}) == SUPPORTED:
                return True
    return False


def _proven(passage: Passage, relation: Relation, proofs: dict[Claim, list[Relation]]) -> bool:
    """Whether another relation holds for two of its figures, or for the whole of a share in the same paragraph."""
    others = {id(proof): proof for claim in relation.claims for proof in proofs.get(claim, ())}.values()
    if any(len(set(relation.claims) & set(proof.claims)) > 1 for proof in others):
        return True
    return isinstance(relation, Share) and any(
        isinstance(proof, Share)
        and proof.claims[2] is relation.claims[2]
        and passage.block(proof.claims[1]) == passage.block(relation.claims[1])
        for proof in others
    )


def _of_others(board: Board, relation: Relation) -> bool:
    """Whether figures nearby make a sum or a difference that those of its relation do not.

    "Wine, brandy (47 million) and water (139 million) together": what the wine made was told before.
    """
    made, *given = relation.claims
    reach = _FURTHER if relation.kind == "sum" else _SENTENCES
    near = board.amounts(chain(*board.around(made, sentences=reach)), made.unit)
    near = [claim for claim in near if claim is not made][:_NEAR]
    if relation.kind == "sum":
        others = [claim for claim in near if claim not in given]
        more = (added for size in (1, 2) for added in combinations(others, size))
        return any(replace(relation, claims=(made, *given, *added)).outcome() == SUPPORTED for added in more)
    pairs = [sorted(pair, key=lambda claim: -claim.value) for pair in combinations(near, 2)]
    if board.passage.is_balance(made):
        # What was sold in one year less what was bought in another is no balance.
        pairs = [pair for pair in pairs if not scope.periods_clash(*pair)]
    return relation.link != "stated" and any(
        replace(relation, claims=(made, *pair)).outcome() == SUPPORTED for pair in pairs
    )
