"""What is said of each figure once the relations of a text are judged: accused, beside one accused, or borne out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import phrases
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, UNCHECKED, allowed
from tidewaiter.verdicts.pen.naming import blamed
from tidewaiter.verdicts.pen.slips import Slip, scale_word
from tidewaiter.verdicts.relations.nets import NetChange
from tidewaiter.verdicts.relations.parts import PartsWithin
from tidewaiter.verdicts.relations.relation import LINKS, Relation
from tidewaiter.verdicts.relations.repeats import Repeat
from tidewaiter.verdicts.verdict import Operand, Verdict
from tidewaiter.verdicts.within.accusation import Accusation, Judgement

CHECK = "arithmetic"
_BOUND = "many another figure would fit as well"
#: Said of figures that cannot both hold, where the other evidence does not settle which is wrong.
DISPUTED = "it cannot hold beside another of these figures, and either may be the wrong one"
#: Slips of the unit alone.
_IN_ANOTHER_UNIT = frozenset({"percent_for_percentage_points", "percent_for_times", "times_for_percent"})
_OTHERS = "another of these figures may be the wrong one instead"


def of_accusation(accusation: Accusation, witnesses: Mapping[Claim, str]) -> Verdict:
    """The verdict on an accused figure, with the slip that most likely made it."""
    claim, relation, slip = accusation.claim, accusation.relation, accusation.slip
    index = relation.claims.index(claim)
    clause = relation.explain(index, CONTRADICTED)
    if slip is not None:
        clause = f"{clause}; {_suggested(claim, slip)}{slip.explanation}"
    found = _verdict(relation, index, CONTRADICTED, phrases.sentence(clause))
    alone = all(witnesses.get(other) == SUPPORTED for other in relation.claims if other is not claim)
    return blamed(found, slip, doubt=None if alone else _OTHERS)


def of_disputes(judgement: Judgement, accused: set[Claim]) -> Iterator[Verdict]:
    """The verdicts on figures that cannot both hold: on each of them, and which is the likelier one to be wrong."""
    for first, *equals in judgement.disputes:
        for accusation in (first, *equals):
            claim, relation, slip = accusation.claim, first.relation, accusation.slip
            if claim in accused:
                continue
            accused.add(claim)
            index = relation.claims.index(claim)
            likelier = "this one" if accusation is first else phrases.said(first.claim)
            clause = f"{relation.explain(index, CONTRADICTED)}: one of them must be wrong, {likelier} the likelier"
            if slip is not None:
                clause = f"{clause}; {_suggested(claim, slip)}{slip.explanation}"
            yield blamed(_verdict(relation, index, CONTRADICTED, phrases.sentence(clause)), slip, doubt=DISPUTED)


def _suggested(claim: Claim, slip: Slip) -> str:
    """The value meant, in the scale word meant; nothing where it is the number as printed in another unit."""
    if slip.name in _IN_ANOTHER_UNIT:
        return ""
    written = scale_word(claim.text)
    meant = slip.name.rpartition("_for_")[2] if written and "_for_" in slip.name else ""
    scale = meant if meant in ("thousand", "million", "billion", "trillion") else None
    return f"{phrases.amount(claim.unit, slip.suggested, scale=scale)} would fit: "


def of_bystanders(judgement: Judgement, accused: set[Claim]) -> Iterator[Verdict]:
    """The other figures of a broken relation: they cannot hold together with the accused one, where there is one."""
    for accusation in judgement.accusations:
        relation = accusation.relation
        for index, claim in enumerate(relation.claims):
            if claim not in accused:
                clause = relation.explain(index, CONTRADICTED)
                reason = f"{clause}; {phrases.said(accusation.claim)} is the likelier one to be wrong"
                yield _verdict(relation, index, UNCHECKED, phrases.sentence(reason))
    for relation in judgement.undecided:
        for index, claim in enumerate(relation.claims):
            if claim not in accused:
                reason = f"{relation.explain(index, CONTRADICTED)}: one of them must be wrong, and nothing tells which"
                yield _verdict(relation, index, UNCHECKED, phrases.sentence(reason))


def of_unexplained(judgement: Judgement, said: set[Claim]) -> Iterator[Verdict]:
    """Figures that seem not to fit, where the text may have been misread; only where nothing else is said of them."""
    for relation in judgement.unexplained:
        for index, claim in enumerate(relation.claims):
            if claim not in said:
                said.add(claim)
                reason = f"{relation.explain(index, CONTRADICTED)}, unless the text means other goods or another time"
                yield _verdict(relation, index, UNCHECKED, phrases.sentence(reason))


def borne_out(relations: Sequence[Relation], accused: set[Claim]) -> Iterator[Verdict]:
    """What bears each figure out: every kind of exact relation, else the best of those that only bound it."""
    best: dict[tuple[Claim, str], tuple[tuple[object, ...], Relation, int, str]] = {}
    for relation in relations:
        outcome = relation.outcome()
        if outcome == CONTRADICTED or accused.intersection(relation.claims):
            continue
        for index, claim in enumerate(relation.claims):
            said = _weighed(relation, index, outcome)
            rank = _rank(relation, said)
            key = (claim, relation.kind if relation.exact else "bound")
            if said is not None and (key not in best or rank > best[key][0]):
                best[key] = (rank, relation, index, said)
    exactly = {claim for claim, kind in best if kind != "bound"}
    for (claim, kind), (_, relation, index, said) in best.items():
        if kind == "bound" and claim in exactly:
            continue
        outcome = relation.outcome()
        reason = relation.explain(index, outcome)
        if said == UNCHECKED and outcome == SUPPORTED:
            reason = f"{reason}, but so would many a figure"
        yield _verdict(relation, index, said, phrases.sentence(reason))


def _rank(relation: Relation, said: str | None) -> tuple[object, ...]:
    """What is said first: support before doubt, words before slots, many figures before two, the narrowest whole."""
    gravity = (None, UNCHECKED, LOOSE, SUPPORTED).index(said)
    whole = relation.claims[0].value if isinstance(relation, PartsWithin) else 0
    return gravity, -LINKS.index(relation.link), relation.weight, min(len(relation.claims), 9), -whole


def _weighed(relation: Relation, index: int, outcome: str) -> str | None:
    """What a relation that is not broken says for its figure at `index`; None where it says nothing of that one."""
    if not relation.weight:
        return None
    if outcome == LOOSE:
        return LOOSE if index == 0 and relation.exact and not isinstance(relation, Repeat) else UNCHECKED
    if isinstance(relation, PartsWithin) and len(relation.claims) == 2:
        if relation.link == "stated":
            return SUPPORTED
        return SUPPORTED if index == 1 and relation.link == "near" else UNCHECKED
    if isinstance(relation, NetChange) and index:
        return None
    return UNCHECKED if relation.kind == "direction" and index == 1 else SUPPORTED


def _verdict(relation: Relation, index: int, outcome: str, reason: str) -> Verdict:
    claim = relation.claims[index]
    operands = tuple(
        Operand(figure=allowed(other), unit=other.unit, label=phrases.label(other), claim=other)
        for other in relation.claims
        if other is not claim
    )
    bound = outcome == SUPPORTED and not relation.telling(index)
    return Verdict(
        claim=claim,
        outcome=outcome,
        check=CHECK,
        reason=reason,
        operands=operands,
        computed=relation.computed(index),
        unit=claim.unit,
        repeat=relation.arithmetic(),
        confidence="consistent" if bound else "certain",
        doubt=_BOUND if bound else None,
    )
