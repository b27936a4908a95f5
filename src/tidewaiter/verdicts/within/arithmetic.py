"""A document's own arithmetic: every figure held against the others that its text ties it to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.verdicts import phrases
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, UNCHECKED, allowed
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen.naming import blamed
from tidewaiter.verdicts.pen.slips import Slip, scale_word
from tidewaiter.verdicts.relations import (
    averages,
    changes,
    currencies,
    kinds,
    multiples,
    nets,
    partners,
    points,
    portions,
    prices,
    ranks,
    rates,
    repeats,
    rows,
    shares,
    stated,
    sums,
    together,
    tolls,
    wholes,
    zeros,
)
from tidewaiter.verdicts.relations.nets import NetChange
from tidewaiter.verdicts.relations.parts import PartsWithin
from tidewaiter.verdicts.relations.relation import LINKS, Relation
from tidewaiter.verdicts.relations.repeats import Repeat
from tidewaiter.verdicts.verdict import Operand, Verdict
from tidewaiter.verdicts.within.accusation import Accusation, Judgement
from tidewaiter.verdicts.within.judge import judge
from tidewaiter.verdicts.within.precision import as_written, mistakable
from tidewaiter.verdicts.within.ties import tied
from tidewaiter.verdicts.within.weights import as_said, in_tonnes
from tidewaiter.verdicts.worked import balances, conversions, means, outliers
from tidewaiter.verdicts.worked import prices as worked_prices
from tidewaiter.verdicts.worked import shares as worked_shares
from tidewaiter.verdicts.worked import steps as worked_steps
from tidewaiter.verdicts.worked import sums as worked_sums

CHECK = "arithmetic"

_ROOMS = (
    stated,
    wholes,
    partners,
    changes,
    multiples,
    sums,
    together,
    portions,
    shares,
    prices,
    currencies,
    rates,
    repeats,
    zeros,
    nets,
    tolls,
    averages,
    points,
    rows,
    ranks,
    kinds,
    worked_prices,
    worked_shares,
    worked_sums,
    worked_steps,
    means,
    balances,
    conversions,
    outliers,
)

#: What these find is found by slots, too.
_SAID_ONCE = (stated, sums, portions)

#: What these find is tried only where nothing better does.
_WORKED_OUT = (worked_prices, worked_shares, worked_sums, worked_steps, means, balances, conversions, outliers)

#: So many years a text may tell of at once.
_LONGEST = 60
#: A table of ten thousand figures is no argument: so many claims of one document are set against each other.
_MOST = 1500
#: Claims that say what did not happen, or may yet, are no evidence and are not accused.
_SAID = ("asserted",)
_HEARSAY = {"asserted", "conditional"}
_BOUND = "many another figure would fit as well"
_OTHERS = "another of these figures may be the wrong one instead"


def against_itself(
    document: Document, claims: Iterable[Claim], *, witnesses: Mapping[Claim, str] | None = None
) -> list[Verdict]:
    """The verdicts of a document's own arithmetic, in the order of the text; at most one a claim and kind of relation.

    `witnesses` are outcomes of other checks (the ledger), which help to tell which of two figures is the wrong one.
    """
    given = list(claims)[:_MOST]
    read = in_tonnes(as_written([_in_some_year(claim) for claim in given]))
    heard = dict(zip(read, given, strict=True))
    known = witnesses or {}
    standing = {one: known[other] for one, other in heard.items() if other in known}
    return [_of(verdict, heard) for verdict in _judged(document, read, standing)]


def _in_some_year(claim: Claim) -> Claim:
    """The claim with its times as if the text were of some year, where nothing says of which it is."""
    if claim.in_some_year is None or claim.in_some_year == (claim.period, claim.base_period):
        return claim
    # From a year that is known to one that is not there is no telling how long it is.
    period, base_period = (None if _reaches_back(when) else when for when in claim.in_some_year)
    return replace(claim, period=period, base_period=base_period, guessed=True)


def _reaches_back(when: str | None) -> bool:
    """Whether a period begins in a year that the text names and ends in the one that stands in for its own."""
    first, between, last = (when or "").partition("/")
    return bool(between and first) and int(last[:4]) - int(first[:4]) > _LONGEST


def _of(verdict: Verdict, heard: Mapping[Claim, Claim]) -> Verdict:
    """The verdict on the claims as they were given."""
    operands = tuple(replace(o, claim=None if o.claim is None else heard[o.claim]) for o in verdict.operands)
    claim = heard[verdict.claim]
    return replace(as_said(verdict, claim), claim=claim, operands=operands)


def _judged(document: Document, read: Sequence[Claim], witnesses: Mapping[Claim, str]) -> list[Verdict]:
    told = read
    read = [claim for claim in read if not mistakable(claim, document.language)]
    said = {(claim.value, claim.unit) for claim in read if claim.modality in _SAID}
    # "If the 388 million and the 168 million are put together": what was said before holds under a condition, too.
    again = {claim for claim in read if claim.modality == "conditional" and (claim.value, claim.unit) in said}
    stated = [claim for claim in read if claim.modality in _SAID or claim in again]
    passage = Passage(document, stated, mute=[claim for claim in told if claim not in stated])
    relations = list(tied(passage, list(relations_of(passage))))
    # One amount in two currencies is one amount, planned or paid.
    relations += [r for r in currencies.find(Passage(document, read)) if any(c.modality not in _SAID for c in r.claims)]
    # What is hedged as hearsay cannot be held against anybody, but the same said plainly bears it out.
    relations += [r for r in zeros.find(Passage(document, read)) if {c.modality for c in r.claims} == _HEARSAY]
    judgement = judge(relations, claims=stated, witnesses=witnesses)
    accused = {accusation.claim for accusation in judgement.accusations}
    found = [_accusation(accusation, witnesses) for accusation in judgement.accusations]
    found += _bystanders(judgement, accused)
    found += _borne_out([*relations, *_without(relations, accused)], accused)
    found += _unexplained(judgement, {verdict.claim for verdict in found})
    return sorted(found, key=lambda verdict: (verdict.claim.start, verdict.claim.end))


def relations_of(passage: Passage) -> Iterator[Relation]:
    """Every relation between the figures of a text; of a figure in a headline the one that it rounds is taken."""
    fuller = repeats.told_again(passage)
    said: set[tuple[str, tuple[Claim, ...]]] = set()
    shared: set[Claim] = set()
    #: Figures that a relation of a kind already tells how they were worked out.
    worked: set[tuple[str, Claim]] = set()
    for room in _ROOMS:
        for relation in room.find(passage):
            if room is not repeats:
                relation = _more_exactly(passage, relation, fuller)
            # What a sentence states is said once, and better than by slots.
            again = room in _WORKED_OUT and (relation.kind, relation.claims[0]) in worked
            if again or (relation.kind, relation.claims) in said:
                continue
            if relation.kind == "share" and relation.claims[0] in shared:
                continue
            if relation.outcome() == SUPPORTED or relation.link == "stated":
                worked.add((relation.kind, relation.claims[0]))
            if room in _SAID_ONCE and relation.link != "far":
                said.add((relation.kind, relation.claims))
            if relation.kind == "share" and relation.link == "stated":
                # What words say a share to be of, slots need not guess.
                shared.add(relation.claims[0])
            yield relation


def _more_exactly(passage: Passage, relation: Relation, fuller: Mapping[Claim, Claim]) -> Relation:
    """A relation with the text's figures for those that a headline rounds."""
    claims = tuple(fuller.get(claim, claim) for claim in relation.claims)
    if claims == relation.claims or len(set(claims)) < len(claims):
        return relation
    return replace(relation, claims=claims, link=passage.link(claims, stated=relation.link == "stated"))


