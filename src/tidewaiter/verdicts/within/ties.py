"""Figures that numbers tie where slots do not: what holds to the last digit shows which figures belong together.

Slots may be misread, so that a relation which rests on them alone accuses nobody. Where two of its figures are proven
by another relation that holds, it needs the slots no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.shares import Share

#: Figures with fewer digits between them fit each other by chance.
_TELLING = 7
#: What is worked out from two figures, and from no others beside.
_PERCENTAGES = ("share", "change", "multiple")


def tied(passage: Passage, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations, those by slots alone as near as the numbers of the others make them."""
    proofs: dict[Claim, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.exact and len(relation.claims) > 2 and _proves(relation):
            for claim in relation.claims:
                proofs[claim].append(relation)
    homes = {(proof.kind, proof.claims[0]) for found in proofs.values() for proof in found}
    for relation in relations:
        if (relation.kind, relation.claims[0]) in homes and _is_guess(relation):
            # What it was worked out from is known.
            continue
        open_ = relation.link == "far" and relation.firm and relation.exact and len(relation.claims) > 2
        if open_ and relation.outcome() == CONTRADICTED and _proven(passage, relation, proofs):
            relation = replace(relation, link="near")
        yield relation


def _is_guess(relation: Relation) -> bool:
    """Whether only slots or nearness say that a percentage is of two levels, and they do not make it."""
    return relation.kind in _PERCENTAGES and relation.link != "stated" and relation.outcome() == CONTRADICTED


def _proves(relation: Relation) -> bool:
    """Whether it holds, and would hardly do so by chance."""
    digits = sum(sum(map(str.isdigit, claim.text)) for claim in relation.claims)
    return digits >= _TELLING and all(map(exactly_said, relation.claims)) and relation.outcome() == SUPPORTED


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