def _without(relations: Sequence[Relation], accused: set[Claim]) -> Iterator[Relation]:
    """Lists of parts again, without the part that cannot stand."""
    for relation in relations:
        if isinstance(relation, PartsWithin) and len(relation.claims) > 2:
            left = tuple(claim for claim in relation.claims if claim not in accused)
            if len(relation.claims) > len(left) > 1 and left[0] is relation.claims[0]:
                yield PartsWithin(left, link=relation.link, firm=relation.firm)


def _accusation(accusation: Accusation, witnesses: Mapping[Claim, str]) -> Verdict:
    claim, relation, slip = accusation.claim, accusation.relation, accusation.slip
    index = relation.claims.index(claim)
    clause = relation.explain(index, CONTRADICTED)
    if slip is not None:
        clause = f"{clause}; {_suggested(claim, slip)} would fit: {slip.explanation}"
    found = _verdict(relation, index, CONTRADICTED, phrases.sentence(clause))
    alone = all(witnesses.get(other) == SUPPORTED for other in relation.claims if other is not claim)
    return blamed(found, slip, doubt=None if alone else _OTHERS)


def _suggested(claim: Claim, slip: Slip) -> str:
    """The value meant, in the scale word meant."""
    written = scale_word(claim.text)
    meant = slip.name.rpartition("_for_")[2] if written and "_for_" in slip.name else ""
    scale = meant if meant in ("thousand", "million", "billion", "trillion") else None
    return phrases.amount(claim.unit, slip.suggested, scale=scale)


def _bystanders(judgement: Judgement, accused: set[Claim]) -> Iterator[Verdict]:
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


def _unexplained(judgement: Judgement, said: set[Claim]) -> Iterator[Verdict]:
    """Figures that seem not to fit, where the text may have been misread; only where nothing else is said of them."""
    for relation in judgement.unexplained:
        for index, claim in enumerate(relation.claims):
            if claim not in said:
                said.add(claim)
                reason = f"{relation.explain(index, CONTRADICTED)}, unless the text means other goods or another time"
                yield _verdict(relation, index, UNCHECKED, phrases.sentence(reason))


def _borne_out(relations: Sequence[Relation], accused: set[Claim]) -> Iterator[Verdict]:
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
